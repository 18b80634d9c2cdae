"""Risks of the person to themself, as OASys asks after them: current, previous, and what was written."""

from functools import partial

from riskflag.importers.fields import Fields
from riskflag.importers.reading import Reading
from riskflag.records import HealthAndCareKind, HealthAndCareRecord
from riskflag.vocabulary import SourceRecordId, SourceSystem

_ASKED = {
    "suicide": (HealthAndCareKind.SELF_HARM_CONCERN, "suicide"),
    "selfHarm": (HealthAndCareKind.SELF_HARM_CONCERN, "self-harm"),
    "custody": (HealthAndCareKind.VULNERABILITY, "coping in custody"),
    "hostelSetting": (HealthAndCareKind.VULNERABILITY, "coping in a hostel"),
    "vulnerability": (HealthAndCareKind.VULNERABILITY, "vulnerability"),
}
_ANSWERS = ("risk", "current", "previous")
_TEXTS = ("currentConcernsText", "previousConcernsText")


def read_risks_to_self(reading: Reading, assessment: Fields, name: str, assessed: str) -> None:
    """Counts every risk under ``name``. One to which no answer is yes carries no record; where one is neither
    yes nor no, that is a gap.

    assessed: the field that holds the day of the assessment
    """
    risks = assessment.inside(name)
    held = risks.value if isinstance(risks.value, dict) else {}
    for asked, risk in zip(held, assessment.parts(name), strict=True):
        if asked not in _ASKED:
            reading.no_record([risk], "a risk to the person themself of another kind")
        elif isinstance(risk.value, dict) and not any(risk.yes_or_no(answer) for answer in _ANSWERS):
            reading.no_record([risk], "a risk to the person themself that nobody says there is")
        else:
            reading.one(risk, partial(_concern, asked=asked, assessment=assessment, assessed=assessed))


def _concern(risk: Fields, asked: str, assessment: Fields, assessed: str) -> HealthAndCareRecord:
    kind, about = _ASKED[asked]
    said = [answer for answer in _ANSWERS[1:] if risk.yes_or_no(answer)]
    found = f"{about}: {' and '.join(said) or 'a risk'}"
    return HealthAndCareRecord(
        source_system=SourceSystem.OASYS,
        source_id=SourceRecordId(f"{assessment.source_id()}-{asked}"),
        recorded_on=assessment.recorded(assessed),
        happened_on=assessment.day(assessed),
        kind=kind,
        mental_health=kind is HealthAndCareKind.SELF_HARM_CONCERN,
        words=risk.joined(_TEXTS[0], (found, *(risk.text_or_none(text) for text in _TEXTS))),
    )
