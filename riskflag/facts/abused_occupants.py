"""Occupants whom the person is recorded as having abused, and how strong the record is for each.

Two rules read this: partners and everybody else in one, relatives in the other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from riskflag.enquiry import Occupant
from riskflag.facts import Facts
from riskflag.facts.address_decisions import decided_with_safeguards
from riskflag.facts.dates import years_before
from riskflag.facts.history import AbuseFact
from riskflag.facts.household import LinkedAs
from riskflag.facts.orders import OrderFact
from riskflag.matching.person import PersonMatch, compare_people
from riskflag.records import Conviction, DomesticAbuseEvent, DomesticAbuseKind, NamedPerson, Record
from riskflag.reference.thresholds import DOMESTIC_ABUSE_YEARS
from riskflag.vocabulary import (
    INTIMATE,
    PERSONALLY_CONNECTED,
    RELATIVES,
    OrderType,
    PersonBand,
    ProhibitionKind,
    RiskLevel,
)

GRAVE_KINDS = frozenset(
    {
        DomesticAbuseKind.STRANGULATION,
        DomesticAbuseKind.CONTROLLING_OR_COERCIVE,
        DomesticAbuseKind.SEXUAL_VIOLENCE,
        DomesticAbuseKind.STALKING_OR_HARASSMENT,
        DomesticAbuseKind.THREATS,
    }
)
"""Abuse that counts however long ago it was."""
KEEPS_APART = frozenset(
    {
        ProhibitionKind.NO_CONTACT,
        ProhibitionKind.NO_APPROACH,
        ProhibitionKind.NO_ENTER_HOME_OF,
        ProhibitionKind.NO_RESIDE_WITH,
    }
)
"""Terms that by themselves forbid living together: the rules about orders speak of those."""
RAISED_RISK = frozenset({RiskLevel.MEDIUM, RiskLevel.HIGH, RiskLevel.VERY_HIGH})


class Ground(StrEnum):
    """How strong the record is, the strongest first."""

    ABUSED = "abused"
    ORDER = "order"
    DECIDED = "decided"
    ONE_OLD_REPORT = "one_old_report"
    ORDER_TO_CHECK = "order_to_check"
    IDENTITY_TO_CONFIRM = "identity_to_confirm"
    SIDE_NOT_CLEAR = "side_not_clear"


@dataclass(frozen=True, slots=True)
class Trace:
    """One record that speaks of the occupant.

    record: the event, conviction or order
    says: the words relied on
    who: the somebody it speaks of, as it describes them
    match: how sure it is that the occupant is meant
    ground: what the record shows by itself
    """

    record: Record
    says: str
    who: NamedPerson
    match: PersonMatch
    ground: Ground


@dataclass(frozen=True, slots=True)
class AbusedOccupant:
    """An occupant with everything on record that says the person abused them, or may have.

    occupant: who
    ground: how strong the record is, taken together
    relative: a parent, sibling, grandparent, child or other relative, and not a partner
    traces: what it rests on
    """

    occupant: Occupant
    ground: Ground
    relative: bool
    traces: tuple[Trace, ...]


def abused_occupants(facts: Facts) -> tuple[AbusedOccupant, ...]:
    """Every occupant whom the record says, or may say, the person abused."""
    if not facts.household.links and not facts.history.abuse_side_unclear:
        return ()
    found = ((occupant, tuple(_traces(occupant, facts))) for occupant in facts.household.occupants)
    return tuple(_taken_together(occupant, traces, facts) for occupant, traces in found if traces)


def _traces(occupant: Occupant, facts: Facts) -> Iterable[Trace]:
    for abuse in facts.history.abuse_by_person:
        match = compare_people(occupant.who, abuse.victim)
        if match.band is not PersonBand.DIFFERENT:
            yield Trace(abuse.record, _says(abuse), abuse.victim, match, _if_sure(match, Ground.ABUSED))
    for event in facts.history.abuse_side_unclear:
        match = compare_people(occupant.who, event.other)
        if match.band is not PersonBand.DIFFERENT:
            yield Trace(event, _event_says(event), event.other, match, Ground.SIDE_NOT_CLEAR)
    yield from _orders(occupant, facts)


def _orders(occupant: Occupant, facts: Facts) -> Iterable[Trace]:
    """Orders that protect the occupant as partner or relative and do not by themselves keep them apart."""
    protecting = [
        link for link in facts.household.linked(LinkedAs.PROTECTED_PERSON) if link.occupant is occupant
    ]
    for link in protecting:
        connected = {link.who.relationship, occupant.who.relationship} & PERSONALLY_CONNECTED
        order = next((fact for fact in facts.orders.binding if fact.order is link.record), None)
        if order is None or not connected or _keeps_apart(order):
            continue
        acquittal = order.order.order_type is OrderType.RESTRAINING_ORDER_ON_ACQUITTAL
        ground = Ground.ORDER if order.in_force and not acquittal else Ground.ORDER_TO_CHECK
        yield Trace(order.order, order.info.name, link.who, link.match, _if_sure(link.match, ground))


def _keeps_apart(order: OrderFact) -> bool:
    return order.in_force and any(term.kind in KEEPS_APART for term in order.terms)


def _if_sure(match: PersonMatch, ground: Ground) -> Ground:
    return ground if match.band is PersonBand.SAME_PERSON else Ground.IDENTITY_TO_CONFIRM


def _says(abuse: AbuseFact) -> str:
    return abuse.record.description if isinstance(abuse.record, Conviction) else _event_says(abuse.record)


def _event_says(event: DomesticAbuseEvent) -> str:
    return event.words or event.kind.replace("_", " ")


def _taken_together(occupant: Occupant, traces: tuple[Trace, ...], facts: Facts) -> AbusedOccupant:
    order = list(Ground)
    ground = min((trace.ground for trace in traces), key=order.index)
    sure = {id(trace.record) for trace in traces if trace.ground is Ground.ABUSED}
    abuse = [fact for fact in facts.history.abuse_by_person if id(fact.record) in sure]
    if ground is Ground.ABUSED:
        happened = [fact.happened_on or fact.record.recorded_on for fact in abuse]
        if decided_with_safeguards(facts, occupant, since=max(happened)):
            ground = Ground.DECIDED
        elif len(traces) == 1 and _old_and_slight(abuse[0], facts):
            ground = Ground.ONE_OLD_REPORT
    ties = {occupant.who.relationship, *(trace.who.relationship for trace in traces)}
    return AbusedOccupant(occupant, ground, not ties & INTIMATE and bool(ties & RELATIVES), traces)


def _old_and_slight(abuse: AbuseFact, facts: Facts) -> bool:
    """One report of nothing grave, years ago, and unsupported or without violence, where no assessment says
    that the risk to a known adult is more than low."""
    latest = facts.history.latest_assessment
    if latest is not None and latest.to_known_adult in RAISED_RISK:
        return False
    old = _before(abuse.happened_on, years_before(facts.as_of, DOMESTIC_ABUSE_YEARS.value))
    record = abuse.record
    if isinstance(record, DomesticAbuseEvent):
        slight = not abuse.corroborated or record.kind is DomesticAbuseKind.VERBAL_DISPUTE
        return old and slight and record.kind not in GRAVE_KINDS
    return False


def _before(day: date | None, limit: date) -> bool:
    return day is not None and day < limit
