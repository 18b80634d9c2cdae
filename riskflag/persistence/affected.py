"""Who is affected by a change of what is held, put into the queue in the transaction of the change.

That is the person; whoever is to live, or lives, at a place that the change names, however many they are;
whoever it names by a number of theirs. What does not change anything puts nobody there.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, or_, select

from riskflag.persistence import people, records, rescreening_queue, tables
from riskflag.persistence.asked_places import asked_at_place
from riskflag.persistence.held_there import held_there, perhaps_held_there
from riskflag.persistence.places_index import NamedAs, places_like
from riskflag.persistence.vault import vault_of
from riskflag.records import Address, NamedPerson, PlaceIncident, Whereabouts
from riskflag.rescreening import Because, Change, Held, change_between, change_of_register
from riskflag.vocabulary import PersonId

MOST_PLACES = 200
"""Where a register changes more places than this, everybody is looked at again: it is sooner done."""

_NUMBERED = select(tables.person.c.id).where(
    or_(*(tables.person.c[name] == bindparam(name) for name in people.NUMBERS))
)


def held_of(connection: Connection, person_id: PersonId | None) -> Held | None:
    """All that is held of somebody, as it stands now; None for nobody."""
    person = people.read_person(connection, person_id) if person_id else None
    if person is None or person_id is None:
        return None
    return Held(person, *records.read_records(connection, person_id))


def put_affected(
    connection: Connection, person_id: PersonId, before: Held | None, after: Held, at: datetime
) -> None:
    """Puts everybody into the queue who is affected by what changed of this person."""
    change = change_between(before, after)
    affected = _Affected()
    if change:
        affected.because[person_id] |= change.because
    _add_others(connection, affected, change, person_id)
    affected.put(connection, at)


def put_affected_by_register(
    connection: Connection,
    before: Collection[PlaceIncident],
    after: Sequence[PlaceIncident],
    at: datetime,
) -> None:
    """Puts everybody into the queue who is affected by what changed in the place register."""
    change = change_of_register(before, after)
    affected = _Affected()
    if len(change.places) > MOST_PLACES:
        affected.everybody.add(Because.PLACE_REGISTER)
    else:
        _add_others(connection, affected, change, None)
    affected.put(connection, at)


class _Affected:
    """Who must be looked at again, and why: some people, and for some reasons everybody."""

    def __init__(self) -> None:
        self.because: defaultdict[PersonId, set[Because]] = defaultdict(set)
        self.everybody: set[Because] = set()

    def put(self, connection: Connection, at: datetime) -> None:
        """Puts all of them into the queue."""
        rescreening_queue.put(connection, self.because, at)
        for because in sorted(self.everybody):
            rescreening_queue.put_everybody(connection, because, at)


def _add_others(
    connection: Connection, affected: _Affected, change: Change, person_id: PersonId | None
) -> None:
    """Those besides the person."""
    for because, place in change.places:
        living_there = _living_at(connection, place, person_id)
        if living_there is None:
            affected.everybody.add(because)
        for each in (living_there or set()) - {person_id}:
            affected.because[each].add(because)
    for named in change.people:
        for each in _numbered(connection, named):
            if each != person_id:
                affected.because[each] |= change.because


def _living_at(
    connection: Connection, place: Address | Whereabouts, excluding: PersonId | None
) -> set[PersonId] | None:
    """For whom the place was asked about, or is held as an address of theirs, whether it can be read or not.
    None where that may be anybody."""
    address = place.reveal() if isinstance(place, Whereabouts) else place
    living_there = {*asked_at_place(connection, address), *held_there(connection, address)}
    found = places_like(connection, address, excluding=excluding)
    for each in found.places:
        if each.owner is not None and each.kind is NamedAs.HELD_ADDRESS:
            living_there.add(each.owner)
    if not found.unreadable:
        return living_there
    perhaps = perhaps_held_there(connection, address)
    return living_there | perhaps if perhaps is not None else None


def _numbered(connection: Connection, named: NamedPerson) -> Iterator[PersonId]:
    """Who has the number that somebody who is named is referred to by."""
    reference = "".join((named.reference or "").split()).upper()
    if reference:
        vault = vault_of(connection)
        sought = {name: vault.indexed(reference, name) for name in people.NUMBERS}
        yield from map(PersonId, connection.execute(_NUMBERED, sought).scalars())
