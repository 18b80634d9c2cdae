"""Every figure has a source, and the published ones are what their source says."""

from collections.abc import Callable
from math import erf, sqrt
from statistics import fmean

import pytest

from riskflag.classifier.harm import Harm
from riskflag.classifier.instrument_results import Basis, Instrument
from riskflag.classifier.instrument_tables import predictor_coefficients
from riskflag.records import Check, CheckKind, OrderRole, ProtectiveOrder, Sex
from riskflag.vocabulary import OrderType
from tests.training.cohort.people import some_people, their_releases
from training.cohort import Parameter, Release, SimulatedPerson, all_parameters, effects, parameters
from training.cohort.births import PERPETRATOR_FROM
from training.cohort.parameters import assumed, published

MANY = 5_000


@pytest.mark.parametrize("name", sorted(all_parameters()))
def test_a_figure_says_where_it_comes_from(name: str) -> None:
    parameter = all_parameters()[name]
    assert parameter.unit
    assert len(parameter.source) > len("assumed: ")
    assert parameter.confirmed is not parameter.source.startswith("assumed")


def test_shares_lie_between_nought_and_one() -> None:
    shares = {name: each.value for name, each in all_parameters().items() if each.unit == "share"}
    assert shares
    assert [name for name, value in shares.items() if not 0 < value < 1] == []


def test_nothing_published_is_called_assumed() -> None:
    assert published(1.0, "share", "a source") == Parameter(1.0, "share", "a source", confirmed=True)
    assert assumed(1.0, "share", "a reason") == Parameter(1.0, "share", "assumed: a reason", confirmed=False)


@pytest.mark.parametrize(
    ("taken", "term", "sex", "power"),
    [
        (effects.VIOLENCE_CONSTANT, "constant", None, 1),
        (effects.VIOLENCE_AGE_MAN, "age", Sex.MALE, 1),
        (effects.VIOLENCE_AGE_SQUARED_MAN, "age", Sex.MALE, 2),
        (effects.VIOLENCE_AGE_WOMAN, "age", Sex.FEMALE, 1),
        (effects.VIOLENCE_WOMAN, "sex", Sex.FEMALE, 1),
        (effects.VIOLENCE_FIRST_SANCTION, "first_sanction", None, 1),
        (effects.VIOLENCE_SECOND_SANCTION, "second_sanction", None, 1),
        (effects.VIOLENCE_RATE_MAN, "rate_of_sanctions", Sex.MALE, 1),
        (effects.VIOLENCE_RATE_WOMAN, "rate_of_sanctions", Sex.FEMALE, 1),
        (effects.VIOLENCE_NEVER_MAN, "never_violent", Sex.MALE, 1),
        (effects.VIOLENCE_NEVER_WOMAN, "never_violent", Sex.FEMALE, 1),
        (effects.VIOLENCE_ONCE, "once_violent", None, 1),
        (effects.VIOLENCE_EACH, "violent_sanctions", None, 1),
        (effects.VIOLENCE_OWN_RATE, "rate_of_violent_sanctions", None, 1),
        (effects.VIOLENCE_MONTHS_FREE, "offence_free_months", None, 1),
        (effects.VIOLENCE_MONTHS_FREE_SQUARED, "offence_free_months", None, 2),
        (effects.VIOLENCE_PERPETRATOR, "domestic_abuse", None, 1),
        (effects.DRINKING, "chronic_drinking", None, 1),
        (effects.BINGES, "binge_drinking", None, 1),
        (effects.TEMPER, "temper_control", None, 1),
        (effects.IMPULSIVITY, "impulsivity", None, 1),
        (effects.ACTIVITIES, "activities_encourage_offending", None, 1),
        (effects.UNEMPLOYED, "unemployed", None, 1),
    ],
)
def test_it_is_the_published_coefficient(taken: Parameter, term: str, sex: Sex | None, power: int) -> None:
    known = {(c.term, c.sex, c.power): c.value for c in predictor_coefficients(Instrument.VRP, Basis.DYNAMIC)}
    assert taken.confirmed
    assert taken.value == pytest.approx(known[term, sex, power], rel=5e-4)


def test_perpetrators_are_as_many_as_the_inspectors_found() -> None:
    above = 0.5 * (1 - erf(PERPETRATOR_FROM / sqrt(2)))
    assert above == pytest.approx(parameters.PERPETRATORS.value, abs=1e-6)


def _checked(person: SimulatedPerson, release: Release) -> bool:
    checks = (record for record in person.records if isinstance(record, Check))
    return any(
        each.kind is CheckKind.POLICE_DOMESTIC_ABUSE
        and each.returned_on is not None
        and 0 < (release.on - each.returned_on).days < 90
        for each in checks
    )


@pytest.mark.parametrize(
    ("share", "of", "among"),
    [
        pytest.param(
            parameters.CHECK_RETURNED,
            _checked,
            lambda _, release: release.home.placement is not None,
            id="checks that came back, of people with an address",
        ),
        pytest.param(
            parameters.NO_FIXED_ABODE,
            lambda _, release: release.history.no_fixed_abode,
            lambda *_: True,
            id="no fixed abode",
        ),
        pytest.param(
            parameters.WOMEN,
            lambda person, _: person.person.sex is Sex.FEMALE,
            lambda *_: True,
            id="women",
        ),
        pytest.param(
            parameters.SOURCE_MISSING,
            lambda person, _: bool(person.unanswered),
            lambda *_: True,
            id="people for whom a source did not answer",
        ),
    ],
)
def test_the_cohort_has_the_share_that_it_should(
    share: Parameter,
    of: Callable[[SimulatedPerson, Release], bool],
    among: Callable[[SimulatedPerson, Release], bool],
) -> None:
    chosen = [each for each in their_releases(MANY) if among(*each)]
    error = sqrt(share.value * (1 - share.value) / len(chosen))
    assert fmean(of(*each) for each in chosen) == pytest.approx(share.value, abs=6 * error)


def test_orders_are_broken_about_as_often_as_courts_saw() -> None:
    """Convictions for breach for each restraining order made: a third in 2015, in the same year."""
    records = [record for person in some_people(MANY) for record in person.records]
    made = [
        record
        for record in records
        if isinstance(record, ProtectiveOrder) and record.order_type is OrderType.RESTRAINING_ORDER
    ]
    assert all(order.person_is is OrderRole.BOUND for order in made)
    broken = sum(release.history.breaches for _, release in their_releases(MANY))
    seen = parameters.BREACHES_PER_ORDER.value
    assert seen / 2 < broken / len(made) < 2 * seen


def test_only_somebody_bound_by_an_order_is_likely_to_break_one() -> None:
    bound: list[float] = []
    free: list[float] = []
    for _, release in their_releases(MANY):
        (bound if release.history.orders else free).append(release.probability[Harm.ORDER_BREACH])
    assert max(free) < 0.1
    assert fmean(free) < 0.02
    assert 0.15 < fmean(bound) < 0.45
