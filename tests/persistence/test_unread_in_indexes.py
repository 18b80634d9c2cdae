"""What cannot be read when the index of places is made anew stays where it was found; where that is not known,
it may be any place, and every answer says that something was not looked at."""

from collections.abc import Callable, Sequence

import pytest
from sqlalchemy import Connection, Engine, Table, delete, text, update

from riskflag.casebook import (
    EX_PARTNER,
    OTHER_TOWN,
    incident,
    order,
    protected_place,
)
from riskflag.persistence import migrations, place_register, place_tokens, tables
from riskflag.persistence.engine import Database
from riskflag.persistence.place_rebuilding import Difference, difference, rebuild
from riskflag.persistence.shelves import KIND_NAMES
from riskflag.records import (
    Address,
    PlaceIncident,
    PlaceIncidentKind,
    ProtectiveOrder,
    Record,
)
from tests.keys import VAULT
from tests.persistence.rows import bodies_in, write_body
from tests.persistence.test_place_register import ASKED as REGISTER
from tests.persistence.test_places_index import BARRED, WRITTEN, held_for, hold, look

ON_BOTH_DATABASES = True

MISTYPED = Address("5 Eldre Rwo, Fernhill")
CLOSURE = incident(PlaceIncidentKind.CLOSURE, address=WRITTEN)
KINDS: list[tuple[Table, Record]] = [
    (tables.protected_place, protected_place(EX_PARTNER, WRITTEN)),
    (tables.record, held_for(WRITTEN)),
    (tables.record, BARRED),
    (tables.place_incident, CLOSURE),
]


@pytest.fixture(params=KINDS, ids=[type(record).__name__ for _, record in KINDS])
def damaged(request: pytest.FixtureRequest, engine: Engine) -> Table:
    """Where the one record lies that names the place, and cannot be read."""
    table: Table
    table, record = request.param
    if isinstance(record, PlaceIncident):
        Database(engine).write(lambda c: place_register.replace_register(c, [record], REGISTER))
    else:
        hold(engine, [record])
    _write(engine, table, b"damaged")
    return table


def _write(engine: Engine, table: Table, body: bytes) -> bytes:
    with engine.begin() as connection:
        ((row, before),) = bodies_in(connection, table)
        write_body(connection, table, row, body)
    return before


def _damage_an_order_without_a_place(engine: Engine) -> None:
    hold(engine, [order(), held_for(OTHER_TOWN)])
    with engine.begin() as connection:
        theirs = tables.record.c.kind == KIND_NAMES[ProtectiveOrder]
        connection.execute(update(tables.record).where(theirs).values(body=b"damaged"))


def _unreadable(engine: Engine) -> Sequence[int]:
    return [look(engine, where).unreadable for where in (WRITTEN, MISTYPED, OTHER_TOWN)]


def _empty_the_index(connection: Connection) -> None:
    for table in (tables.place_token, tables.indexed_place, tables.place_token_count):
        connection.execute(delete(table))


def _index_in_another_way(connection: Connection) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(place_tokens, "_way", lambda: "another")
        rebuild(connection)


def _leave_it_out(connection: Connection) -> None:
    """As making the index anew did before 0016."""
    _empty_the_index(connection)
    connection.execute(text("UPDATE alembic_version SET version_num = '0015'"))


def test_it_stays_where_it_was_found_however_often_the_index_is_made_anew(
    engine: Engine, damaged: Table
) -> None:
    assert _unreadable(engine) == [1, 1, 0]
    for _ in range(2):
        Database(engine).write(rebuild)
        assert _unreadable(engine) == [1, 1, 0]
        assert Database(engine).read(difference) == Difference(0, 0, unreadable=1, untold=0)


@pytest.mark.usefixtures("damaged")
@pytest.mark.parametrize(
    "become_unknown",
    [
        pytest.param(_empty_the_index, id="the index was lost"),
        pytest.param(_index_in_another_way, id="addresses were read in another way"),
    ],
)
def test_where_its_place_is_not_known_it_may_be_any(
    engine: Engine, become_unknown: Callable[[Connection], None]
) -> None:
    Database(engine).write(become_unknown)
    for _ in range(2):
        Database(engine).write(rebuild)
        assert _unreadable(engine) == [1, 1, 1]
        assert Database(engine).read(difference) == Difference(0, 0, unreadable=1, untold=0)


def test_an_upgrade_tells_of_what_was_left_out_before(engine: Engine, url: str, damaged: Table) -> None:
    Database(engine).write(_leave_it_out)
    assert _unreadable(engine) == [0, 0, 0]
    migrations.upgrade(engine.url.render_as_string(hide_password=False), VAULT)
    assert _unreadable(engine) == [1, 1, 1]


def test_an_upgrade_lets_stay_what_is_found(engine: Engine, damaged: Table) -> None:
    Database(engine).write(lambda c: c.execute(text("UPDATE alembic_version SET version_num = '0015'")))
    migrations.upgrade(engine.url.render_as_string(hide_password=False), VAULT)
    assert _unreadable(engine) == [1, 1, 0]


def test_what_takes_its_place_is_all_that_is_looked_at(engine: Engine) -> None:
    hold(engine, [held_for(WRITTEN)])
    _write(engine, tables.record, b"damaged")
    Database(engine).write(_empty_the_index)
    Database(engine).write(rebuild)
    assert _unreadable(engine) == [1, 1, 1]
    hold(engine, [held_for(OTHER_TOWN)])
    assert _unreadable(engine) == [0, 0, 0]
    assert len(look(engine, OTHER_TOWN).places) == 1


def test_put_back_from_a_copy_it_is_found_once_the_index_is_made_anew(engine: Engine) -> None:
    hold(engine, [held_for(WRITTEN)])
    before = _write(engine, tables.record, b"damaged")
    Database(engine).write(_empty_the_index)
    Database(engine).write(rebuild)
    _write(engine, tables.record, before)
    assert _unreadable(engine) == [1, 1, 1]
    Database(engine).write(rebuild)
    assert _unreadable(engine) == [0, 0, 0]
    assert len(look(engine, WRITTEN).places) == 1


def test_one_that_named_no_place_when_it_could_be_read_is_none_after(engine: Engine) -> None:
    _damage_an_order_without_a_place(engine)
    for _ in range(2):
        assert Database(engine).read(difference) == Difference(1, 0, unreadable=1, untold=0)
        Database(engine).write(rebuild)
        assert _unreadable(engine) == [0, 0, 0]


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("DELETE FROM indexed_place", id="every place"),
        pytest.param(
            "DELETE FROM indexed_place WHERE id = (SELECT min(id) FROM indexed_place)", id="one of them"
        ),
        pytest.param("DELETE FROM place_token_count", id="every count"),
    ],
)
def test_an_index_that_lost_something_says_of_nobody_that_they_name_no_place(
    engine: Engine, statement: str
) -> None:
    _damage_an_order_without_a_place(engine)
    with engine.begin() as connection:
        connection.execute(text(statement))
    assert Database(engine).read(difference).untold == 1
    Database(engine).write(rebuild)
    assert _unreadable(engine) == [1, 1, 1]
