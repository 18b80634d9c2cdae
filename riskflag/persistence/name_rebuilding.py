"""Whoever is held, or is named in records, indexed anew by their names, by an upgrade.

Whoever cannot be read is found by no name. They may be anybody, and be spoken of in any words: 0016 lets
them be found by whoever lives anywhere, so that this is told.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, column, select, table

from riskflag.persistence.codec import decode
from riskflag.persistence.name_index import index_named, index_names, index_unread, index_unread_named
from riskflag.persistence.named_people import KINDS_THAT_NAME_PEOPLE, spoken_of
from riskflag.persistence.shelves import KIND_NAMES, record_in
from riskflag.persistence.vault import vault_of
from riskflag.records import Person, Record
from riskflag.vocabulary import PersonId

AT_ONCE = 500
"""How many people's records are read at a time."""
_HELD = table("person", column("id"), column("body"))
_EVERYBODY = select(_HELD.c.id).order_by(_HELD.c.id)
_COLUMNS = ("person_id", "kind", "source_system", "source_id", "body")
_SHELVES = [table(shelf, *map(column, _COLUMNS)) for shelf in ("record", "protected_place")]
_KINDS = [KIND_NAMES[kind] for kind in KINDS_THAT_NAME_PEOPLE]


def index_people(connection: Connection) -> None:
    """Everybody who is held."""
    for person_id, person in _held(connection):
        if person is not None:
            index_names(connection, person_id, person)


def index_all_named(connection: Connection) -> None:
    """Everybody whom records name."""
    for person_id, record in _records_that_name(connection):
        if record is not None:
            index_named(connection, person_id, [who for who, _ in spoken_of(record)])


def index_whoever_cannot_be_read(connection: Connection) -> None:
    """Everybody who cannot be read, or has a record that names somebody and cannot."""
    for person_id, person in _held(connection):
        if person is None:
            index_unread(connection, person_id)
    for person_id, record in _records_that_name(connection):
        if record is None:
            index_unread_named(connection, person_id)


def _held(connection: Connection) -> Iterator[tuple[PersonId, Person | None]]:
    vault = vault_of(connection)
    for some in _some_at_a_time(connection):
        for row in connection.execute(select(_HELD).where(_HELD.c.id.in_(some))):
            text = vault.open(row.body, "person", row.id)
            yield row.id, decode(text, Person) if text is not None else None


def _records_that_name(connection: Connection) -> Iterator[tuple[PersonId, Record | None]]:
    for some in _some_at_a_time(connection):
        for shelf in _SHELVES:
            theirs = select(shelf).where(shelf.c.person_id.in_(some), shelf.c.kind.in_(_KINDS))
            for row in connection.execute(theirs):
                yield row.person_id, record_in(connection, row)


def _some_at_a_time(connection: Connection) -> Iterator[Sequence[str]]:
    everybody = connection.execute(_EVERYBODY).scalars().all()
    return (everybody[first : first + AT_ONCE] for first in range(0, len(everybody), AT_ONCE))
