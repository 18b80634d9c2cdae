"""Why somebody must be looked at again: for every change, and for nothing that is none."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.casebook import (
    EX_PARTNER,
    HIM,
    NOW,
    PROPOSED,
    access_limitation,
    alert,
    caseload_link,
    conviction,
    incident,
    order,
    protected_place,
    registration,
)
from riskflag.dossier import SourceCoverage
from riskflag.records import AddressRecord, AddressUse, PlaceIncidentKind, ProtectiveOrder, Record, Variation
from riskflag.rescreening import Because, Held, change_between, change_of_register
from riskflag.vocabulary import Role, Source, SourceRecordId, SourceSystem

ASKED = SourceCoverage(NOW, answered=True, complete=True)
ORDER = order()
ASSAULT = conviction("CJ88144", "common assault")
HOME = AddressRecord(
    source_system=SourceSystem.NDELIUS,
    source_id=SourceRecordId("AD-1"),
    recorded_on=date(2026, 1, 1),
    address=PROPOSED,
    use=AddressUse.MAIN,
)
RECORDS: tuple[tuple[Record, Because], ...] = (
    (ORDER, Because.ORDER_MADE),
    (alert("XA"), Because.ALERT),
    (registration("RVIC", "risk to a known adult"), Because.REGISTRATION),
    (HOME, Because.ADDRESS_OR_OCCUPANT),
    (protected_place(EX_PARTNER, PROPOSED), Because.PROTECTED_PLACE),
    (access_limitation("somebody"), Because.ACCESS_LIMITS),
    (caseload_link("p.officer", Role.RESPONSIBLE_OFFICER, date(2026, 1, 1)), Because.ACCESS_LIMITS),
    (ASSAULT, Because.CONVICTION),
)


def held(*records: Record, coverage: SourceCoverage = ASKED) -> Held:
    return Held(HIM, records, {Source.ALERTS: coverage})


@pytest.mark.parametrize(
    ("record", "because"),
    [pytest.param(record, because, id=type(record).__name__) for record, because in RECORDS],
)
def test_a_record_that_comes_or_goes_says_why(record: Record, because: Because) -> None:
    gone = Because.ORDER_VARIED if because is Because.ORDER_MADE else because
    assert change_between(held(), held(record)).because == {because}
    assert change_between(held(record), held()).because == {gone}


@pytest.mark.parametrize(
    ("now", "because"),
    [
        pytest.param(replace(ORDER, discharged_on=NOW.date()), Because.ORDER_DISCHARGED, id="discharged"),
        pytest.param(
            replace(ORDER, variations=(Variation(NOW.date(), True, ()),)), Because.ORDER_VARIED, id="varied"
        ),
        pytest.param(replace(ORDER, expires_on=date(2031, 1, 1)), Because.ORDER_VARIED, id="another end"),
        pytest.param(
            replace(ORDER, source_id=SourceRecordId("another")), Because.ORDER_MADE, id="another beside it"
        ),
    ],
)
def test_what_became_of_an_order_is_told_apart(now: ProtectiveOrder, because: Because) -> None:
    after = held(now) if now.source_id == ORDER.source_id else held(ORDER, now)
    assert change_between(held(ORDER), after).because == {because}


def test_somebody_who_was_not_held_is_new_whatever_is_known_of_them() -> None:
    assert change_between(None, held(ORDER, HOME)).because == {Because.NEWLY_HELD}
    assert change_between(None, held()).because == {Because.NEWLY_HELD}


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(SourceCoverage(NOW, answered=True, complete=False), id="it answers in part only"),
        pytest.param(SourceCoverage(NOW, answered=False, complete=True), id="it did not answer"),
        pytest.param(SourceCoverage(NOW, answered=True, complete=True, unreadable=1), id="one is unreadable"),
        pytest.param(SourceCoverage(None, answered=True, complete=True), id="it was not asked"),
    ],
)
def test_a_source_that_is_covered_worse_is_a_change(after: SourceCoverage) -> None:
    assert change_between(held(), held(coverage=after)).because == {Because.OTHER}


def test_who_they_are_is_a_change() -> None:
    other = replace(held(), person=replace(HIM, date_of_birth=date(1980, 1, 1)))
    assert change_between(held(), other).because == {Because.OTHER}


@given(st.sets(st.sampled_from(range(len(RECORDS)))), st.integers(0, 400))
def test_the_same_records_in_any_order_and_asked_again_are_no_change(some: set[int], days: int) -> None:
    once = tuple(RECORDS[number][0] for number in some)
    again = SourceCoverage(NOW + timedelta(days=days), answered=True, complete=True)
    change = change_between(held(*once), held(*reversed(once), coverage=again))
    assert not change
    assert (change.places, change.people) == ((), frozenset())


def test_places_and_people_that_change_are_named_and_others_are_not() -> None:
    change = change_between(held(HOME, ASSAULT), held(HOME, protected_place(EX_PARTNER, PROPOSED)))
    assert [because for because, _ in change.places] == [Because.PROTECTED_PLACE]
    assert EX_PARTNER in change.people


CRIME = incident(PlaceIncidentKind.CLOSURE)


@pytest.mark.parametrize(
    ("before", "after", "because"),
    [
        pytest.param([CRIME], [CRIME], set(), id="the same register"),
        pytest.param(
            [CRIME], [replace(CRIME, source_id=SourceRecordId("X"))], set(), id="under another identifier"
        ),
        pytest.param([], [CRIME], {Because.PLACE_REGISTER}, id="an incident came"),
        pytest.param([CRIME], [], {Because.PLACE_REGISTER}, id="an incident went"),
    ],
)
def test_a_register_is_compared_by_what_it_says(
    before: list[Record], after: list[Record], because: set[Because]
) -> None:
    change = change_of_register(before, after)
    assert change.because == because
    assert {place for _, place in change.places} == ({CRIME.address} if because else set())
