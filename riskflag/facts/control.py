"""Signs that the person controls or coerces somebody, in what is recorded or assessed of abuse by them."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from riskflag.facts.once import once_a_person
from riskflag.facts.person import PersonFacts
from riskflag.facts.wording import mentions
from riskflag.records import DomesticAbuseEvent, DomesticAbuseKind, Record

_SIGNS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        name: re.compile(pattern, re.IGNORECASE)
        for name, pattern in {
            "monitoring": r"\bmonitor(?:s|ed|ing)\b|\btrack(?:s|ed|ing|er)\b"
            r"|\b(?:check(?:s|ed|ing)|reads?|reading|(?:goes|going|went|looks?|looked) through)"
            r" (?:her|his|their) (?:phone|messages|texts|e-?mails|post|mileage)",
            "isolation": r"\bisolat(?:es|ed|ing|ion)\b|\bnot (?:allowed|let) (?:to|her|him|them|out)\b"
            r"|\bstop(?:s|ped) (?:her|him|them) (?:from )?(?:seeing|going|working|leaving)",
            "threats to expose": r"\bthreat\w* to (?:expose|out|post|share|tell|report)",
            "money": r"\b(?:tak(?:es|ing)|took|keeps|kept|control(?:s|led)) (?:her|his|their|all the|the) "
            r"(?:money|wages|benefits|bank|pension|card)",
            "children used": r"\b(?:us(?:es|ed|ing)|through|threat\w* to take) "
            r"(?:her |his |their |the )?(?:child(?:ren)?|kids)\b",
        }.items()
    }
)
_OF_ITSELF: Mapping[DomesticAbuseKind, str] = MappingProxyType(
    {
        DomesticAbuseKind.CONTROLLING_OR_COERCIVE: "recorded as control",
        DomesticAbuseKind.ECONOMIC_ABUSE: "money",
    }
)
"""What the kind of event alone is a sign of."""
ENOUGH = 2


@once_a_person
def recorded_control(facts: PersonFacts) -> tuple[tuple[Record, str], ...]:
    """The signs of control in recorded abuse by the person, each with its event, and what the current
    assessment adds where it says that they have abused somebody: none unless an event is recorded as control,
    or there are two signs or more."""
    signs: list[tuple[Record, str]] = [
        (abuse.record, sign)
        for abuse in facts.history.abuse_by_person
        if isinstance(abuse.record, DomesticAbuseEvent)
        for sign in sorted(_signs(abuse.record))
    ]
    current = facts.history.current_assessments
    if any(each.domestic_abuse_perpetrator for each in current):
        for assessed in current:
            told = {sign for _, sign in signs}
            signs += [(assessed, sign) for sign in sorted(_said(assessed.words) - told)]
    kinds = (record.kind for record, _ in signs if isinstance(record, DomesticAbuseEvent))
    control = DomesticAbuseKind.CONTROLLING_OR_COERCIVE in kinds
    return tuple(signs) if control or len(signs) >= ENOUGH else ()


def _signs(event: DomesticAbuseEvent) -> frozenset[str]:
    return _said(event.words) | ({_OF_ITSELF[event.kind]} if event.kind in _OF_ITSELF else frozenset())


def _said(words: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _SIGNS.items() if mentions(pattern, words))
