"""A domain event in its envelope: a message that something changed, and nothing of what it changed to.

No record is made of it. What it is about was asked before the change, so its source is no longer complete.
"""

from riskflag.errors import BadInput
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.shape import Shape
from riskflag.importers.strict_json import read_json
from riskflag.vocabulary import CaseReferenceNumber, NomsNumber, Source

_KINDS = {"CRN": CaseReferenceNumber, "NOMS": NomsNumber}


def _read(reading: Reading) -> None:
    envelope = reading.top
    try:
        event = envelope.of(read_json(envelope.text("Message"), "Message"), "Message")
    except BadInput:
        reading.unreadable("Message")
        return
    event.text("eventType")
    event.says_when_made("occurredAt")
    for each in event.inside("personReference").items("identifiers"):
        if (kind := _KINDS.get(each.text_or_none("type") or "")) is not None:
            each.is_about("value", kind)
    event.lacks("eventType", "says that something has changed, which must be asked for again")
    reading.no_record((event,), "an event, which does not say what is now so")


SHAPE = Shape(
    name="domain-event",
    title="A domain event in its envelope",
    recognises=lambda content: has(content, "TopicArn", "Message"),
    read=reads(_read),
    adds_to=frozenset({Source.ORDER_BREACHES}),
)
