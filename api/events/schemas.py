"""What is sent and sent back of events."""

from dataclasses import dataclass

from marshmallow import INCLUDE, Schema, post_load

from api.answers import answer
from riskflag.hearing import Heard


@dataclass(frozen=True, slots=True)
class SentEvent:
    """An event as it was sent, in whatever envelope, untouched.

    document: an object, whose shape is its sender's
    """

    document: object


class SentEventSchema(Schema):
    """Any object at all: what of it is needed, the reader of events says."""

    class Meta:
        """Keeps every field."""

        unknown = INCLUDE

    @post_load
    def as_sent(self, document: object, **_: object) -> SentEvent:
        """The object as it is."""
        return SentEvent(document)


SENT_EVENT = SentEventSchema()
HEARD = answer(Heard)
