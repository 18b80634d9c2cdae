"""What anybody's records say of a place: found by its address among all that is held, however it is written.

The index only brings together what may be one place; ``matching`` says whether it is. What is found in
others' records is confidential: it is for answers to officers alone, who are not told whose it is.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from sqlalchemy import Connection

from riskflag.matching.address import AddressMatch
from riskflag.matching.address_ranking import compare_with
from riskflag.persistence.place_marks import Known, Marks
from riskflag.persistence.place_numbers import Shelf, named_by, place_of
from riskflag.persistence.place_records import PlaceRecords
from riskflag.persistence.place_search import Plan, Scored, likely_by, plans_for
from riskflag.records import Address, AddressRecord, PlaceIncident, ProtectedPlace, ProtectiveOrder, Record
from riskflag.vocabulary import AddressBand, PersonId

MOST_LOOKED_AT = 200
"""How many of the likeliest places are told apart by what names them."""
MOST_OPENED = 60
"""How many of each kind are opened: a block full of supervised people hides no protected home."""
AS_LIKELY = 0.95
"""Whatever is nearly as likely as the likeliest is told apart too, however many there are."""
WORTH_OPENING = 0.25
"""What speaks for a place, of what speaks for the likeliest, below which it is none of those asked about."""
ALWAYS_OPENED = 10
"""How many of each kind are opened however little speaks for them."""
TOLD = frozenset({AddressBand.SAME_PROPERTY, AddressBand.SAME_BUILDING, AddressBand.POSSIBLE})
AS_BEFORE = 1.0
"""What speaks for each place that is known from before: all of them are opened, in the order they had."""


class NamedAs(StrEnum):
    """What a record names a place as."""

    PROTECTED_PLACE = "protected_place"
    NAMED_IN_ORDER = "named_in_order"
    HELD_ADDRESS = "held_address"
    INCIDENT = "incident"


_NAMED_AS: Mapping[type[Record], NamedAs] = {
    ProtectedPlace: NamedAs.PROTECTED_PLACE,
    ProtectiveOrder: NamedAs.NAMED_IN_ORDER,
    AddressRecord: NamedAs.HELD_ADDRESS,
    PlaceIncident: NamedAs.INCIDENT,
}


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A place in somebody's records that is, or may be, the one asked about.

    owner: whose record names it; None for the place register's
    kind: what it is named as
    match: how far it is the same place, and why
    address: the place as the record has it
    record: the record
    """

    owner: PersonId | None
    kind: NamedAs
    match: AddressMatch
    address: Address = field(repr=False)
    record: Record = field(repr=False)


