"""Orders and their breaches are counted, and nothing is said of where anybody lives."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    MOTHER,
    OTHER_TOWN,
    PROPOSED,
    Case,
    breach,
    case,
    conviction,
    custody,
    order,
    protected_place,
    term,
)
from riskflag.classifier.features.orders import FEATURES
from riskflag.records import BreachOutcome, CustodyEventKind
from riskflag.vocabulary import ProhibitionKind, Source
from tests.classifier.features.values import value_of

RELEASED = custody(CustodyEventKind.RELEASED, date(2024, 3, 1))
RECALLED = custody(CustodyEventKind.RECALLED, date(2024, 3, 20))
BREACH = breach(date(2025, 5, 1))
SOON, SOONER = breach(date(2024, 3, 11)), breach(date(2024, 3, 5))
BREACH_CONVICTION = conviction("00831", "breach of a restraining order", on=date(2025, 5, 1))
ENDED = order(expires_on=date(2025, 1, 1))


@pytest.mark.parametrize(
    ("of", "breaches"),
    [
        pytest.param(case(), 0, id="nothing on record"),
        pytest.param(case(BREACH), 1, id="one"),
        pytest.param(case(BREACH, BREACH_CONVICTION), 1, id="charged under two heads, one day"),
        pytest.param(case(BREACH, breach(date(2022, 1, 1))), 2, id="two in five years"),
        pytest.param(case(BREACH, breach(date(2021, 11, 21))), 1, id="a day more than five years ago"),
        pytest.param(case(breach(date(2021, 11, 22))), 1, id="five years ago to the day"),
        pytest.param(case(breach(date(2025, 1, 1), outcome=BreachOutcome.ALLEGED)), 0, id="only alleged"),
        pytest.param(case(not_asked=(Source.ORDER_BREACHES,)), None, id="nobody asked for breaches"),
        pytest.param(case(BREACH, not_asked=(Source.CONVICTIONS,)), 1, id="what is known stands"),
    ],
)
def test_proven_breaches_of_five_years(of: Case, breaches: int | None) -> None:
    assert value_of("order_breaches_in_five_years", of) == breaches


@pytest.mark.parametrize(
    ("of", "times", "fewest"),
    [
        pytest.param(case(), 0, 29, id="nothing on record"),
        pytest.param(case(RELEASED, SOON), 1, 10, id="ten days after release"),
        pytest.param(case(RELEASED, SOON, SOONER), 2, 4, id="twice, the first after four days"),
        pytest.param(case(RELEASED, RECALLED, order()), 1, 19, id="a recall of somebody under an order"),
        pytest.param(case(RELEASED, RECALLED), 0, 29, id="a recall of somebody under no order"),
        pytest.param(case(RELEASED, BREACH), 0, 29, id="more than a year after release"),
        pytest.param(case(RECALLED, order()), 1, 29, id="a recall after a release that is not on record"),
        pytest.param(case(not_asked=(Source.CUSTODY,)), None, None, id="nobody asked about custody"),
        pytest.param(
            case(RELEASED, SOON, not_asked=(Source.CONVICTIONS,)),
            1,
            None,
            id="a quicker one may be on record",
        ),
    ],
)
def test_breaches_soon_after_a_release(of: Case, times: int | None, fewest: int | None) -> None:
    assert value_of("quick_returns", of) == times
    assert value_of("fewest_days_from_release_to_return", of) == fewest


@pytest.mark.parametrize(
    ("of", "in_force", "people", "ended"),
    [
        pytest.param(case(), 0, 0, 0, id="none"),
        pytest.param(case(order()), 1, 1, 0, id="one order that protects one"),
        pytest.param(
            case(order(protects=(EX_PARTNER, MOTHER)), order()), 2, 2, 0, id="two orders, two people"
        ),
        pytest.param(case(order(protects=())), 1, 0, 0, id="an order that names nobody"),
        pytest.param(case(ENDED), 0, 0, 1, id="one that has ended"),
        pytest.param(case(ENDED, order()), 1, 1, 1, id="one that has ended and a newer one"),
        pytest.param(
            case(order(duration="tw? ye?rs")), 1, 1, 0, id="an end that nobody can read has not come"
        ),
        pytest.param(
            case(replace(order(), discharged_on=date(2026, 1, 1))),
            1,
            1,
            0,
            id="a discharge that nothing shows",
        ),
        pytest.param(case(not_asked=(Source.PROTECTIVE_ORDERS,)), None, None, None, id="nobody asked"),
        pytest.param(
            case(order(), not_asked=(Source.PROTECTIVE_ORDERS,)), 1, 1, None, id="there may be more"
        ),
    ],
)
def test_orders_and_whom_they_protect(
    of: Case, in_force: int | None, people: int | None, ended: int | None
) -> None:
    assert value_of("orders_in_force", of) == in_force
    assert value_of("people_protected_by_orders", of) == people
    assert value_of("orders_ended", of) == ended


def test_where_a_protected_person_lives_changes_nothing() -> None:
    kept_away = order(term(ProhibitionKind.NO_CONTACT))
    here, there = (case(kept_away, protected_place(EX_PARTNER, at)) for at in (PROPOSED, OTHER_TOWN))
    assert [f.of(here.facts) for f in FEATURES] == [f.of(there.facts) for f in FEATURES]
