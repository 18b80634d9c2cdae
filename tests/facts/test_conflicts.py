"""Records that cannot both be right."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    HIM,
    Case,
    alert,
    case,
    conviction,
    order,
    registration,
    term,
)
from riskflag.facts.conflicts import (
    discharged_without_evidence,
    duplicate_records,
    impossible_dates,
    opposite_flags,
    taken_back_in_words,
)
from riskflag.records import Record
from riskflag.vocabulary import ProhibitionKind

ORDER = order(term(ProhibitionKind.NO_CONTACT))
THEFT = conviction("04600", "Theft from a shop")
NOT_ELIGIBLE = registration("NOTMAPPA", "Not MAPPA Eligible")
EARLIER, LATER = date(2025, 1, 6), date(2025, 6, 2)


@pytest.mark.parametrize(
    ("record", "found"),
    [
        pytest.param(registration("KDUP", "Known Duplicate Offender"), True, id="known duplicate"),
        pytest.param(registration("DOFF", "Duplicate Offender Records Exist"), True, id="duplicates exist"),
        pytest.param(
            registration("KDUP", "Known Duplicate Offender", ended_on=EARLIER), False, id="put right"
        ),
        pytest.param(alert("XVL"), False, id="another flag"),
    ],
)
def test_a_second_record_is_found_by_its_register_entry(record: Record, found: bool) -> None:
    assert bool(duplicate_records(case(record).facts)) is found


@pytest.mark.parametrize(
    ("records", "how_many"),
    [
        pytest.param((alert("P22"), NOT_ELIGIBLE), 2, id="managed, and not eligible"),
        pytest.param((alert("P22"), alert("SONR")), 2, id="registered, and not required to register"),
        pytest.param((alert("P22"),), 0, id="one side only"),
        pytest.param((alert("P22", active_to=EARLIER), NOT_ELIGIBLE), 0, id="one side is closed"),
    ],
)
def test_flags_that_deny_each_other(records: tuple[Record, ...], how_many: int) -> None:
    assert len(opposite_flags(case(*records).facts)) == how_many


@pytest.mark.parametrize(
    ("flag", "found"),
    [
        pytest.param(alert("OHCO", "order lifted?"), True, id="lifted, perhaps"),
        pytest.param(alert("OHCO", "no longer with partner, order discharged"), True, id="discharged"),
        pytest.param(alert("OHCO", "order not discharged"), True, id="an odd denial is read as a doubt"),
        pytest.param(alert("OHCO", "order about his ex"), False, id="nothing is taken back"),
        pytest.param(alert("OHCO", "order lifted", active_to=EARLIER), False, id="closed, as it says"),
    ],
)
def test_a_flag_that_its_own_words_take_back(flag: Record, found: bool) -> None:
    assert bool(taken_back_in_words(case(flag).facts)) is found


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        pytest.param(replace(ORDER, discharged_on=LATER), True, id="somebody says so"),
        pytest.param(
            replace(ORDER, discharged_on=LATER, discharge_evidence="sealed order seen"),
            False,
            id="the order was seen",
        ),
        pytest.param(ORDER, False, id="nobody says so"),
    ],
)
def test_a_discharge_needs_evidence(changed: Record, found: bool) -> None:
    assert bool(discharged_without_evidence(case(changed).facts)) is found


@pytest.mark.parametrize(
    ("of", "found"),
    [
        pytest.param(
            case(replace(ORDER, made_on=LATER, expires_on=EARLIER)), True, id="ended before it was made"
        ),
        pytest.param(
            case(replace(ORDER, made_on=LATER, served_on=EARLIER)), True, id="served before it was made"
        ),
        pytest.param(
            case(replace(THEFT, happened_on=LATER, convicted_on=EARLIER)), True, id="convicted first"
        ),
        pytest.param(
            case(THEFT, person=replace(HIM, date_of_birth=LATER)), True, id="born after the offence"
        ),
        pytest.param(case(THEFT, person=replace(HIM, date_of_birth=None)), False, id="no date of birth"),
        pytest.param(case(replace(alert("XVL"), active_to=EARLIER)), True, id="closed before it was opened"),
        pytest.param(
            case(replace(registration("ADVP", "Perpetrator"), ended_on=EARLIER)),
            True,
            id="ended before it began",
        ),
        pytest.param(case(ORDER, THEFT, alert("XVL")), False, id="all in order"),
    ],
)
def test_dates_must_be_possible(of: Case, found: bool) -> None:
    assert bool(impossible_dates(of.facts)) is found
