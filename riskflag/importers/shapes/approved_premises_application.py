"""An application for approved premises (CAS1): ``{"type-of-ap": {...}, "basic-information": {...}}``.

Elements: the application, every answer of which is in the text of one referral; every risk that it states in
a field of its own; and every adjudication that it repeats.
"""

from functools import partial

from riskflag.importers.housing_applications import referral_of
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.shape import Shape
from riskflag.importers.stated_risks import ADDS_TO, Question, read_adjudications, read_stated_risks
from riskflag.records import HealthAndCareKind, RecipientKind, ScreeningTopic

_FURTHER = "further-considerations"
_CONVICTED = ("risk-management-features", "convicted-offences", "response")
_QUESTIONS = (
    Question(_FURTHER, "arson", "arson", ScreeningTopic.ARSON, "arson"),
    Question(_FURTHER, "room-sharing", "riskToStaff", ScreeningTopic.RISK_TO_STAFF, "risk to staff"),
    Question(
        _FURTHER,
        "vulnerability",
        "exploitable",
        HealthAndCareKind.VULNERABILITY,
        "may be exploited by others",
    ),
    Question(*_CONVICTED, ScreeningTopic.ARSON, "convicted of arson", of_several=True),
    Question(*_CONVICTED, ScreeningTopic.SEXUAL_OFFENDING, "convicted of a sexual offence", of_several=True),
)


def _read(reading: Reading) -> None:
    reading.one(reading.top, partial(referral_of, recipient=RecipientKind.APPROVED_PREMISES))
    read_stated_risks(reading, _QUESTIONS, "application for approved premises")
    read_adjudications(reading, reading.top.inside("prison-information").inside("case-notes"))


SHAPE = Shape(
    name="approved-premises-application",
    title="An application for approved premises (CAS1)",
    recognises=lambda content: has(content, "type-of-ap", "basic-information"),
    read=reads(_read),
    adds_to=ADDS_TO,
)
