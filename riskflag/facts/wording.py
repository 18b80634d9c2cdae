"""What free text says, by whole words. A word that is denied ("no known weapon") does not count."""

import re
from collections.abc import Iterable

from riskflag.facts.place import HappenedHere, PlaceFacts
from riskflag.records import AddressDecision, AddressNote, DecisionKind
from riskflag.vocabulary import AddressBand

_DENIED = re.compile(
    r"\b(?:no|not an?|nor|nil|never|without|denie[sd])(?! doubt| only| just)(?:[ -]\w+)?[ :-]*$",
    re.IGNORECASE,
)
_UNSUITABLE = re.compile(r"\bun-?suitable\b|\bnot\b(?: \w+){0,3} (?:suitable|safe)\b", re.IGNORECASE)
_SETTLED = re.compile(r"\b(?:settled|stable)\b|\bsuitable (?:address|accommodation|home)\b", re.IGNORECASE)
_REFUSED = frozenset({DecisionKind.REFUSED})
_APPROVED = frozenset({DecisionKind.APPROVED, DecisionKind.APPROVED_WITH_CONDITIONS})


def mentions(pattern: re.Pattern[str], *texts: str) -> bool:
    """Whether any of the texts has the pattern somewhere without denying it just before."""
    for text in texts:
        if text and any(not _DENIED.search(text, 0, found.start()) for found in pattern.finditer(text)):
            return True
    return False


def called_unsuitable(place: PlaceFacts) -> tuple[AddressNote | AddressDecision, ...]:
    """What is written against the proposed address: refusals, and notes that it is not suitable."""
    return tuple(_said(place, _UNSUITABLE, _REFUSED))


def called_settled(place: PlaceFacts) -> tuple[AddressNote | AddressDecision, ...]:
    """What is written for this very address: approvals, and notes that call it settled or suitable."""
    against = called_unsuitable(place)
    sure = [said.record for said in (*place.notes, *place.decisions) if said.sure]
    written = (record for record in _said(place, _SETTLED, _APPROVED) if record in sure)
    return tuple(record for record in written if record not in against)


def may_be_here(said: HappenedHere) -> bool:
    """Whether it is, or for all that is known may be, about the proposed address rather than a neighbour."""
    return said.match is None or said.match.band is not AddressBand.SAME_BUILDING


def _said(
    place: PlaceFacts, pattern: re.Pattern[str], decisions: frozenset[DecisionKind]
) -> Iterable[AddressNote | AddressDecision]:
    for said in (*place.notes, *place.decisions):
        record = said.record
        if not may_be_here(said) or not isinstance(record, AddressNote | AddressDecision):
            continue
        decided = isinstance(record, AddressDecision) and record.decision in decisions
        if decided or mentions(pattern, record.words):
            yield record
