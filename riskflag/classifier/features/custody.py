"""Recalls, and violence in custody."""

from riskflag.classifier.feature import Direction, FeatureName, PersonFeature
from riskflag.facts.history import when
from riskflag.facts.person import PersonFacts
from riskflag.records import CustodyEventKind
from riskflag.vocabulary import Source

_CUSTODY = frozenset({Source.CUSTODY})
_RECALLED = frozenset({CustodyEventKind.RECALLED})
_VIOLENT = frozenset({CustodyEventKind.VIOLENCE, CustodyEventKind.WEAPON_FOUND})
_NOT_ASKED = "Unknown where none is on record and the custody records were not answered in full."


def _days(facts: PersonFacts, kinds: frozenset[CustodyEventKind]) -> float:
    days = {when(event) for event in facts.history.custody if event.kind in kinds}
    return float(sum(day <= facts.as_of for day in days))


FEATURES = (
    PersonFeature(
        name=FeatureName("recalls"),
        title="Recalls to custody",
        definition="Days on which the person was recalled to custody.",
        unit="times",
        grounds="Failing on conditional release is an item of ODARA and of SARA.",
        unknown_means=_NOT_ASKED,
        value=lambda facts: _days(facts, _RECALLED),
        needs=_CUSTODY,
        direction=Direction.RISES,
    ),
    PersonFeature(
        name=FeatureName("violence_in_custody"),
        title="Violence or weapons in custody",
        definition="Days on which violence by the person, or a weapon found, is recorded in custody.",
        unit="times",
        grounds="The review of the McSweeney case (2023) found that weapons and violence in custody had not "
        "been joined up. No effect is published, so no direction is assumed.",
        unknown_means=_NOT_ASKED,
        value=lambda facts: _days(facts, _VIOLENT),
        needs=_CUSTODY,
    ),
)
