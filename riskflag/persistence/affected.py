"""Who is affected by a change of what is held, put into the queue in the transaction of the change.

That is the person; whoever is to live, or lives, at a place that the change names; whoever it names by a
number of theirs. What does not change anything puts nobody there.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, or_, select

from riskflag.persistence import people, records, rescreening_queue, tables
from riskflag.persistence.asked_places import asked_at_place
from riskflag.persistence.places_index import NamedAs, places_like
from riskflag.persistence.vault import vault_of
from riskflag.records import Address, NamedPerson, PlaceIncident, Whereabouts
from riskflag.rescreening import Because, Change, Held, change_between, change_of_register
from riskflag.vocabulary import PersonId

MOST_PLACES = 200
"""Where a register changes more places than this, everybody is looked at again: it is sooner done."""

_Affected = defaultdict[PersonId, set[Because]]
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
    affected: _Affected = defaultdict(set)
    if change:
        affected[person_id] |= change.because
    _add_others(connection, affected, change, person_id)
    rescreening_queue.put(connection, affected, at)


def put_affected_by_register(
    connection: Connection,
    before: Collection[PlaceIncident],
    after: Sequence[PlaceIncident],
    at: datetime,
) -> None:
    """Puts everybody into the queue who is affected by what changed in the place register."""
    change = change_of_register(before, after)
    if len(change.places) > MOST_PLACES:
        rescreening_queue.put_everybody(connection, Because.PLACE_REGISTER, at)
        return
    affected: _Affected = defaultdict(set)
    _add_others(connection, affected, change, None)
    rescreening_queue.put(connection, affected, at)


def _add_others(
    connection: Connection, affected: _Affected, change: Change, person_id: PersonId | None
) -> None:
    """Those besides the person."""
    for because, place in change.places:
        for each in _living_at(connection, place, person_id):
            affected[each].add(because)
    for named in change.people:
        for each in _numbered(connection, named):
            if each != person_id:
                affected[each] |= change.because


def _living_at(
    connection: Connection, place: Address | Whereabouts, excluding: PersonId | None
) -> Iterator[PersonId]:
    """For whom the place was asked about, or is held as an address of theirs."""
    address = place.reveal() if isinstance(place, Whereabouts) else place
    yield from (each for each in asked_at_place(connection, address) if each != excluding)
    for found in places_like(connection, address, excluding=excluding).places:
        if found.owner is not None and found.kind is NamedAs.HELD_ADDRESS:
            yield found.owner


def _numbered(connection: Connection, named: NamedPerson) -> Iterator[PersonId]:
    """Who has the number that somebody who is named is referred to by."""
    reference = "".join((named.reference or "").split()).upper()
    if reference:
        vault = vault_of(connection)
        sought = {name: vault.indexed(reference, name) for name in people.NUMBERS}
        yield from map(PersonId, connection.execute(_NUMBERED, sought).scalars())
