"""What an assessor writes down of how a person lives: not always, and not always as it is.

Drink, temper, impulsivity, company, work and crack cocaine are true of the person and judged more or less
well. The other answers say nothing of the risk here: a model has to find that out.
"""

from typing import TypeVar

from riskflag.records import Drug, Motivation, OasysAnswers, ProblemLevel, RelationshipStatus
from training.cohort import parameters as p
from training.cohort.births import LEVELS
from training.cohort.chance import Weighted
from training.cohort.life import Level, Life

Answer = TypeVar("Answer")
_AS_LEVEL = tuple(ProblemLevel)
_MOTIVATION = Weighted((Motivation.FULL, 0.4), (Motivation.PARTIAL, 0.4), (Motivation.NONE, 0.2))
"""How far people want to tackle drug misuse: assumed."""
_STATUS = Weighted(
    (RelationshipStatus.NOT_IN_RELATIONSHIP, 0.55),
    (RelationshipStatus.LIVING_TOGETHER, 0.25),
    (RelationshipStatus.NOT_LIVING_TOGETHER, 0.2),
)
"""Whether there is a partner: assumed."""


def answers_about(life: Life, home: bool) -> OasysAnswers:
    """The answers of one assessment.

    home: whether there is an address to go to
    """
    chance, habits = life.chance, life.habits
    return OasysAnswers(
        weapon_carried_or_used=_unless_open(life, chance.happens(p.WEAPON_ASSESSED.value)),
        accommodation=_judged(life, chance.pick(LEVELS) if home else Level.SIGNIFICANT),
        unemployed=_unless_open(life, habits.unemployed),
        relationship_problems=_judged(life, chance.pick(LEVELS)),
        relationship_status=_unless_open(life, chance.pick(_STATUS)),
        activities_encourage_offending=_judged(life, habits.activities),
        drugs_in_use=_unless_open(life, _drugs(life)),
        motivation_to_tackle_drug_misuse=_unless_open(life, chance.pick(_MOTIVATION)),
        chronic_drinking=_judged(life, habits.drinking),
        binge_drinking=_judged(life, habits.binges),
        impulsivity=_judged(life, habits.impulsivity),
        temper_control=_judged(life, habits.temper),
        pro_criminal_attitudes=_judged(life, chance.pick(LEVELS)),
    )


def _unless_open(life: Life, answer: Answer) -> Answer | None:
    return None if life.chance.happens(p.ANSWER_LEFT_OPEN.value) else answer


def _judged(life: Life, level: Level) -> ProblemLevel | None:
    """The level as an assessor sees it: at times one too high or too low, never beyond the ends."""
    chance = life.chance
    if chance.happens(p.ANSWER_MISJUDGED.value):
        off = 1 if chance.happens(0.5) else -1
        level = Level(min(max(level + off, Level.NONE), Level.SIGNIFICANT))
    return _unless_open(life, _AS_LEVEL[level])


def _drugs(life: Life) -> tuple[Drug, ...]:
    chance = life.chance
    used = (
        (Drug.HEROIN, chance.happens(p.USES_HEROIN.value)),
        (Drug.CRACK_COCAINE, life.habits.cocaine),
        (Drug.CANNABIS, chance.happens(p.USES_CANNABIS.value)),
    )
    return tuple(drug for drug, uses in used if uses)
