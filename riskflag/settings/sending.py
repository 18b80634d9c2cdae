"""Where messages that something changed are sent: to another system, to a folder of mail, or nowhere yet."""

from dataclasses import dataclass, field
from pathlib import Path

from environs import FileAwareEnv

from riskflag.errors import BadInput
from riskflag.settings.reading import NOT_SET, SHORTEST_SECRET, read

URL, SECRET, FOLDER = "RISKFLAG_WEBHOOK_URL", "RISKFLAG_WEBHOOK_SECRET", "RISKFLAG_MAIL_FOLDER"
_TOO_SHORT = f"must have {SHORTEST_SECRET} characters or more"


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    """Another system that messages are sent to.

    url: where they are posted; it may hold a secret of that system, so it is not shown
    secret: what they are signed with
    """

    url: str = field(repr=False)
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SendingSettings:
    """Where messages are sent.

    webhook: the system that they are posted to; None for none
    mail_folder: the folder where they are put as mail; None for none
    """

    webhook: WebhookSettings | None = None
    mail_folder: Path | None = None


def sending(env: FileAwareEnv, *, secure: bool) -> SendingSettings:
    """Where, as the environment says. Raises BadInput.

    secure: whether only https will do
    """
    folder = read(FOLDER, env.str, NOT_SET)
    mail = None if folder == NOT_SET else Path(folder).absolute()
    return SendingSettings(_webhook(env, secure=secure), mail)


def _webhook(env: FileAwareEnv, *, secure: bool) -> WebhookSettings | None:
    url, secret = (read(name, env.str, NOT_SET) for name in (URL, SECRET))
    if (url, secret) == (NOT_SET, NOT_SET):
        return None
    begins = ("https://",) if secure else ("https://", "http://")
    problems = (
        (url == NOT_SET, URL, "must be set with its secret"),
        (url != NOT_SET and not url.startswith(begins), URL, "must start with https://"),
        (secret == NOT_SET, SECRET, "must be set, or nobody could tell who sends"),
        (secret != NOT_SET and len(secret) < SHORTEST_SECRET, SECRET, _TOO_SHORT),
    )
    wrong = {name: reason for is_wrong, name, reason in reversed(problems) if is_wrong}
    if wrong:
        raise BadInput(wrong)
    return WebhookSettings(url, secret)
