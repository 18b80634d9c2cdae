"""Whether the person must notify the police of where they live (Sexual Offences Act 2003 Part 2)."""

from collections.abc import Iterable
from datetime import date

from riskflag.facts.history import ConvictionFact, FlagFact
from riskflag.facts.order_ends import Standing
from riskflag.facts.orders import OrderFact
from riskflag.facts.person import PersonFacts
from riskflag.facts.topics import SEXUAL_OFFENCES
from riskflag.records import Alert, Conviction, Record
from riskflag.reference.flags import FlagTheme
from riskflag.vocabulary import OrderType, Source

NOTIFICATION_SOURCES = frozenset(
    {Source.ALERTS, Source.REGISTRATIONS, Source.CONVICTIONS, Source.PROTECTIVE_ORDERS}
)
"""Where it is recorded, or shown by an offence, that somebody must notify."""
_BRINGS_NOTIFICATION = frozenset(
    {
        OrderType.SEX_OFFENDER_NOTIFICATION,
        OrderType.SEXUAL_HARM_PREVENTION_ORDER,
        OrderType.SEXUAL_OFFENCES_PREVENTION_ORDER,
    }
)
"""Whoever is bound by one of these must notify while it lasts."""


def must_notify(facts: PersonFacts) -> tuple[tuple[Record, str], ...]:
    """Open flags and orders in force which say that the person must notify, each with what it says."""
    flags = facts.history.flagged(FlagTheme.REGISTERED_SEX_OFFENDER)
    orders = (o for o in facts.orders.in_force if o.order.order_type in _BRINGS_NOTIFICATION)
    return (*((f.record, f.described) for f in flags), *((o.order, o.described) for o in orders))


def sexual_convictions(facts: PersonFacts) -> tuple[Conviction, ...]:
    """Proven sexual offences."""
    return tuple(fact.record for fact in facts.history.convicted_of(*SEXUAL_OFFENCES))


def notification_unsettled(facts: PersonFacts) -> tuple[Conviction, ...]:
    """Proven sexual offences of which nothing later says that the person need not, or no longer, notify.

    A registration that was closed settles nothing: registers are closed when supervision ends, too.
    """
    convictions = facts.history.convicted_of(*SEXUAL_OFFENCES)
    return tuple(each.record for each in convictions if not any(_settled_later(each, facts)))


def sentence(conviction: Conviction) -> str:
    """The offence, and the custodial sentence where one is recorded."""
    months = f", {conviction.custody_months} months" if conviction.custody_months else ""
    return f"{conviction.description} ({conviction.outcome.value}){months}"


def _settled_later(conviction: ConvictionFact, facts: PersonFacts) -> Iterable[bool]:
    record = conviction.record
    decided_on = record.convicted_on or record.recorded_on
    for flag in facts.history.flagged(FlagTheme.NOT_REGISTERED_SEX_OFFENDER):
        yield _began(flag) >= decided_on
    for order in facts.orders.binding:
        yield _ran_out(order) and order.order.made_on is not None and order.order.made_on >= decided_on


def _began(flag: FlagFact) -> date:
    record = flag.record
    started = record.active_from if isinstance(record, Alert) else record.started_on
    return started or record.recorded_on


def _ran_out(order: OrderFact) -> bool:
    notification = order.order.order_type is OrderType.SEX_OFFENDER_NOTIFICATION
    return notification and order.standing is Standing.ENDED
