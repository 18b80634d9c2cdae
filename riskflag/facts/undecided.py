"""What a court has still to decide: protection notices, interim orders, and hearings close to release."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from riskflag.facts.orders import BAIL, OrderFact, OrderFacts, discharge_shown
from riskflag.facts.proposal import ProposalFacts
from riskflag.matching.person import is_same_person
from riskflag.records import ProtectiveOrder
from riskflag.reference.thresholds import HEARING_DAYS
from riskflag.vocabulary import OrderType

DECIDED_BY = MappingProxyType(
    {
        OrderType.DOMESTIC_VIOLENCE_PROTECTION_NOTICE: OrderType.DOMESTIC_VIOLENCE_PROTECTION_ORDER,
        OrderType.DOMESTIC_ABUSE_PROTECTION_NOTICE: OrderType.DOMESTIC_ABUSE_PROTECTION_ORDER,
    }
)
"""Each notice, and the order for which it obliges the police to apply."""
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
    kind: what is undecided. NOTICE_TO_CONFIRM: an order followed the notice that may or may not have decided
        it, or any order would have ended since, and somebody must confirm that the notice is spent
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
    followed = _followed(order, today, orders)
    decided = any(_decides(later, order) for later in followed)
    if order.order_type in DECIDED_BY and not decided:
        to_confirm = followed or (order.made_on or today) + LONGEST_ORDER < today
        yield UndecidedKind.NOTICE_TO_CONFIRM if to_confirm else UndecidedKind.NOTICE
    if order.interim and fact.in_force and order.order_type not in BAIL and not decided:
        yield UndecidedKind.INTERIM_ORDER
    if order.hearing_on and order.hearing_on >= today:
        release = max(proposal.release_date or order.hearing_on, today)
        if abs((order.hearing_on - release).days) <= HEARING_DAYS.value:
            yield UndecidedKind.HEARING


def _followed(notice: ProtectiveOrder, today: date, orders: OrderFacts) -> list[ProtectiveOrder]:
    """Protection orders made on the day of a notice or since; none for what is no notice."""
    if notice.order_type not in DECIDED_BY:
        return []
    since = notice.made_on or today
    later = (fact.order for fact in orders.binding if fact.order.order_type in DECIDED_BY.values())
    return [order for order in later if order.made_on and order.made_on >= since]


def _decides(order: ProtectiveOrder, notice: ProtectiveOrder) -> bool:
    """Whether the order is the one for which the notice was given, and takes its place. One of the other Act,
    an interim one, or one for somebody else may not be that order."""
    same_kind = order.order_type is DECIDED_BY[notice.order_type] and not order.interim
    return same_kind and all(
        any(is_same_person(who, protected) for protected in order.protects) for who in notice.protects
    )
