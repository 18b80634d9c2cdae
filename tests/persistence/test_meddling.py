"""Whatever somebody who may write the database does to what the audit vouches for, comparing them says so.

RISKFLAG_TAMPERINGS sets how many ways are tried (100 unless it says otherwise), on both kinds of database.
"""

import os
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine

from tests.persistence.meddling import KINDS, all_of_it, meddle
from tests.persistence.vouched import Filled, comparing, fill, unwatched

ON_BOTH_DATABASES = True

EACH = -(-int(os.environ.get("RISKFLAG_TAMPERINGS", "100")) // (2 * len(KINDS)))
SO_MANY = settings(
    max_examples=EACH, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
CHANCES = st.randoms(use_true_random=True)


@pytest.fixture
def filled(engine: Engine) -> Filled:
    return fill(engine)


@pytest.fixture
def meddling(engine: Engine, filled: Filled) -> Iterator[Connection]:
    with unwatched(engine) as connection:
        yield connection


@pytest.mark.parametrize("kind", KINDS)
@SO_MANY
@given(chance=CHANCES)
def test_whatever_is_done_behind_the_audit_s_back_is_told(
    meddling: Connection, filled: Filled, kind: str, chance: Random
) -> None:
    undo = meddling.begin_nested()
    before = all_of_it(meddling)
    meddle(chance, meddling, kind, filled)
    after = all_of_it(meddling)
    found = comparing(meddling)
    undo.rollback()
    changed = {table for table in before if before[table] != after[table]}
    assert any(each.wrong or each.unopened for each in found.values()), (kind, changed)
