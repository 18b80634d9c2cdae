"""Threats by the person to kill or to harm somebody, recent or about the time after release."""

import re
from collections.abc import Iterable
from enum import StrEnum

from riskflag.facts import Facts
from riskflag.facts.dates import months_before
from riskflag.facts.history import when
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
_HARM = r"(?:kill|murder|harm|hurt|stab|shoot|batter|smash up|strangle|finish|burn|beat up|petrol[- ]bomb)"
_WHOM = (
    r"(?:(?:my|his|her|the|an?|their) )?(?:her|him|them|you|ex(?:-\w+)?|(?:former |ex[- ])?partner|wife"
    r"|husband|girlfriend|boyfriend|mother|mum|father|dad|sister|brother|son|daughter|child(?:ren)?|kids?"
    r"|family|victims?|witness(?:es)?|staff|officers?|neighbours?|in[- ]laws?)\b"
)
_SAID = (
    r"\b(?:said|says|saying|told|heard|stated|shouted|wrote|texted|boasted|warned)\b(?: \S+){0,8}? "
    r"(?:would|will|is going to|was going to)"
)
_FIRST_PERSON = r"\bI(?:'ll| will|'m going to| am going to|'m gonna)"
_MEANS = r"(?:vow\w*|swore|sworn|promis\w*|intends?|intended|plans?|planned|plott\w*)"
_THREAT = re.compile(
    rf"\bthreat\w*(?: \w+){{0,3}} to {_HARM} {_WHOM}"
    rf"|(?:{_SAID}|{_FIRST_PERSON}) {_HARM} {_WHOM}"
    rf"|{_FIRST_PERSON} (?:get|do|have) (?:her|him|them|you)\b(?! \w+ing)"
    rf"|\b{_MEANS} to {_HARM} {_WHOM}"
    r"|\byou(?:'re| are) dead\b",
    re.IGNORECASE,
)
"""Words at somebody. Only what was said, meant or threatened: that somebody might do harm is no threat."""
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
    at_somebody = mentions(_THREAT, words)
    if _RELEASE.search(words) and (at_somebody or mentions(_ANY_THREAT, words)):
        return Threat.ON_RELEASE
    return Threat.WRITTEN if at_somebody else None


def _offences(facts: Facts) -> Iterable[tuple[Threat, Record]]:
    for fact in facts.history.convictions:
        if fact.offence is not None and fact.offence.code in _TO_KILL and not_disproved(fact):
            yield Threat.OFFENCE, fact.record


def _events(facts: Facts) -> Iterable[tuple[Threat, Record]]:
    for abuse in facts.history.abuse_by_person:
        event = abuse.record
        if isinstance(event, DomesticAbuseEvent) and event.kind is DomesticAbuseKind.THREATS:
            yield Threat.RECORDED, event
