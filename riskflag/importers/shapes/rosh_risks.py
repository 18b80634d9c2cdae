"""Risk of serious harm as the assess risks and needs service gives it: groups of people by level.

Elements: the assessment; every risk to the person themself; and every risk to the order of a prison, which
carries no record, nor do levels in custody: what is asked is whether somebody may be released to a place.
"""

from riskflag.importers.fields import Fields
from riskflag.importers.levels import by_level, level
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.risks_to_self import read_risks_to_self
from riskflag.importers.shape import Shape
from riskflag.records import RiskAssessment
from riskflag.vocabulary import Source, SourceSystem

_WORDS = ("whoIsAtRisk", "natureOfRisk", "riskImminence", "riskIncreaseFactors", "riskMitigationFactors")


def _read(reading: Reading) -> None:
    reading.one(reading.top, _assessment)
    read_risks_to_self(reading, reading.top, "riskToSelf", "assessedOn")
    reading.no_record(reading.top.parts("otherRisks"), "a risk to the order of a prison")


def _assessment(risks: Fields) -> RiskAssessment:
    summary = risks.inside("summary")
    levels = by_level(summary.inside("riskInCommunity"))
    return RiskAssessment(
        source_system=SourceSystem.OASYS,
        source_id=risks.source_id(),
        recorded_on=risks.recorded("assessedOn"),
        happened_on=risks.day("assessedOn"),
        tool="OASys",
        overall=level(summary, "overallRiskLevel"),
        to_public=levels.public,
        to_known_adult=levels.known_adult,
        to_children=levels.children,
        to_staff=levels.staff,
        words=summary.words(*_WORDS),
    )


SHAPE = Shape(
    name="rosh-risks",
    title="Risk of serious harm, from the assess risks and needs service",
    recognises=lambda content: has(content, "summary", "assessedOn"),
    read=reads(_read),
    adds_to=frozenset({Source.HEALTH_AND_CARE, Source.RISK_ASSESSMENTS}),
)
