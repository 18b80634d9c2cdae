"""Events as HMPPS publishes them: that something changed of somebody, and never what it is now.

They come bare, in the envelope of a notification (SNS), and that in one of a queue (SQS), one or many. An
event of a type that nobody here knows is about anything.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice

from riskflag.errors import BadInput
from riskflag.importers.numbers import as_numbers, written_as
from riskflag.importers.strict_json import read_any_json
from riskflag.records import PersonNumbers
from riskflag.rescreening import Because
from riskflag.vocabulary import CaseReferenceNumber, NomsNumber

BY_TYPE: tuple[tuple[str, Because], ...] = (
    (r"registration", Because.REGISTRATION),
    (r"\balerts?\b", Because.ALERT),
    (r"(?:protective|restraining|protection|non-molestation)[.-]order", Because.ORDER_MADE),
    (r"\baddress|occup|accommodation", Because.ADDRESS_OR_OCCUPANT),
    (r"conviction|sentence", Because.CONVICTION),
    (r"allocation|restriction|exclusion|limited|\baccess", Because.ACCESS_LIMITS),
    (r"^enforcement\.|assessment|licence|\b(?:released|received|recall)|\bcontacts?\b", Because.OTHER),
)
"""What an event is about, by its type ("probation-case.registration.added"); the first that fits."""

_KINDS = {"CRN": CaseReferenceNumber, "NOMS": NomsNumber}
_NAMED = {"crn": CaseReferenceNumber, "nomsNumber": NomsNumber, "prisonerNumber": NomsNumber}
_WRAPPERS = ("Message", "Body", "body")
_LISTS = ("Messages", "Records")


@dataclass(frozen=True, slots=True)
class DomainEvent:
    """One event.

    id: by which one that is sent again is known
    because: why the person must be looked at again
    known: whether its type is one that is known
    numbers: whose; None where it names nobody
    """

    id: str
    because: Because
    known: bool
    numbers: PersonNumbers | None


@dataclass(frozen=True, slots=True)
class ReadEvents:
    """What came of reading.

    events: those that could be read, in their order
    unreadable: how many could not
    """

    events: tuple[DomainEvent, ...]
    unreadable: int


def read_events(content: bytes) -> ReadEvents:
    """Reads one document, or one on each line. What cannot be read stops nothing else, and is counted."""
    events: list[DomainEvent] = []
    unreadable = 0
    for text in _documents(content):
        try:
            events.extend(_events(read_any_json(text, "event"), ""))
        except BadInput:
            unreadable += 1
    return ReadEvents(tuple(events), unreadable)


def read_event(document: object) -> DomainEvent:
    """The one event of a document that was read already, in whatever envelope. Raises BadInput where there is
    none or more than one, or it cannot be read."""
    found = list(islice(_events(document, ""), 2))
    if len(found) != 1:
        raise BadInput({"event": "must be one, and no more"})
    return found[0]


def _documents(content: bytes) -> Iterator[bytes]:
    try:
        read_any_json(content, "event")
    except BadInput:
        yield from (line for line in content.splitlines() if line.strip())
    else:
        yield content


def _events(value: object, named: str) -> Iterator[DomainEvent]:
    """The events in a document. Raises BadInput where there is none.

    named: by what the envelope around it is known
    """
    if isinstance(value, list):
        for each in value:
            yield from _events(each, named)
        return
    if not isinstance(value, dict):
        raise BadInput({"event": "is no object"})
    inside = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), None)
    wrapped = next((value[name] for name in _WRAPPERS if isinstance(value.get(name), str)), None)
    known_by = _text(_at(value, "MessageAttributes", "id", "Value")) or _text(
        value.get("MessageId") or value.get("messageId")
    )
    if inside is not None:
        yield from _events(inside, named)
    elif wrapped is not None:
        yield from _events(read_any_json(wrapped, "event"), known_by or named)
    else:
        yield _event(value, known_by or named)


def _event(event: Mapping[str, object], named: str) -> DomainEvent:
    kind = _text(event.get("eventType"))
    if not kind:
        raise BadInput({"event": "does not say what it is"})
    because = next((because for words, because in BY_TYPE if re.search(words, kind)), None)
    known_by = named or sha256(json.dumps(event, sort_keys=True).encode()).hexdigest()
    return DomainEvent(known_by, because or Because.OTHER, because is not None, _numbers(event))


def _numbers(event: Mapping[str, object]) -> PersonNumbers | None:
    """Whose numbers it gives: all that it gives of each kind must be one."""
    identifiers = _at(event, "personReference", "identifiers")
    pairs = [
        (_KINDS.get(_text(each.get("type"))), _text(each.get("value")))
        for each in (identifiers if isinstance(identifiers, list) else ())
        if isinstance(each, dict)
    ]
    besides = event.get("additionalInformation")
    if isinstance(besides, dict):
        pairs += [(kind, _text(besides.get(name))) for name, kind in _NAMED.items()]
    found = PersonNumbers()
    for kind, number in pairs:
        if kind is not None and written_as(kind, number):
            given = as_numbers(kind, number)
            found = PersonNumbers(
                found.noms_number or given.noms_number,
                found.case_reference_number or given.case_reference_number,
            )
    return found if found.known else None


def _at(value: object, *names: str) -> object:
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
