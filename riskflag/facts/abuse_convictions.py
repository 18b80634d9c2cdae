"""Proven offences and breaches that look like domestic abuse, by what they are and whom they harmed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from riskflag.facts.history import HARMFUL, ConvictionFact, when
from riskflag.facts.once import once_a_person
from riskflag.facts.orders import OrderFact
from riskflag.facts.person import PersonFacts
from riskflag.facts.wording import mentions
from riskflag.records import BreachOutcome, Conviction, NamedPerson, OrderBreach
from riskflag.reference.offences import OffenceTheme
from riskflag.vocabulary import PERSONALLY_CONNECTED, OrderType, Relationship

_KIN = re.compile(
    r"\b(?:partner|wife|husband|girlfriend|boyfriend|spouse|mother|mum|father|dad|parents?|sister|brother"
    r"|grand(?:mother|father|parents?)|son|daughter)\b",
    re.IGNORECASE,
)
_FOR_SOMEBODY = frozenset(
    {
        OrderType.RESTRAINING_ORDER,
        OrderType.RESTRAINING_ORDER_ON_ACQUITTAL,
        OrderType.HARASSMENT_INJUNCTION,
        OrderType.STALKING_PROTECTION_ORDER,
    }
)
"""Orders made to protect somebody, who may be a partner or a shopkeeper."""


class Domestic(StrEnum):
    """Whether an offence or breach looks like domestic abuse."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Looked:
    """One proven offence or breach, looked at.

    record: the conviction or breach
    domestic: whether it looks like domestic abuse; NOT_KNOWN where nobody recorded whom an order protects
    because: what it rests on, without names
    """

    record: Conviction | OrderBreach
    domestic: Domestic
    because: str


@once_a_person
def abuse_convictions(facts: PersonFacts) -> tuple[Looked, ...]:
    """Every proven offence and breach that is, or for all that is known may be, domestic abuse."""
    looked = [_offence(fact, facts) for fact in facts.history.convictions if fact.proven]
    looked += [_breach(b, facts) for b in facts.orders.breaches if b.outcome is not BreachOutcome.ALLEGED]
    return tuple(each for each in looked if each.domestic is not Domestic.NO)


def _offence(fact: ConvictionFact, facts: PersonFacts) -> Looked:
    record, offence = fact.record, fact.offence
    if record.domestic_abuse_found:
        return Looked(record, Domestic.YES, "the court found domestic abuse")
    if offence is not None and OffenceTheme.DOMESTIC_ABUSE in fact.themes:
        if "restraining order" not in offence.description.casefold():
            return Looked(record, Domestic.YES, "the offence is domestic abuse by its nature")
        orders = facts.orders.binding
        if record.victims:
            domestic = _connected(record.victims)
        else:
            domestic = _of_any(orders, could_be_broken(orders, record))
        return Looked(record, domestic, "whom the order protects")
    if fact.themes & HARMFUL and fact.connected_victims:
        return Looked(record, Domestic.YES, "the victim is a partner, former partner or relative")
    if fact.themes & HARMFUL and _may_be_kin(record, facts):
        return Looked(record, Domestic.YES, "the method or the surname suggests a partner or relative")
    return Looked(record, Domestic.NO, "")


def _may_be_kin(record: Conviction, facts: PersonFacts) -> bool:
    """Whether the method names kin, or a victim of unknown relationship has the person's surname. A victim
    whose relationship is known to be another settles it."""
    unknown = [who for who in record.victims if who.relationship is Relationship.UNKNOWN]
    if record.victims and not unknown:
        return False
    surname = _surname(facts.person.name)
    return mentions(_KIN, record.method) or any(_surname(who.name) == surname for who in unknown)


def _surname(name: str) -> str:
    return name.casefold().split()[-1] if len(name.split()) > 1 else ""


def _breach(breach: OrderBreach, facts: PersonFacts) -> Looked:
    broken = tuple(fact for fact in facts.orders.binding if fact.order.source_id == breach.order_id)
    orders = broken or facts.orders.binding
    because = "whom the order protects"
    if any(fact.info.domestic for fact in orders):
        return Looked(breach, Domestic.YES, "the order is one between partners or relatives")
    could_be = broken or could_be_broken(orders, breach)
    for_nobody = could_be and not any(fact.order.order_type in _FOR_SOMEBODY for fact in could_be)
    if not _protected(orders) and for_nobody:
        return Looked(breach, Domestic.NO, because)
    return Looked(breach, _of_any(orders, could_be), because)


def could_be_broken(orders: Iterable[OrderFact], by: Conviction | OrderBreach) -> tuple[OrderFact, ...]:
    """The orders that may be the one broken. One made only afterwards is not, and says nothing of whom the
    broken one protects."""
    return tuple(fact for fact in orders if fact.order.made_on is None or fact.order.made_on <= when(by))


def _of_any(orders: Iterable[OrderFact], could_be: Iterable[OrderFact]) -> Domestic:
    """YES where any order protects a partner or relative; only those that could be the one broken say NO."""
    if _connected(_protected(orders)) is Domestic.YES:
        return Domestic.YES
    return _connected(_protected(could_be))


def _protected(orders: Iterable[OrderFact]) -> tuple[NamedPerson, ...]:
    return tuple(who for fact in orders for who in fact.order.protects)


def _connected(people: tuple[NamedPerson, ...]) -> Domestic:
    ties = {who.relationship for who in people}
    if ties & PERSONALLY_CONNECTED:
        return Domestic.YES
    return Domestic.NOT_KNOWN if not ties or Relationship.UNKNOWN in ties else Domestic.NO
