"""A domain event in its envelope: a message that something changed, and nothing of what it changed to.

No record is made of it. What it is about was asked before the change, so its source is no longer complete. An
event of a type that is not known may be about any source.
"""

import re

from riskflag.errors import BadInput
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.shape import Shape
from riskflag.importers.strict_json import read_json
from riskflag.vocabulary import CaseReferenceNumber, NomsNumber, Source

_ANY = frozenset(Source) - {Source.PLACE_REGISTER}
_ABOUT: tuple[tuple[str, frozenset[Source]], ...] = (
    (r"^enforcement\.", frozenset({Source.ORDER_BREACHES, Source.CUSTODY})),
    (r"registration", frozenset({Source.REGISTRATIONS})),
    (r"\balerts?\b", frozenset({Source.ALERTS})),
    (r"assessment", frozenset({Source.RISK_ASSESSMENTS})),
    (r"\baddress", frozenset({Source.ADDRESSES})),
    (r"licence", frozenset({Source.LICENCE_CONDITIONS})),
    (r"conviction|sentence", frozenset({Source.CONVICTIONS, Source.CUSTODY})),
    (r"\b(?:released|received|recall)", frozenset({Source.CUSTODY})),
    (r"allocation", frozenset({Source.ALLOCATION, Source.ACCESS_LIMITS})),
    (r"restriction|exclusion|limited|\baccess", frozenset({Source.ACCESS_LIMITS})),
    (r"\bcontacts?\b", frozenset({Source.CONTACTS})),
)
"""What an event is about, by its type ("probation-case.registration.added"); the first that fits."""
_KINDS = {"CRN": CaseReferenceNumber, "NOMS": NomsNumber}


def _read(reading: Reading) -> None:
    envelope = reading.top
    try:
        event = envelope.of(read_json(envelope.text("Message"), "Message"), "Message")
    except BadInput:
        reading.unreadable("Message")
        return
    kind = event.text("eventType")
    reading.feeds(_about(kind))
    event.says_when_made("occurredAt")
    for each in event.inside("personReference").items("identifiers"):
        number = _KINDS.get(each.text_or_none("type") or "")
        if number is not None:
            each.is_about("value", number)
    event.lacks("eventType", "says that something has changed, which must be asked for again")
    reading.no_record((event,), "an event, which does not say what is now so")


def _about(kind: str) -> frozenset[Source]:
    return next((about for words, about in _ABOUT if re.search(words, kind)), _ANY)


SHAPE = Shape(
    name="domain-event",
    title="A domain event in its envelope",
    recognises=lambda content: has(content, "TopicArn", "Message"),
    read=reads(_read),
    adds_to=_ANY,
)
