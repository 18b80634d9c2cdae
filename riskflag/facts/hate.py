"""Hate crime by the person, and whether those it may be aimed at share the site or live close by."""

from collections.abc import Iterable
from enum import StrEnum

from riskflag.enquiry import PlacementKind
from riskflag.facts import Facts
from riskflag.facts.barred_company import SHARED
from riskflag.facts.history import ConvictionFact
from riskflag.facts.household import LinkedAs
from riskflag.facts.once import once_a_person
from riskflag.facts.person import PersonFacts
from riskflag.facts.protected_address import nearness_of
from riskflag.facts.quoting import words_of
from riskflag.facts.written import not_disproved
from riskflag.matching.address import compare_addresses
from riskflag.matching.place import Nearness, how_near
from riskflag.records import Address, ProtectedPlace, Record
from riskflag.reference.flags import FlagTheme
from riskflag.reference.offences import OffenceTheme
from riskflag.reference.thresholds import NEIGHBOUR_METRES
from riskflag.vocabulary import AddressBand


class Target(StrEnum):
    """Whom the person would meet there."""

    SHARED_SITE = "shared_site"
    VICTIM_LIVES_HERE = "victim_lives_here"
    PERHAPS_VICTIM = "perhaps_victim"
    NEIGHBOURS = "neighbours"


Said = tuple[Record, str, str | None]


def hate_records(facts: PersonFacts) -> tuple[Record, ...]:
    """Aggravated offences, however long ago, and open flags of hate or of risk to a group."""
    flags = (flag.record for flag in facts.history.flagged(FlagTheme.HATE))
    return (*(fact.record for fact in _offences(facts)), *flags)


def targets(facts: Facts, hate: Iterable[Record]) -> Iterable[tuple[Target, tuple[Said, ...]]]:
    """Where the site is shared, and where a victim of such an offence lives here or close by."""
    if facts.proposal.address is not None and facts.proposal.placement in SHARED:
        shared = facts.proposal.placement.value.replace("_", " ")
        yield Target.SHARED_SITE, tuple((record, words_of(record), shared) for record in hate)
    offences = _offences(facts)
    for link in facts.household.linked(LinkedAs.OFFENCE_VICTIM):
        if any(link.record is fact.record for fact in offences):
            how = Target.VICTIM_LIVES_HERE if link.sure else Target.PERHAPS_VICTIM
            yield how, ((link.record, words_of(link.record), link.because),)
    for fact in offences:
        yield from _close_by(fact, facts)


def targets_unknown(facts: Facts) -> Iterable[str]:
    """What must be known before it can be said that nobody there is a likely target."""
    if facts.proposal.address is None:
        return
    if not facts.proposal.lives_there:
        yield "who else comes to the site"
    elif facts.proposal.placement is PlacementKind.NOT_STATED:
        yield "whether the home is shared"
    offences = _offences(facts)
    if any(_place_unread(fact, facts.proposal.address) for fact in offences):
        yield "where a hate crime was done"
    if any(_home_unread(fact, facts) for fact in offences):
        yield "where a victim of hate crime can be found"


@once_a_person
def _offences(facts: PersonFacts) -> tuple[ConvictionFact, ...]:
    return tuple(
        fact for fact in facts.history.convictions if OffenceTheme.HATE in fact.themes and not_disproved(fact)
    )


def _close_by(fact: ConvictionFact, facts: Facts) -> Iterable[tuple[Target, tuple[Said, ...]]]:
    """Where the offence happened, and where its victims live, if that is here, next door or in the street."""
    address, said = facts.proposal.address, (fact.record, words_of(fact.record), "it happened close by")
    if address is None:
        return
    place = fact.record.location
    if place is not None and how_near(place, address, NEIGHBOUR_METRES.value).nearness is Nearness.NEAR:
        yield Target.NEIGHBOURS, (said,)
    for home in _homes_of_victims(fact, facts):
        if nearness_of(home, address, NEIGHBOUR_METRES.value) is Nearness.NEAR:
            cited = (home, "where a victim can be found", "close by")
            yield Target.NEIGHBOURS, ((fact.record, words_of(fact.record), None), cited)


def _place_unread(fact: ConvictionFact, address: Address) -> bool:
    """Whether it is on record where it happened, in words that cannot be set against the address."""
    place = fact.record.location
    return place is not None and compare_addresses(place, address).band is AddressBand.CANNOT_TELL


def _home_unread(fact: ConvictionFact, facts: Facts) -> bool:
    places = (found for victim in fact.record.victims for found in facts.place.places_of(victim))
    return any(found.match is None or found.match.band is AddressBand.CANNOT_TELL for found in places)


def _homes_of_victims(fact: ConvictionFact, facts: Facts) -> Iterable[ProtectedPlace]:
    for victim in fact.record.victims:
        yield from (found.record for found in facts.place.places_of(victim))
