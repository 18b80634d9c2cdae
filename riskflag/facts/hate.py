"""Hate crime by the person, and whether those it may be aimed at share the site or live close by."""

from collections.abc import Iterable
from enum import StrEnum

from riskflag.enquiry import PlacementKind
from riskflag.facts import Facts
from riskflag.facts.history import ConvictionFact
from riskflag.facts.household import LinkedAs
from riskflag.facts.quoting import words_of
from riskflag.facts.written import not_disproved
from riskflag.matching.place import Nearness, how_near
from riskflag.records import ProtectedPlace, Record
from riskflag.reference.flags import FlagTheme
from riskflag.reference.offences import OffenceTheme
from riskflag.reference.thresholds import NEIGHBOUR_METRES

SHARED = frozenset(
    {
        PlacementKind.SUPPORTED_HOUSING,
        PlacementKind.HOSTEL,
        PlacementKind.APPROVED_PREMISES,
        PlacementKind.HOSPITAL_OR_CARE_HOME,
    }
)
"""Homes shared with people whom nobody chose."""


class Target(StrEnum):
    """Whom the person would meet there."""

    SHARED_SITE = "shared_site"
    VICTIM_LIVES_HERE = "victim_lives_here"
    PERHAPS_VICTIM = "perhaps_victim"
    NEIGHBOURS = "neighbours"


Said = tuple[Record, str, str | None]


def hate_records(facts: Facts) -> tuple[Record, ...]:
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


def _offences(facts: Facts) -> tuple[ConvictionFact, ...]:
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
        known = home.address
        if known is not None and how_near(known, address, NEIGHBOUR_METRES.value).nearness is Nearness.NEAR:
            cited = (home, "where a victim can be found", "close by")
            yield Target.NEIGHBOURS, ((fact.record, words_of(fact.record), None), cited)


def _homes_of_victims(fact: ConvictionFact, facts: Facts) -> Iterable[ProtectedPlace]:
    for victim in fact.record.victims:
        places = (found.record for found in facts.place.places_of(victim))
        yield from (place for place in places if not place.withheld)
