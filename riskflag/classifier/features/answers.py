"""What the newest assessment answered of how the person lives: drink, temper, work, drugs and the rest.

Each is of the newest assessment that brings answers; which one that is, and when an answer does not stand, is
said where the published instruments read it.
"""

from collections.abc import Callable
from math import fsum

from riskflag.classifier.assessment_terms import drug_term
from riskflag.classifier.feature import YES_OR_NO, Direction, FeatureName, PersonFeature
from riskflag.classifier.instrument_results import Basis, Instrument
from riskflag.classifier.instrument_tables import predictor_coefficients
from riskflag.classifier.offending_history import AssessmentAnswers
from riskflag.classifier.recorded_answers import answers_on_record
from riskflag.facts.person import PersonFacts
from riskflag.records import Drug, ProblemLevel
from riskflag.vocabulary import Source

_ASSESSMENTS = frozenset({Source.RISK_ASSESSMENTS})
_LEVELS = {level: float(number) for number, level in enumerate(ProblemLevel)}
_OF_TWO = "of 2 (1 is some problems, 2 is significant problems)"
_POVERTY = " It also stands for poverty."
_DRUG_WEIGHTS = {
    each.term: each.value
    for each in predictor_coefficients(Instrument.VRP, Basis.DYNAMIC)
    if each.term in set(Drug)
}


def _answered(read: Callable[[AssessmentAnswers], float | None]) -> Callable[[PersonFacts], float | None]:
    return lambda facts: read(answers_on_record(facts).answers)


def _level_of(item: str) -> Callable[[AssessmentAnswers], float | None]:
    def value(answers: AssessmentAnswers) -> float | None:
        level: ProblemLevel | None = getattr(answers, item)
        return None if level is None else _LEVELS[level]

    return value


def _yes_or_no(item: str) -> Callable[[AssessmentAnswers], float | None]:
    def value(answers: AssessmentAnswers) -> float | None:
        said: bool | None = getattr(answers, item)
        return None if said is None else float(said)

    return value


def _drugs(answers: AssessmentAnswers) -> float | None:
    if answers.drugs_in_use is None:
        return None
    return fsum(_DRUG_WEIGHTS.get(term, 0.0) for term in {drug_term(each) for each in answers.drugs_in_use})


def _feature(
    name: str,
    title: str,
    definition: str,
    unit: str,
    grounds: str,
    read: Callable[[AssessmentAnswers], float | None],
) -> PersonFeature:
    return PersonFeature(
        name=FeatureName(name),
        title=title,
        definition=definition,
        unit=unit,
        grounds=grounds,
        unknown_means="Unknown where the newest assessment with answers leaves it open, where assessments "
        "differ over it, where none brings answers, or the assessments were not answered in full.",
        value=_answered(read),
        needs=_ASSESSMENTS,
        direction=Direction.RISES,
        at_least=False,
    )


def _level(item: str, title: str, asked: str, adds: str) -> PersonFeature:
    return _feature(
        item,
        title,
        f"The level that the newest assessment with answers gives for {asked}.",
        _OF_TWO,
        f"Each level adds {adds}",
        _level_of(item),
    )


_TO_VIOLENCE = "to the log-odds in the published HMPPS violence predictor (dynamic)."
_TO_SERIOUS = "to the log-odds in the published HMPPS serious violence predictor (dynamic)."

FEATURES = (
    _level(
        "chronic_drinking",
        "Chronic drinking, as assessed",
        "current drinking (OASys 9.1)",
        f"0.123 {_TO_VIOLENCE}",
    ),
    _level(
        "binge_drinking",
        "Binge drinking, as assessed",
        "binge drinking or excessive drinking in the six months before it (OASys 9.2)",
        f"0.098 {_TO_VIOLENCE}",
    ),
    _level(
        "temper_control",
        "Temper, as assessed",
        "the control of temper (OASys 11.4)",
        f"0.092 {_TO_VIOLENCE}",
    ),
    _level("impulsivity", "Impulsivity, as assessed", "impulsivity (OASys 11.2)", f"0.032 {_TO_VIOLENCE}"),
    _level(
        "pro_criminal_attitudes",
        "Attitudes that favour crime, as assessed",
        "attitudes that favour crime (OASys 12.1)",
        f"0.098 {_TO_SERIOUS}",
    ),
    _level(
        "activities_encourage_offending",
        "Activities that encourage offending, as assessed",
        "activities that encourage offending (OASys 7.2)",
        f"0.066 {_TO_VIOLENCE}",
    ),
    _level(
        "relationship_problems",
        "Problems with a partner, as assessed",
        "the current relationship with a partner (OASys 6.4)",
        f"0.029 {_TO_VIOLENCE} Where they live together it adds 0.118 more.",
    ),
    _level(
        "accommodation",
        "Unsuitable accommodation, as assessed",
        "how suitable accommodation is (OASys 3.4)",
        f"0.105 {_TO_VIOLENCE}{_POVERTY}",
    ),
    _feature(
        "unemployed",
        "Out of work, as assessed",
        "Whether the newest assessment with answers says that the person is out of work, or will be on "
        "release (OASys 4.2).",
        YES_OR_NO,
        f"It adds 0.066 {_TO_VIOLENCE}{_POVERTY}",
        _yes_or_no("unemployed"),
    ),
    _feature(
        "weapon_carried_or_used",
        "A weapon in the current offence, as assessed",
        "Whether the newest assessment with answers says that a weapon was carried or used in the current "
        "offence (OASys 2.2).",
        YES_OR_NO,
        f"It adds 0.385 {_TO_SERIOUS} It tells of more than the code of the offence does.",
        _yes_or_no("weapon_carried_or_used"),
    ),
    _feature(
        "drugs_weight_for_violence",
        "What the drugs in use weigh for violence",
        "What the published HMPPS violence predictor (dynamic) adds to the log-odds for the drugs that the "
        "newest assessment with answers says are in use (OASys 8); nought where it says that none is.",
        "log-odds",
        "Published weights of nine kinds of drug, from 0.002 for cannabis to 0.342 for steroids.",
        _drugs,
    ),
)
