"""What was found to be another place is not opened again, and whatever changes, what is told of a place is what
would be told if everything were gone through."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import Connection, Engine, Row, select, update

from riskflag.casebook import (
    EX_PARTNER,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    incident,
    order,
    own_address,
    protected_place,
    term,
)
from riskflag.dossier import PlaceKnowledge
from riskflag.persistence import (
    place_marks,
    place_register,
    screening_places,
    tables,
)
from riskflag.persistence.engine import Database
from riskflag.persistence.place_marks import KeptPlaces, Remembered
from riskflag.persistence.place_rebuilding import rebuild
from riskflag.persistence.screening_places import belongs
from riskflag.persistence.shelves import record_in
from riskflag.persistence.vault import opened_value
from riskflag.records import Address, AddressUse, PlaceIncidentKind, Record
from riskflag.vocabulary import PersonId, ProhibitionKind
from tests.persistence.rows import bodies_in, write_body
from tests.persistence.test_place_register import ASKED
from tests.screening.remembering import (
    LOOKED_UP,
    PEOPLE,
    WRITTEN,
    hold,
    look,
    look_and_remember,
)

ON_BOTH_DATABASES = True

PLACES = (PROPOSED, WRITTEN, SAME_STREET, OTHER_TOWN, Address("Flat 2, 5 Elder Row, Fernhill"))
KINDS: tuple[Callable[[Address], Record], ...] = (
    lambda where: own_address(where, AddressUse.MAIN),
    lambda where: protected_place(EX_PARTNER, where),
    lambda where: order(term(ProhibitionKind.NO_ENTER_ADDRESS, place=where)),
)
Held = list[tuple[int, int]]
numbers = some.integers(0, 40)
CHANGES = some.one_of(
    some.tuples(
        some.just("holds"),
        some.integers(0, PEOPLE - 1),
        some.lists(some.tuples(some.integers(0, 2), some.integers(0, len(PLACES) - 1)), max_size=3),
    ),
    some.tuples(
        some.just("incidents"),
        numbers,
        some.lists(some.tuples(some.just(0), some.integers(0, len(PLACES) - 1))),
    ),
    some.tuples(some.sampled_from(["spoils", "exchanges", "indexes anew"]), numbers, some.just(())),
)


def look_afresh(database: Database, everybody: Sequence[PersonId]) -> tuple[PlaceKnowledge, ...]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(screening_places, "_kept", lambda *given: {})
        return look(database, everybody).known


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(changes=some.lists(CHANGES, min_size=1, max_size=6))
def test_whatever_changes_what_is_told_is_what_would_be_told_without_remembering(
    database: Database, everybody: list[PersonId], changes: list[tuple[str, int, Held]]
) -> None:
    for what, number, held in changes:
        _change(database, everybody, what, number, held)
        assert look_and_remember(database, everybody) == look_afresh(database, everybody)


def test_what_is_another_place_is_opened_once_and_what_may_be_the_place_each_time(
    database: Database, everybody: list[PersonId], monkeypatch: pytest.MonkeyPatch
) -> None:
    hold(database, everybody[3], [own_address(SAME_STREET, AddressUse.MAIN)])
    hold(database, everybody[4], [protected_place(EX_PARTNER, WRITTEN)])
    opened: list[str] = []

    def counted(connection: Connection, row: Row[*tuple[object, ...]]) -> Record | None:
        opened.append(row.kind)
        return record_in(connection, row)

    monkeypatch.setattr("riskflag.persistence.place_records.record_in", counted)
    look_and_remember(database, everybody)
    assert sorted(opened) == ["addresses", "protected_places"]
    opened.clear()
    look_and_remember(database, everybody)
    assert opened == ["protected_places"]


def test_nothing_new_is_written_where_nothing_changed(database: Database, everybody: list[PersonId]) -> None:
    hold(database, everybody[3], [own_address(SAME_STREET, AddressUse.MAIN)])
    look_and_remember(database, everybody)
    assert look(database, everybody).remembered == {}


@pytest.mark.parametrize("spoilt", [b"", b"spoilt"])
def test_what_is_remembered_may_be_lost_or_spoilt(
    database: Database, engine: Engine, everybody: list[PersonId], spoilt: bytes
) -> None:
    hold(
        database,
        everybody[3],
        [own_address(WRITTEN, AddressUse.MAIN), own_address(SAME_STREET, AddressUse.MAIN)],
    )
    known = look_and_remember(database, everybody)
    with engine.begin() as connection:
        connection.execute(update(tables.told_apart).values(body=spoilt))
    assert look_and_remember(database, everybody) == known
    assert len(_remembered(engine)) == len({who for who, _ in LOOKED_UP})


def test_another_version_of_the_program_opens_everything_again(
    database: Database, everybody: list[PersonId], monkeypatch: pytest.MonkeyPatch
) -> None:
    hold(database, everybody[3], [own_address(SAME_STREET, AddressUse.MAIN)])
    look_and_remember(database, everybody)
    monkeypatch.setattr(place_marks, "_program", lambda: "another")
    assert set(look(database, everybody).remembered) == {everybody[0], everybody[1], everybody[2]}


def test_nobodys_marks_are_anybody_elses(
    database: Database, engine: Engine, everybody: list[PersonId]
) -> None:
    """Two for whom one place is proposed have no mark in common: that would tell that it is one place."""
    hold(database, everybody[3], [own_address(SAME_STREET, AddressUse.MAIN)])
    look_and_remember(database, everybody)
    every = [
        mark
        for remembered in _remembered(engine)
        for address, known in remembered.items()
        for mark in (address, known.rests_on, *known.apart)
    ]
    assert len(every) == len(set(every)) > len(LOOKED_UP)


def _remembered(engine: Engine) -> list[Remembered]:
    """What is remembered of each, opened."""
    with engine.connect() as connection:
        kept = connection.execute(select(tables.told_apart)).all()
        opened = [opened_value(connection, row.body, KeptPlaces, *belongs(row.person_id)) for row in kept]
    return [each.remembered() for each in opened if each is not None]


def _change(database: Database, everybody: Sequence[PersonId], what: str, number: int, held: Held) -> None:
    match what:
        case "holds":
            hold(database, everybody[number], [KINDS[kind](PLACES[where]) for kind, where in held])
        case "incidents":
            told = [incident(PlaceIncidentKind.CLOSURE, address=PLACES[where]) for _, where in held]
            database.write(lambda connection: place_register.replace_register(connection, told, ASKED))
        case "spoils":
            database.write(lambda connection: _spoil(connection, number))
        case "indexes anew":
            database.write(rebuild)
        case "exchanges":
            database.write(lambda connection: _exchange(connection, number))


def _spoil(connection: Connection, number: int) -> None:
    for table in (tables.record, tables.protected_place, tables.place_incident):
        rows = bodies_in(connection, table)
        if rows:
            write_body(connection, table, rows[number % len(rows)][0], b"spoilt")


def _exchange(connection: Connection, number: int) -> None:
    """Two records lie in each other's place, where neither can be opened."""
    rows = bodies_in(connection, tables.record)
    if len(rows) > 1:
        (one, first), (another, second) = rows[number % len(rows)], rows[number % len(rows) - 1]
        write_body(connection, tables.record, one, second)
        write_body(connection, tables.record, another, first)
