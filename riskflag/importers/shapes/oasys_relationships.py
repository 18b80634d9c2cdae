"""Section 6 of OASys, relationships: domestic abuse done or suffered, and the partner that there is now.

The section carries neither date nor identifier: it is known as of the day of taking, and by a digest.
"""

import re
from collections.abc import Mapping
from typing import TypeVar

from riskflag.importers.fields import Fields
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import holds
from riskflag.importers.shape import Shape
from riskflag.records import OasysAnswers, ProblemLevel, RelationshipStatus, RiskAssessment
from riskflag.vocabulary import Source, SourceSystem

Word = TypeVar("Word", ProblemLevel, RelationshipStatus)
_ANY = "prevOrCurrentDomesticAbuse"
_DONE = ("perpAgainstPartner", "perpAgainstFamily")
_TOLD = {
    "relLinkedToHarm": "Linked to risk of serious harm",
    "relLinkedToReoffending": "Linked to reoffending",
    "relParentalResponsibilities": "Parental responsibilities",
    "parentalRespProblem": "Parental responsibilities are a problem",
    "openSexualOffendingQuestions": "Questions on sexual offending",
    "emotionalCongruence": "Emotional congruence with children",
    "relCloseFamily": "Close family",
    "prevCloseRelationships": "Earlier close relationships",
    "relationshipWithPartner": "Relationship with a partner",
    "experienceOfChildhood": "Experience of childhood",
    "relCurrRelationshipStatus": "Relationship status",
}
"""Answers that stand in the words, under what they are about; an answer that there is nothing is left out."""
_NOTHING = re.compile(r"no|0\b.*", re.IGNORECASE)
_SUFFERED = ("victimOfPartner", "victimOfFamily")
_LEVELS = {
    "0-no problems": ProblemLevel.NO_PROBLEMS,
    "1-some problems": ProblemLevel.SOME_PROBLEMS,
    "2-significant problems": ProblemLevel.SIGNIFICANT_PROBLEMS,
}
_STATUSES = {
    "in a relationship, living together": RelationshipStatus.LIVING_TOGETHER,
    "in a relationship, not living together": RelationshipStatus.NOT_LIVING_TOGETHER,
    "not in a relationship": RelationshipStatus.NOT_IN_RELATIONSHIP,
}
_NOT_SAID = "missing"


def _read(reading: Reading) -> None:
    reading.each(reading.top.listed("assessments"), _section)


def _section(section: Fields) -> RiskAssessment:
    return RiskAssessment(
        source_system=SourceSystem.OASYS,
        source_id=section.source_id(),
        recorded_on=section.taken_on,
        tool="OASys section 6",
        domestic_abuse_perpetrator=_whether(section, _DONE),
        domestic_abuse_victim=_whether(section, _SUFFERED),
        answers=_answers(section),
        words=_words(section),
    )


def _answers(section: Fields) -> OasysAnswers | None:
    answers = OasysAnswers(
        relationship_problems=_one_of(_LEVELS, section, "relationshipWithPartner"),
        relationship_status=_one_of(_STATUSES, section, "relCurrRelationshipStatus"),
    )
    return None if answers == OasysAnswers() else answers


def _one_of(known: Mapping[str, Word], section: Fields, name: str) -> Word | None:
    """What an answer means; null where nobody gave one. One that is not known is a gap."""
    said = (section.text_or_none(name) or _NOT_SAID).lower()
    if said not in known and said != _NOT_SAID:
        section.lacks(name, "is no answer that is known, and was left out")
    return known.get(said)


def _whether(section: Fields, names: tuple[str, ...]) -> bool | None:
    """Yes where any answer is yes; no where all are, or where there was no abuse at all; else nobody says."""
    answers = [section.yes_or_no(name) for name in names]
    if any(answers):
        if section.yes_or_no(_ANY) is False:
            section.contradicts(_ANY, "says that there was no domestic abuse, and another answer says whose")
        return True
    none_at_all = section.yes_or_no(_ANY) is False
    return False if none_at_all or all(answer is False for answer in answers) else None


def _words(section: Fields) -> str:
    spousal = section.inside("SARA")
    partner = spousal.text_or_none("imminentRiskOfViolenceTowardsPartner")
    others = spousal.text_or_none("imminentRiskOfViolenceTowardsOthers")
    answers = [(about, section.text_or_none(name)) for name, about in _TOLD.items()]
    said = (
        section.words("relIssuesDetails"),
        f"SARA, imminent risk of violence towards a partner: {partner}" if partner else "",
        f"SARA, imminent risk of violence towards others: {others}" if others else "",
        *(f"{about}: {answer}" for about, answer in answers if answer and not _NOTHING.fullmatch(answer)),
    )
    return section.joined("relIssuesDetails", said)


SHAPE = Shape(
    name="oasys-section-6",
    title="Section 6 of OASys: relationships and domestic abuse",
    recognises=lambda content: holds(content, "assessments", _ANY),
    read=reads(_read),
    adds_to=frozenset({Source.RISK_ASSESSMENTS}),
)
