"""Where nothing changed of what a place is looked for in, it is not looked for again; where anything did, it is."""

from collections.abc import Sequence

import pytest
from sqlalchemy import Connection

from riskflag.casebook import EX_PARTNER, NOW, OTHER_TOWN, PROPOSED, SAME_STREET, own_address, protected_place
from riskflag.persistence import tables
from riskflag.persistence.engine import Database
from riskflag.persistence.place_search import Plan, Scored, likely_by
from riskflag.persistence.screening_places import read_places
from riskflag.records import Address, AddressUse
from riskflag.vocabulary import PersonId
from tests.persistence.rows import bodies_in, write_body
from tests.screening.remembering import (
    LOOKED_UP,
    WRITTEN,
    hold,
    look_and_remember,
    wanted_by,
)

ON_BOTH_DATABASES = True


@pytest.fixture
def looked_for(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many places are looked for in the index, each time."""
    numbers: list[int] = []

    def counted(connection: Connection, plans: Sequence[Plan]) -> list[tuple[Scored, ...]]:
        numbers.append(len(plans))
        return likely_by(connection, plans)

    monkeypatch.setattr("riskflag.persistence.places_index.likely_by", counted)
    return numbers


def test_where_nothing_changed_nothing_is_looked_for_again(
    database: Database, everybody: list[PersonId], looked_for: list[int]
) -> None:
    hold(database, everybody[4], [protected_place(EX_PARTNER, WRITTEN)])
    known = look_and_remember(database, everybody)
    assert known == look_and_remember(database, everybody)
    assert looked_for == [len(LOOKED_UP), 0]


@pytest.mark.parametrize(
    ("where", "again"),
    [
        pytest.param(PROPOSED, {PROPOSED, WRITTEN}, id="a record of the place, and of it written otherwise"),
        pytest.param(SAME_STREET, {PROPOSED, WRITTEN}, id="a record of its street"),
        pytest.param(OTHER_TOWN, {OTHER_TOWN}, id="a record of another town"),
    ],
)
def test_what_a_change_may_concern_is_looked_for_again_and_nothing_else(
    database: Database,
    everybody: list[PersonId],
    looked_for: list[int],
    where: Address,
    again: set[Address],
) -> None:
    look_and_remember(database, everybody)
    hold(database, everybody[4], [own_address(where, AddressUse.MAIN)])
    look_and_remember(database, everybody)
    hold(database, everybody[4], [])
    look_and_remember(database, everybody)
    concerned = sum(place in again for _, place in LOOKED_UP)
    assert looked_for == [len(LOOKED_UP), concerned, concerned]


def test_where_nobody_looked_for_what_cannot_be_opened_everything_is_looked_for(
    database: Database, everybody: list[PersonId], looked_for: list[int]
) -> None:
    look_and_remember(database, everybody)
    database.read(lambda connection: read_places(connection, wanted_by(everybody), NOW))
    assert looked_for == [len(LOOKED_UP), len(LOOKED_UP)]


def test_what_could_not_be_read_is_looked_for_until_it_can(
    database: Database, everybody: list[PersonId], looked_for: list[int]
) -> None:
    hold(database, everybody[3], [own_address(SAME_STREET, AddressUse.MAIN)])
    look_and_remember(database, everybody)
    ((number, sealed),) = database.read(lambda connection: bodies_in(connection, tables.record))
    database.write(lambda connection: write_body(connection, tables.record, number, b"spoilt"))
    for _ in range(2):
        assert any(each.coverage.unreadable for each in look_and_remember(database, everybody))
    database.write(lambda connection: write_body(connection, tables.record, number, sealed))
    for _ in range(2):
        assert not any(each.coverage.unreadable for each in look_and_remember(database, everybody))
    near = sum(place != OTHER_TOWN for _, place in LOOKED_UP)
    assert looked_for == [len(LOOKED_UP), near, near, near, 0]
