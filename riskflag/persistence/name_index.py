"""People, looked for by a name together with a date of birth: neither alone finds anybody.

What stands in the database are keyed codes of a date with a part of a name (``matching.name_parts``). They
give candidates, who are then compared as they are written.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import Connection, bindparam, delete, insert, select

from riskflag.matching.name_parts import name_parts
from riskflag.persistence import tables
from riskflag.persistence.vault import vault_of
from riskflag.records import Person
from riskflag.vocabulary import PersonId

PURPOSE = "name"
_TABLE = tables.person_name_key
_INSERT = insert(_TABLE)
_DELETE = delete(_TABLE).where(_TABLE.c.person_id == bindparam("of_person"))
_FIND = (
    select(_TABLE.c.person_id)
    .distinct()
    .where(_TABLE.c.key.in_(bindparam("keys", expanding=True)))
    .order_by(_TABLE.c.person_id)
)


def index_names(connection: Connection, person_id: PersonId, person: Person) -> None:
    """Puts what is now said of this person in the place of what they were found by before."""
    connection.execute(_DELETE, {"of_person": person_id})
    rows = [{"key": key, "person_id": person_id} for key in sorted(keys_of(connection, person))]
    if rows:
        connection.execute(_INSERT, rows)


def keys_of(connection: Connection, person: Person) -> frozenset[str]:
    """Under what this person is found; nothing for somebody whose date of birth is not held."""
    if person.date_of_birth is None:
        return frozenset()
    names = person.name, *person.aliases, *person.former_names
    return frozenset(_keys(connection, names, person.date_of_birth))


def candidates(connection: Connection, name: str, born: date) -> tuple[PersonId, ...]:
    """Everybody who shares a part of a name and the date of birth, or that with day and month exchanged."""
    days = (born, exchanged) if (exchanged := _exchanged(born)) else (born,)
    keys = sorted(key for day in days for key in _keys(connection, (name,), day))
    return tuple(PersonId(each) for each in connection.execute(_FIND, {"keys": keys}).scalars())


def _keys(connection: Connection, names: Iterable[str], born: date) -> Iterator[str]:
    vault = vault_of(connection)
    return (vault.indexed(part, PURPOSE, born.isoformat()) for part in name_parts(*names))


def _exchanged(day: date) -> date | None:
    try:
        return day.replace(month=day.day, day=day.month)
    except ValueError:  # there are only twelve months
        return None
