"""Protective orders: how often they were broken, how soon after a release, and how many there are."""

from riskflag.classifier.feature import Direction, FeatureName, PersonFeature
from riskflag.facts.dates import years_before
from riskflag.facts.history import when
from riskflag.facts.order_ends import Standing
from riskflag.facts.person import PersonFacts
from riskflag.reference.thresholds import BREACH_YEARS, QUICK_BREACH_DAYS
from riskflag.vocabulary import Source

_BREACHES = frozenset({Source.ORDER_BREACHES, Source.CONVICTIONS})
_RETURNS = _BREACHES | {Source.CUSTODY, Source.PROTECTIVE_ORDERS}
_ORDERS = frozenset({Source.PROTECTIVE_ORDERS})
_LATER = QUICK_BREACH_DAYS.value + 1
_NOT_ASKED = "Unknown where none is on record and the protective orders were not answered in full."


def _breaches(facts: PersonFacts) -> float:
    since = years_before(facts.as_of, BREACH_YEARS.value)
    return float(sum(when(record) >= since for record in facts.history.breaches))


def _days_to_return(facts: PersonFacts) -> float:
    known = [each.days for each in facts.returns.quick if each.days is not None]
    return float(min(known, default=_LATER))


def _people_protected(facts: PersonFacts) -> float:
    return float(len({who for fact in facts.orders.in_force for who in fact.order.protects}))


def _ended(facts: PersonFacts) -> float:
    return float(sum(fact.standing is Standing.ENDED for fact in facts.orders.binding))


FEATURES = (
    PersonFeature(
        name=FeatureName("order_breaches_in_five_years"),
        title="Proven breaches of orders in five years",
        definition="Days within five years on which an order, a notification duty or a no-contact condition "
        "was broken and somebody found so. Where the day is not known the day of recording stands in.",
        unit="occasions",
        grounds="Breaking a no-contact order or conditional release is an item of ODARA and of SARA. Only "
        "somebody who was bound by an order can break one, so read it beside the orders in force.",
        unknown_means="Unknown where none is on record and the breaches or the convictions were not answered "
        "in full.",
        value=_breaches,
        needs=_BREACHES,
        direction=Direction.RISES,
    ),
    PersonFeature(
        name=FeatureName("quick_returns"),
        title="Breaches and recalls soon after a release",
        definition=f"Breaches of orders, alleged ones too, and recalls of somebody bound by an order, within "
        f"{QUICK_BREACH_DAYS.value} days of an earlier release.",
        unit="times",
        grounds="Failing on conditional release is an item of ODARA and of SARA; inspectors saw returns "
        "within days of release (Through the Gate, 2016).",
        unknown_means="Unknown where none is on record and the breaches, convictions, orders or movements in "
        "and out of custody were not answered in full.",
        value=lambda facts: float(len(facts.returns.quick)),
        needs=_RETURNS,
        direction=Direction.RISES,
    ),
    PersonFeature(
        name=FeatureName("fewest_days_from_release_to_return"),
        title="Fewest days from a release to a breach or recall",
        definition="Of the returns soon after a release, the days of the quickest; "
        f"{_LATER} stands for later ones and for none.",
        unit="days",
        grounds="Inspectors saw orders broken within days of release (Through the Gate, 2016). No "
        "coefficient is published, so no direction is assumed.",
        unknown_means="Unknown where the breaches, convictions, orders or movements in and out of custody "
        "were not answered in full.",
        value=_days_to_return,
        needs=_RETURNS,
        at_least=False,
    ),
    PersonFeature(
        name=FeatureName("orders_in_force"),
        title="Orders in force",
        definition="Orders, notices and bail that bind the person on any day for which the answer must hold.",
        unit="orders",
        grounds="An order is an item of SARA. It also makes a breach possible, and a breach of the same "
        "order is what one harm is counted by: it leaks into that outcome, and may serve a model of that "
        "harm only where the model's card says so.",
        unknown_means=_NOT_ASKED,
        value=lambda facts: float(len(facts.orders.in_force)),
        needs=_ORDERS,
    ),
    PersonFeature(
        name=FeatureName("people_protected_by_orders"),
        title="People whom orders in force protect",
        definition="People whom orders in force name as protected; two descriptions that differ count as "
        "two.",
        unit="people",
        grounds="Several victims are an item of SARA. It leaks into breaches of the same orders as the "
        "number of orders in force does. Nothing of where anybody lives goes into it.",
        unknown_means=_NOT_ASKED,
        value=_people_protected,
        needs=_ORDERS,
    ),
    PersonFeature(
        name=FeatureName("orders_ended"),
        title="Orders that have ended",
        definition="Orders that bound the person and ended, or were discharged with evidence, before today.",
        unit="orders",
        grounds="Courts have protected somebody from the person before. No effect is published, so no "
        "direction is assumed.",
        unknown_means=_NOT_ASKED,
        value=_ended,
        needs=_ORDERS,
    ),
)
