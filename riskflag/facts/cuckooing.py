"""Signs that a home was taken over, or may be, by the person or by others who exploit whoever lives there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from riskflag.enquiry import PlacementKind
from riskflag.facts import Facts
from riskflag.facts.dates import whole_years
from riskflag.facts.drugs import drug_signs
from riskflag.facts.quoting import words_of
from riskflag.facts.said_of_household import SAID_OF_HOUSEHOLD_IN, said_of_the_household
from riskflag.facts.wording import mentions
from riskflag.records import NamedPerson, Record
from riskflag.reference.flags import FlagTheme
from riskflag.reference.offences import OffenceTheme
from riskflag.reference.thresholds import VULNERABILITY_AGE_YEARS
from riskflag.vocabulary import PERSONALLY_CONNECTED, RELATIVES, Relationship, Source

CUCKOOING_SOURCES = SAID_OF_HOUSEHOLD_IN | {
    *(Source.ALERTS, Source.REGISTRATIONS, Source.CONVICTIONS),
    *(Source.RISK_ASSESSMENTS, Source.SCREENING, Source.PLACE_REGISTER),
}
"""Where the signs come from."""
_HOME = r"(?:flat|home|house|tenancy|property|accommodation)"
_TAKEN_OVER = re.compile(
    rf"\bcuckoo\w*|\b(?:tak(?:en|ing|es)|took) over (?:the|her|his|their|somebody's) {_HOME}"
    rf"|\b{_HOME} (?:ha[sd] been |was |is (?:being )?|being )?(?:taken over|in use by|occupied by|used by)\b"
    rf"|\b(?:others|men|strangers|dealers|gang\w*|youths) (?:living|staying|dealing|operating) "
    rf"(?:in|at|from) (?:the|her|his|their) {_HOME}",
    re.IGNORECASE,
)
_VISITORS = re.compile(
    r"\bvisitors? at all hours\b|\bcomings? and goings?\b|\bcoming and going\b"
    r"|\b(?:unknown|unrelated|unexplained|frequent|numerous|many|young) "
    r"(?:people|visitors|men|males|callers)\b",
    re.IGNORECASE,
)
_VULNERABLE = re.compile(
    r"\bvulnerable\b|\blearning (?:disabilit|difficult)\w*|\bdementia\b|\bfrail\b|\belderly\b|\bhousebound\b"
    r"|\beasily led\b|\black(?:s|ing)? capacity\b|\badult at risk\b|\bdisabled\b|\bcare needs\b",
    re.IGNORECASE,
)
_NEWLY_MET = re.compile(
    r"\b(?:new|recent) (?:friend|acquaintance)\b|\b(?:newly|recently|only just) met\b"
    r"|\bmet (?:\w+ ){0,2}(?:in (?:prison|custody)|inside|on the wing|last (?:week|month)|on ?line)\b"
    r"|\b(?:hardly|barely) knows?\b",
    re.IGNORECASE,
)
_COUNTY_LINES = re.compile(r"\bcounty lines\b", re.IGNORECASE)
_SHARED = frozenset({PlacementKind.HOSTEL, PlacementKind.SUPPORTED_HOUSING})
_HARDLY_KNOWN = frozenset({Relationship.STRANGER, Relationship.ACQUAINTANCE})


class Pattern(StrEnum):
    """What the signs come to."""

    REGISTERED = "registered"
    TAKEN_OVER = "taken_over"
    USED_BY_OTHERS = "used_by_others"
    SUPPLIER_MOVES_IN = "supplier_moves_in"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One sign: the record, where there is one, and its words."""

    record: Record | None
    says: str


