"""What a change of somebody's records means: why they must be looked at again, and which places and people it
names, since others may be affected too. Pure. The same records twice are no change.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from riskflag.dossier import SourceCoverage
from riskflag.records import (
    AccessLimitation,
    Address,
    AddressDecision,
    AddressNote,
    AddressRecord,
    Alert,
    CaseloadLink,
    Contact,
    Conviction,
    NamedPerson,
    OccupierConversation,
    Person,
    PlaceIncident,
    ProtectedPlace,
    ProtectiveOrder,
    Record,
    Registration,
    Whereabouts,
)
from riskflag.vocabulary import Source


class Because(StrEnum):
    """Why somebody must be looked at again. It says nothing of what is now so."""

    NEWLY_HELD = "newly_held"
    ORDER_MADE = "order_made"
    ORDER_VARIED = "order_varied"
    ORDER_DISCHARGED = "order_discharged"
    ALERT = "alert"
    REGISTRATION = "registration"
    ADDRESS_OR_OCCUPANT = "address_or_occupant"
    PROTECTED_PLACE = "protected_place"
    ACCESS_LIMITS = "access_limits"
    PLACE_REGISTER = "place_register"
    CONVICTION = "conviction"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Held:
    """All that is held of one person at one moment."""

    person: Person
    records: Collection[Record]
    coverage: Mapping[Source, SourceCoverage]


@dataclass(frozen=True, slots=True)
class Change:
    """What a change means.

    because: every reason to look at the person again; none where nothing changed
    places: each place that what changed names, after why whoever is to live there must be looked at again
    people: those besides the person whom what changed names
    """

    because: frozenset[Because] = frozenset()
    places: tuple[tuple[Because, Address | Whereabouts], ...] = ()
    people: frozenset[NamedPerson] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.because)


NOTHING = Change()
_KINDS: Mapping[type[Record], Because] = {
    AccessLimitation: Because.ACCESS_LIMITS,
    AddressDecision: Because.ADDRESS_OR_OCCUPANT,
    AddressNote: Because.ADDRESS_OR_OCCUPANT,
    AddressRecord: Because.ADDRESS_OR_OCCUPANT,
    Alert: Because.ALERT,
    CaseloadLink: Because.ACCESS_LIMITS,
    Contact: Because.ADDRESS_OR_OCCUPANT,
    Conviction: Because.CONVICTION,
    OccupierConversation: Because.ADDRESS_OR_OCCUPANT,
    PlaceIncident: Because.PLACE_REGISTER,
    ProtectedPlace: Because.PROTECTED_PLACE,
    Registration: Because.REGISTRATION,
}
TELL_OF_A_PLACE = (AddressRecord, PlaceIncident, ProtectedPlace, ProtectiveOrder)
"""Records that say something of a place for whoever else is to live there."""

_Key = tuple[type[Record], str, str]
_Pair = tuple[Record | None, Record | None]


def change_between(before: Held | None, after: Held) -> Change:
    """What it means that this is held now.

    before: what was held; None where the person was not
    """
    if before is None:
        told = _told((None, record) for record in after.records)
        return Change(frozenset({Because.NEWLY_HELD}), told.places, told.people)
    told = _told(_pairs(before.records, after.records))
    besides = before.person != after.person or _standing(before.coverage) != _standing(after.coverage)
    because = told.because | {Because.OTHER} if besides else told.because
    return Change(because, told.places, told.people)


def change_of_register(before: Collection[Record], after: Collection[Record]) -> Change:
    """What it means that the place register holds these incidents now. They are told apart by what they say:
    a register that comes under other identifiers is the same register."""
    one, other = (dict(zip(map(_as_said, each), each, strict=True)) for each in (before, after))
    gone = ((record, None) for said, record in one.items() if said not in other)
    come = ((None, record) for said, record in other.items() if said not in one)
    return _told((*gone, *come))


def _told(pairs: Iterable[_Pair]) -> Change:
    because: set[Because] = set()
    places: dict[tuple[Because, Address | Whereabouts], None] = {}
    people: set[NamedPerson] = set()
    for pair in pairs:
        why = _why(*pair)
        because.add(why)
        for record in (each for each in pair if each is not None):
            inside = list(_inside(record))
            people.update(each for each in inside if isinstance(each, NamedPerson))
            if isinstance(record, TELL_OF_A_PLACE):
                named = (each for each in inside if not isinstance(each, NamedPerson))
                places.update(dict.fromkeys((why, each) for each in named))
    return Change(frozenset(because), tuple(places), frozenset(people))


def _pairs(before: Collection[Record], after: Collection[Record]) -> Iterator[_Pair]:
    """What each record that is not as it was said before and says now."""
    one, other = ({_key(record): record for record in records} for records in (before, after))
    for key in dict.fromkeys((*one, *other)):
        if one.get(key) != other.get(key):
            yield one.get(key), other.get(key)


def _why(before: Record | None, after: Record | None) -> Because:
    for record in (after, before):
        if isinstance(record, ProtectiveOrder):
            return _why_order(before, after)
        if record is not None:
            return _KINDS.get(type(record), Because.OTHER)
    return Because.OTHER


def _why_order(before: Record | None, after: Record | None) -> Because:
    if not isinstance(before, ProtectiveOrder):
        return Because.ORDER_MADE
    ended = isinstance(after, ProtectiveOrder) and after.discharged_on is not None
    return Because.ORDER_DISCHARGED if ended and before.discharged_on is None else Because.ORDER_VARIED


def _inside(value: object) -> Iterator[Address | Whereabouts | NamedPerson]:
    """Every place and every human being that a record names, however deep."""
    if isinstance(value, Address | Whereabouts | NamedPerson):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _inside(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _inside(getattr(value, each.name))


def _standing(coverage: Mapping[Source, SourceCoverage]) -> Mapping[Source, tuple[object, ...]]:
    """How well each source is covered, whenever it was asked: that it was asked again changes nothing."""
    return {
        source: (told.asked_at is None, told.answered, told.complete, told.unreadable)
        for source, told in coverage.items()
    }


def _key(record: Record) -> _Key:
    return type(record), record.source_system.value, record.source_id


def _as_said(record: Record) -> tuple[object, ...]:
    return tuple(getattr(record, each.name) for each in fields(record) if each.name != "source_id")
