"""Threats by the person to kill or to harm somebody, recent or about the time after release."""

import re
from collections.abc import Iterable
from enum import StrEnum

from riskflag.facts import Facts
from riskflag.facts.dates import months_before
from riskflag.facts.history import when
from riskflag.facts.person import PersonFacts
from riskflag.facts.quoting import words_of
from riskflag.facts.wording import mentions
from riskflag.facts.written import (
    latest_day,
    not_disproved,
    nothing_on_record,
    said_to_staff,
    written_of_deeds,
)
from riskflag.records import DomesticAbuseEvent, DomesticAbuseKind, Record
from riskflag.reference.thresholds import THREAT_MONTHS

_TO_KILL = frozenset({"00300", "00301", "00528", "OF61014"})
"""Threats to kill (Offences against the Person Act 1861 s.16) and, since 2023, to send one."""
_DEADLY = r"(?:kill|murder|stab|strangle|petrol[- ]bomb)"
_HARM = rf"(?:{_DEADLY}|harm|hurt|shoot|batter|smash up|finish|burn|beat up)"
_ROLE = (
    r"(?:ex(?:-\w+)?|(?:former |ex[- ])?partner|wife|husband|girlfriend|boyfriend|mother|mum|father|dad"
    r"|sister|brother|son|daughter|child(?:ren)?|kids?|family|victims?|witness(?:es)?|staff|officers?"
    r"|neighbours?|in[- ]laws?|cell-?mates?|prisoners?|inmates?)\b"
)
_PRONOUN = r"(?:her|him|them|you)\b"
_NOT_SELF = r"(?!(?:him|her|my|your|them)?sel(?:f|ves)\b)"
_NAME = rf"{_NOT_SELF}(?!(?:level|maths|english|entry|school|college)\b)(?-i:[A-Z])[\w'-]*"
_WHOM = rf"(?:(?:(?:my|his|her|the|an?|their) )?(?:{_PRONOUN}|{_ROLE})|{_NAME})"
_ANYBODY = rf"{_NOT_SELF}(?!(?:time|for|off|or|and)\b)\w"
"""Deadly words need no list of whom: a name in small letters is somebody, and so is "the man next door"."""
_AT = rf"(?:{_DEADLY} {_ANYBODY}|{_HARM} {_WHOM})"
_SAID = (
    r"\b(?:said|says|saying|told|(?:over)?heard|stated|shouted|yelled|wrote|texted|boasted|warned)\b:?"
    r"(?: \S+){0,8}? (?:would|will|is going to|was going to|\w+'(?:ll|d|s going to))"
)
_FIRST_PERSON = r"\bI(?:'ll| will|'m going to| am going to|'m gonna)"
_MEANS = r"(?:vow\w*|swore|sworn|promis\w*|intends?|intended|plans?|planned|plott\w*)"
_THREAT = re.compile(
    rf"\bthreat\w*(?: \w+){{0,3}} to (?:{_AT}|{_HARM} (?:made )?(?:against|towards?|to) {_WHOM})"
    rf"|(?:{_SAID}|{_FIRST_PERSON}) {_AT}"
    rf"|{_FIRST_PERSON} (?:get|do|have) {_PRONOUN}(?! \w+ing)"
    rf"|\b{_MEANS} to {_AT}"
    r"|\byou(?:'re| are) dead\b",
    re.IGNORECASE,
)
"""Words at somebody. Only what was said, meant or threatened: that somebody might do harm is no threat."""
_PART_ENDS = re.compile(r"[.;!?]\s+(?!no (?:\w+ )?target\b)|\n", re.IGNORECASE)
_SCREEN = r"(?:the |his |a )?(?:television|telly|tv|radio)\b"
_AT_THE_TELEVISION = re.compile(
    rf"\b(?:shout\w*|yell\w*|swore|swear\w*|scream\w*|outbursts?|rant\w*|curs\w+|said)\b[^.;]{{0,60}}?"
    rf" (?:at|to) {_SCREEN}|\bwatching {_SCREEN}.*\bno (?:\w+ )?target\b",
    re.IGNORECASE | re.DOTALL,
)
_AT_SOMEBODY_ELSE = re.compile(rf"\b{_ROLE}|\b{_HARM} (?:her\b|{_NAME})", re.IGNORECASE)
_ANY_THREAT = re.compile(rf"\bthreat\w*|(?:{_SAID}|{_FIRST_PERSON}) {_HARM}\b", re.IGNORECASE)
_RELEASE = re.compile(
    r"\b(?:when|once|after|as soon as|the day) "
    r"(?:I(?:'m| am)?|he(?:'s| is)?|she(?:'s| is)?|they(?:'re| are)?) (?:gets? |am |are )?"
    r"(?:out|released|home|free)\b"
    r"|\b(?:when|once|as soon as) (?:released|freed)\b"
    r"|\b(?:on|after|upon) (?:his |her |my |their )?release\b",
    re.IGNORECASE,
)


class Threat(StrEnum):
    """How it is known."""

    OFFENCE = "offence"
    RECORDED = "recorded"
    WRITTEN = "written"
    ON_RELEASE = "on_release"


def threats(facts: Facts) -> Iterable[tuple[Threat, Record, str]]:
    """Each threat within the months that count, and whenever it was made each threat about release, with its
    words. Words at nobody count only where they speak of release."""
    said = said_to_staff(facts)
    if not said and nothing_on_record(facts):
        return
    since = months_before(facts.as_of, THREAT_MONTHS.value)
    told: set[int] = set()
    for how, record in (*_offences(facts), *_events(facts)):
        words = words_of(record)
        if latest_day(record) >= since or _RELEASE.search(words):
            told.add(id(record))
            yield (how if latest_day(record) >= since else Threat.ON_RELEASE), record, words
    for record, words in (*written_of_deeds(facts), *said):
        how_written = _written(words) if id(record) not in told else None
        if how_written is Threat.ON_RELEASE or (how_written and when(record) >= since):
            yield how_written, record, words


def _written(words: str) -> Threat | None:
    at_somebody = mentions(_THREAT, words) and not _at_the_television(words)
    if _RELEASE.search(words) and (at_somebody or mentions(_ANY_THREAT, words)):
        return Threat.ON_RELEASE
    return Threat.WRITTEN if at_somebody else None


def _at_the_television(words: str) -> bool:
    """Whether every threat was shouted at a television and at nobody with a name or a place in their life."""
    if not _AT_THE_TELEVISION.search(words):
        return False
    threats_in = [part for part in _PART_ENDS.split(words) if mentions(_THREAT, part)]
    aside = (_AT_THE_TELEVISION.search(part) and not _AT_SOMEBODY_ELSE.search(part) for part in threats_in)
    return bool(threats_in) and all(aside)


def _offences(facts: PersonFacts) -> Iterable[tuple[Threat, Record]]:
    for fact in facts.history.convictions:
        if fact.offence is not None and fact.offence.code in _TO_KILL and not_disproved(fact):
            yield Threat.OFFENCE, fact.record


def _events(facts: PersonFacts) -> Iterable[tuple[Threat, Record]]:
    for abuse in facts.history.abuse_by_person:
        event = abuse.record
        if isinstance(event, DomesticAbuseEvent) and event.kind is DomesticAbuseKind.THREATS:
            yield Threat.RECORDED, event
