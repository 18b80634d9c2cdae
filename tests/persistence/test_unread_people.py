"""Who cannot be read, and whose records cannot, may be anybody who lives anywhere: where an earlier version may
have left them out of the indexes of names, every answer about an occupant says so."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, Table, delete, select, text

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    HIM,
    NOW,
    abuse,
    conviction,
    order,
    protected_place,
)
from riskflag.enquiry import Occupant
from riskflag.persistence import migrations, tables
from riskflag.persistence.shelves import KIND_NAMES
from riskflag.persistence.store import Store
from riskflag.records import DomesticAbuseKind, NamedPerson, ProtectiveOrder, Record
from riskflag.vocabulary import PersonId
from tests.keys import VAULT
from tests.persistence.known import ANOTHER, LODGER, hold, known

ON_BOTH_DATABASES = True

STRANGERS = [
    pytest.param(replace(LODGER, name="Wilfred Oakes"), id="with a date of birth"),
    pytest.param(NamedPerson("Wilfred Oakes"), id="without one"),
]
"""Of whom nobody's records speak."""
NAMING = [
    pytest.param(tables.record, order(protects=(EX_PARTNER,)), id="an order"),
    pytest.param(tables.protected_place, protected_place(EX_PARTNER, None), id="a protected person's home"),
    pytest.param(tables.record, abuse(DomesticAbuseKind.THREATS, EX_PARTNER), id="abuse"),
    pytest.param(tables.record, conviction("10501", "assault", EX_PARTNER), id="a conviction"),
]
EVERYBODY_IS_READ, SOMEBODY_IS_NOT = 0, 1


def _unread(store: Store, who: PersonId, occupant: NamedPerson) -> int:
    """How much more could not be read for an answer with this occupant than without anybody."""
    with_them, alone = (
        store.load(who, replace(ASKED, occupants=occupants), NOW) for occupants in ((Occupant(occupant),), ())
    )
    assert with_them is not None
    assert alone is not None
    return with_them[1].coverage.unreadable - alone[1].coverage.unreadable


def _damage(engine: Engine, table: Table, kind: type[Record]) -> bytes:
    """The record of the kind cannot be read any more. Gives what it was."""
    with engine.begin() as connection:
        theirs = table.c.kind == KIND_NAMES[kind]
        before = connection.execute(select(table.c.body).where(theirs)).scalar_one()
        connection.execute(table.update().where(theirs).values(body=b"damaged"))
    return bytes(before)


def _upgrade_again(engine: Engine) -> None:
    """As a database whose indexes were made anew, before 0016, when the damage was done."""
    with engine.begin() as connection:
        for table in (tables.named_person_key, tables.person_name_key):
            connection.execute(delete(table))
        connection.execute(text("UPDATE alembic_version SET version_num = '0015'"))
    migrations.upgrade(engine.url.render_as_string(hide_password=False), VAULT)


@pytest.mark.parametrize("stranger", STRANGERS)
@pytest.mark.parametrize(("table", "record"), NAMING)
def test_a_record_that_was_left_out_may_speak_of_anybody(
    store: Store, engine: Engine, table: Table, record: Record, stranger: NamedPerson
) -> None:
    hold(store, ANOTHER, record)
    me = hold(store, HIM)
    _damage(engine, table, type(record))
    assert _unread(store, me, stranger) == EVERYBODY_IS_READ
    _upgrade_again(engine)
    assert _unread(store, me, stranger) == SOMEBODY_IS_NOT
    hold(store, ANOTHER)
    assert _unread(store, me, stranger) == EVERYBODY_IS_READ


@pytest.mark.parametrize("stranger", STRANGERS)
def test_whoever_was_left_out_may_be_anybody(store: Store, engine: Engine, stranger: NamedPerson) -> None:
    them, me = hold(store, ANOTHER), hold(store, HIM)
    with engine.begin() as connection:
        connection.execute(tables.person.update().where(tables.person.c.id == them).values(body=b"damaged"))
    assert _unread(store, me, stranger) == EVERYBODY_IS_READ
    _upgrade_again(engine)
    assert _unread(store, me, stranger) == SOMEBODY_IS_NOT


def test_a_record_that_was_put_back_says_again_of_whom_it_speaks(store: Store, engine: Engine) -> None:
    hold(store, ANOTHER, order(protects=(EX_PARTNER,)))
    me = hold(store, HIM)
    before = _damage(engine, tables.record, ProtectiveOrder)
    _upgrade_again(engine)
    with engine.begin() as connection:
        theirs = tables.record.c.kind == KIND_NAMES[ProtectiveOrder]
        connection.execute(tables.record.update().where(theirs).values(body=before))
    assert [each.who for each in known(store, me, LODGER)] == [LODGER]
    assert _unread(store, me, LODGER) == EVERYBODY_IS_READ
