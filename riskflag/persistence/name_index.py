"""People, and whoever is named in people's records, looked for by a name together with a date of birth. A
part of the name is enough with the same date, or that with day and month exchanged; with a date in which
another slip was made (``slips_of``), two neighbouring parts. Of whoever lives at an address those are found
too of whom no date of birth is held, by first name and surname; to whoever searches for a person neither a
name nor a date alone tells of anybody.

What stands in the database are keyed codes of a date, or of none, with a part of a name
(``matching.name_parts``). They give candidates, who are then compared as they are written.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from sqlalchemy import Connection, bindparam, delete, insert, select, text

from riskflag.matching.description import slips_of
from riskflag.matching.name_parts import name_parts, paired_parts, whole_names
from riskflag.persistence import tables
from riskflag.persistence.many_numbers import ForMany, for_texts, some_at_a_time
from riskflag.persistence.vault import vault_of
from riskflag.records import NamedPerson, Person
from riskflag.vocabulary import PersonId

PURPOSE, NAMED = "name", "named"
"""So that the keys of one table are not those of the other."""
NO_DATE = ""
"""In the place of a date of birth that is not held."""
NOT_READ = "not read"
"""Under this, which is no keyed code, lies whoever could not be read, or had a record that could not, when
the index was made: they may be anybody."""
_TABLE = tables.person_name_key
_INSERT = insert(_TABLE)
_PUT = text("INSERT INTO person_name_key (key, person_id) VALUES (:key, :person_id) ON CONFLICT DO NOTHING")
_DELETE = delete(_TABLE).where(_TABLE.c.person_id == bindparam("of_person"))
_FIND = for_texts(select(_TABLE.c.person_id).distinct(), _TABLE.c.key)
_NAMED = tables.named_person_key
_PUT_NAMED = text(
    "INSERT INTO named_person_key (key, person_id) VALUES (:key, :person_id) ON CONFLICT DO NOTHING"
)
_FORGET_NAMED = delete(_NAMED).where(_NAMED.c.person_id == bindparam("of_person"))
_FIND_NAMED = for_texts(select(_NAMED.c.person_id).distinct(), _NAMED.c.key)


def index_names(connection: Connection, person_id: PersonId, person: Person) -> None:
    """Puts what is now said of this person in the place of what they were found by before."""
    connection.execute(_DELETE, {"of_person": person_id})
    rows = [{"key": key, "person_id": person_id} for key in sorted(keys_of(connection, person))]
    if rows:
        connection.execute(_INSERT, rows)


def keys_of(connection: Connection, person: Person) -> frozenset[str]:
    """Under what this person is found."""
    names = person.name, *person.aliases, *person.former_names
    return frozenset(_held_under(connection, names, person.date_of_birth, PURPOSE))


def candidates(connection: Connection, name: str, born: date) -> tuple[PersonId, ...]:
    """Everybody whose name and date of birth may be these."""
    return _found(connection, _FIND, _dated(connection, (name,), born, PURPOSE))


def index_named(connection: Connection, person_id: PersonId, named: Iterable[NamedPerson]) -> None:
    """Makes this person's records findable by whom they name."""
    keys = {key for who in named for key in _held_under(connection, _names(who), who.date_of_birth, NAMED)}
    if keys:
        connection.execute(_PUT_NAMED, [{"key": key, "person_id": person_id} for key in sorted(keys)])


def index_unread(connection: Connection, person_id: PersonId) -> None:
    """Lets this person, who cannot be read, be found as whoever lives somewhere."""
    connection.execute(_PUT, {"key": NOT_READ, "person_id": person_id})


def index_unread_named(connection: Connection, person_id: PersonId) -> None:
    """Lets this person's records, of which one cannot be read, be found by whoever lives somewhere."""
    connection.execute(_PUT_NAMED, {"key": NOT_READ, "person_id": person_id})


def forget_named(connection: Connection, person_id: PersonId) -> None:
    """Lets this person's records be found by nobody whom they name."""
    connection.execute(_FORGET_NAMED, {"of_person": person_id})


def named_with(connection: Connection, who: NamedPerson) -> tuple[PersonId, ...]:
    """In whose records somebody is named whose name and date of birth may be theirs, or which could not be
    read. Of somebody whose date of birth is unknown, the latter alone."""
    born = who.date_of_birth
    dated = _dated(connection, _names(who), born, NAMED) if born is not None else ()
    return _found(connection, _FIND_NAMED, (*dated, NOT_READ))


def named_without_date(connection: Connection, who: NamedPerson) -> tuple[PersonId, ...]:
    """In whose records somebody of their name is named without a date of birth."""
    return _found(connection, _FIND_NAMED, _held_under(connection, _names(who), None, NAMED))


def held_as(connection: Connection, who: NamedPerson) -> tuple[PersonId, ...]:
    """Everybody who is held and may be they: with such a date of birth, with none, or not to be read."""
    alone = _held_under(connection, _names(who), None, PURPOSE)
    born = who.date_of_birth
    dated = _dated(connection, _names(who), born, PURPOSE) if born is not None else ()
    return _found(connection, _FIND, (*alone, *dated, NOT_READ))


def _found(connection: Connection, statement: ForMany, keys: Iterable[str]) -> tuple[PersonId, ...]:
    found = {row.person_id for row in some_at_a_time(connection, statement, set(keys))}
    return tuple(map(PersonId, sorted(found)))


def _names(who: NamedPerson) -> tuple[str, ...]:
    return who.name, *who.aliases, *who.former_names


def _held_under(
    connection: Connection, names: Collection[str], born: date | None, purpose: str
) -> Iterator[str]:
    if born is None:
        return _keyed(connection, whole_names(*names), NO_DATE, purpose)
    return _keyed(connection, name_parts(*names), born.isoformat(), purpose)


def _dated(connection: Connection, names: Collection[str], born: date, purpose: str) -> Iterator[str]:
    """What is looked under for a date of birth, in which a slip may have been made."""
    parts, pairs = name_parts(*names), paired_parts(*names)
    for day in {born, _exchanged(born) or born}:
        yield from _keyed(connection, parts, day.isoformat(), purpose)
    for day in slips_of(born):
        yield from _keyed(connection, pairs, day.isoformat(), purpose)


def _keyed(connection: Connection, parts: Iterable[str], born: str, purpose: str) -> Iterator[str]:
    return map(vault_of(connection).index(purpose, born).code, parts)


def _exchanged(day: date) -> date | None:
    try:
        return day.replace(month=day.day, day=day.month)
    except ValueError:  # there are only twelve months
        return None
