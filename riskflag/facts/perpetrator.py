"""Whether the person is recorded as having abused a partner or relative."""

from riskflag.facts.once import once_a_person
from riskflag.facts.person import PersonFacts
from riskflag.records import Record
from riskflag.vocabulary import PERSONALLY_CONNECTED, OrderType, Source

PERPETRATOR_SOURCES = frozenset(
    {
        Source.ALERTS,
        Source.REGISTRATIONS,
        Source.RISK_ASSESSMENTS,
        Source.DOMESTIC_ABUSE,
        Source.CONVICTIONS,
        Source.PROTECTIVE_ORDERS,
    }
)
"""Where it comes from that somebody has perpetrated domestic abuse."""


@once_a_person
def shows_perpetrator(facts: PersonFacts) -> tuple[Record, ...]:
    """Every record that shows it: flags, assessments, abuse proved or corroborated, and orders that protect a
    partner or relative, even ended. An order made on acquittal is a reason to ask, and shows nothing."""
    orders = [
        fact.order
        for fact in facts.orders.binding
        if fact.order.order_type is not OrderType.RESTRAINING_ORDER_ON_ACQUITTAL
        and any(who.relationship in PERSONALLY_CONNECTED for who in fact.order.protects)
    ]
    return (*facts.history.perpetrator_evidence, *orders)
