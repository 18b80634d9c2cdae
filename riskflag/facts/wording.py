"""What free text says, by whole words. A word that is denied ("no known weapon") does not count."""

import re
from collections.abc import Iterable

from riskflag.facts.place import HappenedHere, PlaceFacts
from riskflag.records import AddressDecision, AddressNote, DecisionKind
from riskflag.vocabulary import AddressBand

_BEFORE = r"(?:doubt|only|just|further|recent|repeat|subsequent|other)"
"""After "no" or "not" these say nothing against what follows, or say that there was some before."""
_DENIED = re.compile(
    rf"\b(?:no|not an?|nor|nil|never|without|denie[sd])(?! {_BEFORE}\b)(?:[ -]\w+(?: n?or)?)?[ :-]*$",
    re.IGNORECASE,
)
_OF_ANY = r"(?:(?:any|an?|previous|past|current|known|serious|physical|domestic|sexual) ){0,2}"
_ITEM = r"(?!but\b|and\b|yet\b|though\b|although\b|however\b)[\w-]+(?: [\w-]+)?"
"""One thing in a list of things denied ("of trafficking, debt bondage or sex work")."""
_NOTHING_OF = re.compile(
    r"\b(?:no|without|lacks?) (?:known |any |current )?"
    r"(?:evidence|record|indication|intelligence|sign|suggestion|mention|report|history|concern)s? "
    r"(?:of|about|regarding|that (?:the|his|her|their)|that (?:he|she|they) (?:is|are|was|were)) "
    rf"{_OF_ANY}(?:(?:{_ITEM}, ){{0,3}}{_ITEM},? n?or {_OF_ANY})?$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?: [\w-]+){0,2} (?:since|after|in the last|in recent)\b", re.IGNORECASE)
"""A denial that goes back to some day leaves open what was before it."""
_UNSUITABLE = re.compile(r"\bun-?suitable\b|\bnot\b(?: \w+){0,3} (?:suitable|safe)\b", re.IGNORECASE)
_SETTLED = re.compile(r"\b(?:settled|stable)\b|\bsuitable (?:address|accommodation|home)\b", re.IGNORECASE)
_REFUSED = frozenset({DecisionKind.REFUSED})
_APPROVED = frozenset({DecisionKind.APPROVED, DecisionKind.APPROVED_WITH_CONDITIONS})


def mentions(pattern: re.Pattern[str], *texts: str) -> bool:
    """Whether any of the texts has the pattern somewhere without denying it just before."""
    for text in texts:
        # Nearly every text lacks nearly every pattern, and this is asked some hundred times for an answer.
        if pattern.search(text) and any(not _denied(text, found) for found in pattern.finditer(text)):
            return True
    return False


def _denied(text: str, found: re.Match[str]) -> bool:
    denied = _DENIED.search(text, 0, found.start()) or _NOTHING_OF.search(text, 0, found.start())
    return bool(denied) and not _SINCE.match(text, found.end())


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
