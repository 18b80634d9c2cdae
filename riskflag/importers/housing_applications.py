"""An application for community accommodation (CAS1, CAS2, CAS3) -> the referral that it is.

Every answer is in the text of one referral, risk before the rest, each under the name of its question. The
text may name victims and repeats what agencies said in confidence, so that the referral is protected. Answers
for equality monitoring, telephone numbers and mail addresses are left out.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from riskflag.importers.fields import Fields
from riskflag.importers.shape import Unusable
from riskflag.records import RecipientKind, Referral, ReferralStatus, RiskAssessment
from riskflag.schema.text import LONGEST_TEXT
from riskflag.vocabulary import RiskLevel, Source, SourceRecordId, SourceSystem, Visibility

ADDS_TO = frozenset({Source.REFERRALS, Source.RISK_ASSESSMENTS, Source.ADDRESSES})
_RISK = re.compile(
    r"risk|rosh|oasys|exclusion|gang|offen[cd]|behaviour|licence|approval|safeguard|further|placement-cons|history",
    re.IGNORECASE,
)
_NOT_TOLD = frozenset({"equality-and-diversity-monitoring", "check-your-answers"})
"""Sections that say nothing about risk, and nothing that whoever houses the person may know."""
_NO_ANSWER = re.compile(
    r"^(?:areas?|id|identifier|\w*e-?mail\w*|\w*(?:phone|telephone)\w*|nationalInsuranceNumber|confirmation"
    r"|version|reviewed|selectedAps|preferredAp\d|[\w-]+-(?:day|month|year))$",
    re.IGNORECASE,
)
_LEVELS = {level.value.replace("_", " "): level for level in RiskLevel}
_GROUPS = {
    "overall": "overallRisk",
    "to_public": "riskToPublic",
    "to_known_adult": "riskToKnownAdult",
    "to_children": "riskToChildren",
    "to_staff": "riskToStaff",
}


def referral_of(application: Fields, recipient: RecipientKind) -> Referral:
    """The application as a referral that is not known to have been sent. Raises Unusable for an empty one."""
    text = "\n".join(dict.fromkeys(_answers(application)))
    if not text:
        raise Unusable("", "holds no answers")
    if len(text) > LONGEST_TEXT:
        application.lacks("", f"says more than {LONGEST_TEXT} characters, and was cut")
    return Referral(
        source_system=SourceSystem.OTHER,
        source_id=application.source_id(),
        recorded_on=application.taken_on,
        visibility=Visibility.PROTECTED,
        recipient=recipient,
        status=ReferralStatus.DRAFTED,
        text=text[:LONGEST_TEXT],
    )


def risk_levels(summary: Fields, assessed_on: date | None) -> RiskAssessment:
    """Levels of risk of serious harm that an application repeats. Raises Unusable where it states none."""
    levels: dict[str, Any] = {field: _level(summary, name) for field, name in _GROUPS.items()}
    if not any(levels.values()):
        raise Unusable("", "holds no level of risk")
    return RiskAssessment(
        source_system=SourceSystem.OASYS,
        source_id=SourceRecordId(f"{summary.source_id()}-levels"),
        recorded_on=summary.taken_on,
        happened_on=assessed_on,
        tool="levels in an application for accommodation",
        **levels,
    )


def _level(summary: Fields, name: str) -> RiskLevel | None:
    written = summary.text_or_none(name)
    found = _LEVELS.get(written.lower()) if written else None
    if written and found is None:
        summary.lacks(name, "is not a level that is known, and was left out")
    return found


def _answers(application: Fields) -> Iterator[str]:
    """Every answer as "page - question: answer", those of sections about risk first."""
    held = application.value if isinstance(application.value, dict) else {}
    told = (str(name) for name in held if name not in _NOT_TOLD)
    for name in sorted(told, key=lambda section: not _RISK.search(section)):
        pages = held[name] if isinstance(held[name], dict) else {name: held[name]}
        for page, answers in pages.items():
            yield from _within(answers, _words(str(page)), _words(str(page)))


def _within(value: object, page: str, question: str) -> Iterator[str]:
    if (
        isinstance(value, dict)
        and isinstance(value.get("label"), str)
        and isinstance(value.get("answer"), str)
    ):
        yield _said(page, value["label"], value["answer"])
    elif isinstance(value, dict):
        for name in _asked(value):
            yield from _within(value[name], page, _words(name))
    elif isinstance(value, list):
        for inner in value:
            yield from _within(inner, page, question)
    elif value is not None and str(value).strip():
        yield _said(page, question, str(value))


def _asked(answers: dict[str, object]) -> Iterator[str]:
    """The questions of a page, without what is no answer and what is there again with its label."""
    for name in answers:
        again = name.endswith("Answers") and answers.get(f"{name.removesuffix('Answers')}Summaries")
        if not _NO_ANSWER.search(name) and not again:
            yield name


def _said(page: str, question: str, answer: str) -> str:
    asked = question if question == page else f"{page} - {question}"
    return f"{asked}: {_flat(answer)}"


def _words(name: str) -> str:
    """A field's name in words: ``hasExclusionZones`` is "has exclusion zones"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("-", " ").lower()


def _flat(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return " / ".join(filter(None, lines))
