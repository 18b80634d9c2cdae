"""What a court has still to decide: protection notices, interim orders, and hearings close to release."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from riskflag.facts.orders import BAIL, OrderFact, OrderFacts, discharge_shown
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
    NOTICE_TO_CONFIRM = "notice_to_confirm"
    INTERIM_ORDER = "interim_order"
    HEARING = "hearing"


@dataclass(frozen=True, slots=True)
class Undecided:
    """One order or notice on which a court has still to decide.

    order: the order or notice
    kind: what is undecided. NOTICE_TO_CONFIRM: an order in force followed the notice, or the notice is so
        old that any order would have ended, and somebody must confirm that it is spent
    """

    order: OrderFact
    kind: UndecidedKind


def derive_undecided(orders: OrderFacts, proposal: ProposalFacts) -> tuple[Undecided, ...]:
    """Reads every order that binds the person. A notice runs until the application is decided or withdrawn
    (Domestic Abuse Act 2021 s.25), so its recorded end does not end it."""
    return tuple(
        Undecided(fact, kind)
        for fact in orders.binding
        if discharge_shown(fact.order) is None
        for kind in _kinds(fact, orders, proposal)
    )


def _kinds(fact: OrderFact, orders: OrderFacts, proposal: ProposalFacts) -> Iterable[UndecidedKind]:
    order, today = fact.order, proposal.window.first
    if order.order_type in NOTICES:
        yield from _notice(order.made_on or today, today, orders)
    if order.interim and fact.in_force and order.order_type not in BAIL:
        yield UndecidedKind.INTERIM_ORDER
    if order.hearing_on and order.hearing_on >= today:
        release = max(proposal.release_date or order.hearing_on, today)
        if abs((order.hearing_on - release).days) <= HEARING_DAYS.value:
            yield UndecidedKind.HEARING


def _notice(served_on: date, today: date, orders: OrderFacts) -> Iterable[UndecidedKind]:
    """An order that followed and has ended settles the notice. One in force does so only once confirmed:
    an order in force must never take a flag away."""
    followed = [
        fact
        for fact in orders.binding
        if fact.order.order_type in DECISIONS and fact.order.made_on and fact.order.made_on >= served_on
    ]
    if any(fact.in_force for fact in followed) or (not followed and served_on + LONGEST_ORDER < today):
        yield UndecidedKind.NOTICE_TO_CONFIRM
    elif not followed:
        yield UndecidedKind.NOTICE
