"""Which checks on the proposed address came back, and how old they are. None is missing by chance."""

from collections.abc import Callable

from riskflag.classifier.feature import YES_OR_NO, Feature, FeatureName
from riskflag.facts import Facts
from riskflag.records import CheckKind
from riskflag.vocabulary import Source

_CHECKS = frozenset({Source.CHECKS})
_POLICE = CheckKind.POLICE_DOMESTIC_ABUSE
_GROUNDS = (
    "Inspectors found domestic abuse checks before sentence in 37% of cases (electronic monitoring, 2022). "
    "Whoever is thought dangerous is checked more often, so no direction is assumed."
)
_NO_HOME = (
    "Unknown where no private home is proposed, or where none is on record and the checks were not answered."
)


def _ages(facts: Facts, kind: CheckKind) -> list[int]:
    days = (check.returned_on for check in facts.process.checks if check.kind is kind)
    return [(facts.as_of - day).days for day in days if day is not None and day <= facts.as_of]


def _returned(kind: CheckKind) -> Callable[[Facts], float | None]:
    def value(facts: Facts) -> float | None:
        if facts.proposal.address is None or facts.proposal.institution:
            return None
        return float(bool(_ages(facts, kind)))

    return value


def _police_check_age(facts: Facts) -> float | None:
    ages = _ages(facts, _POLICE)
    return float(min(ages)) if ages else None


FEATURES = (
    Feature(
        name=FeatureName("domestic_abuse_check_returned"),
        title="Police domestic abuse check returned",
        definition="Whether a police check for domestic abuse on the proposed address has come back.",
        unit=YES_OR_NO,
        grounds=_GROUNDS,
        unknown_means=_NO_HOME,
        value=_returned(_POLICE),
        needs=_CHECKS,
    ),
    Feature(
        name=FeatureName("domestic_abuse_check_age"),
        title="Age of the police domestic abuse check",
        definition="Days since the newest police check for domestic abuse on the proposed address came back.",
        unit="days",
        grounds=_GROUNDS,
        unknown_means="Unknown where none has come back, or the checks were not answered in full.",
        value=_police_check_age,
        needs=_CHECKS,
        at_least=False,
    ),
    Feature(
        name=FeatureName("childrens_services_check_returned"),
        title="Check with children's services returned",
        definition="Whether an enquiry of children's services about the proposed address has come back.",
        unit=YES_OR_NO,
        grounds=_GROUNDS,
        unknown_means=_NO_HOME,
        value=_returned(CheckKind.CHILDRENS_SERVICES),
        needs=_CHECKS,
    ),
)
