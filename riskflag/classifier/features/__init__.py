"""Every feature that the models may see, in a fixed order; training and serving work them out with this code.

No whereabouts of a protected person, no diagnosis and no free text goes into any of them.
"""

import json
from hashlib import sha256

from riskflag.classifier.feature import Feature, FeatureName, PersonFeature
from riskflag.classifier.features import (
    age,
    answers,
    assessments,
    control_and_stalking,
    convictions,
    current_offence,
    custody,
    domestic_abuse,
    household,
    orders,
    past_offences,
    process,
)
from riskflag.facts import Facts
from riskflag.facts.once import once_a_person
from riskflag.facts.person import PersonFacts

FEATURES: tuple[Feature, ...] = (
    *convictions.FEATURES,
    *current_offence.FEATURES,
    *past_offences.FEATURES,
    *domestic_abuse.FEATURES,
    *control_and_stalking.FEATURES,
    *orders.FEATURES,
    *assessments.FEATURES,
    *household.FEATURES,
    *process.FEATURES,
    *custody.FEATURES,
    *age.FEATURES,
    *answers.FEATURES,
)
"""In the order of the vector. A model names those that it was fitted on, and refuses to serve any other."""
NAMES: tuple[FeatureName, ...] = tuple(feature.name for feature in FEATURES)
_OF_PERSON = tuple(feature for feature in FEATURES if isinstance(feature, PersonFeature))
_BY_NAME = {feature.name: feature for feature in FEATURES}


def feature_vector(facts: Facts) -> tuple[float, ...]:
    """One number a feature, in the order of ``FEATURES``; nan is unknown."""
    known = iter(_vector_of_person(facts))
    return tuple([next(known) if isinstance(each, PersonFeature) else each.of(facts) for each in FEATURES])


@once_a_person
def _vector_of_person(person: PersonFacts) -> tuple[float, ...]:
    return tuple([feature.of(person) for feature in _OF_PERSON])


def feature_named(name: FeatureName) -> Feature:
    """The feature with this name. Raises KeyError."""
    return _BY_NAME[name]


def schema_hash(features: tuple[Feature, ...]) -> str:
    """SHA-256, hexadecimal, over what the features mean. A model of other meanings must not be served."""
    meant = [
        [each.name, each.definition, each.unit, each.direction, sorted(each.needs), each.at_least]
        for each in features
    ]
    return sha256(json.dumps(meant, ensure_ascii=True, separators=(",", ":")).encode("ascii")).hexdigest()


SCHEMA_HASH = schema_hash(FEATURES)
