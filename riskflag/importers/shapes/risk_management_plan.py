"""Risk management plans of OASys.

Elements: every plan, and each of its sections on what staff intend. What a plan says of how things are now
is kept, for an order may be written down nowhere else. What is meant to be done, and what if it fails,
carries no record: it would be read as having happened.
"""

from riskflag.importers.access import read_whether_limited
from riskflag.importers.fields import Fields
from riskflag.importers.oasys import note_later_work, note_unfinished
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.shape import Shape
from riskflag.records import RiskAssessment
from riskflag.vocabulary import CaseReferenceNumber, Source, SourceRecordId, SourceSystem, Visibility

_NOW = ("keyInformationCurrentSituation", "furtherConsiderationsCurrentSituation", "victimSafetyPlanning")
_INTENDED = ("supervision", "monitoringAndControl", "interventionsAndTreatment", "contingencyPlans")


def _read(reading: Reading) -> None:
    reading.top.is_about("crn", CaseReferenceNumber)
    for plan in reading.top.listed("riskManagementPlan"):
        if isinstance(plan.value, dict):
            _read_plan(reading, plan)
        else:
            reading.unreadable(plan.path)
    read_whether_limited(reading)


def _read_plan(reading: Reading, plan: Fields) -> None:
    note_later_work(plan)
    note_unfinished(plan, "assessmentStatus")
    if any(plan.has(name) for name in _NOW):
        reading.one(plan, _how_things_are)
    else:
        reading.no_record([plan], "a risk management plan that says nothing of how things are")
    intended = [plan.at(name) for name in _INTENDED if plan.has(name)]
    reading.no_record(intended, "what staff intend")


def _how_things_are(plan: Fields) -> RiskAssessment:
    """Kept from the person: it may say where somebody is kept safe, and how."""
    return RiskAssessment(
        source_system=SourceSystem.OASYS,
        source_id=SourceRecordId(f"{plan.source_id('assessmentId')}-plan"),
        recorded_on=plan.recorded("dateCompleted", "initiationDate"),
        happened_on=plan.day("dateCompleted"),
        visibility=Visibility.PROTECTED,
        tool="OASys risk management plan",
        words=plan.words(*_NOW),
    )


SHAPE = Shape(
    name="risk-management-plan",
    title="Risk management plans of OASys",
    recognises=lambda content: has(content, "riskManagementPlan"),
    read=reads(_read),
    adds_to=frozenset({Source.RISK_ASSESSMENTS, Source.ACCESS_LIMITS}),
)
