"""What a court has still to decide: protection notices, interim orders, and hearings close to release."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from riskflag.facts.orders import BAIL, OrderFact, OrderFacts
from riskflag.facts.proposal import ProposalFacts
from riskflag.reference.thresholds import HEARING_DAYS
from riskflag.vocabulary import OrderType

NOTICES = frozenset(
    {OrderType.DOMESTIC_VIOLENCE_PROTECTION_NOTICE, OrderType.DOMESTIC_ABUSE_PROTECTION_NOTICE}
)
DECISIONS = frozenset(
    {OrderType.DOMESTIC_VIOLENCE_PROTECTION_ORDER, OrderType.DOMESTIC_ABUSE_PROTECTION_ORDER}
)
LONGEST_ORDER = timedelta(days=28)
"""Crime and Security Act 2010 s.28: a domestic violence protection order runs 28 days at most."""


class UndecidedKind(StrEnum):
    """What is undecided."""

    NOTICE = "notice"
    OLD_NOTICE = "old_notice"
    INTERIM_ORDER = "interim_order"
    HEARING = "hearing"


@dataclass(frozen=True, slots=True)
class Undecided:
    """One order or notice on which a court has still to decide.

    order: the order or notice
    kind: what is undecided. OLD_NOTICE: nothing shows a decision, and any order would have ended since
    """

    order: OrderFact
    kind: UndecidedKind


def derive_undecided(orders: OrderFacts, proposal: ProposalFacts) -> tuple[Undecided, ...]:
    """Reads every order that binds the person. A notice runs until the application is decided or withdrawn
    (Domestic Abuse Act 2021 s.25), so its recorded end does not end it."""
    return tuple(
        Undecided(fact, kind)
        for fact in orders.binding
        if not (fact.order.discharged_on and fact.order.discharge_evidence)
        for kind in _kinds(fact, orders, proposal)
    )


def _kinds(fact: OrderFact, orders: OrderFacts, proposal: ProposalFacts) -> Iterable[UndecidedKind]:
    order, today = fact.order, proposal.window.first
    if order.order_type in NOTICES and not _decided(order.made_on or today, orders):
        old = order.made_on is not None and order.made_on + LONGEST_ORDER < today
        yield UndecidedKind.OLD_NOTICE if old else UndecidedKind.NOTICE
    if order.interim and fact.in_force and order.order_type not in BAIL:
        yield UndecidedKind.INTERIM_ORDER
    if order.hearing_on and order.hearing_on >= today:
        release = max(proposal.release_date or order.hearing_on, today)
        if abs((order.hearing_on - release).days) <= HEARING_DAYS.value:
            yield UndecidedKind.HEARING


def _decided(notice_on: date, orders: OrderFacts) -> bool:
    made = (fact.order.made_on for fact in orders.binding if fact.order.order_type in DECISIONS)
    return any(made_on is not None and made_on >= notice_on for made_on in made)
