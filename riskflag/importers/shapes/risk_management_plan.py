"""Risk management plans of OASys. A plan is what staff intend; no record holds it, so each is counted."""

from riskflag.importers.access import read_whether_limited
from riskflag.importers.oasys import note_later_work
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.shape import Shape
from riskflag.vocabulary import CaseReferenceNumber, Source


def _read(reading: Reading) -> None:
    reading.top.is_about("crn", CaseReferenceNumber)
    for plan in reading.top.listed("riskManagementPlan"):
        if isinstance(plan.value, dict):
            note_later_work(plan)
            reading.no_record((plan,), "a risk management plan")
        else:
            reading.unreadable(plan.path)
    read_whether_limited(reading)


SHAPE = Shape(
    name="risk-management-plan",
    title="Risk management plans of OASys",
    recognises=lambda content: has(content, "riskManagementPlan"),
    read=reads(_read),
    adds_to=frozenset({Source.RISK_ASSESSMENTS, Source.ALLOCATION}),
)
