"""Who may read the counts: whoever shows the secret of the settings, and nobody where there is none."""

from hmac import compare_digest

from riskflag.settings import Settings


def shows_secret(shown: str, settings: Settings) -> bool:
    """Whether this is the monitoring system's secret. The time it takes does not tell how much is right."""
    expected = settings.metrics_token
    return expected is not None and compare_digest(shown.encode(), expected.encode())
