"""Threats and violence to those who work with the person: what is flagged, proved, assessed and written."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from riskflag.facts import Facts
from riskflag.facts.dates import years_before
from riskflag.facts.history import when
from riskflag.facts.wording import mentions
from riskflag.records import Record
from riskflag.reference.flags import FlagTheme
from riskflag.reference.offences import OffenceTheme
from riskflag.reference.thresholds import STAFF_THREAT_YEARS
from riskflag.vocabulary import RiskLevel

_PUT_OUT = re.compile(
    r"\b(?:evict\w*|banned|barred(?! from work)|excluded(?! from (?:\w+ )?school)|thrown out|kicked out"
    r"|notice to quit|asked to leave|(?:tenancy|licence|placement) (?:was )?(?:ended|terminated|withdrawn)"
    r"|lost (?:his|her|their|the) (?:tenancy|place|bed|room|flat|accommodation|home))\b",
    re.IGNORECASE,
)
_FOR_THREATS = re.compile(
    r"\b(?:threat\w*|violen\w*|assault\w*|aggressi\w*|abusive|intimidat\w*|attack\w*|weapons?)\b",
    re.IGNORECASE,
)
_TO_STAFF = re.compile(
    r"\b(?:(?<!was )(?<!were )(?<!been )(?:threaten(?:ed|ing|s)|assault(?:ed|s|ing)?|attack(?:ed|ing))"
    r"|threats? (?:to|against|towards)|punched|hit|spat at|thr(?:ew|owing) (?:\w+ ){1,3}(?:at|over)"
    r"|(?:abusive|aggressive|violent) (?:to|towards?|with))"
    r"(?: \w+){0,4} (?:staff|workers?|officers?|landlord|landlady|nurses?|doctors?|paramedics?"
    r"|receptionists?)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|\n+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HIGH_ENOUGH = frozenset({RiskLevel.MEDIUM, RiskLevel.HIGH, RiskLevel.VERY_HIGH})


class StaffRisk(StrEnum):
    """How it is known."""

    FLAGGED = "flagged"
    CONVICTED = "convicted"
    ASSESSED = "assessed"
    WRITTEN = "written"


def staff_risks(facts: Facts) -> Iterable[tuple[StaffRisk, Record, str]]:
    """Each record of threats or violence to staff or landlords that still counts, with its words."""
    history = facts.history
    for flag in history.flagged(FlagTheme.RISK_TO_STAFF):
        yield StaffRisk.FLAGGED, flag.record, f"{flag.described} {flag.words}".strip()
    since = years_before(facts.as_of, STAFF_THREAT_YEARS.value)
    for conviction in history.convicted_of(OffenceTheme.AGAINST_STAFF):
        day = conviction.record.happened_on or conviction.record.convicted_on
        if day is None or day >= since:
            yield StaffRisk.CONVICTED, conviction.record, conviction.record.description
    newest = next((each for each in history.risk_assessments if each.to_staff), None)
    if newest is not None and newest.to_staff in _HIGH_ENOUGH:
        yield StaffRisk.ASSESSED, newest, f"risk to staff: {newest.to_staff.replace('_', ' ')}"
    for record, text in _texts(facts):
        if when(record) >= since:
            yield from ((StaffRisk.WRITTEN, record, words) for words in told(text, since))


def told(text: str, since: date) -> Iterable[str]:
    """The sentences that tell of being put out for threats, or of threats to staff or a landlord. One whose
    every year lies before ``since`` tells of what no longer counts."""
    for sentence in _SENTENCE.split(text) if text else ():
        put_out = mentions(_PUT_OUT, sentence) and mentions(_FOR_THREATS, sentence)
        if put_out or mentions(_TO_STAFF, sentence):
            years = [int(year) for year in _YEAR.findall(sentence)]
            if not years or max(years) >= since.year:
                yield sentence.strip()


def _texts(facts: Facts) -> Iterable[tuple[Record, str]]:
    """Whatever somebody wrote, in any system. Newest first within each kind where that is known."""
    history = facts.history
    yield from ((each, each.words) for each in history.risk_assessments)
    yield from ((each, each.words) for each in history.custody)
    yield from ((flag.record, flag.words) for flag in history.flags if flag.is_open)
    yield from ((note, note.words) for note in facts.place.every_note)
    yield from ((each, text) for each in facts.process.referrals for text in (each.outcome or "", each.text))
    yield from ((each.record, each.record.method) for each in history.convictions if each.proven)
