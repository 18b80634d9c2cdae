"""Serious offences that were ever proven: the yes-or-no items of the serious violence predictor.

Arson is not among them: its published effect on serious violence is as good as none.
"""

import re
from collections.abc import Callable

from riskflag.classifier.feature import YES_OR_NO, Direction, FeatureName, PersonFeature
from riskflag.facts.person import PersonFacts
from riskflag.reference.offences import OffenceTheme
from riskflag.vocabulary import Source

_ENDANGERING_LIFE = re.compile(r"endangering life", re.IGNORECASE)
_NOT_WOUNDING = frozenset({OffenceTheme.HOMICIDE, OffenceTheme.FIREARM})


def _of(theme: OffenceTheme) -> Callable[[PersonFacts], bool]:
    return lambda facts: theme in facts.history.proven_themes


def _wounding(facts: PersonFacts) -> bool:
    serious = facts.history.convicted_of(OffenceTheme.SERIOUS_VIOLENCE)
    return any(fact.themes.isdisjoint(_NOT_WOUNDING) for fact in serious)


def _damage_endangering_life(facts: PersonFacts) -> bool:
    """By the reference table's description of the offence, never by what somebody wrote of it."""
    return any(
        OffenceTheme.ARSON not in fact.themes
        and fact.offence is not None
        and _ENDANGERING_LIFE.search(fact.offence.description)
        for fact in facts.history.convicted_of(OffenceTheme.CRIMINAL_DAMAGE)
    )


def _past(
    name: str, offence: str, definition: str, adds: str, proven: Callable[[PersonFacts], bool]
) -> PersonFeature:
    return PersonFeature(
        name=FeatureName(name),
        title=f"{offence}, ever proven",
        definition=f"Whether any conviction or caution, the current one too, is for {definition}.",
        unit=YES_OR_NO,
        grounds=f"The published HMPPS serious violence predictor (dynamic) adds {adds} to the log-odds for "
        "it.",
        unknown_means="Unknown where none is on record and the convictions were not answered in full, or "
        "hold a code that stands for nothing today.",
        value=lambda facts: float(proven(facts)),
        needs=frozenset({Source.CONVICTIONS}),
        direction=Direction.RISES,
    )


FEATURES = (
    _past(
        "past_homicide",
        "Homicide",
        "murder, attempted murder, manslaughter or another killing",
        "0.355",
        _of(OffenceTheme.HOMICIDE),
    ),
    _past(
        "past_wounding",
        "Wounding or grievous bodily harm",
        "serious violence that is neither homicide nor a firearm offence",
        "0.400",
        _wounding,
    ),
    _past(
        "past_kidnap",
        "Kidnap or false imprisonment",
        "kidnap, false imprisonment or abduction",
        "0.535",
        _of(OffenceTheme.KIDNAP),
    ),
    _past("past_firearm_offence", "Firearm offence", "a firearm", "0.780", _of(OffenceTheme.FIREARM)),
    _past(
        "past_robbery", "Robbery", "robbery or assault with intent to rob", "0.291", _of(OffenceTheme.ROBBERY)
    ),
    _past(
        "past_weapon_offence",
        "Weapon offence",
        "a weapon carried, used or shown",
        "0.231",
        _of(OffenceTheme.WEAPON),
    ),
    _past(
        "past_damage_endangering_life",
        "Criminal damage endangering life",
        "criminal damage that endangered life, fire excepted",
        "1.015",
        _damage_endangering_life,
    ),
)
