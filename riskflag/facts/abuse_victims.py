"""How many different people the person has abused: one victim under two names is one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from riskflag.facts import Facts
from riskflag.facts.household import under_age
from riskflag.facts.written import latest_day
from riskflag.matching.person import compare_people
from riskflag.records import NamedPerson, Record
from riskflag.reference.offences import OffenceTheme
from riskflag.vocabulary import PERSONALLY_CONNECTED, OrderType, PersonBand, Relationship

_CHILDREN = frozenset({Relationship.CHILD, Relationship.STEPCHILD})


@dataclass(frozen=True, slots=True)
class Abused:
    """One record by which the person abused somebody, or by which a court protects somebody from abuse.

    who: whom
    record: the conviction, event or order
    day: the last day on which it is known to have counted; today for an order in force
    """

    who: NamedPerson
    record: Record
    day: date


@dataclass(frozen=True, slots=True)
class Victims:
    """Everybody whom the person abused.

    groups: the records of each, oldest first; two groups may still be of one person under two names
    at_least: how many of them are surely different people
    """

    groups: tuple[tuple[Abused, ...], ...]
    at_least: int


def abuse_victims(facts: Facts) -> Victims:
    """Whom the record names: proven offences, events that something supports or that were reported more than
    once, and orders that protect a partner or relative, even ended, but none made on acquittal. Children are
    left out, because they belong to a victim who is counted."""
    all_of_them = [each for each in _abused(facts) if not _is_child(each.who, facts.as_of)]
    groups: list[list[Abused]] = []
    for each in sorted(all_of_them, key=lambda each: each.day):
        mine = [group for group in groups if PersonBand.SAME_PERSON in _bands([each], group)]
        groups = [group for group in groups if group not in mine]
        groups.append([*(other for group in mine for other in group), each])
    groups.sort(key=lambda group: group[0].day)
    apart: list[list[Abused]] = []
    for group in groups:
        if all(_bands(group, other) == {PersonBand.DIFFERENT} for other in apart):
            apart.append(group)
    return Victims(tuple(tuple(group) for group in groups), len(apart))


def abuse_of_nobody_named(facts: Facts) -> bool:
    """Whether an offence is proven domestic abuse and nobody recorded whom it harmed. A breach of an order
    harms whoever the order protects."""
    return any(
        fact.abuse_whoever_the_victim
        and not fact.connected_victims
        and OffenceTheme.ORDER_BREACH not in fact.themes
        for fact in facts.history.convictions
    )


def _abused(facts: Facts) -> Iterable[Abused]:
    abuse = facts.history.abuse_by_person
    for fact in abuse:
        day = latest_day(fact.record)
        others = (each.victim for each in abuse if latest_day(each.record) != day)
        if fact.corroborated or any(_same(fact.victim, victim) for victim in others):
            yield Abused(fact.victim, fact.record, day)
    for order in facts.orders.binding:
        if order.order.order_type is OrderType.RESTRAINING_ORDER_ON_ACQUITTAL:
            continue
        day = facts.as_of if order.in_force else (order.order.made_on or order.order.recorded_on)
        for who in order.order.protects:
            if who.relationship in PERSONALLY_CONNECTED or order.info.domestic:
                yield Abused(who, order.order, day)


def _is_child(who: NamedPerson, today: date) -> bool:
    child = under_age(who, today)
    return who.relationship in _CHILDREN if child is None else child


def _same(one: NamedPerson, other: NamedPerson) -> bool:
    return compare_people(one, other).band is PersonBand.SAME_PERSON


def _bands(some: Iterable[Abused], others: Iterable[Abused]) -> set[PersonBand]:
    return {compare_people(one.who, other.who).band for one in some for other in others}
