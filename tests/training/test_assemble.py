"""The model that is served says what was fitted and calibrated, and its flag finds what its threshold states."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.classifier.features import NAMES, SCHEMA_HASH
from riskflag.classifier.harm import Harm
from riskflag.classifier.model import Model
from riskflag.classifier.model_file import MODEL_FILE, Manifest, hash_of, read_model, write
from riskflag.errors import BadInput
from tests.training.small import CONFIG, later, small_fits, small_model, small_table, train
from training.additive import AdditiveFit
from training.assemble import FEWEST_FLAGGED, NEVER, Assembled, assemble, intervals, threshold
from training.calibrate import Method
from training.publish import known_answers
from training.scoring import score_many
from training.table import HARMS, Outcome

Fits = dict[Harm, AdditiveFit]


def bolder(fit: AdditiveFit) -> AdditiveFit:
    """Much too sure of itself."""
    return replace(fit, steps=tuple(tuple(6 * step for step in steps) for steps in fit.steps))


@pytest.fixture(scope="module")
def bold() -> tuple[Assembled, Fits]:
    fits = {harm: bolder(fit) for harm, fit in small_fits().items()}
    return assemble(fits, train(), later(), CONFIG), fits


def read_back(model: Model) -> Model:
    content = write(model)
    manifest = Manifest(
        model.version, model.schema, {MODEL_FILE: hash_of(content)}, tuple(known_answers(model))
    )
    return read_model(content, manifest, SCHEMA_HASH)


def test_a_bold_fit_is_calibrated(bold: tuple[Assembled, Fits]) -> None:
    assert {each.method for each in bold[0].calibrations.values()} == {Method.SIGMOID}
    assert all(0 < each.slope < 0.8 for each in bold[0].calibrations.values())


@pytest.mark.parametrize(
    "calibrated", [pytest.param(True, id="calibrated"), pytest.param(False, id="as fitted")]
)
def test_the_model_says_what_was_fitted_and_calibrated(
    bold: tuple[Assembled, Fits], calibrated: bool
) -> None:
    made, fits = bold if calibrated else (small_model(), small_fits())
    served = read_back(made.model)
    assert served == made.model
    many = score_many(served, small_table().vectors)
    for harm, fit in fits.items():
        expected = made.calibrations[harm].applied(fit.log_odds(small_table().vectors))
        np.testing.assert_allclose(many[harm].log_odds, expected, rtol=0, atol=1e-12)
        one_by_one = [
            served.score(vector)[HARMS.index(harm)].log_odds for vector in small_table().vectors.tolist()
        ]
        np.testing.assert_allclose(one_by_one, expected, rtol=0, atol=1e-12)


def test_the_model_says_what_it_learned_from() -> None:
    model = small_model().model
    assert (model.version, model.demonstration, model.schema) == ("small-1", True, SCHEMA_HASH)
    assert model.features == NAMES
    days = np.array([model.learned_from, model.learned_to], dtype="datetime64[D]").astype(int)
    assert days.tolist() == [train().released.min(), later().released.max()]


@pytest.mark.parametrize("harm", Harm)
def test_the_flag_finds_of_the_people_it_was_chosen_by_what_its_threshold_states(harm: Harm) -> None:
    model = small_model().model
    at, scores = model.harms[harm].threshold, [model.score(vector) for vector in later().vectors.tolist()]
    flagged = np.array([score[HARMS.index(harm)].worth_a_flag for score in scores])
    flagged &= ~later().recognised[:, HARMS.index(harm)]
    happened = later().happened(harm) & ~later().recognised[:, HARMS.index(harm)]
    found = int((flagged & happened).sum())
    assert at.recall == found / happened.sum()
    assert at.precision == (found / flagged.sum() if flagged.any() else 0)


def test_some_threshold_flags_somebody() -> None:
    assert any(each.threshold.precision > 0 for each in small_model().model.harms.values())


def test_whom_somebody_recognised_does_not_count_towards_the_threshold() -> None:
    everybody = replace(later(), recognised=np.ones_like(later().recognised))
    made = assemble(small_fits(), train(), everybody, CONFIG).model
    assert {each.threshold.probability for each in made.harms.values()} == {NEVER}


def test_what_is_open_counts_for_nothing() -> None:
    half = np.arange(len(later())) % 2 == 0
    half |= later().happened(Harm.ORDER_BREACH)
    outcomes = later().outcomes.copy()
    outcomes[~half] = Outcome.OPEN
    made, alone = (
        assemble(small_fits(), train(), each, CONFIG)
        for each in (replace(later(), outcomes=outcomes), later().take(half))
    )
    assert made.model.harms == alone.model.harms
    assert made.calibrations == alone.calibrations


def test_too_few_to_calibrate_on_are_refused_by_harm() -> None:
    few = later().take(~later().happened(Harm.VIOLENCE))
    with pytest.raises(BadInput, match="happened in"):
        assemble(small_fits(), train(), few, CONFIG)


def of(*groups: tuple[float, int, int]) -> tuple[np.ndarray, np.ndarray]:
    """Probabilities and outcomes of groups of equals: the probability, how many, and to how many it happened."""
    probability = np.concatenate([np.full(people, value) for value, people, _ in groups])
    happened = np.concatenate([np.arange(people) < events for _, people, events in groups])
    return probability, happened


@pytest.mark.parametrize(
    ("groups", "precision", "recall", "states"),
    [
        pytest.param([(0.8, 30, 15), (0.2, 70, 7)], 0.5, 15 / 22, 0.5, id="down to where it is just precise enough"),
        pytest.param([(0.8, 30, 15), (0.2, 70, 7)], 0.2, 1.0, 0.22, id="everybody, where that is precise enough"),
        pytest.param([(0.8, 100, 7), (0.2, 50, 0)], 0.07, 1.0, 0.07, id="exactly, however decimals are rounded"),
        pytest.param([(0.8, 30, 30), (0.2, 30, 6)], 0.5, 30 / 36, 1.0, id="not those whose own risk is lower"),
        pytest.param([(0.8, 10, 10), (0.6, 10, 1), (0.2, 20, 0)], 0.5, 1.0, 0.55, id="ten are too few alone"),
        pytest.param([(0.8, 30, 6), (0.6, 30, 24), (0.2, 9, 0)], 0.5, 1.0, 0.5, id="the highest need not be precise"),
        pytest.param([(0.8, 19, 19), (0.2, 300, 0)], 0.5, 0, 0, id="never: too few are precise"),
        pytest.param([(0.8, 50, 10), (0.2, 50, 5)], 0.5, 0, 0, id="never: none is precise"),
        pytest.param([(0.8, 50, 0)], 0.5, 0, 0, id="never: it happened to nobody"),
        pytest.param([(0.8, 0, 0)], 0.5, 0, 0, id="never: there is nobody"),
    ],
)  # fmt: skip
def test_the_threshold_is_the_lowest_that_is_precise_enough(
    groups: list[tuple[float, int, int]], precision: float, recall: float, states: float
) -> None:
    found = threshold(*of(*groups), precision)
    assert (found.recall, found.precision) == (recall, states)
    assert (found.probability == NEVER) is (states == 0)


person = st.tuples(st.sampled_from([0.05, 0.1, 0.3, 0.30000000000000004, 0.6, 0.9]), st.booleans())
people = st.lists(person, max_size=30) | st.lists(person, min_size=3 * FEWEST_FLAGGED, max_size=90)


@given(people, st.sampled_from([0.1, 0.2, 0.5, 0.9]))
def test_no_lower_threshold_would_do_and_equals_are_flagged_together(
    given_people: list[tuple[float, bool]], precision: float
) -> None:
    probability = np.array([each for each, _ in given_people])
    happened = np.array([each for _, each in given_people], dtype=bool)
    found = threshold(probability, happened, precision)
    flagged = probability >= found.probability
    alike = np.isclose(probability, 0.3)
    assert flagged[alike].all() or not flagged[alike].any()
    if found.probability < NEVER:
        assert flagged.sum() >= FEWEST_FLAGGED
        assert happened[flagged].mean() == pytest.approx(found.precision)
        assert found.precision >= precision
    for lower in set(probability[probability < found.probability].round(9)):
        more = probability.round(9) >= lower
        assert lower < precision or more.sum() < FEWEST_FLAGGED or happened[more].mean() < precision


def test_cells_hold_about_as_many_people_each_and_equals_lie_in_one() -> None:
    log_odds = np.repeat(np.linspace(-3, 1, 400), 5)
    log_odds[::5] += 1e-15
    table = intervals(log_odds, np.arange(2000) % 3 == 0)
    cell = np.searchsorted(table.edges, log_odds)
    assert np.bincount(cell).tolist() == [20] * 100
    assert all(len(set(cell[start : start + 5])) == 1 for start in range(0, 2000, 5))


def test_intervals_hold_the_share_to_whom_it_happened() -> None:
    generator = np.random.default_rng(5)
    log_odds = generator.normal(-1, 1, 20_000)
    truth = 1 / (1 + np.exp(-log_odds))
    table = intervals(log_odds, generator.random(20_000) < truth)
    middle = np.array([np.mean(table.interval(each)) for each in (-2.5, -1.0, 0.5)])
    assert middle == pytest.approx(1 / (1 + np.exp([2.5, 1.0, -0.5])), abs=0.04)


def test_one_score_for_all_is_one_cell() -> None:
    table = intervals(np.zeros(50), np.arange(50) < 10)
    assert table.edges == ()
    assert table.interval(3.0) == (10 / 51, 11 / 51)
