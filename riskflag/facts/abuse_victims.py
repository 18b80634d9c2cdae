"""How many different people the person has abused: one victim under two names is one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from riskflag.facts.household import taken_for_child
from riskflag.facts.once import once_a_person
from riskflag.facts.person import PersonFacts
from riskflag.facts.written import latest_day
from riskflag.matching.person import compare_people, is_same_person
from riskflag.records import NamedPerson, Record
from riskflag.reference.offences import OffenceTheme
from riskflag.vocabulary import PERSONALLY_CONNECTED, OrderType, PersonBand


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


@once_a_person
def abuse_victims(facts: PersonFacts) -> Victims:
    """Whom the record names: proven offences, events that something supports or that were reported more than
    once, and orders that protect a partner or relative, even ended, but none made on acquittal. Children are
    left out, because they belong to a victim who is counted."""
    all_of_them = [each for each in _abused(facts) if not taken_for_child(each.who, facts.as_of)]
    groups = _joined(_as_described(sorted(all_of_them, key=lambda each: each.day)))
    groups.sort(key=lambda group: group[0].day)
    described = [tuple(dict.fromkeys(each.who for each in group)) for group in groups]
    apart: list[tuple[NamedPerson, ...]] = []
    for people in described:
        if all(_surely_different(people, others) for others in apart):
            apart.append(people)
    return Victims(tuple(tuple(group) for group in groups), len(apart))


def abuse_of_nobody_named(facts: PersonFacts) -> bool:
    """Whether an offence is proven domestic abuse and nobody recorded whom it harmed. A breach of an order
    harms whoever the order protects."""
    return any(
        fact.abuse_whoever_the_victim
        and not fact.connected_victims
        and OffenceTheme.ORDER_BREACH not in fact.themes
        for fact in facts.history.convictions
    )


def _abused(facts: PersonFacts) -> Iterable[Abused]:
    abuse = facts.history.abuse_by_person
    for fact in abuse:
        day = latest_day(fact.record)
        others = (each.victim for each in abuse if latest_day(each.record) != day)
        if fact.corroborated or any(is_same_person(fact.victim, victim) for victim in others):
            yield Abused(fact.victim, fact.record, day)
    for order in facts.orders.binding:
        if order.order.order_type is OrderType.RESTRAINING_ORDER_ON_ACQUITTAL:
            continue
        day = facts.as_of if order.in_force else (order.order.made_on or order.order.recorded_on)
        for who in order.order.protects:
            if who.relationship in PERSONALLY_CONNECTED or order.info.domestic:
                yield Abused(who, order.order, day)


def _as_described(abused: Iterable[Abused]) -> Iterable[list[Abused]]:
    """The records of each description together, where a description like it is of the same person."""
    by_description: dict[NamedPerson, list[Abused]] = {}
    for each in abused:
        by_description.setdefault(each.who, []).append(each)
    for who, records in by_description.items():
        if len(records) == 1 or is_same_person(who, who):
            yield records
        else:
            yield from ([each] for each in records)


def _joined(lots: Iterable[list[Abused]]) -> list[list[Abused]]:
    """The lots that are of one person made one."""
    groups: list[list[list[Abused]]] = []
    for lot in lots:
        mine = [group for group in groups if any(is_same_person(lot[0].who, other[0].who) for other in group)]
        groups = [group for group in groups if group not in mine]
        groups.append([*(other for group in mine for other in group), lot])
    return [sorted((each for lot in group for each in lot), key=lambda each: each.day) for group in groups]


def _surely_different(some: Iterable[NamedPerson], others: Iterable[NamedPerson]) -> bool:
    return all(compare_people(one, other).band is PersonBand.DIFFERENT for one in some for other in others)
