"""How pages write what they show: days, moments, codes and levels, as their readers say them."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from riskflag.explanation import moment, system_name
from riskflag.facts.dates import written_date
from riskflag.vocabulary import Role, Severity, Verdict

ROLES = {
    Role.RESETTLEMENT_STAFF: "resettlement staff",
    Role.RESPONSIBLE_OFFICER: "responsible officer",
    Role.DATA_SCIENTIST: "data scientist",
    Role.AUDITOR: "auditor",
    Role.RECORD_FEED: "record feed",
}
SEVERITIES = {
    Severity.STOP: ("Stop", "red"),
    Severity.ACT: ("Act", "orange"),
    Severity.INFORM: ("Inform", "blue"),
}
"""The word for each severity, and the colour of its tag. The word alone says it all."""

VERDICTS = {
    Verdict.FLAGS_RAISED: "Flags raised",
    Verdict.INCOMPLETE: "Incomplete",
    Verdict.NO_FLAGS_FOUND: "No flags found",
}


def in_words(value: StrEnum | str) -> str:
    """A code as words, with a capital letter: release_planning is Release planning."""
    written = str(value).replace("_", " ")
    return written[:1].upper() + written[1:]


def role_in_words(role: Role) -> str:
    """A role as those who are in it call it."""
    return ROLES[role]


def verdict_in_words(verdict: Verdict, complete: bool) -> str:
    """The verdict. One that contradicts itself is read as incomplete."""
    if verdict is Verdict.NO_FLAGS_FOUND and not complete:
        return VERDICTS[Verdict.INCOMPLETE]
    return VERDICTS[verdict]


def severity_tag(severity: Severity) -> Mapping[str, str]:
    """A severity as a tag of the design system."""
    word, colour = SEVERITIES[severity]
    return {"text": word, "classes": f"govuk-tag--{colour} riskflag-severity"}


FILTERS: Mapping[str, Callable[..., object]] = {
    "day": written_date,
    "in_words": in_words,
    "moment": moment,
    "role": role_in_words,
    "severity_tag": severity_tag,
    "system": system_name,
}
