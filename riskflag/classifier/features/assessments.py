"""What staff assessed: how old the assessment is, its levels, and OASys 6.7."""

from collections.abc import Callable

from riskflag.classifier.feature import YES_OR_NO, Direction, FeatureName, PersonFeature
from riskflag.facts.assessed import current_assessment
from riskflag.facts.history import when
from riskflag.facts.person import PersonFacts
from riskflag.records import RiskAssessment
from riskflag.vocabulary import RiskLevel, Source

_ASSESSMENTS = frozenset({Source.RISK_ASSESSMENTS})
_LEVELS = {level: float(number) for number, level in enumerate(RiskLevel, start=1)}
_OF_FOUR = "of 4 (1 is low, 4 is very high)"
_GROUNDS = (
    "Staff weighed the person's whole record. No effect is published for these harms, and a high level also "
    "brings more supervision, so no direction is assumed."
)


def _age(facts: PersonFacts) -> float | None:
    made = current_assessment(facts)
    return None if made is None or when(made) > facts.as_of else float((facts.as_of - when(made)).days)


def _newest(level: Callable[[RiskAssessment], RiskLevel | None]) -> Callable[[PersonFacts], float | None]:
    def value(facts: PersonFacts) -> float | None:
        stated = (level(made) for made in facts.history.risk_assessments)
        return next((_LEVELS[each] for each in stated if each is not None), None)

    return value


def _perpetrator(facts: PersonFacts) -> float | None:
    stated = (made.domestic_abuse_perpetrator for made in facts.history.risk_assessments)
    return next((float(each) for each in stated if each is not None), None)


def _level(name: str, whom: str, level: Callable[[RiskAssessment], RiskLevel | None]) -> PersonFeature:
    return PersonFeature(
        name=FeatureName(name),
        title=f"Assessed risk of serious harm, {whom}",
        definition=f"The level of risk of serious harm, {whom}, in the newest assessment that states one.",
        unit=_OF_FOUR,
        grounds=_GROUNDS,
        unknown_means="Unknown where no assessment states it, or the assessments were not answered in full.",
        value=_newest(level),
        needs=_ASSESSMENTS,
        at_least=False,
    )


FEATURES = (
    PersonFeature(
        name=FeatureName("assessment_age"),
        title="Age of the risk of serious harm assessment",
        definition="Days since the newest assessment that states an overall level of risk of serious harm.",
        unit="days",
        grounds="Inspectors found few assessments of domestic abuse sufficient (2023). The age tells of the "
        "work done more than of the person, so no direction is assumed.",
        unknown_means="Unknown where no assessment states a level, or the assessments were not answered in "
        "full.",
        value=_age,
        needs=_ASSESSMENTS,
        at_least=False,
    ),
    _level("assessed_risk_overall", "overall", lambda made: made.overall),
    _level("assessed_risk_to_known_adult", "to a known adult", lambda made: made.to_known_adult),
    _level("assessed_risk_to_public", "to the public", lambda made: made.to_public),
    PersonFeature(
        name=FeatureName("assessed_as_perpetrator"),
        title="Assessed as a perpetrator of domestic abuse",
        definition="Whether the newest assessment that answers OASys 6.7 says that the person has "
        "perpetrated domestic abuse.",
        unit=YES_OR_NO,
        grounds="It adds 0.108 to the log-odds in the published HMPPS violence predictor (dynamic). It rests "
        "on somebody having asked and written it down.",
        unknown_means="Unknown where no assessment answers it, or the assessments were not answered in full.",
        value=_perpetrator,
        needs=_ASSESSMENTS,
        direction=Direction.RISES,
    ),
)
