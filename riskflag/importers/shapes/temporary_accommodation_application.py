"""An application for temporary accommodation (CAS3): ``{"eligibility": {...}, "placement-location": {...}}``.

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

_PAST = "offence-and-behaviour-summary"
_ARSON, _SEXUAL = ScreeningTopic.ARSON, ScreeningTopic.SEXUAL_OFFENDING
_QUESTIONS = (
    Question(_PAST, "history-of-sexual-offence", "historyOfSexualOffence", _SEXUAL, "a sexual offence"),
    Question(
        _PAST,
        "concerning-sexual-behaviour",
        "concerningSexualBehaviour",
        _SEXUAL,
        "sexual behaviour of concern",
    ),
    Question(_PAST, "history-of-arson-offence", "historyOfArsonOffence", _ARSON, "an offence of arson"),
    Question(_PAST, "concerning-arson-behaviour", "concerningArsonBehaviour", _ARSON, "fires of concern"),
    Question(
        "placement-considerations",
        "rosh-level",
        "riskToSelfConcerns",
        HealthAndCareKind.SELF_HARM_CONCERN,
        "risk to self",
        "riskToSelf",
    ),
    Question(
        "safeguarding-and-support",
        "safeguarding-and-vulnerability",
        "concerns",
        HealthAndCareKind.VULNERABILITY,
        "safeguarding and vulnerability",
    ),
)


def _read(reading: Reading) -> None:
    reading.one(reading.top, partial(referral_of, recipient=RecipientKind.HOUSING_PROVIDER))
    read_stated_risks(reading, _QUESTIONS, "application for temporary accommodation")
    read_adjudications(reading, reading.top.inside("prison-information").inside("adjudications"))


SHAPE = Shape(
    name="temporary-accommodation-application",
    title="An application for temporary accommodation (CAS3)",
    recognises=lambda content: has(content, "placement-considerations", "eligibility"),
    read=reads(_read),
    adds_to=ADDS_TO,
)
