"""Whether the Home Office may decide where the person goes: what is flagged, and what nationality says."""

import re
from enum import StrEnum

from riskflag.facts.history import ConvictionFact, FlagFact
from riskflag.facts.person import PersonFacts
from riskflag.facts.sentences import running_sentences
from riskflag.records import Person
from riskflag.reference.flags import FlagTheme
from riskflag.reference.thresholds import DEPORTATION_CUSTODY_MONTHS

_BRITISH_OR_IRISH = frozenset(
    {
        *("british", "british citizen", "uk", "united kingdom", "great britain", "gb", "gbr"),
        *("english", "scottish", "welsh", "northern irish", "irish", "ireland", "republic of ireland", "irl"),
    }
)
"""A citizen. Other kinds of British nationality, as of an overseas territory, can be deported."""
_BETWEEN = re.compile(r"\s*(?:[,;/&]|\band\b)\s*")


class Citizen(StrEnum):
    """Whether the person is recorded as British or Irish."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


def citizenship(person: Person) -> Citizen:
    """What the recorded nationality says; one of several is enough."""
    recorded = (person.nationality or "").casefold().strip()
    if not recorded or recorded in {"unknown", "not known", "not stated"}:
        return Citizen.NOT_KNOWN
    return Citizen.YES if _BRITISH_OR_IRISH & set(_BETWEEN.split(recorded)) else Citizen.NO


def immigration_flags(facts: PersonFacts) -> tuple[FlagFact, ...]:
    """Open alerts and register entries about deportation, removal or the Home Office's interest."""
    return facts.history.flagged(FlagTheme.IMMIGRATION)


def sentences_that_make_liable(
    facts: PersonFacts,
) -> tuple[tuple[ConvictionFact, ...], tuple[ConvictionFact, ...]]:
    """Running sentences long enough to make a foreign national liable to deportation, and those of which
    nobody recorded the length."""
    if not facts.history.convictions:
        return (), ()
    running = running_sentences(facts, DEPORTATION_CUSTODY_MONTHS.value)
    long = tuple(c for c in running if (c.record.custody_months or 0) >= DEPORTATION_CUSTODY_MONTHS.value)
    return long, tuple(c for c in running if c.record.custody_months is None)
