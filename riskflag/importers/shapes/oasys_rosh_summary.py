"""The risk of serious harm summary of OASys. The overall level is the highest there is in the community."""

from riskflag.importers.access import read_whether_limited
from riskflag.importers.fields import Fields
from riskflag.importers.levels import highest, level
from riskflag.importers.oasys import note_later_work, note_unfinished
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import holds
from riskflag.importers.shape import Shape
from riskflag.records import RiskAssessment
from riskflag.vocabulary import CaseReferenceNumber, Source, SourceSystem

_WORDS = (
    "whoAtRisk",
    "natureOfRisk",
    "riskGreatest",
    "factorsSituationsLikelyToOffend",
    "factorsLikelyToIncreaseRisk",
    "factorsLikelyToReduceRisk",
    "factorsStrengthsAndProtective",
    "factorsAnalysisOfRisk",
)
_GROUPS = ("Public", "KnownAdult", "Children", "Staff")


def _read(reading: Reading) -> None:
    reading.top.is_about("probNumber", CaseReferenceNumber)
    reading.each(reading.top.listed("assessments"), _assessment)
    read_whether_limited(reading)


def _assessment(assessment: Fields) -> RiskAssessment:
    note_later_work(assessment)
    note_unfinished(assessment, "assessmentStatus")
    public, known_adult, children, staff = (level(assessment, f"risk{who}Community") for who in _GROUPS)
    return RiskAssessment(
        source_system=SourceSystem.OASYS,
        source_id=assessment.source_id("assessmentPk"),
        recorded_on=assessment.recorded("dateCompleted", "initiationDate"),
        happened_on=assessment.day("dateCompleted"),
        tool=" ".join(filter(None, ("OASys", assessment.text_or_none("assessmentType")))),
        overall=highest((public, known_adult, children, staff)),
        to_public=public,
        to_known_adult=known_adult,
        to_children=children,
        to_staff=staff,
        words=assessment.words(*_WORDS),
    )


SHAPE = Shape(
    name="oasys-rosh-summary",
    title="The risk of serious harm summary of OASys assessments",
    recognises=lambda content: holds(content, "assessments", "riskPublicCommunity"),
    read=reads(_read),
    adds_to=frozenset({Source.RISK_ASSESSMENTS, Source.ACCESS_LIMITS}),
)
