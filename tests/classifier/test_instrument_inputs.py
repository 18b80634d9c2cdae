"""What the instruments ask, as a person's own records answer it; what they leave open is never guessed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import ASKED, HER, HIM, RELEASE, TODAY, case, conviction, custody
from riskflag.classifier.instrument_inputs import Note, history_on_record, score_on_record
from riskflag.classifier.instrument_results import Instrument, Problem, Refusal, Score
from riskflag.classifier.instruments import score
from riskflag.classifier.recorded_answers import answers_on_record
from riskflag.facts import Facts
from riskflag.records import Conviction, ConvictionOutcome, CustodyEventKind, Person, Record, Sex
from riskflag.vocabulary import Source
from tests.classifier.histories import weighed

OGRS3, ARP, VRP, SVRP = Instrument
FIRST, SECOND, THIRD = date(2010, 5, 4), date(2018, 7, 1), date(2025, 2, 3)
BREACH, ASSAULT, THEFT, SEXUAL = "00831", "10501", "04910", "01700"
RELEASED, RECALLED = CustodyEventKind.RELEASED, CustodyEventKind.RECALLED
CAUTIONED = ConvictionOutcome.CAUTIONED


def proved(
    code: str, on: date | None, outcome: ConvictionOutcome = ConvictionOutcome.CONVICTED
) -> Conviction:
    return conviction(code, "an offence", on=on, outcome=outcome)


CAREER = (proved(THEFT, FIRST), proved(ASSAULT, SECOND), proved(BREACH, THIRD))


def facts_of(*records: Record, release: date | None = RELEASE, not_asked: Iterable[Source] = ()) -> Facts:
    return case(*records, asked=replace(ASKED, release_date=release), not_asked=not_asked).facts


def test_a_career_is_read_whole() -> None:
    read = history_on_record(facts_of(*CAREER), ARP)
    history = read.history
    assert read.notes == ()
    assert (history.sex, history.date_of_birth) == (Sex.MALE, HIM.date_of_birth)
    assert (history.assessed_on, history.follow_up_start) == (TODAY, RELEASE)
    assert (history.current_conviction_on, history.current_offence_code) == (THIRD, BREACH)
    assert (history.sanction_occasions, history.violent_sanctions) == (3, 2)
    assert (history.age_at_first_sanction, history.cautions_only) == (22, False)


@pytest.mark.parametrize(
    ("records", "occasions", "violent"),
    [
        pytest.param([proved(BREACH, THIRD)], 1, 1, id="one"),
        pytest.param([proved(THEFT, THIRD), proved(ASSAULT, THIRD)], 1, 1, id="two offences on one day"),
        pytest.param([proved(THEFT, FIRST, CAUTIONED), proved(THEFT, THIRD)], 2, 0, id="a caution counts"),
        pytest.param([*CAREER, proved(THEFT, date(2026, 1, 1), ConvictionOutcome.PENDING)], 3, 2, id="a charge does not"),
        pytest.param([*CAREER, proved(ASSAULT, FIRST, ConvictionOutcome.ACQUITTED)], 3, 2, id="an acquittal does not"),
        pytest.param([*CAREER, proved(ASSAULT, FIRST, ConvictionOutcome.QUASHED)], 3, 2, id="a quashed conviction does not"),
        pytest.param([*CAREER, proved(SEXUAL, date(2019, 1, 1))], 4, 2, id="a sexual offence is not violence here"),
        pytest.param([*CAREER, proved("8/31", date(2019, 1, 1))], 4, 3, id="a code as a case record writes it"),
        pytest.param([*CAREER, proved("00528", date(2019, 1, 1))], 4, 3, id="a message threatening death is violent"),
        pytest.param([*CAREER, proved("00878", date(2019, 1, 1))], 4, 3, id="racially aggravated strangulation is violent"),
        pytest.param([*CAREER, proved("99701", date(2019, 1, 1))], 4, 3, id="breach of a domestic violence protection order is"),
        pytest.param([*CAREER, proved("PH97003", date(2019, 1, 1))], 4, None, id="a court's code: nobody can say"),
        pytest.param(
            [*CAREER, proved("PH97003", date(2019, 1, 1)), proved(ASSAULT, date(2019, 1, 1))], 4, 3, id="a court's code on a day that was violent anyway"
        ),
    ],
)  # fmt: skip
def test_occasions_are_days(records: list[Record], occasions: int, violent: int | None) -> None:
    history = history_on_record(facts_of(*records), VRP).history
    assert (history.sanction_occasions, history.violent_sanctions) == (occasions, violent)


@pytest.mark.parametrize(
    ("records", "on", "code"),
    [
        pytest.param([*CAREER, proved(THEFT, date(2025, 9, 9), CAUTIONED)], THIRD, BREACH, id="a caution later is not the current one"),
        pytest.param([proved(THEFT, FIRST, CAUTIONED), proved(ASSAULT, SECOND, CAUTIONED)], SECOND, ASSAULT, id="the last of cautions alone"),
        pytest.param([proved("8/31", THIRD)], THIRD, "00831", id="written in five digits"),
        pytest.param([proved("PH97003", THIRD)], THIRD, "PH97003", id="a court's code, for the instrument to refuse"),
    ],
)  # fmt: skip
def test_the_current_offence(records: list[Record], on: date, code: str) -> None:
    history = history_on_record(facts_of(*records), ARP).history
    assert (history.current_conviction_on, history.current_offence_code) == (on, code)


@pytest.mark.parametrize(
    ("instrument", "code"),
    [
        pytest.param(OGRS3, THEFT, id="theft weighs most in OGRS3"),
        pytest.param(ARP, THEFT, id="and in ARP"),
        pytest.param(VRP, BREACH, id="breach of an order weighs most in VRP"),
        pytest.param(SVRP, ASSAULT, id="assault weighs most in SVRP"),
    ],
)
def test_of_several_offences_on_one_day_the_heaviest_is_taken_and_said(
    instrument: Instrument, code: str
) -> None:
    read = history_on_record(
        facts_of(*(proved(each, THIRD) for each in (THEFT, BREACH, ASSAULT))), instrument
    )
    assert read.history.current_offence_code == code
    assert read.notes == (Note.SEVERAL_OFFENCES,)


def test_the_same_offence_twice_on_one_day_is_no_choice() -> None:
    assert history_on_record(facts_of(proved(THEFT, THIRD), proved(THEFT, THIRD)), ARP).notes == ()


def test_where_one_of_several_offences_has_no_weight_none_is_the_heaviest() -> None:
    results = score_on_record(facts_of(proved(ASSAULT, THIRD), proved("08800", THIRD)))
    refusals = {name: each.faults[0].problem for name, each in results.items() if isinstance(each, Refusal)}
    assert refusals == {OGRS3: Problem.EXACT_OFFENCE_NEEDED}


@pytest.mark.parametrize(
    ("release", "movements", "start"),
    [
        pytest.param(RELEASE, [], RELEASE, id="a release to come"),
        pytest.param(RELEASE, [custody(RELEASED, date(2026, 1, 5))], RELEASE, id="the next release and not the last"),
        pytest.param(None, [custody(RELEASED, date(2026, 1, 5))], date(2026, 1, 5), id="a release that lasts"),
        pytest.param(None, [custody(RELEASED, date(2026, 1, 5)), custody(RECALLED, date(2026, 3, 1))], None, id="recalled since"),
        pytest.param(None, [custody(RELEASED, date(2026, 3, 1)), custody(RECALLED, date(2026, 3, 1))], None, id="recalled on the same day"),
        pytest.param(None, [], None, id="nothing is known"),
        pytest.param(date(2026, 10, 1), [], None, id="a plan whose day has passed proves nothing"),
        pytest.param(None, [custody(RELEASED, date(2027, 1, 5))], None, id="a release written down for a day to come"),
    ],
)  # fmt: skip
def test_the_start_of_follow_up(release: date | None, movements: list[Record], start: date | None) -> None:
    read = history_on_record(facts_of(*CAREER, *movements, release=release), ARP)
    assert read.history.follow_up_start == start
    assert read.notes == (() if start else (Note.RELEASE_NOT_KNOWN,))


def test_a_release_is_not_read_from_a_source_that_did_not_answer() -> None:
    facts = facts_of(*CAREER, custody(RELEASED, date(2026, 1, 5)), release=None, not_asked=[Source.CUSTODY])
    assert history_on_record(facts, ARP).history.follow_up_start is None


def test_without_a_release_no_instrument_takes_time_in_custody_for_time_at_liberty() -> None:
    for result in score_on_record(facts_of(*CAREER, release=None)).values():
        assert isinstance(result, Refusal)
        assert result.missing == ("follow_up_start",)
        assert result.notes == (Note.RELEASE_NOT_KNOWN,)


FROM_CONVICTIONS = {
    "current_conviction_on",
    "age_at_first_sanction",
    "current_offence_code",
    "sanction_occasions",
}


@pytest.mark.parametrize(
    ("records", "not_asked", "note"),
    [
        pytest.param([], [], Note.NOTHING_PROVEN, id="nothing proven"),
        pytest.param(CAREER, [Source.CONVICTIONS], Note.NOT_COMPLETE, id="convictions were not asked for"),
        pytest.param([*CAREER, proved(THEFT, None)], [], Note.WITHOUT_DATE, id="one has no date"),
    ],
)
def test_what_cannot_be_counted_is_not_counted(
    records: list[Record], not_asked: list[Source], note: Note
) -> None:
    for instrument, result in score_on_record(facts_of(*records, not_asked=not_asked)).items():
        assert isinstance(result, Refusal)
        asked = FROM_CONVICTIONS | ({"violent_sanctions"} if instrument in (VRP, SVRP) else set())
        assert set(result.missing) == asked
        assert result.notes == (note,)


@pytest.mark.parametrize(
    ("person", "missing"),
    [
        pytest.param(replace(HIM, sex=Sex.NOT_KNOWN), ("sex",), id="sex"),
        pytest.param(
            replace(HIM, date_of_birth=None), ("date_of_birth", "age_at_first_sanction"), id="date of birth"
        ),
    ],
)
def test_who_is_not_known_well_enough_has_no_score(person: Person, missing: tuple[str, ...]) -> None:
    for result in score_on_record(case(*CAREER, person=person).facts).values():
        assert isinstance(result, Refusal)
        assert result.missing == missing


def test_a_code_that_the_instruments_do_not_have_stops_only_those_that_need_it() -> None:
    results = score_on_record(facts_of(*CAREER, proved("PH97003", SECOND)))
    assert {name for name, each in results.items() if isinstance(each, Score)} == {OGRS3, ARP, VRP, SVRP}
    results = score_on_record(facts_of(*CAREER, proved("PH97003", date(2019, 1, 1))))
    assert {name for name, each in results.items() if isinstance(each, Score)} == {OGRS3, ARP}
    assert results[VRP].notes == (Note.VIOLENCE_NOT_KNOWN,)


def test_a_woman_is_scored_as_a_woman() -> None:
    weights = []
    for person in (HER, HIM):
        result = score_on_record(case(*CAREER, person=person).facts)[VRP]
        assert isinstance(result, Score)
        weights.append(weighed(result, "sex"))
    assert weights == [-1.84281451035478, 0.0]


def test_the_scores_are_those_of_the_history_that_was_read() -> None:
    facts = facts_of(*CAREER)
    nothing = answers_on_record(facts).answers
    for instrument, result in score_on_record(facts).items():
        assert result == score(instrument, history_on_record(facts, instrument).history, nothing)
