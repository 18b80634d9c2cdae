"""Numbers by the hundred are read and written alike on both kinds of database."""

import pytest
from sqlalchemy import Engine, event, insert, select

from riskflag.errors import StoreUnavailable
from riskflag.persistence import tables
from riskflag.persistence.engine import Database
from riskflag.persistence.many_numbers import (
    BATCH,
    PutNumbers,
    add_to,
    for_numbers,
    for_texts,
    put,
    put_into,
    put_new_into,
    some_at_a_time,
)

ON_BOTH_DATABASES = True

_COUNTS, _SLIPS = tables.place_token_count, tables.place_word_slip
_HELD = for_numbers(select(_COUNTS.c.token, _COUNTS.c.held), _COUNTS.c.token)
_UNDER = for_texts(select(tables.place_count.c.key), tables.place_count.c.key)
_NEW = put_into(_COUNTS)
_ADDED = add_to(_COUNTS, "held")
_CHANGED = add_to(_COUNTS, "held", instead=["changed"])
LEAST, MOST = -(2**63), 2**63 - 1


def held(engine: Engine, asked: list[int]) -> list[tuple[int, int]]:
    rows = Database(engine).read(lambda connection: list(some_at_a_time(connection, _HELD, asked)))
    return sorted((row.token, row.held) for row in rows)


def written(engine: Engine, statement: PutNumbers, counts: dict[int, int], changed: int = 1) -> None:
    rows = [{"token": token, "held": number, "changed": changed} for token, number in counts.items()]
    Database(engine).write(lambda connection: put(connection, statement, rows))


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param([], id="nothing is asked for"),
        pytest.param([7], id="one"),
        pytest.param([LEAST, -1, 0, MOST], id="the smallest and the largest there are"),
        pytest.param([4_000_000_000, 5], id="one beyond four bytes beside a small one"),
    ],
)
def test_what_is_asked_for_is_found_and_nothing_else(engine: Engine, asked: list[int]) -> None:
    written(engine, _NEW, {**dict.fromkeys(asked, 1), 12345: 1})
    assert held(engine, asked) == [(number, 1) for number in sorted(asked)]


def test_more_than_go_into_one_statement_are_all_found(engine: Engine) -> None:
    numbers = range(BATCH * 2 + 3)
    written(engine, _NEW, dict.fromkeys(numbers, 2))
    assert held(engine, list(numbers)) == [(number, 2) for number in numbers]


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param([], id="nothing is asked for"),
        pytest.param(["one"], id="one"),
        pytest.param(
            ["a quote ' and \" another", "a \\ stroke", "\u00e9\U0001f511", "7"], id="text of any kind"
        ),
    ],
)
def test_texts_that_are_asked_for_are_found_and_nothing_else(engine: Engine, asked: list[str]) -> None:
    rows = [{"key": text, "held": 1} for text in (*asked, "another")]
    Database(engine).write(lambda connection: connection.execute(insert(tables.place_count), rows).rowcount)
    found = Database(engine).read(lambda connection: list(some_at_a_time(connection, _UNDER, asked)))
    assert sorted(row.key for row in found) == sorted(asked)


def test_numbers_are_added_up(engine: Engine) -> None:
    written(engine, _ADDED, {1: 4, 2: 5})
    written(engine, _ADDED, {2: 6, 3: 7})
    assert held(engine, [1, 2, 3]) == [(1, 4), (2, 11), (3, 7)]


def test_what_is_added_to_takes_what_comes_instead_where_that_is_asked(engine: Engine) -> None:
    for statement, changed in ((_ADDED, 1), (_ADDED, 2), (_CHANGED, 3)):
        written(engine, statement, {7: 4}, changed)
        expected = {1: (4, 1), 2: (8, 1), 3: (12, 3)}[changed]
        (row,) = Database(engine).read(lambda connection: connection.execute(select(_COUNTS)).all())
        assert (row.held, row.changed) == expected


def test_nothing_is_written_where_there_is_nothing(engine: Engine) -> None:
    written(engine, _ADDED, {})
    assert Database(engine).read(lambda connection: connection.execute(select(_COUNTS)).all()) == []


def test_what_is_there_already_is_left(engine: Engine) -> None:
    slips = [{"slip": 1, "word": 2}, {"slip": 1, "word": 3}]
    Database(engine).write(lambda connection: put(connection, put_new_into(_SLIPS), slips[:1]))
    Database(engine).write(lambda connection: put(connection, put_new_into(_SLIPS), slips))
    found = Database(engine).read(lambda c: c.execute(select(_SLIPS).order_by(_SLIPS.c.word)).all())
    assert [tuple(row) for row in found] == [(1, 2), (1, 3)]


def test_what_must_be_new_is_refused_where_it_is_there(engine: Engine) -> None:
    written(engine, _NEW, {1: 1})
    with pytest.raises(StoreUnavailable):
        written(engine, _NEW, {1: 1})


def test_one_statement_is_met_however_many_are_asked_for(engine: Engine) -> None:
    sent: set[str] = set()
    event.listen(engine, "before_cursor_execute", lambda *said: sent.add(said[2]))
    for number in (1, 2, 50):
        held(engine, list(range(number)))
    assert len([each for each in sent if "SELECT" in each]) == 1
