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
from riskflag.facts.once import once
from riskflag.facts.orders import OrderFact
from riskflag.facts.presence import LIVES_THERE, MAY_BE_HERE
from riskflag.facts.quoting import words_of
from riskflag.matching.person import PersonMatch, compare_people, is_same_person
from riskflag.records import (
    Contact,
    DomesticAbuseEvent,
    DomesticAbuseKind,
    NamedPerson,
    OccupierConversation,
    ProtectedPlace,
    Record,
)
from riskflag.reference.thresholds import DOMESTIC_ABUSE_YEARS
from riskflag.vocabulary import (
    INTIMATE,
    PERSONALLY_CONNECTED,
    RELATIVES,
    AddressBand,
    OrderType,
    PersonBand,
    RiskLevel,
    Source,
    Visibility,
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
ABUSE_SOURCES = frozenset(
    {
        Source.DOMESTIC_ABUSE,
        Source.CONVICTIONS,
        Source.PROTECTIVE_ORDERS,
        Source.CONTACTS,
        Source.PROTECTED_PLACES,
    }
)
"""Where it comes from that the person abused somebody at an address."""
RAISED_RISK = frozenset({RiskLevel.MEDIUM, RiskLevel.HIGH, RiskLevel.VERY_HIGH})


class Ground(StrEnum):
    """How strong the record is, the strongest first."""

    ABUSED = "abused"
    ORDER = "order"
    DECIDED = "decided"
    ONE_OLD_REPORT = "one_old_report"
    ORDER_TO_CHECK = "order_to_check"
    TO_CONFIRM = "to_confirm"
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
    """Somebody at the address with everything on record that says the person abused them, or may have.

    occupant: who
    seen_in: the protected place that puts them there, or the contact record that may; None where it is sure
        from the enquiry or a contact
    ground: how strong the record is, taken together
    relative: a parent, sibling, grandparent, child or other relative, and not a partner
    traces: what it rests on
    said: what they said about the person living there, newest first
    """

    occupant: Occupant
    seen_in: ProtectedPlace | Contact | None
    ground: Ground
    relative: bool
    traces: tuple[Trace, ...]
    said: tuple[OccupierConversation, ...]

    @property
    def evidence(self) -> tuple[tuple[Record, str, str | None], ...]:
        """Each record relied on, the words in it, and what links it to the address."""
        found: list[tuple[Record, str, str | None]] = [
            (t.record, t.says, t.match.because) for t in self.traces
        ]
        found += [(said, words_of(said), None) for said in self.said]
        if self.seen_in is not None:
            sure = isinstance(self.seen_in, ProtectedPlace)
            found.append((self.seen_in, f"{'places' if sure else 'may place'} them at the address", None))
        return tuple(found)


@once
def abused_occupants(facts: Facts) -> tuple[AbusedOccupant, ...]:
    """Everybody who lives, stays or may live at the address and whom the person abused, or may have."""
    history = facts.history
    if not (history.abuse_by_person or history.abuse_side_unclear or facts.household.links):
        return ()
    found: list[tuple[Occupant, ProtectedPlace | Contact | None, tuple[Trace, ...]]] = [
        (each, None, tuple(_traces(each, facts))) for each in facts.household.occupants
    ]
    for perhaps in (*facts.household.perhaps_there, *facts.household.homes_unreadable):
        traces = _traces(perhaps.occupant, facts, sure_of_address=False)
        settled = tuple(t for t in traces if perhaps.readable or t.match.band is PersonBand.SAME_PERSON)
        found.append((perhaps.occupant, perhaps.contact, settled))
    named = [each.who for each in facts.household.occupants]
    for place in facts.place.protected:
        if place.match is None or place.match.band not in MAY_BE_HERE:
            continue
        lives_there = place.record.kind in LIVES_THERE and not place.superseded
        if lives_there and not any(is_same_person(place.record.who, who) for who in named):
            unnamed = Occupant(place.record.who, visibility=Visibility.PROTECTED)
            sure = place.match.band is AddressBand.SAME_PROPERTY
            found.append((unnamed, place.record, tuple(_traces(unnamed, facts, sure))))
    return tuple(_taken_together(*each, facts) for each in found if each[-1])


def decided_about(record: Record, facts: Facts) -> tuple[Occupant, ...]:
    """Occupants whom the abuse in this record harmed, and for whom a senior officer has since decided."""
    return tuple(
        each.occupant
        for each in abused_occupants(facts)
        if each.ground is Ground.DECIDED and any(trace.record is record for trace in each.traces)
    )


def _traces(occupant: Occupant, facts: Facts, sure_of_address: bool = True) -> Iterable[Trace]:
    for abuse in facts.history.abuse_by_person:
        match = compare_people(occupant.who, abuse.victim)
        if match.band is not PersonBand.DIFFERENT:
            ground = _if_sure(match, Ground.ABUSED) if sure_of_address else Ground.TO_CONFIRM
            yield Trace(abuse.record, words_of(abuse.record), abuse.victim, match, ground)
    for event in facts.history.abuse_side_unclear:
        match = compare_people(occupant.who, event.other)
        if match.band is not PersonBand.DIFFERENT:
            yield Trace(event, words_of(event), event.other, match, Ground.SIDE_NOT_CLEAR)
    yield from _orders(occupant, facts)


def _orders(occupant: Occupant, facts: Facts) -> Iterable[Trace]:
    """Orders that protect the occupant as partner or relative and do not by themselves keep them apart."""
    protecting = [
        link for link in facts.household.linked(LinkedAs.PROTECTED_PERSON) if link.occupant is occupant
    ]
    for link in protecting:
        connected = {link.who.relationship, occupant.who.relationship} & PERSONALLY_CONNECTED
        order = next((fact for fact in facts.orders.binding if fact.order is link.record), None)
        if order is None or not connected or _keeps_apart(order, facts):
            continue
        acquittal = order.order.order_type is OrderType.RESTRAINING_ORDER_ON_ACQUITTAL
        ground = Ground.ORDER if order.in_force and not acquittal else Ground.ORDER_TO_CHECK
        yield Trace(
            order.order, order.info.name, link.who, link.match, ground if link.sure else Ground.TO_CONFIRM
        )


def _keeps_apart(order: OrderFact, facts: Facts) -> bool:
    """Whether the order is live and forbids living together, or has no terms on record: rules about orders
    speak of those."""
    mine = [term for term in facts.orders.terms if term.order is order]
    return order.in_force and (not mine or any(t.keeps_away and not t.allows_living_there for t in mine))


def _if_sure(match: PersonMatch, ground: Ground) -> Ground:
    return ground if match.band is PersonBand.SAME_PERSON else Ground.TO_CONFIRM


def _taken_together(
    occupant: Occupant, seen_in: ProtectedPlace | Contact | None, traces: tuple[Trace, ...], facts: Facts
) -> AbusedOccupant:
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
    said = tuple(c for c in facts.household.conversations if is_same_person(c.occupier, occupant.who))
    return AbusedOccupant(
        occupant, seen_in, ground, bool(ties & RELATIVES) and not ties & INTIMATE, traces, said
    )


def _old_and_slight(abuse: AbuseFact, facts: Facts) -> bool:
    """One report of nothing grave, years ago, and unsupported or without violence, where no assessment says
    that the risk to a known adult is more than low."""
    if any(each.to_known_adult in RAISED_RISK for each in facts.history.current_assessments):
        return False
    old = _before(abuse.happened_on, years_before(facts.as_of, DOMESTIC_ABUSE_YEARS.value))
    record = abuse.record
    if isinstance(record, DomesticAbuseEvent):
        slight = not abuse.corroborated or record.kind is DomesticAbuseKind.VERBAL_DISPUTE
        return old and slight and record.kind not in GRAVE_KINDS
    return False


def _before(day: date | None, limit: date) -> bool:
    return day is not None and day < limit
