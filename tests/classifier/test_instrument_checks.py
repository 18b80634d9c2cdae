"""An instrument refuses what it cannot score, says every reason and none of what the inputs hold."""

from datetime import date
from typing import Any

import pytest

from riskflag.classifier.instrument_results import Fault, Instrument, Problem, Refusal, Score
from riskflag.classifier.instruments import score, score_all
from riskflag.classifier.offending_history import OffendingHistory
from riskflag.records import Sex
from tests.classifier.histories import MAN_OF_THIRTY, changed, refused

OGRS3, ARP, VRP, SVRP = Instrument
EVERY = tuple(Instrument)
PREDICTORS = (ARP, VRP, SVRP)
VIOLENCE = (VRP, SVRP)
BORN = date(1996, 6, 15)


@pytest.mark.parametrize("instrument", EVERY)
def test_a_sound_history_is_scored(instrument: Instrument) -> None:
    assert isinstance(score(instrument, MAN_OF_THIRTY), Score)


@pytest.mark.parametrize(
    ("inputs", "problem", "refusing"),
    [
        pytest.param({"sanction_occasions": 0, "violent_sanctions": 0}, Problem.SANCTION_OCCASIONS_OUT_OF_RANGE, EVERY, id="no sanctions at all"),
        pytest.param({"sanction_occasions": 1000}, Problem.SANCTION_OCCASIONS_OUT_OF_RANGE, EVERY, id="a thousand"),
        pytest.param({"violent_sanctions": -1}, Problem.VIOLENT_SANCTIONS_OUT_OF_RANGE, VIOLENCE, id="fewer than no violent ones"),
        pytest.param({"violent_sanctions": 5}, Problem.VIOLENT_SANCTIONS_OUT_OF_RANGE, VIOLENCE, id="more violent ones than there are"),
        pytest.param({"age_at_first_sanction": -1}, Problem.AGE_AT_FIRST_SANCTION_OUT_OF_RANGE, EVERY, id="sanctioned before birth"),
        pytest.param({"age_at_first_sanction": 29}, Problem.FIRST_SANCTION_AFTER_CONVICTION, EVERY, id="first sanctioned at 29, convicted at 28"),
        pytest.param({"current_offence_code": "0831"}, Problem.OFFENCE_CODE_MALFORMED, EVERY, id="a code of four"),
        pytest.param({"current_offence_code": "000831"}, Problem.OFFENCE_CODE_MALFORMED, EVERY, id="a code of six"),
        pytest.param({"current_offence_code": "8/31"}, Problem.OFFENCE_CODE_MALFORMED, EVERY, id="a code with a stroke"),
        pytest.param({"current_offence_code": "0083A"}, Problem.OFFENCE_CODE_MALFORMED, PREDICTORS, id="a letter, to those that want digits"),
        pytest.param({"current_offence_code": "00831\n"}, Problem.OFFENCE_CODE_MALFORMED, EVERY, id="a line break after it"),
        pytest.param({"current_offence_code": "٠٠٨٣١"}, Problem.OFFENCE_CODE_MALFORMED, PREDICTORS, id="digits of another script"),
        pytest.param({"current_offence_code": "0083A"}, Problem.OFFENCE_CODE_UNMAPPED, (OGRS3,), id="a letter, to the one that wants five characters"),
        pytest.param({"current_offence_code": "99999"}, Problem.OFFENCE_CODE_UNMAPPED, EVERY, id="a code that is on no list"),
        pytest.param({"current_offence_code": "00000"}, Problem.OFFENCE_CODE_UNMAPPED, EVERY, id="the code for an invalid offence"),
        pytest.param({"current_offence_code": "00001"}, Problem.OFFENCE_CODE_UNMAPPED, EVERY, id="the code for a breach of any order"),
        pytest.param({"current_offence_code": "95000"}, Problem.OFFENCE_CODE_UNMAPPED, (OGRS3,), id="a court martial has no weight in OGRS3"),
        pytest.param({"current_offence_code": "00878"}, Problem.OFFENCE_CODE_UNMAPPED, (OGRS3,), id="an offence made after OGRS3's list"),
        pytest.param({"current_offence_code": "08800"}, Problem.EXACT_OFFENCE_NEEDED, (OGRS3,), id="88 00"),
        pytest.param({"current_offence_code": "11100"}, Problem.EXACT_OFFENCE_NEEDED, (OGRS3,), id="111 00"),
        pytest.param({"current_offence_code": "14100"}, Problem.EXACT_OFFENCE_NEEDED, (OGRS3,), id="141 00"),
        pytest.param({"current_conviction_on": BORN}, Problem.CONVICTED_BEFORE_BIRTH, EVERY, id="convicted on the day of birth"),
        pytest.param({"current_conviction_on": date(1990, 1, 1)}, Problem.CONVICTED_BEFORE_BIRTH, EVERY, id="convicted before birth"),
        pytest.param(
            {"current_conviction_on": date(2006, 6, 14), "age_at_first_sanction": 9}, Problem.CONVICTED_UNDER_TEN, (OGRS3,), id="convicted the day before turning ten"
        ),
        pytest.param({"current_conviction_on": date(2027, 2, 23)}, Problem.CONVICTED_AFTER_ASSESSMENT, PREDICTORS, id="convicted three months and a day after the assessment"),
        pytest.param(
            {"assessed_on": date(2026, 11, 30), "current_conviction_on": date(2027, 3, 1)}, Problem.CONVICTED_AFTER_ASSESSMENT, PREDICTORS, id="three months from 30 November end on 28 February"
        ),
        pytest.param({"follow_up_start": BORN}, Problem.FOLLOW_UP_BEFORE_BIRTH, EVERY, id="released on the day of birth"),
        pytest.param({"follow_up_start": date(2106, 6, 15)}, Problem.FOLLOW_UP_AGE_OUT_OF_RANGE, PREDICTORS, id="released at 110"),
        pytest.param({"follow_up_start": date(2006, 6, 14)}, Problem.FOLLOW_UP_AGE_OUT_OF_RANGE, (OGRS3,), id="released at nine"),
    ],
)  # fmt: skip
def test_what_cannot_be_scored(
    inputs: dict[str, Any], problem: Problem, refusing: tuple[Instrument, ...]
) -> None:
    results = score_all(changed(**inputs))
    refusals = {name: each.faults for name, each in results.items() if isinstance(each, Refusal)}
    assert tuple(n for n, faults in refusals.items() if [f.problem for f in faults] == [problem]) == refusing


