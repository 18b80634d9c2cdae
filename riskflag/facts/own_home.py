"""Whether the proposed address is the person's own home, and whether an abuser knows it or can get in."""

import re
from collections.abc import Iterable
from enum import StrEnum

from riskflag.enquiry import PlacementKind
from riskflag.facts import Facts
from riskflag.facts.dates import years_before
from riskflag.facts.history import when
from riskflag.facts.orders import read_order
from riskflag.facts.wording import may_be_here, mentions
from riskflag.records import AddressNote, DomesticAbuseEvent, Record
from riskflag.reference.thresholds import DOMESTIC_ABUSE_YEARS
from riskflag.vocabulary import AddressBand

_MARKER = re.compile(r"\bmarker\b", re.IGNORECASE)
_LOCKS = re.compile(r"\block(?:s|ed)?\b|\btarget[- ]harden|\bsanctuary scheme\b", re.IGNORECASE)


class Way(StrEnum):
    """Why an abuser may come to the person's home."""

    WAS_HERE = "was_here"
    HAS_ACCESS = "has_access"
    ORDER_ENDED = "order_ended"
    NO_ORDER = "no_order"


def holds_tenancy(facts: Facts) -> bool | None:
    """Whether the person is the tenant or owner of the proposed address; None where nobody says."""
    if facts.proposal.placement is PlacementKind.OWN_TENANCY:
        return True
    answers = {
        record.person_is_tenant
        for record, match in facts.place.own_addresses
        if match is not None and match.band is AddressBand.SAME_PROPERTY
    }
    if True in answers:
        return True
    stated = facts.proposal.placement is not PlacementKind.NOT_STATED
    return False if stated or False in answers or facts.proposal.address is None else None


def ways_in(facts: Facts) -> tuple[tuple[Record, Way], ...]:
    """Every record by which an abuser of the person knows this address or can get into it."""
    known = facts.history.abuse_of_person or facts.orders.protecting_the_person
    return tuple(_ways(facts)) if known else ()


def made_safe(facts: Facts) -> bool:
    """Whether an order is in force, and notes on this very address speak of both a police marker and locks.
    Somebody still has to see that they are there."""
    notes = (n.record for n in facts.place.notes if n.sure)
    words = [note.words for note in notes if isinstance(note, AddressNote)]
    return _protected_now(facts) and mentions(_MARKER, *words) and mentions(_LOCKS, *words)


def _ways(facts: Facts) -> Iterable[tuple[Record, Way]]:
    here = {id(each.record) for each in facts.place.offences if may_be_here(each)}
    for event in facts.history.abuse_of_person:
        if id(event) in here:
            yield event, Way.WAS_HERE
        if event.other_still_has_access and (event.at is None or id(event) in here):
            yield event, Way.HAS_ACCESS
    if _protected_now(facts):
        return
    for order in facts.orders.protecting_the_person:
        yield order, Way.ORDER_ENDED
    if not facts.orders.protecting_the_person:
        yield from ((event, Way.NO_ORDER) for event in facts.history.abuse_of_person if _lately(event, facts))


def _lately(event: DomesticAbuseEvent, facts: Facts) -> bool:
    """Recent abuse while the person already lived here: an abuser does not know a home found later."""
    recent = when(event) >= years_before(facts.as_of, DOMESTIC_ABUSE_YEARS.value)
    return recent and any(
        match is not None
        and match.band is AddressBand.SAME_PROPERTY
        and (record.starts_on is None or record.starts_on <= when(event))
        for record, match in facts.place.own_addresses
    )


def _protected_now(facts: Facts) -> bool:
    orders = facts.orders.protecting_the_person
    return any(read_order(order, facts.proposal.window).in_force for order in orders)
