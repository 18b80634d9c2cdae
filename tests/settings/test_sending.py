"""Where messages are sent is said whole and safely, or the start fails by the name of what is wrong."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from riskflag.errors import BadInput
from riskflag.settings import SendingSettings, load_settings
from riskflag.settings.sending import WebhookSettings

URL = "https://cases.example/told?key=canary-7f3a"
SECRET = "s" * 32


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WEBHOOK_URL", "WEBHOOK_SECRET", "WEBHOOK_SECRET_FILE", "MAIL_FOLDER", "ENVIRONMENT"):
        monkeypatch.delenv(f"RISKFLAG_{name}", raising=False)


def load(monkeypatch: pytest.MonkeyPatch, given: Mapping[str, str]) -> SendingSettings:
    for name, value in given.items():
        monkeypatch.setenv(f"RISKFLAG_{name}", value)
    return load_settings().sending


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, SendingSettings(), id="nowhere"),
        pytest.param(
            {"WEBHOOK_URL": URL, "WEBHOOK_SECRET": SECRET},
            SendingSettings(WebhookSettings(URL, SECRET)),
            id="to another system",
        ),
        pytest.param(
            {"MAIL_FOLDER": "/srv/mail"}, SendingSettings(mail_folder=Path("/srv/mail")), id="as mail"
        ),
        pytest.param(
            {
                "ENVIRONMENT": "development",
                "WEBHOOK_URL": "http://127.0.0.1:9000/",
                "WEBHOOK_SECRET": SECRET,
            },
            SendingSettings(WebhookSettings("http://127.0.0.1:9000/", SECRET)),
            id="without encryption, in development alone",
        ),
    ],
)
def test_where_messages_are_sent_is_as_it_was_set(
    monkeypatch: pytest.MonkeyPatch, given: Mapping[str, str], expected: SendingSettings
) -> None:
    assert load(monkeypatch, given) == expected


def test_the_secret_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text(SECRET + "\n")
    sending = load(monkeypatch, {"WEBHOOK_URL": URL, "WEBHOOK_SECRET_FILE": str(file)})
    assert sending.webhook == WebhookSettings(URL, SECRET)


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        pytest.param({"WEBHOOK_URL": URL}, "WEBHOOK_SECRET", id="nobody could tell who sends"),
        pytest.param({"WEBHOOK_SECRET": SECRET}, "WEBHOOK_URL", id="a secret, and nowhere to send"),
        pytest.param({"WEBHOOK_URL": URL, "WEBHOOK_SECRET": "s" * 31}, "WEBHOOK_SECRET", id="a short secret"),
        pytest.param(
            {"WEBHOOK_URL": "http://cases.example/canary-7f3a", "WEBHOOK_SECRET": SECRET},
            "WEBHOOK_URL",
            id="in clear over the network",
        ),
        pytest.param({"MAIL_FOLDER": ""}, "MAIL_FOLDER", id="an empty folder"),
    ],
)
def test_what_is_wrong_is_named_and_not_repeated(
    monkeypatch: pytest.MonkeyPatch, given: Mapping[str, str], wrong: str
) -> None:
    with pytest.raises(BadInput) as refused:
        load(monkeypatch, given)
    assert list(refused.value.problems) == [f"RISKFLAG_{wrong}"]
    assert "canary" not in str(refused.value)


def test_neither_the_url_nor_the_secret_is_shown() -> None:
    shown = repr(SendingSettings(WebhookSettings(URL, SECRET)))
    assert (URL in shown, SECRET in shown) == (False, False)
