"""What a message says: that something happened, about whom by an opaque reference, for whom, where to look.

It holds no name, no address and nothing of what was found, so that it may travel and lie where the answer may
not: whoever opens the page it names passes the gate first.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from riskflag.vocabulary import AssessmentId, PersonId

ANSWER_PAGE = "/desk/answers/"
DESK = "/desk/"


class Channel(StrEnum):
    """By what messages are sent."""

    WEBHOOK = "webhook"
    MAIL = "mail"


class NotSent(StrEnum):
    """Why a message was not sent. Never what the other side said."""

    NOBODY_TO_TELL = "nobody_to_tell"
    NO_CONNECTION = "no_connection"
    REFUSED = "refused"
    REDIRECTED = "redirected"
    FAILED_THERE = "failed_there"
    NOT_WRITTEN = "not_written"
    UNEXPECTED = "unexpected"


@dataclass(frozen=True, slots=True)
class Envelope:
    """One message.

    id: by which it is known again, however often it comes
    kind: what happened, as the outbox calls it
    happened_at: when
    person_id: about whom
    assessment_id: in which answer it can be read; None where there is none
    officers: accounts of the officers on whose caseload the person is and who may see them; empty where
        nobody is known, and then somebody must find out
    """

    id: str
    kind: str
    happened_at: datetime
    person_id: PersonId
    assessment_id: AssessmentId | None
    officers: tuple[str, ...]

    @property
    def look_at(self) -> str:
        """The page that says it, beneath where people reach the pages."""
        return f"{ANSWER_PAGE}{self.assessment_id}" if self.assessment_id else DESK


class Sender(Protocol):
    """Sends messages by one channel."""

    @property
    def channel(self) -> Channel:
        """Which."""

    def send(self, envelope: Envelope, now: datetime) -> NotSent | None:
        """Sends it; None once whoever receives it has it."""


def as_json(envelope: Envelope) -> bytes:
    """The message as it is posted."""
    said = {
        "id": envelope.id,
        "kind": envelope.kind,
        "happened_at": envelope.happened_at.isoformat(),
        "person_id": envelope.person_id,
        "assessment_id": envelope.assessment_id,
        "officers": list(envelope.officers),
        "look_at": envelope.look_at,
    }
    return json.dumps(said, ensure_ascii=True, separators=(",", ":")).encode("ascii")
