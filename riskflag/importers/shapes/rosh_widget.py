"""Risk of serious harm as Manage people on probation shows it: a level for each group of people."""

from riskflag.importers.fields import Fields
from riskflag.importers.levels import by_group, level
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.shape import Shape
from riskflag.records import RiskAssessment
from riskflag.vocabulary import Source, SourceSystem


def _read(reading: Reading) -> None:
    reading.one(reading.top, _assessment)


def _assessment(widget: Fields) -> RiskAssessment:
    levels = by_group(widget.inside("riskInCommunity"))
    return RiskAssessment(
        source_system=SourceSystem.OASYS,
        source_id=widget.source_id(),
        recorded_on=widget.recorded("assessedOn"),
        happened_on=widget.day("assessedOn"),
        tool="OASys",
        overall=level(widget, "overallRisk"),
        to_public=levels.public,
        to_known_adult=levels.known_adult,
        to_children=levels.children,
        to_staff=levels.staff,
    )


SHAPE = Shape(
    name="rosh-widget",
    title="Levels of risk of serious harm, as Manage people on probation shows them",
    recognises=lambda content: has(content, "overallRisk", "riskInCommunity"),
    read=reads(_read),
    adds_to=frozenset({Source.RISK_ASSESSMENTS}),
)
