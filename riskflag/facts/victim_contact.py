"""Whether a victim is due to be offered contact, and what victim liaison was asked."""

from collections.abc import Iterable
from datetime import date, timedelta

from riskflag.facts import Facts
from riskflag.facts.abuse_convictions import Domestic, abuse_convictions
from riskflag.facts.history import ConvictionFact, when
from riskflag.facts.once import once_a_person
from riskflag.facts.person import PersonFacts
from riskflag.facts.sentences import running_sentences
from riskflag.facts.topics import SEXUAL_OFFENCES, VIOLENT_OFFENCES, WEAPON_OFFENCES
from riskflag.matching.address import compare_addresses
from riskflag.records import Check, Conviction, ProtectedPlace, Record
from riskflag.reference.offences import OffenceTheme
from riskflag.reference.thresholds import RELEASE_PLANNING_DAYS, VICTIM_CONTACT_CUSTODY_MONTHS
from riskflag.vocabulary import AddressBand, SourceSystem

_OFFERED = "INVI"
"""The register of the statutory scheme."""
_VIOLENT_OR_SEXUAL = frozenset(
    {
        *(*VIOLENT_OFFENCES, *SEXUAL_OFFENCES, OffenceTheme.KIDNAP),
        *(OffenceTheme.COERCIVE_CONTROL, OffenceTheme.STALKING_OR_HARASSMENT),
    }
).difference(WEAPON_OFFENCES)


@once_a_person
def eligible_offences(facts: PersonFacts) -> tuple[Conviction, ...]:
    """Offences whose victim is due to be offered contact: violent or sexual with a sentence that is long
    enough, and domestic abuse whatever the sentence, for which contact is at discretion."""
    if not facts.history.convictions:
        return ()
    running = running_sentences(facts, 0)
    abuse = {id(each.record) for each in abuse_convictions(facts) if each.domestic is Domestic.YES}
    return tuple(c.record for c in running if _eligible(c) or id(c.record) in abuse)


@once_a_person
def length_unknown(facts: PersonFacts) -> bool:
    """Whether a running sentence would make an offence eligible if its length, which nobody recorded, were
    enough."""
    if not facts.history.convictions:
        return False
    running = running_sentences(facts, VICTIM_CONTACT_CUSTODY_MONTHS.value)
    return any(c.record.custody_months is None and _serious(c) for c in running)


def offered(facts: Facts) -> tuple[Record, ...]:
    """What shows that victim liaison has the case: an open register entry, an enquiry, a protected place."""
    entries = (
        flag.record
        for flag in facts.history.flags
        if flag.is_open and (flag.record.code or "").strip().upper() == _OFFERED
    )
    return (*entries, *facts.process.victim_liaison, *_places(facts))


def asked_lately(facts: Facts) -> bool:
    """Whether victim liaison was asked about the person or what may be this address, or confirmed where
    somebody lives, since release came in sight."""
    since = facts.as_of - timedelta(days=RELEASE_PLANNING_DAYS.value)
    return any(since <= day <= facts.as_of for day in _days(facts))


def _days(facts: Facts) -> Iterable[date]:
    for check in facts.process.victim_liaison:
        if not _about_elsewhere(check, facts):
            yield from (day for day in (check.requested_on, check.returned_on) if day)
    yield from (place.verified_on or when(place) for place in _places(facts))


def _about_elsewhere(check: Check, facts: Facts) -> bool:
    """Whether it asks about another address than the proposed one, so that it says nothing of this."""
    address = facts.proposal.address
    if check.address is None or address is None:
        return False
    return compare_addresses(check.address, address).band is AddressBand.DIFFERENT


def _places(facts: Facts) -> tuple[ProtectedPlace, ...]:
    places = (fact.record for fact in facts.place.protected)
    return tuple(place for place in places if place.source_system is SourceSystem.VICTIM_LIAISON)


def _eligible(conviction: ConvictionFact) -> bool:
    months = conviction.record.custody_months or 0
    return months >= VICTIM_CONTACT_CUSTODY_MONTHS.value and _violent_or_sexual(conviction)


def _violent_or_sexual(conviction: ConvictionFact) -> bool:
    specified = conviction.offence is not None and conviction.offence.schedule_15 is True
    by_nature = (
        bool(conviction.themes & _VIOLENT_OR_SEXUAL) and OffenceTheme.ORDER_BREACH not in conviction.themes
    )
    return specified or by_nature


def _serious(conviction: ConvictionFact) -> bool:
    """Whether a year or more may be passed for it: an offence that is surely not specified seldom brings so
    much."""
    known_not = conviction.offence is not None and conviction.offence.schedule_15 is False
    return _violent_or_sexual(conviction) and not known_not
