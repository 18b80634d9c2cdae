"""Where it is not settled which version of an order holds: variations, second records, and what is said."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations

from riskflag.facts import Facts
from riskflag.facts.dates import written_date
from riskflag.facts.joined_orders import ends_another
from riskflag.facts.orders import NOT_REPEATED, OrderFact
from riskflag.facts.spoken_orders import free_texts
from riskflag.facts.undecided import DECIDED_BY
from riskflag.facts.wording import mentions
from riskflag.matching.person import is_same_person
from riskflag.records import AddressDecision, Prohibition, ProtectiveOrder, Record

_ORDER = r"\b(?<!in )(?:orders?|injunctions?|restraining|molestation|(?-i:RO|NMO|SPO|SHPO|DVPO|DAPO|CBO))\b"
_BETWEEN = r"(?: (?!not\b|never\b|until\b|unless\b)[\w'-]+){0,4}"
_LIFTED = r"(?:lift(?:ed|ing)?|drop(?:ped|ping)?|discharg\w+|revok\w+|quash\w+|withdr[ae]wn?|cancel\w*)"
_VARIED = r"(?:var(?:y|ied|ying|iation of)|relax\w*|amend\w*)"


def _said_of_an_order(word: str, of_the_order_alone: str) -> re.Pattern[str]:
    after = rf"{_ORDER}{_BETWEEN} (?:{word}|{of_the_order_alone})\b"
    return re.compile(rf"{after}|\b{word}\b{_BETWEEN} {_ORDER}", re.IGNORECASE)


_ORDER_OVER = _said_of_an_order(_LIFTED, "over|ended|expired")
_ORDER_CHANGED = _said_of_an_order(_VARIED, "changed|softened|loosened")


class Unsettled(StrEnum):
    """Why it is not settled which version holds."""

    NOT_SEEN = "not_seen"
    TO_BE_HEARD = "to_be_heard"
    RECORDED_TWICE = "recorded_twice"
    SAID_TO_BE_OVER = "said_to_be_over"
    SAID_TO_BE_CHANGED = "said_to_be_changed"


@dataclass(frozen=True, slots=True)
class UnsettledOrder:
    """One reason why it is not settled which version of an order holds.

    why: the reason
    orders: the order, or the two records that may be one
    said_in: the record that speaks of a change; None for the enquiry itself, and for the other reasons
    says: its words; empty for the other reasons
    """

    why: Unsettled
    orders: tuple[OrderFact, ...]
    said_in: Record | None = None
    says: str = ""


def unsettled_orders(facts: Facts) -> Iterable[UnsettledOrder]:
    """Every order in force that a court can vary: alone, with every other, and with what is said."""
    orders = [fact for fact in facts.orders.in_force if fact.order.order_type not in NOT_REPEATED]
    if not orders:
        return
    yield from (UnsettledOrder(Unsettled.NOT_SEEN, (fact,)) for fact in orders if _varied_unseen(fact))
    to_be_heard = (fact for fact in orders if _to_be_heard(fact, facts.as_of))
    yield from (UnsettledOrder(Unsettled.TO_BE_HEARD, (fact,)) for fact in to_be_heard)
    for one, other in combinations(orders, 2):
        if _may_be_one(one.order, other.order) and _forbids(one) != _forbids(other):
            yield UnsettledOrder(Unsettled.RECORDED_TWICE, (one, other))
    yield from _perhaps_ended(orders, facts)
    yield from _said(orders, facts)


def versions(order: ProtectiveOrder) -> tuple[str, ...]:
    """Each version in words, the oldest first, and the hearing that may bring another."""
    made = _version("as made", order.expires_on, order.duration_wording, order.prohibitions)
    varied = (
        _version(f"as varied {written_date(v.varied_on)}", v.expires_on, v.duration_wording, v.prohibitions)
        for v in sorted(order.variations, key=lambda v: v.varied_on)
    )
    hearing = [f"hearing on {written_date(order.hearing_on)}"] if order.hearing_on else []
    return made, *varied, *hearing


def _version(which: str, ends: date | None, duration: str | None, terms: tuple[Prohibition, ...]) -> str:
    end = f"until {written_date(ends)}" if ends else duration or "end not recorded"
    return f"{which}, {end}: {'; '.join(term.wording for term in terms) or 'no terms recorded'}"


def _varied_unseen(fact: OrderFact) -> bool:
    order = fact.order
    made = (order.prohibitions, order.expires_on, order.duration_wording)
    return fact.stricter_reading and any(
        (each.prohibitions, each.expires_on, each.duration_wording) != made for each in order.variations
    )


def _to_be_heard(fact: OrderFact, today: date) -> bool:
    """Whether a final order is to come before a court again; what is not final yet is not varied."""
    order = fact.order
    if order.interim or order.order_type in DECIDED_BY:
        return False
    return order.hearing_on is not None and order.hearing_on >= today


def _may_be_one(one: ProtectiveOrder, other: ProtectiveOrder) -> bool:
    return one.order_type is other.order_type and any(
        is_same_person(who, whom) for who in one.protects for whom in other.protects
    )


def _forbids(fact: OrderFact) -> tuple[object, ...]:
    """What it forbids, of whom and until when, leaving aside how it is worded."""
    kinds = frozenset((t.kind, t.place, t.zone, t.ends_on, (t.allows or "").casefold()) for t in fact.terms)
    return kinds, frozenset(who.name.casefold() for who in fact.order.protects), fact.expires_on


def _perhaps_ended(orders: list[OrderFact], facts: Facts) -> Iterable[UnsettledOrder]:
    """Court results that end an order, of which it is not certain which. They end none of those in force."""
    every = [fact.order for fact in facts.orders.binding]
    for result in filter(ends_another, every):
        if any(_was_ended_by(result, order) for order in every):
            continue
        perhaps = tuple(fact for fact in orders if _may_have_ended(result, fact.order))
        if perhaps:
            yield UnsettledOrder(Unsettled.SAID_TO_BE_OVER, perhaps, result, result.discharge_evidence or "")


def _was_ended_by(result: ProtectiveOrder, order: ProtectiveOrder) -> bool:
    """Whether the result was joined to this order, which happened before and is no result itself."""
    said = (result.order_type, result.made_on, result.discharged_on, result.discharge_evidence)
    its = (order.order_type, order.made_on, order.discharged_on, order.discharge_evidence)
    return said == its and order.happened_on != result.happened_on


def _may_have_ended(result: ProtectiveOrder, order: ProtectiveOrder) -> bool:
    one_day = result.made_on is None or order.made_on in (None, result.made_on)
    return result.order_type is order.order_type and one_day


def _said(orders: list[OrderFact], facts: Facts) -> Iterable[UnsettledOrder]:
    """What is said of a change. One that somebody saw under seal explains "varied", and never "lifted"."""
    unseen = tuple(fact for fact in orders if not fact.order.variations or fact.stricter_reading)
    for record, words in _texts(facts):
        if mentions(_ORDER_OVER, words):
            yield UnsettledOrder(Unsettled.SAID_TO_BE_OVER, tuple(orders), record, words)
        elif unseen and mentions(_ORDER_CHANGED, words):
            yield UnsettledOrder(Unsettled.SAID_TO_BE_CHANGED, unseen, record, words)


def _texts(facts: Facts) -> Iterable[tuple[Record | None, str]]:
    yield from free_texts(facts)
    yield from ((flag.record, flag.words) for flag in facts.history.flags if flag.is_open and flag.words)
    for said in facts.place.decisions:
        if isinstance(said.record, AddressDecision) and said.record.words:
            yield said.record, said.record.words
