"""The published instruments give what their owners publish, for every vector there is."""

from math import fsum

import pytest

from riskflag.classifier.instrument_results import Basis, Instrument, Score
from riskflag.classifier.instruments import score, score_all
from tests.classifier.vectors import VECTORS, Vector

EVERY_VECTOR = pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.id)


def scored(vector: Vector) -> Score:
    result = score(vector.instrument, vector.history, vector.answers)
    assert isinstance(result, Score)
    return result


def stating(*names: str) -> pytest.MarkDecorator:
    """The vectors that state any of these of what is expected."""
    chosen = [vector for vector in VECTORS if any(name in vector.expected for name in names)]
    return pytest.mark.parametrize("vector", chosen, ids=lambda vector: vector.id)


def test_every_published_vector_is_here() -> None:
    assert len(VECTORS) == 254
    assert {vector.instrument for vector in VECTORS} == set(Instrument)
    assert len({vector.id for vector in VECTORS}) == 254


@EVERY_VECTOR
def test_basis_and_likelihood_are_the_published_ones(vector: Vector) -> None:
    result, expected = scored(vector), vector.expected
    assert result.basis == expected["basis"]
    if "percentage" in expected:
        assert result.two_years.percentage == expected["percentage"]
    if "probability" in expected:
        # Some of the published probabilities were rounded to the four decimals that the percentage has.
        near = 1e-12 if vector.instrument is Instrument.OGRS3 else 5e-5
        assert result.two_years.probability == pytest.approx(expected["probability"], rel=0, abs=near)


@EVERY_VECTOR
def test_the_contributions_add_up_to_the_log_odds_exactly(vector: Vector) -> None:
    result = scored(vector)
    assert fsum(each.log_odds for each in result.contributions) == result.log_odds
    assert len({each.term for each in result.contributions}) == len(result.contributions)


@stating("band")
def test_the_band_is_the_published_one(vector: Vector) -> None:
    assert scored(vector).band == vector.expected["band"]


@stating("one_year_percentage", "one_year_probability")
def test_ogrs3_states_one_year_too(vector: Vector) -> None:
    one_year = scored(vector).one_year
    assert one_year is not None
    assert one_year.percentage == vector.expected.get("one_year_percentage", one_year.percentage)
    probability = vector.expected.get("one_year_probability", one_year.probability)
    assert one_year.probability == pytest.approx(probability, abs=1e-12)


@stating("contributions")
def test_every_term_weighs_what_it_should(vector: Vector) -> None:
    result, expected = scored(vector), dict(vector.expected["contributions"])
    # The public implementation of OGRS3 reckons with five decimals, this one with the published nine.
    near = 5e-5 if vector.instrument is Instrument.OGRS3 else 1e-12
    assert result.log_odds == pytest.approx(expected.pop("total", result.log_odds), abs=near)
    ours = {each.term: each.log_odds for each in result.contributions}
    assert {term: ours[term] for term in expected} == pytest.approx(expected, abs=near)
    assert set(ours) - set(expected) <= {"constant"}


@stating("missing_answers")
def test_the_answers_that_are_wanting_are_the_published_ones(vector: Vector) -> None:
    result = scored(vector)
    assert sorted(result.missing_answers) == sorted(vector.expected["missing_answers"])
    assert (result.basis is Basis.STATIC) == (
        vector.instrument is Instrument.OGRS3 or bool(result.missing_answers)
    )


def test_all_instruments_are_scored_at_once() -> None:
    vector = VECTORS[-1]
    results = score_all(vector.history, vector.answers)
    assert list(results) == list(Instrument)
    assert results[vector.instrument] == scored(vector)
