"""A row holds what the service would have worked out that morning, and who is judged by it has no name."""

from dataclasses import replace
from datetime import date
from math import isnan

import numpy as np
import pytest

from riskflag.casebook import HIM, case, registration
from riskflag.classifier.actuarial import actuarial_scores
from riskflag.classifier.features import NAMES, feature_vector
from riskflag.classifier.harm import Harm
from riskflag.facts import Facts
from riskflag.records import Sex
from riskflag.rulebook import load_rulebook
from tests.training.cohort.people import their_releases
from training.cohort import facts_at
from training.rows import Followed, Row, row_of, table_of
from training.table import HARMS, INSTRUMENTS, NOT_STATED, Outcome, Part

RULEBOOK = load_rulebook()
ABUSER = case(registration("ADVP", "Domestic Abuse Perpetrator"))


def row(facts: Facts, part: Part = Part.TEST) -> Row:
    outcomes = dict.fromkeys(Harm, Outcome.DID_NOT_HAPPEN) | {Harm.VIOLENCE: Outcome.HAPPENED}
    return row_of(facts, Followed(17, date(2022, 3, 4), part, outcomes, {}), RULEBOOK)


def test_a_row_is_the_vector_that_the_service_would_score() -> None:
    for person, release in their_releases(40):
        facts = facts_at(person, release)
        np.testing.assert_array_equal(row(facts).vector, feature_vector(facts))


def test_instruments_are_those_that_the_officer_would_read() -> None:
    stated = 0
    for person, release in their_releases(40):
        facts = facts_at(person, release)
        said = {each.instrument: each.percentage for each in actuarial_scores(facts)}
        for instrument, percentage in zip(INSTRUMENTS, row(facts).instruments, strict=True):
            assert isnan(percentage) if said[instrument] is None else percentage == said[instrument]
            stated += said[instrument] is not None
    assert stated > 40


@pytest.mark.parametrize(
    ("part", "judged"),
    [
        pytest.param(Part.TRAIN, False, id="to fit to"),
        pytest.param(Part.CALIBRATE, True, id="to choose a threshold by"),
        pytest.param(Part.TEST, True, id="to judge by"),
    ],
)
def test_rules_and_instruments_are_asked_only_where_they_are_compared_with(part: Part, judged: bool) -> None:
    facts = facts_at(*their_releases(1)[0])
    assert row(ABUSER.facts, part).recognised[Harm.DOMESTIC_ABUSE] is judged
    assert all(map(isnan, row(facts, part).instruments)) is not judged


def test_where_nobody_wrote_anything_down_nothing_is_recognised() -> None:
    assert not any(row(case().facts).recognised.values())
    assert all(row(ABUSER.facts).recognised.values())


@pytest.mark.parametrize(
    ("age", "band"),
    [
        pytest.param(17, "under 18", id="a child"),
        pytest.param(18, "18 to 24", id="from the eighteenth birthday"),
        pytest.param(24, "18 to 24", id="until the twenty-fifth"),
        pytest.param(25, "25 to 34", id="from the twenty-fifth"),
        pytest.param(49, "35 to 49", id="until fifty"),
        pytest.param(50, "50 and over", id="fifty"),
        pytest.param(99, "50 and over", id="very old"),
        pytest.param(None, NOT_STATED, id="nobody knows"),
    ],
)
def test_an_age_has_its_band(age: int | None, band: str) -> None:
    assert row(replace(case().facts, age=age)).age_band == band


@pytest.mark.parametrize("sex", Sex)
def test_groups_to_audit_by_are_kept_and_are_not_stated_unless_they_are(sex: Sex) -> None:
    made = row(case(person=replace(HIM, sex=sex)).facts)
    assert made.sex == sex.value
    assert (made.ethnicity, made.region) == (NOT_STATED, NOT_STATED)


def test_a_table_holds_the_rows_in_order() -> None:
    rows = [row(ABUSER.facts), row(case().facts, Part.TRAIN)]
    table = table_of(rows, len(NAMES))
    assert table.vectors.shape == (2, len(NAMES))
    np.testing.assert_array_equal(table.vectors[1], rows[1].vector)
    assert table.outcomes[0].tolist() == [rows[0].outcomes[harm] for harm in HARMS]
    assert table.recognised.tolist() == [[True] * 3, [False] * 3]
    assert table.part.tolist() == [Part.TEST, Part.TRAIN]
    assert np.isnan(table.truth).all()
    assert table.released.tolist() == [(date(2022, 3, 4) - date(1970, 1, 1)).days] * 2


def test_nobody_is_an_empty_table() -> None:
    table = table_of([], len(NAMES))
    assert (len(table), table.vectors.shape, table.outcomes.shape) == (0, (0, len(NAMES)), (0, len(HARMS)))
