"""Complainants in cases that are still live, at the proposed address or near it."""

from collections.abc import Iterable
from dataclasses import dataclass

from riskflag.facts.history import HistoryFacts
from riskflag.facts.household import HouseholdFacts, LinkedAs
from riskflag.facts.place import PlaceFacts
from riskflag.matching.place import Nearness
from riskflag.records import Conviction, ConvictionOutcome, Record


@dataclass(frozen=True, slots=True)
class LiveComplainant:
    """Somebody whom a live charge is about, at the address or near it.

    charge: the charge
    seen_in: the record that places them near; None where they are an occupant
    because: what links them to the address
    sure: whether it is surely they; otherwise somebody must confirm it
    """

    charge: Conviction
    seen_in: Record | None
    because: str
    sure: bool


def derive_live_complainants(
    history: HistoryFacts, household: HouseholdFacts, place: PlaceFacts
) -> tuple[LiveComplainant, ...]:
    """Sets those whom pending charges are about against the household and the protected places."""
    pending = [c.record for c in history.convictions if c.record.outcome is ConvictionOutcome.PENDING]
    return tuple(each for charge in pending for each in _of(charge, household, place))


def _of(charge: Conviction, household: HouseholdFacts, place: PlaceFacts) -> Iterable[LiveComplainant]:
    for link in household.linked(LinkedAs.OFFENCE_VICTIM):
        if link.record is charge:
            seen_in = link.perhaps.contact if link.perhaps else None
            yield LiveComplainant(charge, seen_in, link.because, link.sure)
    for fact in (fact for who in charge.victims for fact in place.places_of(who)):
        if fact.nearness is Nearness.NEAR:
            yield LiveComplainant(charge, fact.record, "a protected place near the address", sure=True)
