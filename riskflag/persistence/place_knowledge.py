"""What an answer is told of the proposed place from records that are not the person's own.

The place register says what happened there. Other people's records say who else lives there and who is
protected there; of those it is told that it is so, never whose record it is or whom it protects.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Connection

from riskflag.dossier import LONDON, PlaceKnowledge
from riskflag.persistence import place_register
from riskflag.persistence.places_index import NamedAs, PlaceFound, PlacesFound, places_like
from riskflag.records import (
    Address,
    AddressRecord,
    AddressUse,
    OrderRole,
    PlaceIncident,
    PlaceIncidentKind,
    ProtectiveOrder,
    Record,
)
from riskflag.vocabulary import PersonId, SourceRecordId

WORDS = {
    PlaceIncidentKind.SUPERVISED_PERSON_LIVES_THERE: "another person under supervision has this address",
    PlaceIncidentKind.PROTECTED_IN_ANOTHER_CASE: "somebody is protected here in another case",
}


def read_place(
    connection: Connection, address: Address | None, *, excluding: PersonId, as_of: datetime
) -> PlaceKnowledge:
    """What the register and everybody else's records hold about places that may be this one.

    excluding: whose own records are left out
    as_of: the moment asked about, which decides what still holds
    """
    register = place_register.read_place(connection, address)
    if address is None:
        return register
    return with_others(register, places_like(connection, address, excluding=excluding), as_of)


def with_others(register: PlaceKnowledge, found: PlacesFound, as_of: datetime) -> PlaceKnowledge:
    """The same, of what the register holds and of what was found in everybody else's records."""
    known = set(register.incidents)
    more = [each.record for each in found.places if isinstance(each.record, PlaceIncident)]
    incidents = [*register.incidents, *(each for each in more if each not in known)]
    incidents += _of_others(found.places, as_of.astimezone(LONDON).date())
    coverage = replace(register.coverage, unreadable=register.coverage.unreadable + found.unreadable)
    return replace(register, coverage=coverage, incidents=tuple(incidents))


def _of_others(found: tuple[PlaceFound, ...], today: date) -> Iterator[PlaceIncident]:
    """One a person and kind, the likeliest place, under a name that tells nothing."""
    told: set[tuple[PersonId | None, PlaceIncidentKind]] = set()
    for each in found:
        kind = _kind(each, today)
        if kind is None or (each.owner, kind) in told:
            continue
        told.add((each.owner, kind))
        yield PlaceIncident(
            source_system=each.record.source_system,
            source_id=SourceRecordId(f"another case {len(told)}"),
            recorded_on=each.record.recorded_on,
            address=each.address,
            kind=kind,
            words=WORDS[kind],
        )


def _kind(found: PlaceFound, today: date) -> PlaceIncidentKind | None:
    """What it says of the place today; None where it says nothing of it any more."""
    match found.kind:
        case NamedAs.PROTECTED_PLACE:
            return PlaceIncidentKind.PROTECTED_IN_ANOTHER_CASE
        case NamedAs.NAMED_IN_ORDER if _is_in_force(found.record, today):
            return PlaceIncidentKind.PROTECTED_IN_ANOTHER_CASE
        case NamedAs.HELD_ADDRESS if _is_held(found.record, today):
            return PlaceIncidentKind.SUPERVISED_PERSON_LIVES_THERE
    return None


def _is_in_force(record: Record, today: date) -> bool:
    """Whether an order may still keep somebody from the place. One of which no end is known does."""
    if not isinstance(record, ProtectiveOrder) or record.person_is is not OrderRole.BOUND:
        return False
    ends = [record.expires_on, *(varied.expires_on for varied in record.variations)]
    return record.discharged_on is None and (None in ends or max(filter(None, ends)) >= today)


def _is_held(record: Record, today: date) -> bool:
    """Whether the address is, or is to be, somebody's."""
    if not isinstance(record, AddressRecord) or record.use is AddressUse.PREVIOUS:
        return False
    return record.ends_on is None or record.ends_on >= today
