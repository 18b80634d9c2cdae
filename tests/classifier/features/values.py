"""What one feature makes of one case, for tables."""

from riskflag.casebook import Case
from riskflag.classifier.feature import FeatureName
from riskflag.classifier.features import feature_named


def value_of(name: str, of: Case) -> float | None:
    """The feature's value, to four figures; None for unknown."""
    value = feature_named(FeatureName(name)).of(of.facts)
    return round(value, 4) if value == value else None