@dataclass(frozen=True, slots=True)
class PlacesFound:
    """What came of looking.

    places: what was found, the likeliest first
    unreadable: how many more may be the place and cannot be read; at least one where the index cannot be
        used, or where more are as likely as the likeliest than are opened
    known: where marks are asked: what is to be remembered of it
    """

    places: tuple[PlaceFound, ...]
    unreadable: int = 0
    known: Known = field(default=Known(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Sought:
    """A place that is looked for.

    address: the place
    excluding: whose own records say nothing of it
    marks: what is known of it from before; None where that is not asked
    """

    address: Address
    excluding: PersonId | None = None
    marks: Marks | None = None


@dataclass(frozen=True)
class _Search:
    """A place that is looked for, and how.

    before: what is known of it from before, where nothing changed
    likely: the places that may be it, the likeliest first
    """

    sought: Sought
    plan: Plan
    before: Known | None
    likely: Sequence[Scored]

    @cached_property
    def shelves(self) -> Mapping[Shelf, Sequence[Scored]]:
        """Which records name the likeliest, where each lies."""
        return _by_shelf(_looked_at(self.likely))


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An address in an opened record, with the number and the mark of that record's place."""

    place: int
    mark: bytes
    owner: PersonId | None
    record: Record
    address: Address


@dataclass(frozen=True, slots=True)
class _Looked:
    """What is to be compared, the marks of all that can be read, and how many cannot."""

    candidates: Sequence[_Candidate]
    marks: frozenset[bytes]
    unreadable: int


def places_like(
    connection: Connection, address: Address, *, excluding: PersonId | None = None
) -> PlacesFound:
    """What records say of the place, of everybody but ``excluding``."""
    return places_like_each(connection, [Sought(address, excluding)])[0]


def places_like_each(
    connection: Connection, sought: Sequence[Sought], doubtful: Collection[int] | None = None
) -> list[PlacesFound]:
    """The same for each of many places, each as if it were alone: all is read together, and each record is
    opened once.

    doubtful: the tokens under which something lies that cannot be opened. A place that was looked for before,
        where nothing changed since and nothing is doubtful, may be what it might have been then, and all else
        is another place. None where that is not known: then everything is gone through
    """
    plans = plans_for(connection, [each.address for each in sought])
    before = [_unchanged(*each, doubtful) for each in zip(sought, plans, strict=True)]
    changed = [plan for plan, known in zip(plans, before, strict=True) if known is None]
    anew = iter(likely_by(connection, changed))
    searches = [
        _Search(each, plan, known, next(anew) if known is None else _as_before(known))
        for each, plan, known in zip(sought, plans, before, strict=True)
    ]
    records = PlaceRecords.of(connection, _worth_reading(searches))
    return [_of_one(each, records) for each in searches]


def _unchanged(sought: Sought, plan: Plan, doubtful: Collection[int] | None) -> Known | None:
    """What is known of the place, where all would come out the same again."""
    if doubtful is None or sought.marks is None or not sought.marks.known.rests_on:
        return None
    if any(token in doubtful for token in plan.looks_under):
        return None
    known = sought.marks.known
    return known if sought.marks.of(plan.rests_on) == known.rests_on else None


def _as_before(known: Known) -> tuple[Scored, ...]:
    return tuple((place, AS_BEFORE) for place in known.may_be)


def _worth_reading(searches: Iterable[_Search]) -> Mapping[Shelf, Collection[int]]:
    wanted: dict[Shelf, set[int]] = {shelf: set() for shelf in Shelf}
    for each in searches:
        for shelf, scored in each.shelves.items():
            wanted[shelf].update(_worth_opening(shelf, scored))
    return wanted


def _of_one(search: _Search, records: PlaceRecords) -> PlacesFound:
    least = search.likely[0][1] * AS_LIKELY if search.likely else 0.0
    left_out = sum(_left_out(scored, least) for scored in search.shelves.values())
    looked = _look(search.sought, search.shelves, records)
    addresses = [each.address for each in looked.candidates]
    compared = compare_with(search.sought.address, addresses, TOLD)
    told = [(looked.candidates[ranked.place], ranked.match) for ranked in compared]
    unreadable = looked.unreadable + left_out + (not search.plan.usable)
    return PlacesFound(
        places=tuple(_found(candidate, match) for candidate, match in told),
        unreadable=unreadable,
        known=search.before or _known(search, looked, {each.place for each, _ in told}, unreadable),
    )


def _known(search: _Search, looked: _Looked, told: Collection[int], unreadable: int) -> Known:
    """What is to be remembered; nothing that would spare going through everything, where something could not
    be read."""
    marks = search.sought.marks
    if marks is None:
        return Known()
    may_be = [each for each in looked.candidates if each.place in told]
    return Known(
        rests_on=b"" if unreadable else marks.of(search.plan.rests_on),
        may_be=tuple(dict.fromkeys(each.place for each in may_be)),
        apart=looked.marks - {each.mark for each in may_be},
    )


def _look(sought: Sought, shelves: Mapping[Shelf, Sequence[Scored]], records: PlaceRecords) -> _Looked:
    """What is marked as another place is not opened: that it is one came of opening the very same."""
    candidates: list[_Candidate] = []
    marks: set[bytes] = set()
    unreadable = 0
    for shelf, scored in shelves.items():
        others = records.others(shelf, _worth_opening(shelf, scored), sought.excluding)
        for number in others[:MOST_OPENED]:
            mark = sought.marks.of(records.written(shelf, number)) if sought.marks else b""
            if sought.marks and mark in sought.marks.known.apart:
                marks.add(mark)
                continue
            owner, record, places = records.opened(shelf, number)
            if record is None:
                unreadable += 1
                continue
            marks.add(mark)
            place = place_of(shelf, number)
            candidates += [_Candidate(place, mark, owner, record, where) for where in places]
    return _Looked(candidates, frozenset(marks), unreadable)


def _left_out(scored: Sequence[Scored], least: float) -> bool:
    """Whether one that is as likely as the likeliest is not opened for want of room: it may be the place."""
    return len(scored) > MOST_OPENED and scored[MOST_OPENED][1] >= least


def _looked_at(likely: Sequence[Scored]) -> Sequence[Scored]:
    least = likely[0][1] * AS_LIKELY if likely else 0.0
    beyond = (number for number, (_, score) in enumerate(likely) if score < least)
    return likely[: max(MOST_LOOKED_AT, next(beyond, len(likely)))]


def _by_shelf(likely: Sequence[Scored]) -> Mapping[Shelf, Sequence[Scored]]:
    """Which records name these places, the likeliest first, where each lies."""
    found: dict[Shelf, list[Scored]] = {shelf: [] for shelf in Shelf}
    for place, score in likely:
        shelf, number = named_by(place)
        found[shelf].append((number, score))
    return found


def _worth_opening(shelf: Shelf, scored: Sequence[Scored]) -> list[int]:
    """Of protected places none is left out for being written worse than another."""
    least = scored[0][1] * WORTH_OPENING if scored and shelf is not Shelf.PROTECTED_PLACE else 0.0
    some = enumerate(scored[: MOST_OPENED * 2])
    return [number for place, (number, score) in some if place < ALWAYS_OPENED or score >= least]


def _found(candidate: _Candidate, match: AddressMatch) -> PlaceFound:
    record = candidate.record
    return PlaceFound(candidate.owner, _NAMED_AS[type(record)], match, candidate.address, record)
