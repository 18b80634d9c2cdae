"""Whatever somebody who may write the database does to the audit, its check says so, and at which entry.

RISKFLAG_TAMPERINGS sets how many tamperings are tried (100 unless it says otherwise).
"""

import os
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.exc import OperationalError

from riskflag.persistence.audit import BATCH, entries
from riskflag.persistence.audit_check import Break, Checked, Head, check
from riskflag.persistence.chain import BEGINNING
from riskflag.persistence.engine import Database, open_database
from riskflag.persistence.store import Store
from tests.keys import VAULT
from tests.persistence.tampering import (
    AGAINST_A_HEAD,
    COLUMNS,
    ENTRIES,
    NOT_UNICODE,
    WITHOUT_KEYS,
    Row,
    Rows,
    Tampering,
    fill,
    rewrite,
)

KINDS = {**WITHOUT_KEYS, **AGAINST_A_HEAD}
EACH = -(-int(os.environ.get("RISKFLAG_TAMPERINGS", "100")) // len(KINDS))
SO_MANY = settings(
    max_examples=EACH, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
CHANCES = st.randoms(use_true_random=True)


@pytest.fixture
def chain(engine: Engine) -> Iterator[Connection]:
    """A chain in a transaction of which nothing is kept."""
    with engine.connect() as connection:
        connection.begin()
        fill(connection)
        yield connection
        connection.rollback()


@pytest.fixture
def intact(chain: Connection) -> Rows:
    return read(chain)


def read(connection: Connection) -> list[Row]:
    return [dict(entry) for entry in entries(connection)]


def checked(connection: Connection, head: Head | None = None) -> Checked:
    return check(entries(connection), VAULT.audit_key, head)


def head_of(rows: Rows) -> Head:
    return Head(len(rows), str(rows[-1]["mac"]))


def tampered_with(connection: Connection, tampering: Tampering, chance: Random, before: Rows) -> list[Row]:
    """What then stands there. A tampering that changes nothing is none, so another is drawn."""
    while True:
        rewrite(connection, tampering(chance, before))
        after = read(connection)
        if after != before:
            return after


def same(before: Rows, after: Rows) -> int:
    """How many entries at the beginning are what they were."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(before), len(after)))


@pytest.mark.parametrize("kind", WITHOUT_KEYS)
@SO_MANY
@given(chance=CHANCES)
def test_whoever_has_only_the_database_is_found_at_the_first_entry_touched(
    chain: Connection, intact: Rows, kind: str, chance: Random
) -> None:
    after = tampered_with(chain, WITHOUT_KEYS[kind], chance, intact)
    found = checked(chain, head_of(intact))
    assert found.broken is not None
    assert found.newest.sequence == same(intact, after)


@pytest.mark.parametrize("kind", AGAINST_A_HEAD)
@SO_MANY
@given(chance=CHANCES)
def test_whoever_has_the_key_or_an_older_copy_is_found_by_the_head(
    chain: Connection, intact: Rows, kind: str, chance: Random
) -> None:
    after = tampered_with(chain, AGAINST_A_HEAD[kind], chance, intact)
    longer = len(after) >= len(intact)
    expected = Break.ANOTHER_CHAIN if longer else Break.CUT_OFF
    assert (checked(chain, head_of(intact)).broken, checked(chain).broken) == (expected, None)


@pytest.mark.parametrize("column", COLUMNS)
def test_no_column_of_any_entry_can_be_changed(chain: Connection, column: str) -> None:
    before = read(chain)
    for at in range(ENTRIES):
        rewrite(chain, [*before[:at], {**before[at], column: "changed"}, *before[at + 1 :]])
        found = checked(chain, head_of(before))
        assert (found.broken is not None, found.newest.sequence) == (True, at)


def test_a_chain_that_nobody_touched_holds_however_it_is_copied(chain: Connection) -> None:
    before = read(chain)
    assert checked(chain, head_of(before)) == Checked(head_of(before))
    rewrite(chain, before)
    assert read(chain) == before
    assert checked(chain, head_of(before)) == Checked(head_of(before))


def test_a_chain_that_went_on_goes_through_every_earlier_head(chain: Connection) -> None:
    rows = read(chain)
    heads = [Head(0, BEGINNING), *(Head(number, str(row["mac"])) for number, row in enumerate(rows, start=1))]
    assert [checked(chain, head).broken for head in heads] == [None] * (ENTRIES + 1)


def test_text_that_is_not_unicode_stops_other_readers_as_before(chain: Connection) -> None:
    rewrite(chain, [{**row, "detail": NOT_UNICODE} for row in read(chain)])
    assert checked(chain).broken is Break.CODE
    with pytest.raises(OperationalError):
        chain.execute(text("SELECT detail FROM audit_entry")).all()


def test_no_other_key_vouches_for_it(chain: Connection) -> None:
    assert check(entries(chain), bytes(32)).broken is Break.CODE


@pytest.mark.parametrize("touched", [1, BATCH, BATCH + 1, 2 * BATCH, 2 * BATCH + 3])
def test_a_long_chain_is_checked_to_its_end(engine: Engine, touched: int) -> None:
    with engine.connect() as connection:
        connection.begin()
        fill(connection, 2 * BATCH + 3)
        assert checked(connection).newest.sequence == 2 * BATCH + 3
        connection.execute(text("DROP TRIGGER audit_entry_no_update"))
        changed = "UPDATE audit_entry SET told = 'police' WHERE sequence = :touched"
        connection.execute(text(changed), {"touched": touched})
        assert checked(connection) == Checked(checked(connection).newest, Break.CODE)
        assert checked(connection).newest.sequence == touched - 1
        connection.rollback()


@pytest.mark.parametrize(
    ("tampering", "entry"),
    [
        pytest.param("DELETE FROM audit_entry WHERE sequence = 5", 5, id="one taken away"),
        pytest.param("UPDATE audit_entry SET actor = 'nobody' WHERE sequence = 9", 9, id="another's name"),
        pytest.param("UPDATE audit_entry SET sequence = 0 WHERE sequence = 1", 1, id="the first at nought"),
        pytest.param("UPDATE audit_entry SET mac = upper(mac) WHERE sequence = 24", 24, id="the newest"),
        pytest.param("DELETE FROM audit_entry", 1, id="all of them"),
    ],
)
def test_the_store_itself_finds_it_in_a_file_that_another_program_wrote(
    url: str, engine: Engine, tampering: str, entry: int
) -> None:
    store = Store(Database(engine))
    Database(engine).write(fill)
    head = store.check_audit(None).newest
    with create_engine(url).begin() as other:
        for trigger in ("no_update", "no_delete", "no_insert"):
            other.execute(text(f"DROP TRIGGER audit_entry_{trigger}"))
        other.execute(text(tampering))
    found = store.check_audit(head)
    assert found.broken is not None
    assert found.newest.sequence == entry - 1


@pytest.mark.parametrize(
    ("tampering", "entry"),
    [
        pytest.param("DELETE FROM audit_entry WHERE sequence = 5", 5, id="one taken away"),
        pytest.param("UPDATE audit_entry SET detail = 'found ' WHERE sequence = 9", 9, id="a blank"),
        pytest.param("DELETE FROM audit_entry WHERE sequence > 20", 21, id="the newest"),
    ],
)
def test_a_server_s_chain_is_checked_as_well(postgresql_url: str, tampering: str, entry: int) -> None:
    database = open_database(postgresql_url, VAULT)
    database.write(fill)
    store = Store(database)
    head = store.check_audit(None).newest
    assert store.check_audit(head) == Checked(Head(ENTRIES, head.mac))

    def tamper(connection: Connection) -> None:
        connection.execute(text("ALTER TABLE audit_entry DISABLE TRIGGER ALL"))
        connection.execute(text(tampering))

    database.write(tamper)
    assert store.check_audit(head).newest.sequence == entry - 1
    assert store.check_audit(head).broken is not None
    database.close()
