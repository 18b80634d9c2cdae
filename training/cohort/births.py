"""Who a simulated person is, before anything happens: age, sex, disposition, habits, those close."""

from math import sqrt

from riskflag.records import NamedPerson, Sex
from riskflag.vocabulary import Relationship
from training.cohort import invented
from training.cohort import parameters as p
from training.cohort.chance import Chance, Weighted
from training.cohort.life import DAYS_IN_YEAR, Disposition, Habits, Level, Life

_ADULT_YEARS, _TENDER_YEARS, _GENERATION_YEARS, _AGE_GAP_YEARS = 18, 10, 25, 3
_VICTIMS = 3
LEVELS = Weighted((Level.NONE, 0.5), (Level.SOME, 0.3), (Level.SIGNIFICANT, 0.2))
"""How common problems are with drink, with temper and with whatever else is scored so: assumed."""
PERPETRATOR_FROM = 0.5244005
"""The normal quantile above which the share of perpetrators lies; a test holds it to the parameter."""


def begin_life(chance: Chance, number: int, release: int) -> Life:
    """Somebody who will be released on a day (its ordinal)."""
    disposition = _disposition(chance)
    born = release - _days(min(_ADULT_YEARS + chance.erlang(p.AGE_OVER_18.value), p.OLDEST.value))
    first_sanction_on = born + _days(_TENDER_YEARS + chance.erlang(p.AGE_AT_FIRST_SANCTION.value))
    return Life(
        number=number,
        chance=chance,
        sex=Sex.FEMALE if chance.happens(p.WOMEN.value) else Sex.MALE,
        born=born,
        first_sanction_on=first_sanction_on,
        perpetrator=disposition.abuse > PERPETRATOR_FROM,
        disposition=disposition,
        habits=_habits(chance),
        victims=tuple(_victim(chance, number, which, born) for which in range(_VICTIMS)),
        abused=_abused(chance),
    )


def _days(years: float) -> int:
    return int(years * DAYS_IN_YEAR)


def _disposition(chance: Chance) -> Disposition:
    shared, own = sqrt(p.SHARED_DISPOSITION.value), sqrt(1 - p.SHARED_DISPOSITION.value)
    common = shared * chance.normal()
    return Disposition(*(common + own * chance.normal() for _ in range(4)))


def _habits(chance: Chance) -> Habits:
    return Habits(
        drinking=chance.pick(LEVELS),
        binges=chance.pick(LEVELS),
        temper=chance.pick(LEVELS),
        impulsivity=chance.pick(LEVELS),
        activities=chance.pick(LEVELS),
        unemployed=chance.happens(p.UNEMPLOYED.value),
        cocaine=chance.happens(p.USES_COCAINE.value),
    )


def _abused(chance: Chance) -> int:
    if not chance.happens(p.SECOND_VICTIM.value):
        return 1
    return 3 if chance.happens(p.THIRD_VICTIM.value) else 2


def _victim(chance: Chance, number: int, which: int, born: int) -> NamedPerson:
    if which and chance.happens(p.VICTIM_IS_RELATIVE.value):
        return invented.victim(number, which, Relationship.PARENT, born - _days(_GENERATION_YEARS))
    together = which == 0 and chance.happens(p.STILL_TOGETHER.value)
    relationship = Relationship.PARTNER if together else Relationship.EX_PARTNER
    gap = chance.day(-_days(_AGE_GAP_YEARS), _days(_AGE_GAP_YEARS))
    return invented.victim(number, which, relationship, born + gap)
