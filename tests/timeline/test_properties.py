"""What always holds of a timeline, whatever is on record."""

from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from riskflag.casebook import case
from riskflag.records import (
    Conviction,
    CustodyEvent,
    DomesticAbuseEvent,
    OrderBreach,
    ProtectiveOrder,
    Record,
)
from riskflag.timeline import Timeline, timeline
from tests.strategies import instances

KINDS: tuple[type[Record], ...] = (Conviction, CustodyEvent, DomesticAbuseEvent, OrderBreach, ProtectiveOrder)
RECORDS = st.lists(st.one_of(*(instances(kind) for kind in KINDS)), max_size=8)
DAYS = st.none() | st.dates(date(1900, 1, 1), date(9999, 12, 31))


def made(records: list[Record], release_date: date | None) -> Timeline:
    held = case(routine=False).dossier
    return timeline(replace(held, records=tuple(records), sound=True), release_date)


@given(RECORDS, DAYS)
def test_every_record_has_a_line_with_where_it_is_held(records: list[Record], release: date | None) -> None:
    lines = [entry.held for lane in made(records, release).lanes for entry in lane.entries]
    for record in records:
        if not isinstance(record, ProtectiveOrder):
            assert any(held.endswith(record.source_id) for held in lines)


@given(RECORDS, DAYS)
def test_no_mark_is_outside_and_no_picture_is_longer_than_can_be_read(
    records: list[Record], release: date | None
) -> None:
    found = made(records, release)
    assert found.first <= found.today <= found.last
    assert (found.last - found.first).days <= 46 * 366
    for entry in (each for lane in found.lanes for each in lane.entries if found.draws(each)):
        if entry.is_bar:
            assert entry.on is None or entry.on <= found.last
            assert entry.until is None or entry.until >= found.first
        else:
            assert entry.on is not None
            assert found.first <= entry.on <= found.last


@given(RECORDS, DAYS, st.randoms())
def test_the_order_in_which_records_are_held_changes_nothing(
    records: list[Record], release: date | None, chance: Random
) -> None:
    plain = [each for each in records if not isinstance(each, ProtectiveOrder)]
    mixed = list(plain)
    chance.shuffle(mixed)
    assert made(plain, release) == made(mixed, release) == made(plain, release)


@given(RECORDS, DAYS)
def test_every_line_says_when_and_what(records: list[Record], release: date | None) -> None:
    for entry in (each for lane in made(records, release).lanes for each in lane.entries):
        assert entry.when
        assert entry.says.strip()
        assert entry.is_bar or entry.until is None