def patterns(facts: Facts) -> dict[Pattern, tuple[Indicator, ...]]:
    """Each pattern that the record shows, with its signs."""
    household, person = said_of_the_household(facts), [said for said in _of_the_person(facts) if said[1]]
    history = facts.history
    if not (household or person or history.flags or history.convictions or facts.place.incidents):
        return {}
    registered = [
        Indicator(f.record, f"{words_of(f.record)}: {f.words}".rstrip(": "))
        for f in history.flagged(FlagTheme.CUCKOOING)
    ]
    taken_over = _written((*household, *person), _TAKEN_OVER)
    found = {Pattern.REGISTERED: registered, Pattern.TAKEN_OVER: taken_over}
    if _somebodys_home(facts) and not _all_family(facts):
        vulnerable = [*_written(household, _VULNERABLE), *_old(facts)]
        visitors = _written(household, _VISITORS)
        if vulnerable:
            visitors += [Indicator(sign.record, sign.says) for sign in drug_signs(facts) if not sign.old]
        found[Pattern.USED_BY_OTHERS] = vulnerable + visitors if vulnerable and visitors else []
        hosts = [*vulnerable, *_written(household, _NEWLY_MET), *_hardly_known(facts)]
        supply = [*_supplied(facts)] if hosts and not _own(facts) else []
        found[Pattern.SUPPLIER_MOVES_IN] = supply + hosts if supply else []
    return {pattern: tuple(dict.fromkeys(signs)) for pattern, signs in found.items() if signs}


def not_known(facts: Facts) -> Iterable[str]:
    """What must be known before it can be said that a supplier moves in with nobody to exploit."""
    if _own(facts) or not _somebodys_home(facts) or not any(_supplied(facts)):
        return
    if facts.proposal.household_unknown:
        yield "who lives at the address"
    if any(who.relationship is Relationship.UNKNOWN for who in _unrelated(facts)):
        yield "how the person knows whoever lives at the address"


def _somebodys_home(facts: Facts) -> bool:
    proposal = facts.proposal
    return proposal.address is not None and not proposal.institution and proposal.placement not in _SHARED


def _own(facts: Facts) -> bool:
    return facts.proposal.placement is PlacementKind.OWN_TENANCY


def _unrelated(facts: Facts) -> tuple[NamedPerson, ...]:
    people = (occupant.who for occupant in facts.household.occupants)
    return tuple(who for who in people if who.relationship not in PERSONALLY_CONNECTED)


def _all_family(facts: Facts) -> bool:
    """Whether only relatives and a spouse live there: a partner may have been met last month."""
    ties = {occupant.who.relationship for occupant in facts.household.occupants}
    return bool(ties) and ties <= RELATIVES | {Relationship.SPOUSE}


def _written(texts: Iterable[tuple[Record | None, str]], words: re.Pattern[str]) -> list[Indicator]:
    return [Indicator(record, text) for record, text in texts if mentions(words, text)]


def _of_the_person(facts: Facts) -> Iterable[tuple[Record | None, str]]:
    yield from ((flag.record, flag.words) for flag in facts.history.flags if flag.is_open)
    yield from ((assessed, assessed.words) for assessed in facts.history.risk_assessments)
    yield from ((answer, answer.words) for answer in facts.process.screening)


def _old(facts: Facts) -> Iterable[Indicator]:
    """Somebody there who is no relative and of an age at which vulnerability is asked about."""
    for who in _unrelated(facts):
        born = who.date_of_birth
        if born and whole_years(born, facts.as_of) >= VULNERABILITY_AGE_YEARS.value:
            yield Indicator(None, "an occupant of sixty or over")


def _hardly_known(facts: Facts) -> Iterable[Indicator]:
    if any(who.relationship in _HARDLY_KNOWN for who in _unrelated(facts)):
        yield Indicator(None, "an occupant whom the person hardly knows")


def _supplied(facts: Facts) -> Iterable[Indicator]:
    for fact in facts.history.convicted_of(OffenceTheme.DRUG_SUPPLY):
        yield Indicator(fact.record, words_of(fact.record))
    for flag in facts.history.flags:
        if (
            flag.is_open
            and FlagTheme.EXPLOITATION_VICTIM not in flag.themes
            and mentions(_COUNTY_LINES, f"{flag.described} {flag.words}")
        ):
            yield Indicator(flag.record, flag.described)
