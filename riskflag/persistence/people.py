"""People, found by the numbers that identify them. A name identifies nobody.

Numbers are indexed as they were given. A PNC number is looked for in each form in which one may be written.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, bindparam, insert, or_, select, update

from riskflag.errors import Conflict, StoreUnavailable
from riskflag.persistence import tables
from riskflag.persistence.at_once import each_of, rows_by
from riskflag.persistence.name_index import index_names
from riskflag.persistence.vault import opened_value, sealed_value, vault_of
from riskflag.records import Person, PersonNumbers, pnc_forms
from riskflag.vocabulary import PersonId

NOBODY = PersonId("")
NUMBERS = ("noms_number", "case_reference_number", "pnc_number")

_TABLE = tables.person
_SELECT_BY_ID = select(_TABLE.c.id, _TABLE.c.body).where(_TABLE.c.id == bindparam("of_person"))
_SELECT_EACH = select(_TABLE.c.id, _TABLE.c.body).where(_TABLE.c.id.in_(each_of()))
_SELECT_BY_NUMBERS = select(_TABLE.c.id, _TABLE.c.body).where(
    or_(*(_TABLE.c[name].in_(bindparam(name, expanding=True)) for name in NUMBERS))
)
_INSERT = insert(_TABLE)
_UPDATE = update(_TABLE).where(_TABLE.c.id == bindparam("of_person"))


def find_person(
    connection: Connection, numbers: PersonNumbers, seen: Callable[[PersonId], bool] = lambda _: True
) -> PersonId | None:
    """The person who has these numbers; None for nobody.

    seen: whether whoever looks may see this person; to them the others do not exist
    Raises Conflict when they are two people's, or when another number of that person differs.
    """
    rows = _with_any(connection, numbers)
    if not rows:
        seen(NOBODY)  # so that looking for somebody costs the same whether they are held or not
    found = [row for row in rows if seen(PersonId(row.id))]
    if len(found) > 1:
        raise Conflict("these numbers belong to more than one person who is held")
    if found and not numbers.agrees_with(PersonNumbers.of(_person(connection, found[0]))):
        raise Conflict("these numbers differ from those held of the same person")
    return PersonId(found[0].id) if found else None


def put_person(connection: Connection, person: Person) -> PersonId:
    """Stores somebody new, or what is now said of somebody held. Raises Conflict as ``find_person`` does."""
    held = find_person(connection, PersonNumbers.of(person))
    if held is not None:
        update_person(connection, held, person)
        return held
    person_id = PersonId(uuid4().hex)
    connection.execute(_INSERT, {"id": person_id, **_columns(connection, person_id, person)})
    index_names(connection, person_id, person)
    return person_id


def update_person(connection: Connection, person_id: PersonId, person: Person) -> bool:
    """Stores what is now said of this person; a number held stays where none is given now. False for nobody.

    Raises Conflict when a number differs from the one held, or belongs to somebody else.
    """
    held = read_person(connection, person_id)
    if held is None:
        return False
    before, now = PersonNumbers.of(held), PersonNumbers.of(person)
    others = {row.id for row in _with_any(connection, now)} - {person_id}
    if others or not now.agrees_with(before):
        raise Conflict("these numbers differ from those held of this person, or are another's")
    kept = {name: getattr(person, name) or getattr(held, name) for name in NUMBERS}
    columns = _columns(connection, person_id, replace(person, **kept))
    connection.execute(_UPDATE, {"of_person": person_id, **columns})
    index_names(connection, person_id, person)
    return True


def read_person(connection: Connection, person_id: PersonId) -> Person | None:
    """Who it is; None for nobody. Raises StoreUnavailable when what is held cannot be read."""
    row = connection.execute(_SELECT_BY_ID, {"of_person": person_id}).one_or_none()
    return _person(connection, row) if row is not None else None


def read_people(connection: Connection, people: Iterable[PersonId]) -> Mapping[PersonId, Person | None]:
    """Who each of these people is; None for nobody, and for somebody who cannot be read."""
    people = tuple(people)
    rows = rows_by(connection, _SELECT_EACH, "id", people)
    return {
        person_id: opened_value(connection, row.body, Person, "person", row.id)
        for person_id in people
        for row in rows.get(person_id, ())
    }


def indexed(connection: Connection, numbers: PersonNumbers) -> dict[str, str | None]:
    """What each number is held as."""
    vault = vault_of(connection)
    given = {name: getattr(numbers, name) for name in NUMBERS}
    return {name: vault.indexed(number, name) if number else None for name, number in given.items()}


def sought(connection: Connection, numbers: PersonNumbers) -> dict[str, list[str]]:
    """What each number is looked for as: a PNC number in every form in which it may be held."""
    vault = vault_of(connection)
    given = {name: {getattr(numbers, name)} - {None} for name in NUMBERS}
    given["pnc_number"] |= pnc_forms(numbers.pnc_number)
    return {name: [vault.indexed(form, name) for form in sorted(forms)] for name, forms in given.items()}


def _with_any(connection: Connection, numbers: PersonNumbers) -> Sequence[Row[*tuple[Any, ...]]]:
    return connection.execute(_SELECT_BY_NUMBERS, sought(connection, numbers)).all()


def _columns(connection: Connection, person_id: PersonId, person: Person) -> dict[str, object]:
    body = sealed_value(connection, person, "person", person_id)
    return {**indexed(connection, PersonNumbers.of(person)), "body": body}


def _person(connection: Connection, row: Row[*tuple[Any, ...]]) -> Person:
    person = opened_value(connection, row.body, Person, "person", row.id)
    if person is None:
        raise StoreUnavailable("a person who is held cannot be read")
    return person
