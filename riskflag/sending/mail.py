"""Messages as mail, one file (RFC 5322) for each officer, in a folder from which a relay sends them.

A file has its name only once it is whole, and the same message has the same name, so that it is not put there
twice. The relay takes what ends in ``.eml``, and finds the account in ``X-Riskflag-Account`` where it is no
mail address.
"""

import os
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256
from pathlib import Path

from riskflag.persistence.placing import make_folder, place
from riskflag.sending.envelope import Channel, Envelope, NotSent

SUBJECT = "riskflag: somebody on your caseload must be looked at again"
FROM = "riskflag@riskflag.invalid"
MAIL_ADDRESS = "@"


class MailFolder:
    """The folder.

    folder: made if there is none, for its owner alone
    reached_at: where people reach the pages; empty where that is not set
    """

    channel = Channel.MAIL

    def __init__(self, folder: Path, reached_at: str = "") -> None:
        self._folder = folder
        self._reached_at = reached_at

    def send(self, envelope: Envelope, now: datetime) -> NotSent | None:
        """Puts a file there for each officer; None once all are there."""
        if not envelope.officers:
            return NotSent.NOBODY_TO_TELL
        try:
            make_folder(self._folder)
            for account in envelope.officers:
                self._put(envelope, account, now)
        except OSError:  # what it says names files
            return NotSent.NOT_WRITTEN
        return None

    def _put(self, envelope: Envelope, account: str, now: datetime) -> None:
        # An account may be somebody's name, which no name of a file is to hold.
        name = f"{envelope.id}-{sha256(account.encode()).hexdigest()[:12]}"
        file, draft = self._folder / f"{name}.eml", self._folder / f".{name}-{os.getpid()}.draft"
        if file.exists():
            return
        written = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(written, "wb") as opened:
            opened.write(_message(envelope, account, now, self._reached_at).as_bytes(policy=SMTP))
        try:
            place(draft, file)
        except FileExistsError:  # another worker was sooner, with the same message
            draft.unlink(missing_ok=True)


def _message(envelope: Envelope, account: str, now: datetime, reached_at: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = FROM
    message["To"] = account if MAIL_ADDRESS in account else "undisclosed-recipients:;"
    message["X-Riskflag-Account"] = account
    message["Subject"] = SUBJECT
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<{envelope.id}@riskflag.invalid>"
    message["Auto-Submitted"] = "auto-generated"
    happened = envelope.happened_at.strftime("%d/%m/%Y at %H:%M UTC")
    message.set_content(
        f"Something is now known that was not, or is not as it was ({envelope.kind.replace('_', ' ')},"
        f" {happened}).\n\nLook at {reached_at}{envelope.look_at}\n\n"
        f"Person: {envelope.person_id}\n\nThis message says nothing of what it is. Sign in to see it.\n"
    )
    return message
