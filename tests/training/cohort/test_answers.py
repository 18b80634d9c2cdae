"""What assessors write down of how people live: often, not always, and not always as it is."""

from collections.abc import Callable, Iterator
from math import sqrt
from statistics import fmean

import pytest

from riskflag.records import Drug, OasysAnswers, ProblemLevel, RiskAssessment
from tests.training.cohort.people import some_people, their_releases
from training.cohort import Release, parameters
from training.cohort.life import Habits, Level

MANY = 5_000
WEEKS_BEFORE = 56
LEVELS = tuple(ProblemLevel)
JUDGED: dict[str, Callable[[Habits], Level]] = {
    "chronic_drinking": lambda habits: habits.drinking,
    "binge_drinking": lambda habits: habits.binges,
    "temper_control": lambda habits: habits.temper,
    "impulsivity": lambda habits: habits.impulsivity,
    "activities_encourage_offending": lambda habits: habits.activities,
}


def assessments() -> list[RiskAssessment]:
    """Every assessment of every person."""
    records = (record for person in some_people(MANY) for record in person.records)
    return [record for record in records if isinstance(record, RiskAssessment)]


def answered() -> Iterator[tuple[Release, OasysAnswers]]:
    """The answers of the assessment made for each release, where they were given."""
    for person, release in their_releases(MANY):
        made = [
            each
            for each in person.records
            if isinstance(each, RiskAssessment) and 0 <= (release.on - each.recorded_on).days <= WEEKS_BEFORE
        ]
        if made and made[-1].answers is not None:
            yield release, made[-1].answers


def test_some_assessments_bring_answers() -> None:
    share, made = parameters.ANSWERS_GIVEN.value, assessments()
    error = sqrt(share * (1 - share) / len(made))
    assert fmean(each.answers is not None for each in made) == pytest.approx(share, abs=5 * error)


@pytest.mark.parametrize("name", JUDGED)
def test_a_level_is_mostly_the_true_one_and_never_far_from_it(name: str) -> None:
    off = [
        LEVELS.index(said) - JUDGED[name](release.history.habits)
        for release, answers in answered()
        if (said := getattr(answers, name)) is not None
    ]
    assert set(off) == {-1, 0, 1}
    assert fmean(each == 0 for each in off) > 1 - parameters.ANSWER_MISJUDGED.value
    assert abs(fmean(off)) < 0.1


@pytest.mark.parametrize("name", [*JUDGED, "unemployed", "accommodation", "drugs_in_use"])
def test_some_questions_are_left_open(name: str) -> None:
    share = parameters.ANSWER_LEFT_OPEN.value
    given = [getattr(answers, name) is None for _, answers in answered()]
    assert fmean(given) == pytest.approx(share, abs=5 * sqrt(share * (1 - share) / len(given)))


def test_crack_cocaine_work_and_no_address_are_told_as_they_are() -> None:
    for release, answers in answered():
        habits = release.history.habits
        if answers.drugs_in_use is not None:
            assert (Drug.CRACK_COCAINE in answers.drugs_in_use) is habits.cocaine
        assert answers.unemployed in (None, habits.unemployed)
        if release.history.no_fixed_abode:
            assert answers.accommodation is not ProblemLevel.NO_PROBLEMS


def test_nobody_answers_about_earlier_serious_offences() -> None:
    """They are on record as convictions, and no feature asks an assessor for them."""
    assert {answers.past_offences for _, answers in answered()} == {None}
