"""The truth is a known function, and moves the way that the field knows."""

from dataclasses import replace
from math import log
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.classifier.harm import Harm
from riskflag.records import Sex
from training.cohort import effects
from training.cohort.life import Disposition, Habits, Level
from training.cohort.true_history import TrueHistory
from training.cohort.true_risk import (
    abuse_log_odds,
    breach_log_odds,
    true_risk,
    violence_log_odds,
)

levels = st.sampled_from(Level)
few = st.integers(0, 12)
tendency = st.floats(-4, 4)
without_protection = st.builds(
    TrueHistory,
    sex=st.sampled_from([Sex.FEMALE, Sex.MALE]),
    age=st.integers(18, 80),
    career_years=st.integers(0, 60),
    sanctions=st.integers(1, 40),
    violent_sanctions=few,
    offence_weight=st.floats(-0.5, 0.9),
    months_free=st.floats(0, 60),
    incidents=few,
    incidents_in_a_year=few,
    abuse_proven=few,
    victims=st.integers(0, 3),
    strangled=st.booleans(),
    threatened=st.booleans(),
    controlled=st.booleans(),
    escalating=st.booleans(),
    breaches=few,
    quick_breach=st.booleans(),
    orders=st.integers(0, 4),
    protecting_orders=st.just(0),
    with_partner=st.booleans(),
    no_fixed_abode=st.booleans(),
    habits=st.builds(Habits, levels, levels, levels, levels, levels, st.booleans(), st.booleans()),
    disposition=st.builds(Disposition, tendency, tendency, tendency, tendency),
)
histories = st.tuples(without_protection, st.integers(0, 2)).map(
    lambda drawn: replace(drawn[0], protecting_orders=min(drawn[1], drawn[0].orders))
)
NO_HABITS = Habits(
    Level.NONE, Level.NONE, Level.NONE, Level.NONE, Level.NONE, unemployed=False, cocaine=False
)
PLAIN = TrueHistory(
    sex=Sex.MALE,
    age=30,
    career_years=12,
    sanctions=5,
    violent_sanctions=1,
    offence_weight=0.1,
    months_free=1.0,
    incidents=0,
    incidents_in_a_year=0,
    abuse_proven=0,
    victims=0,
    strangled=False,
    threatened=False,
    controlled=False,
    escalating=False,
    breaches=0,
    quick_breach=False,
    orders=0,
    protecting_orders=0,
    with_partner=False,
    no_fixed_abode=False,
    habits=NO_HABITS,
    disposition=Disposition(0.0, 0.0, 0.0, 0.0),
)


@pytest.mark.parametrize(
    "what",
    [
        "sanctions",
        "violent_sanctions",
        "incidents",
        "incidents_in_a_year",
        "abuse_proven",
        "victims",
        "breaches",
    ],
)
@given(history=histories)
def test_more_of_it_never_lowers_a_risk(what: str, history: TrueHistory) -> None:
    more = replace(history, **{what: getattr(history, what) + 1})
    risk, higher = true_risk(history).probability, true_risk(more).probability
    assert all(higher[harm] >= risk[harm] - 1e-12 for harm in Harm)


@given(histories)
def test_one_more_order_that_protects_never_lowers_a_risk(history: TrueHistory) -> None:
    more = replace(history, orders=history.orders + 1, protecting_orders=history.protecting_orders + 1)
    risk, higher = true_risk(history).probability, true_risk(more).probability
    assert all(higher[harm] >= risk[harm] - 1e-12 for harm in Harm)


@pytest.mark.parametrize("what", ["strangled", "threatened", "controlled", "escalating", "quick_breach"])
@given(history=histories)
def test_that_it_happened_never_lowers_a_risk(what: str, history: TrueHistory) -> None:
    without = true_risk(replace(history, **dict[str, Any]({what: False}))).probability
    having = true_risk(replace(history, **dict[str, Any]({what: True}))).probability
    assert all(having[harm] >= without[harm] for harm in Harm)


@given(histories)
def test_risks_fall_with_age(history: TrueHistory) -> None:
    younger, older = true_risk(history), true_risk(replace(history, age=history.age + 1))
    assert all(older.probability[harm] <= younger.probability[harm] + 1e-12 for harm in Harm)


@given(histories, st.integers(0, 36))
def test_months_without_offending_lower_violence(history: TrueHistory, months: int) -> None:
    fewer, more = (replace(history, months_free=float(each)) for each in (months, months + 1))
    assert violence_log_odds(more) <= violence_log_odds(fewer)


@given(histories)
def test_every_risk_is_a_probability(history: TrueHistory) -> None:
    assert all(0 < each < 1 for each in true_risk(history).probability.values())


@given(histories)
def test_abuse_is_abuse_or_a_breach_of_an_order_that_protects(history: TrueHistory) -> None:
    risk = true_risk(history)
    neither = (1 - risk.abuse_beside_breach) * (1 - risk.breach if risk.breach_is_abuse else 1)
    assert risk.breach_is_abuse is (history.protecting_orders > 0 or history.orders == 0)
    assert risk.probability[Harm.DOMESTIC_ABUSE] == pytest.approx(1 - neither)


@pytest.mark.parametrize(
    ("log_odds", "change", "adds"),
    [
        pytest.param(breach_log_odds, {"orders": 1}, effects.BREACH_ORDER.value, id="an order to break"),
        pytest.param(
            breach_log_odds,
            {"orders": 3},
            effects.BREACH_ORDER.value + 2 * effects.BREACH_MORE_ORDERS.value,
            id="three orders to break",
        ),
        pytest.param(breach_log_odds, {"breaches": 2}, 2 * effects.BREACH_BREACHES.value, id="two breaches"),
        pytest.param(breach_log_odds, {"breaches": 9}, 4 * effects.BREACH_BREACHES.value, id="at most four"),
        pytest.param(
            abuse_log_odds, {"incidents": 3}, log(4) * effects.ABUSE_INCIDENTS.value, id="three incidents"
        ),
        pytest.param(
            abuse_log_odds, {"strangled": True}, effects.ABUSE_STRANGULATION.value, id="strangulation"
        ),
        pytest.param(abuse_log_odds, {"victims": 1}, 0.0, id="one victim is no pattern"),
        pytest.param(abuse_log_odds, {"victims": 3}, 2 * effects.ABUSE_VICTIMS.value, id="three victims"),
        pytest.param(
            violence_log_odds, {"with_partner": True}, effects.VIOLENCE_WITH_PARTNER.value, id="a partner"
        ),
        pytest.param(
            violence_log_odds,
            {"no_fixed_abode": True},
            2 * effects.VIOLENCE_NO_ABODE.value,
            id="no address is the worst accommodation",
        ),
        pytest.param(
            violence_log_odds,
            {"habits": replace(NO_HABITS, unemployed=True)},
            2 * effects.UNEMPLOYED.value,
            id="out of work counts as a significant problem",
        ),
        pytest.param(
            violence_log_odds,
            {"habits": replace(NO_HABITS, impulsivity=Level.SOME, activities=Level.SIGNIFICANT)},
            effects.IMPULSIVITY.value + 2 * effects.ACTIVITIES.value,
            id="a level counts by its height",
        ),
    ],
)
def test_it_adds_what_the_table_says(log_odds: object, change: dict[str, Any], adds: float) -> None:
    assert callable(log_odds)
    assert log_odds(replace(PLAIN, **change)) - log_odds(PLAIN) == pytest.approx(adds)
