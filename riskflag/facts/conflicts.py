"""Where records contradict themselves or each other, so that nobody can say which is right."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import product

from riskflag.facts import Facts
from riskflag.facts.barred import NAMES_A_PLACE
from riskflag.facts.history import FlagFact, each_once
from riskflag.facts.once import once_a_person
from riskflag.facts.orders import RESIDENCE, OrderFact, discharge_shown
from riskflag.facts.person import PersonFacts
from riskflag.facts.wording import mentions
from riskflag.matching.address import compare_addresses
from riskflag.records import (
    AddressRecord,
    Alert,
    Conviction,
    LicenceCondition,
    Prohibition,
    ProtectiveOrder,
    Record,
    Registration,
)
from riskflag.reference.flags import FlagTheme
from riskflag.vocabulary import AddressBand

DUPLICATE_CODES = frozenset({"DOFF", "KDUP"})
"""Registers that say the person has more than one record."""
_OPPOSITES = (
    (FlagTheme.REGISTERED_SEX_OFFENDER, FlagTheme.NOT_REGISTERED_SEX_OFFENDER),
    (FlagTheme.MAPPA, FlagTheme.NOT_MAPPA),
    (FlagTheme.CHILD_CONTACT_NONE, FlagTheme.CHILD_CONTACT_NOT_RESTRICTED),
    (FlagTheme.CHILD_CONTACT_LIMITED, FlagTheme.CHILD_CONTACT_NOT_RESTRICTED),
)
_TAKEN_BACK = re.compile(
    r"\b(?:lifted|discharged|expired|revoked|withdrawn|quashed|no longer|not in force|in error)\b",
    re.IGNORECASE,
)


def duplicate_records(facts: PersonFacts) -> tuple[Record, ...]:
    """Open entries that say the person has more than one record."""
    return tuple(f.record for f in facts.history.flags if f.is_open and f.record.code in DUPLICATE_CODES)


@once_a_person
def opposite_flags(facts: PersonFacts) -> tuple[Record, ...]:
    """Open flags that deny each other: registered and not registered, eligible and not eligible."""
    found: list[FlagFact] = []
    if not facts.history.flags:
        return ()
    for says, denies in _OPPOSITES:
        yes, no = facts.history.flagged(says), facts.history.flagged(denies)
        found += (*yes, *no) if yes and no else ()
    return each_once(flag.record for flag in found)


@once_a_person
def taken_back_in_words(facts: PersonFacts) -> tuple[Record, ...]:
    """Open flags whose own words say that they no longer hold, as in "order lifted?"."""
    flags = (flag for flag in facts.history.flags if flag.is_open)
    return tuple(flag.record for flag in flags if mentions(_TAKEN_BACK, flag.words))


def discharged_without_evidence(facts: PersonFacts) -> tuple[Record, ...]:
    """Orders recorded as discharged with nothing to show it: they are read as in force."""
    return tuple(fact.order for fact in facts.orders.in_force if _merely_said_to_be_over(fact))


def impossible_dates(facts: Facts) -> tuple[Record, ...]:
    """Orders, conditions, addresses, convictions and flags whose dates cannot all be right."""
    records: Iterable[Record] = (
        *(fact.order for fact in facts.orders.binding),
        *facts.orders.licence_conditions,
        *(record for record, _ in facts.place.own_addresses),
        *(fact.record for fact in facts.history.convictions),
        *(flag.record for flag in facts.history.flags),
    )
    born = facts.person.date_of_birth
    return tuple(record for record in records if not _in_order(_dates(record, born)))


@once_a_person
def required_and_forbidden(facts: PersonFacts) -> tuple[Record, ...]:
    """Orders in force that keep the person at an address and out of it."""
    return tuple(fact.order for fact in facts.orders.in_force if _gainsays_itself(fact.terms))


def _gainsays_itself(terms: tuple[Prohibition, ...]) -> bool:
    required = [term.place for term in terms if term.kind in RESIDENCE and term.place]
    barred = [term.place for term in terms if term.kind in NAMES_A_PLACE and term.place]
    pairs = product(required, barred)
    return any(compare_addresses(one, other).band is AddressBand.SAME_PROPERTY for one, other in pairs)


def _merely_said_to_be_over(fact: OrderFact) -> bool:
    return fact.order.discharged_on is not None and discharge_shown(fact.order) is None


def _dates(record: Record, born: date | None) -> tuple[tuple[date | None, date | None], ...]:
    """Pairs of dates of which the first cannot be later than the second."""
    match record:
        case ProtectiveOrder():
            ends = (record.expires_on, record.discharged_on, record.served_on)
            return tuple((record.made_on, end) for end in (*ends, *_ends_of_terms(record)))
        case LicenceCondition():
            return ((record.starts_on, record.ends_on), (record.starts_on, record.prohibition.ends_on))
        case AddressRecord():
            return ((record.starts_on, record.ends_on),)
        case Conviction():
            return ((record.happened_on, record.convicted_on), (born, record.happened_on))
        case Alert():
            return ((record.active_from, record.active_to),)
        case Registration():
            return ((record.started_on, record.ended_on),)
        case _:
            return ()


def _ends_of_terms(order: ProtectiveOrder) -> Iterable[date | None]:
    varied = (term for version in order.variations for term in version.prohibitions)
    return (term.ends_on for term in (*order.prohibitions, *varied))


def _in_order(pairs: tuple[tuple[date | None, date | None], ...]) -> bool:
    return all(first is None or second is None or first <= second for first, second in pairs)