@pytest.mark.parametrize(
    "inputs",
    [
        pytest.param({"sanction_occasions": 1, "violent_sanctions": 1}, id="the first sanction"),
        pytest.param({"sanction_occasions": 999}, id="the most sanctions there may be"),
        pytest.param({"violent_sanctions": 0}, id="none of them violent"),
        pytest.param({"violent_sanctions": 4}, id="all of them violent"),
        pytest.param({"age_at_first_sanction": 28}, id="first sanctioned at the age of the conviction"),
        pytest.param({"age_at_first_sanction": 0}, id="an age that no court would see, which the instruments take"),
        pytest.param({"current_conviction_on": date(2027, 2, 22)}, id="convicted three months after the assessment"),
        pytest.param({"assessed_on": date(2026, 11, 30), "current_conviction_on": date(2027, 2, 28)}, id="the last day of February"),
        pytest.param({"current_conviction_on": date(2006, 6, 15), "age_at_first_sanction": 10}, id="convicted on turning ten"),
        pytest.param({"follow_up_start": date(2106, 6, 14)}, id="released the day before turning 110"),
    ],
)  # fmt: skip
def test_what_can_just_be_scored(inputs: dict[str, Any]) -> None:
    faults = [each.faults for each in score_all(changed(**inputs)).values() if isinstance(each, Refusal)]
    assert [
        fault for of_one in faults for fault in of_one if fault.problem is not Problem.ROUNDS_TO_NOUGHT
    ] == []


@pytest.mark.parametrize(
    ("name", "asking"),
    [
        pytest.param("sex", EVERY, id="sex"),
        pytest.param("date_of_birth", EVERY, id="date of birth"),
        pytest.param("current_conviction_on", EVERY, id="the conviction"),
        pytest.param("current_offence_code", EVERY, id="the offence"),
        pytest.param("sanction_occasions", EVERY, id="sanctions"),
        pytest.param("age_at_first_sanction", EVERY, id="age at the first sanction"),
        pytest.param("violent_sanctions", VIOLENCE, id="violent sanctions, where violence is asked about"),
        pytest.param("follow_up_start", (OGRS3,), id="release, for which the others take the conviction"),
        pytest.param("assessed_on", PREDICTORS, id="the assessment, which OGRS3 does not ask about"),
    ],
)
def test_an_unknown_input_is_named(name: str, asking: tuple[Instrument, ...]) -> None:
    results = score_all(changed(**{name: Sex.NOT_KNOWN if name == "sex" else None}))
    missing = {each: result.missing for each, result in results.items() if isinstance(result, Refusal)}
    assert missing == dict.fromkeys(asking, (name,))


def test_everything_that_is_missing_is_named_at_once() -> None:
    results = score_all(OffendingHistory())
    lengths = {name: len(each.missing) for name, each in results.items() if isinstance(each, Refusal)}
    assert lengths == {OGRS3: 7, ARP: 7, VRP: 8, SVRP: 8}


def test_every_reason_is_given_at_once() -> None:
    refusal = refused(VRP, changed(sex=Sex.NOT_KNOWN, sanction_occasions=0, current_offence_code="831"))
    assert [fault.problem for fault in refusal.faults] == [
        Problem.MISSING,
        Problem.SANCTION_OCCASIONS_OUT_OF_RANGE,
        Problem.VIOLENT_SANCTIONS_OUT_OF_RANGE,
        Problem.OFFENCE_CODE_MALFORMED,
    ]


def test_a_conviction_before_birth_is_said_once_where_it_stands_for_the_release() -> None:
    refusal = refused(ARP, changed(current_conviction_on=BORN, follow_up_start=None))
    assert refusal.faults == (
        Fault(Problem.CONVICTED_BEFORE_BIRTH, ("current_conviction_on", "date_of_birth")),
    )


def test_a_refusal_repeats_nothing_that_it_was_given() -> None:
    history = changed(current_offence_code="PH97003", age_at_first_sanction=77)
    said = " ".join(map(str, score_all(history).values()))
    assert "PH97003" not in said
    assert "77" not in said
    assert "1996" not in said
