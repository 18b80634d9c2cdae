"""Which assessment's answers count, and which answers do not stand."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from riskflag.casebook import TODAY, assessment, case, conviction
from riskflag.classifier.instrument_inputs import score_on_record
from riskflag.classifier.instrument_results import Basis, Instrument, Refusal, Score
from riskflag.classifier.recorded_answers import AnswersNote, answers_on_record
from riskflag.facts import Facts
from riskflag.records import Drug, OasysAnswers, PastOffence, ProblemLevel, RiskAssessment
from riskflag.vocabulary import Source
from tests.classifier.histories import EVERY_ANSWER as WHOLE

OGRS3, ARP, VRP, SVRP = Instrument
NONE, SOME, SIGNIFICANT = ProblemLevel
OLD, OLDER, LATER = date(2026, 5, 4), date(2024, 5, 4), date(2026, 12, 1)
CONVICTED = conviction("00831", "an offence", on=date(2025, 2, 3))
TEMPER, DRINK = OasysAnswers(temper_control=SOME), OasysAnswers(binge_drinking=SIGNIFICANT)
CALM = OasysAnswers(temper_control=NONE)
GAINSAID, WITHOUT_DAY = (AnswersNote.GAINSAID,), (AnswersNote.WITHOUT_DAY,)


def made(
    answers: OasysAnswers | None, on: date = OLD, abuse: bool | None = None, dated: bool = True
) -> RiskAssessment:
    return replace(
        assessment(on=on),
        recorded_on=min(on, TODAY),
        happened_on=on if dated else None,
        answers=answers,
        domestic_abuse_perpetrator=abuse,
    )


def facts_of(*records: RiskAssessment, not_asked: Iterable[Source] = ()) -> Facts:
    return case(CONVICTED, *records, not_asked=not_asked).facts


@pytest.mark.parametrize(
    ("records", "temper", "day", "notes"),
    [
        pytest.param([], None, None, (), id="no assessment with answers"),
        pytest.param([made(None)], None, None, (), id="an assessment without any"),
        pytest.param([made(OasysAnswers())], None, None, (), id="an assessment that answers nothing"),
        pytest.param([made(TEMPER)], SOME, OLD, (), id="one"),
        pytest.param([made(TEMPER), made(CALM, OLDER)], SOME, OLD, (), id="the newer of two"),
        pytest.param([made(CALM, OLDER), made(TEMPER)], SOME, OLD, (), id="in whatever order they come"),
        pytest.param([made(DRINK), made(TEMPER, OLDER)], None, OLD, (), id="the older one fills no gap of the newer"),
        pytest.param([made(TEMPER), made(None, date(2026, 11, 2))], SOME, OLD, (), id="a newer one without answers hides none"),
        pytest.param([made(TEMPER), made(DRINK)], SOME, OLD, (), id="two parts of one assessment"),
        pytest.param([made(TEMPER), made(CALM)], None, OLD, GAINSAID, id="two that differ on one day"),
        pytest.param([made(TEMPER), made(CALM, TODAY, dated=False)], None, OLD, GAINSAID, id="a later part without a day differs"),
        pytest.param([made(TEMPER), made(TEMPER, TODAY, dated=False)], SOME, OLD, (), id="a later part says the same"),
        pytest.param([made(TEMPER), made(CALM, OLDER, dated=False)], SOME, OLD, (), id="a part written down before"),
        pytest.param([made(DRINK), made(TEMPER, TODAY, dated=False)], None, OLD, (), id="a part without a day adds nothing"),
        pytest.param([made(TEMPER, dated=False)], None, None, WITHOUT_DAY, id="nobody knows the day"),
        pytest.param([made(TEMPER, LATER)], None, None, (), id="one dated after the question"),
        pytest.param([made(CALM, OLDER), made(TEMPER, LATER)], NONE, OLDER, (), id="one dated after the question hides none"),
        pytest.param([made(TEMPER, date(2011, 5, 4))], SOME, date(2011, 5, 4), (), id="an old one, whose day is told"),
    ],
)  # fmt: skip
def test_which_assessment_answers(
    records: list[RiskAssessment],
    temper: ProblemLevel | None,
    day: date | None,
    notes: tuple[AnswersNote, ...],
) -> None:
    read = answers_on_record(facts_of(*records))
    assert (read.answers.temper_control, read.given_on, read.notes) == (temper, day, notes)


@pytest.mark.parametrize(
    ("records", "abuse", "notes"),
    [
        pytest.param([made(TEMPER, abuse=True)], True, (), id="it says so itself"),
        pytest.param([made(TEMPER), made(None, abuse=True)], True, (), id="another part of it says so"),
        pytest.param([made(TEMPER), made(None, OLDER, abuse=True)], None, (), id="an older one said so"),
        pytest.param([made(TEMPER), made(None, TODAY, abuse=True)], None, (), id="a newer one says so"),
        pytest.param(
            [made(TEMPER, abuse=False), made(None, TODAY, abuse=True)], None, GAINSAID, id="a newer one denies its no"
        ),
        pytest.param([made(TEMPER, abuse=True), made(None, OLDER, abuse=False)], True, (), id="it denies an older no"),
    ],
)  # fmt: skip
def test_domestic_abuse_is_of_the_same_assessment(
    records: list[RiskAssessment], abuse: bool | None, notes: tuple[AnswersNote, ...]
) -> None:
    read = answers_on_record(facts_of(*records))
    assert (read.answers.domestic_abuse, read.notes) == (abuse, notes)


@pytest.mark.parametrize(
    ("given", "other", "stands"),
    [
        pytest.param((Drug.HEROIN, Drug.SPICE), (Drug.SPICE, Drug.HEROIN), True, id="the same in another order"),
        pytest.param((Drug.HEROIN,), (), False, id="none at all"),
        pytest.param((Drug.HEROIN,), (Drug.HEROIN, Drug.SPICE), False, id="one more"),
        pytest.param((Drug.HEROIN,), None, True, id="the other did not ask"),
    ],
)  # fmt: skip
def test_drugs_are_in_no_order(given: tuple[Drug, ...], other: tuple[Drug, ...] | None, stands: bool) -> None:
    answers = (OasysAnswers(drugs_in_use=drugs, temper_control=NONE) for drugs in (given, other))
    read = answers_on_record(facts_of(*map(made, answers)))
    assert (read.answers.drugs_in_use == tuple(sorted(given))) is stands
    assert (read.answers.drugs_in_use is None) is not stands


def bases(facts: Facts) -> dict[Instrument, Basis]:
    results = score_on_record(facts)
    return {name: each.basis for name, each in results.items() if isinstance(each, Score)}


def test_an_assessment_on_record_makes_the_scores_dynamic_and_gives_its_day() -> None:
    facts = facts_of(made(WHOLE, abuse=False))
    dynamic = {ARP: Basis.DYNAMIC, VRP: Basis.DYNAMIC, SVRP: Basis.DYNAMIC}
    assert bases(facts) == {OGRS3: Basis.STATIC, **dynamic}
    days = {name: getattr(each, "answered_on", None) for name, each in score_on_record(facts).items()}
    assert days == {OGRS3: None, **dict.fromkeys(dynamic, OLD)}


@pytest.mark.parametrize(
    ("left_out", "static"),
    [
        pytest.param({"past_offences": None}, {SVRP}, id="serious offences before, which SVRP alone asks"),
        pytest.param({"temper_control": None}, {VRP, SVRP}, id="temper"),
        pytest.param({"drugs_in_use": None}, {ARP, VRP}, id="nobody asked about drugs: that is no answer that there are none"),
        pytest.param({"accommodation": None}, {ARP, VRP, SVRP}, id="accommodation"),
    ],
)  # fmt: skip
def test_an_answer_that_is_missing_leaves_the_static_score(
    left_out: dict[str, Any], static: set[Instrument]
) -> None:
    results = score_on_record(facts_of(made(replace(WHOLE, **left_out), abuse=False)))
    for name in (ARP, VRP, SVRP):
        result = results[name]
        assert isinstance(result, Score)
        assert (result.basis is Basis.STATIC) is (name in static)
        assert set(left_out) <= {*result.missing_answers} or name not in static


def test_answers_are_not_used_where_newer_ones_may_be_on_record() -> None:
    facts = facts_of(made(WHOLE, abuse=False), not_asked=[Source.RISK_ASSESSMENTS])
    assert set(bases(facts).values()) == {Basis.STATIC}
    for name, result in score_on_record(facts).items():
        assert not isinstance(result, Refusal)
        assert result.notes == (() if name is OGRS3 else (AnswersNote.NOT_COMPLETE,))
        assert result.answered_on is None


def test_an_assessment_that_was_written_down_after_the_question_is_not_used() -> None:
    facts = facts_of(replace(made(WHOLE, abuse=False), recorded_on=LATER))
    assert set(bases(facts).values()) == {Basis.STATIC}


def test_a_note_repeats_no_answer() -> None:
    facts = facts_of(made(TEMPER), made(replace(CALM, past_offences=(PastOffence.ARSON,))))
    notes = answers_on_record(facts).notes
    assert notes == GAINSAID
    assert not any(word in note for note in notes for word in ("temper", "arson", "problems"))
