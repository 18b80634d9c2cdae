"""One person's life: the same from any side, sound, and with outcomes where they belong."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from math import sqrt
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.classifier.harm import OUTCOMES, Harm
from riskflag.records import Conviction, Record
from riskflag.records.soundness import is_sound
from riskflag.reference.offences import CodeStatus, OffenceTheme, find_offence
from tests.training.cohort.people import SEED, some_people, their_releases
from training.cohort import FIVE_YEARS, SimulatedPerson, Window, simulate_people, simulate_person

MANY = 5_000
FEW = 400
STANDARD_ERRORS = 5
VIOLENCE = {
    OffenceTheme.VIOLENCE,
    OffenceTheme.SERIOUS_VIOLENCE,
    OffenceTheme.THREATS,
    OffenceTheme.STRANGULATION,
    OffenceTheme.WEAPON,
}


@given(st.integers(0, 2**40), st.integers(0, 2**40))
def test_the_same_seed_and_number_give_the_same_person(seed: int, number: int) -> None:
    assert simulate_person(seed, number) == simulate_person(seed, number)


@given(st.permutations(range(12)), st.integers(1, 11))
def test_nobody_depends_on_who_else_is_simulated(numbers: list[int], cut: int) -> None:
    alone = {number: simulate_person(SEED, number) for number in range(12)}
    parts = [*simulate_people(SEED, numbers[:cut]), *simulate_people(SEED, numbers[cut:])]
    assert {person.number: person for person in parts} == alone


def test_another_seed_gives_other_people() -> None:
    assert simulate_person(1, 0).records != simulate_person(2, 0).records


@pytest.mark.parametrize(
    ("seed", "number"), [pytest.param(-1, 0, id="a seed"), pytest.param(0, -1, id="a number")]
)
def test_what_is_below_nought_is_refused(seed: int, number: int) -> None:
    with pytest.raises(ValueError, match="non-negative"):
        simulate_person(seed, number)


def test_a_window_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        Window(date(2020, 1, 2), date(2020, 1, 1))


def test_every_record_is_sound() -> None:
    assert all(is_sound(record) for person in some_people(FEW) for record in person.records)
    assert all(is_sound(person.person) for person in some_people(FEW))


def _ids(person: SimulatedPerson) -> list[str]:
    return [record.source_id for record in person.records]


def _recorded(person: SimulatedPerson) -> list[date]:
    return [record.recorded_on for record in person.records]


def _age(person: SimulatedPerson, release: date) -> float:
    born = person.person.date_of_birth
    return (release - born).days / 365.25 if born else 0.0


@pytest.mark.parametrize(
    "holds",
    [
        pytest.param(lambda p: len(set(_ids(p))) == len(_ids(p)), id="no two records share a name"),
        pytest.param(lambda p: _recorded(p) == sorted(_recorded(p)), id="records come in order of recording"),
        pytest.param(
            lambda p: all(r.recorded_on >= r.happened_on for r in p.records if r.happened_on),
            id="nothing is recorded before it happened",
        ),
        pytest.param(lambda p: p.person.name == f"Simulated Person {p.number:06d}", id="the name says so"),
        pytest.param(lambda p: (p.person.noms_number or "").startswith("Z"), id="no real prison number"),
        pytest.param(lambda p: len(p.releases) >= 1, id="everybody is released at least once"),
        pytest.param(
            lambda p: all(FIVE_YEARS.first <= r.on <= FIVE_YEARS.last for r in p.releases),
            id="releases lie in the window",
        ),
        pytest.param(
            lambda p: all((b.on - a.on).days > 730 for a, b in pairwise(p.releases)),
            id="no two releases share the time looked at",
        ),
        pytest.param(lambda p: all(_age(p, r.on) >= 17.99 for r in p.releases), id="all are adults"),
        pytest.param(
            lambda p: all(_age(p, c.happened_on) >= 10 for c in _convictions(p) if c.happened_on),
            id="nobody offends below the age of responsibility",
        ),
    ],
)
def test_it_holds_for_everybody(holds: Callable[[SimulatedPerson], bool]) -> None:
    assert [person.number for person in some_people(FEW) if not holds(person)] == []


def _convictions(person: SimulatedPerson) -> list[Conviction]:
    return [record for record in person.records if isinstance(record, Conviction)]


def test_every_offence_code_may_still_be_used() -> None:
    codes = {record.offence_code for person in some_people(FEW) for record in _convictions(person)}
    known = {code: find_offence(code) for code in codes}
    assert [code for code, each in known.items() if not each or each.status is not CodeStatus.CURRENT] == []


@pytest.mark.parametrize("harm", list(Harm))
def test_what_happened_lies_after_the_release_and_within_its_time(harm: Harm) -> None:
    happened = [(r.on, r.happened_on[harm]) for _, r in their_releases(FEW)]
    days = [(day - on).days for on, day in happened if day is not None]
    assert days
    assert all(0 < each < OUTCOMES[harm].within_days for each in days)


def _counts(harm: Harm, record: Record) -> bool:
    """Whether a record shows a harm, read from the record alone."""
    if not isinstance(record, Conviction):
        return False
    offence = find_offence(record.offence_code)
    themes = offence.themes if offence else frozenset()
    if harm is Harm.VIOLENCE:
        return not themes.isdisjoint(VIOLENCE)
    if harm is Harm.ORDER_BREACH:
        return OffenceTheme.ORDER_BREACH in themes
    return bool(record.victims or record.domestic_abuse_found or OffenceTheme.COERCIVE_CONTROL in themes)


@pytest.mark.parametrize("harm", list(Harm))
def test_the_records_show_each_harm_exactly_where_it_happened(harm: Harm) -> None:
    within = timedelta(days=OUTCOMES[harm].within_days)
    for person, release in their_releases(FEW):
        shown = [
            record.happened_on
            for record in person.records
            if record.happened_on and release.on < record.happened_on <= release.on + within
            if _counts(harm, record)
        ]
        assert min(shown, default=None) == release.happened_on[harm]


@pytest.mark.parametrize("harm", list(Harm))
def test_harms_happen_as_often_as_is_true(harm: Harm) -> None:
    """Over everybody, and in each third of the true probability, within five standard errors."""
    ranked = sorted((r.probability[harm], r.happened_on[harm] is not None) for _, r in their_releases(MANY))
    third = len(ranked) // 3
    for group in (ranked, ranked[:third], ranked[third:-third], ranked[-third:]):
        expected = fmean(probability for probability, _ in group)
        error = sqrt(sum(probability * (1 - probability) for probability, _ in group)) / len(group)
        assert abs(fmean(happened for _, happened in group) - expected) < STANDARD_ERRORS * error


@pytest.mark.parametrize(
    ("harm", "low", "high"),
    [
        pytest.param(Harm.DOMESTIC_ABUSE, 0.08, 0.13, id="proven abuse in two years"),
        pytest.param(Harm.ORDER_BREACH, 0.04, 0.08, id="a proven breach in one year"),
        pytest.param(Harm.VIOLENCE, 0.17, 0.26, id="proven violence in two years"),
    ],
)
def test_base_rates_are_those_intended(harm: Harm, low: float, high: float) -> None:
    assert low < fmean(r.probability[harm] for _, r in their_releases(MANY)) < high


def test_records_are_few_and_releases_more_than_one_each() -> None:
    people = some_people(MANY)
    assert 10 < fmean(len(person.records) for person in people) < 30
    assert 1.1 < fmean(len(person.releases) for person in people) < 1.5


def test_a_one_day_window_releases_everybody_on_it() -> None:
    day = date(2022, 2, 28)
    people = simulate_people(SEED, range(20), Window(day, day))
    assert {release.on for person in people for release in person.releases} == {day}
