"""Fires set or threatened, and how much a single one says today."""

import re
from collections.abc import Iterable

from riskflag.facts.dates import whole_years, years_before
from riskflag.facts.history import each_once
from riskflag.facts.once import once_a_person
from riskflag.facts.person import PersonFacts
from riskflag.facts.quoting import words_of
from riskflag.facts.topics import FIRE_WORDS, deeds_on
from riskflag.facts.wording import mentions
from riskflag.records import Conviction, Record, RiskAssessment, ScreeningTopic
from riskflag.reference.thresholds import ARSON_CHILD_YEARS, ARSON_OLD_YEARS

_ENDANGERING_LIFE = re.compile(r"(?<!not )endanger|\b1\(2\)", re.IGNORECASE)
"""Criminal Damage Act 1971 s.1(2) is the offence of endangering life."""


@once_a_person
def fire_records(facts: PersonFacts) -> tuple[Record, ...]:
    """Everything that shows a fire set or threatened: offences, flags, assessments, abuse, custody."""
    return each_once((*deeds_on(facts, ScreeningTopic.ARSON), *_by_their_words(facts)))


def single_old_and_assessed(fires: tuple[Record, ...], facts: PersonFacts) -> bool:
    """Whether there is one fire only, long ago, and the newest assessment was made since and found no
    fire-setting. An assessment that does not say is no assessment of it."""
    fire, latest = _only_offence(fires), facts.history.latest_assessment
    if fire is None or latest is None or latest.fire_setting is not False:
        return False
    if any(each.fire_setting for each in facts.history.current_assessments):
        return False
    set_on = fire.happened_on or fire.convicted_on
    long_ago = years_before(facts.as_of, ARSON_OLD_YEARS.value)
    return set_on is not None and set_on < long_ago and set_on < (latest.happened_on or latest.recorded_on)


def single_fire_of_a_child(fires: tuple[Record, ...], facts: PersonFacts) -> bool:
    """Whether there is one fire only, set by a young child, that endangered nobody's life."""
    fire, born = _only_offence(fires), facts.person.date_of_birth
    if fire is None or fire.happened_on is None or born is None or born > fire.happened_on:
        return False
    described = next(
        (f.offence.description for f in facts.history.convictions if f.record is fire and f.offence), ""
    )
    if _ENDANGERING_LIFE.search(f"{described} {fire.description} {fire.method}"):
        return False
    return whole_years(born, fire.happened_on) < ARSON_CHILD_YEARS.value


def quoted(fire: Record) -> str:
    """What the record says of the fire: the offence and how it was done, or the words written."""
    if isinstance(fire, Conviction) and fire.method:
        return f"{words_of(fire)}: {fire.method}"
    if isinstance(fire, RiskAssessment) and not fire.words:
        return f"{fire.tool}: fire-setting is recorded"
    return words_of(fire)


def _only_offence(fires: tuple[Record, ...]) -> Conviction | None:
    first = fires[0] if len(fires) == 1 else None
    return first if isinstance(first, Conviction) else None


def _by_their_words(facts: PersonFacts) -> Iterable[Record]:
    """Threats to burn and fires that the offence or the code does not tell."""
    history = facts.history
    for conviction in history.convictions:
        if conviction.proven and mentions(FIRE_WORDS, conviction.record.method):
            yield conviction.record
    for flag in history.flags:
        if flag.is_open and mentions(FIRE_WORDS, flag.words):
            yield flag.record
    for abuse in history.abuse_by_person:
        if mentions(FIRE_WORDS, quoted(abuse.record)):
            yield abuse.record
