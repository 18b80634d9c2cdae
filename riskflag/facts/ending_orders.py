"""Orders that end too early: before the licence or the use of the address does, or soon after new harm."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from riskflag.facts import Facts
from riskflag.facts.dates import months_before, written_date
from riskflag.facts.history import newest_first, when
from riskflag.facts.order_ends import EndKind, read_end
from riskflag.facts.orders import FROM_CHILDREN, KEEP_AWAY, KEEP_OUT, NOT_REPEATED, OrderFact, discharge_shown
from riskflag.facts.undecided import DECIDED_BY
from riskflag.matching.person import is_same_person
from riskflag.records import NamedPerson, Prohibition, Record
from riskflag.reference.thresholds import ORDER_ENDS_BEFORE_RELEASE_DAYS, ORDER_RENEWAL_MONTHS
from riskflag.vocabulary import OrderType, ProhibitionKind

NOT_RENEWED = (
    NOT_REPEATED
    | frozenset(DECIDED_BY)
    | {OrderType.SEX_OFFENDER_NOTIFICATION, OrderType.COMMUNITY_OR_SUSPENDED_SENTENCE_ORDER}
)
"""Types that nobody renews: they end with a case, a sentence or a licence, or their recorded end is none."""
_PROTECTING = KEEP_AWAY | KEEP_OUT | FROM_CHILDREN | {ProhibitionKind.EXCLUSION_AREA}


class Timing(StrEnum):
    """When an order or a term ends, seen from today and the release."""

    TO_COME = "to_come"
    OVER = "over"
    RELEASE_UNKNOWN = "release_unknown"
    LICENCE_END_UNKNOWN = "licence_end_unknown"


@dataclass(frozen=True, slots=True)
class Ending:
    """One order, or one term of it, that ends too early or may do so.

    order: the order
    says: the order in words, with the term that ends before the order does
    timing: when it ends; two of the timings say what must be known first
    incident: the last breach or abuse on record; None where there is none
    """

    order: OrderFact
    says: str
    timing: Timing
    incident: Record | None


def ending_orders(facts: Facts) -> tuple[Ending, ...]:
    """Every order and protecting term with a last day, unless another order takes its place."""
    dated = [(fact, *end) for fact in facts.orders.binding if _renewable(fact) for end in _ends(fact)]
    if not dated:
        return ()
    incident = _last_incident(facts)
    return tuple(
        Ending(fact, says, timing, incident)
        for fact, ends_on, says in dated
        if (timing := _timing(ends_on, incident, facts)) and not _replaced(fact, ends_on, facts)
    )


def _renewable(fact: OrderFact) -> bool:
    return fact.order.order_type not in NOT_RENEWED and discharge_shown(fact.order) is None


def _ends(fact: OrderFact) -> Iterable[tuple[date, str]]:
    order_ends = fact.expires_on if fact.end_kind is EndKind.ON_DATE else None
    last_seen = _end_last_seen(fact)
    if last_seen is not None and last_seen < (order_ends or date.max):
        yield last_seen, f"{fact.described}; under the version last seen, until {written_date(last_seen)}"
    if order_ends is not None:
        yield order_ends, fact.described
    for term in fact.terms:
        if term.kind in _PROTECTING and term.ends_on and term.ends_on < (order_ends or date.max):
            yield term.ends_on, f"{fact.described}: {term.wording}, until {written_date(term.ends_on)}"


def _end_last_seen(fact: OrderFact) -> date | None:
    """The last day under the latest version seen under seal, where a later one extends it unseen."""
    seen = [version for version in fact.order.variations if version.sealed_copy_seen]
    version = max(seen, key=lambda v: v.varied_on, default=fact.order)
    dated = read_end(version.expires_on, version.duration_wording) is EndKind.ON_DATE
    return version.expires_on if fact.stricter_reading and dated else None


def _last_incident(facts: Facts) -> Record | None:
    history = facts.history
    abuse = (fact.record for fact in history.abuse_by_person)
    return next(iter(newest_first([*history.breaches, *facts.orders.breaches, *abuse])), None)


def _timing(ends_on: date, incident: Record | None, facts: Facts) -> Timing | None:
    """When it ends too early; None where it does not."""
    since = months_before(facts.as_of, ORDER_RENEWAL_MONTHS.value)
    to_renew = incident is not None and min(when(incident), ends_on) >= since
    over = ends_on < facts.as_of
    release, soon = facts.proposal.release_date, timedelta(days=ORDER_ENDS_BEFORE_RELEASE_DAYS.value)
    if release is None:
        if over and to_renew:
            return Timing.OVER
        return None if ends_on < facts.as_of - soon else Timing.RELEASE_UNKNOWN
    if ends_on < release - soon and not to_renew:
        return None
    timing = _before_the_licence_ends(ends_on, release, facts)
    return Timing.OVER if over and timing is Timing.TO_COME else timing


def _before_the_licence_ends(ends_on: date, release: date, facts: Facts) -> Timing | None:
    licence_ends, use_ends = facts.proposal.licence_ends_on, facts.proposal.window.last
    if ends_on <= max(release, licence_ends or release, use_ends or release):
        return Timing.TO_COME
    return None if licence_ends else Timing.LICENCE_END_UNKNOWN


def _replaced(fact: OrderFact, ends_on: date, facts: Facts) -> bool:
    """Whether a final order that runs on forbids all that this one does, for everybody it protects."""
    return any(
        other is not fact and _runs_on(other, ends_on, facts) and _does_what(fact, other)
        for other in facts.orders.in_force
    )


def _runs_on(other: OrderFact, ends_on: date, facts: Facts) -> bool:
    made = other.order.made_on is not None and other.order.made_on <= facts.as_of
    last = max(ends_on, facts.proposal.licence_ends_on or date.max, facts.proposal.window.last or ends_on)
    dated = other.end_kind is EndKind.ON_DATE and (other.expires_on or last) > last
    outlasts = dated or other.end_kind is EndKind.UNTIL_FURTHER_ORDER
    final = not (other.order.interim or other.stricter_reading) and other.order.order_type not in NOT_RENEWED
    return made and outlasts and final


def _does_what(fact: OrderFact, other: OrderFact) -> bool:
    if not fact.order.protects and fact.order.order_type is not other.order.order_type:
        return False
    return bool(fact.terms) and all(_forbids(other, term, fact.covers(term)) for term in fact.terms)


def _forbids(other: OrderFact, term: Prohibition, people: tuple[NamedPerson, ...]) -> bool:
    """Whether the other order forbids the same for all of these people, for as long as it runs."""
    alike = [
        each
        for each in other.terms
        if each.ends_on is None and (each.kind, each.place, each.zone) == (term.kind, term.place, term.zone)
    ]
    covered = [who for each in alike for who in other.covers(each)]
    return bool(alike) and all(any(is_same_person(who, other_one) for other_one in covered) for who in people)
