"""The true probability of each harm after a release: a known function of what is true of the person.

Abuse in two years is abuse that is no breach, or a breach of an order that protects somebody close: the
chance of either. Whatever a model may take for monotone is monotone here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log

from riskflag.classifier.harm import Harm
from riskflag.records import Sex
from training.cohort import effects as e
from training.cohort.true_history import TrueHistory

_OLDEST = 69
_ADULT = 18
_MOST_MONTHS = 36
_THREE_OR_MORE = 3
_CAREER_ADDED, _VIOLENT_CAREER_ADDED = 12, 30
_MOST_IN_A_YEAR, _MOST_PROVEN, _MOST_MORE = 3, 4, 2


@dataclass(frozen=True, slots=True)
class TrueRisk:
    """What is truly to be expected after one release.

    abuse_beside_breach: probability of proven abuse that is no breach, in two years
    breach: probability of a proven breach in one year
    violence: probability of proven violence in two years
    breach_is_abuse: whether a breach would be of an order that protects somebody close
    """

    abuse_beside_breach: float
    breach: float
    violence: float
    breach_is_abuse: bool

    @property
    def probability(self) -> Mapping[Harm, float]:
        """The probability of each harm within its own time."""
        either = 1.0 - (1.0 - self.abuse_beside_breach) * (1.0 - self.breach * self.breach_is_abuse)
        return {Harm.DOMESTIC_ABUSE: either, Harm.ORDER_BREACH: self.breach, Harm.VIOLENCE: self.violence}


def true_risk(history: TrueHistory) -> TrueRisk:
    """The chances after a release, from what is true of the person."""
    return TrueRisk(
        abuse_beside_breach=_probability(abuse_log_odds(history)),
        breach=_probability(breach_log_odds(history)),
        violence=_probability(violence_log_odds(history)),
        breach_is_abuse=history.protecting_orders > 0 or history.orders == 0,
    )


def _probability(log_odds: float) -> float:
    return 1.0 / (1.0 + exp(-log_odds))


def violence_log_odds(history: TrueHistory) -> float:
    """After the published violence predictor, with constants of our own for what it does not say."""
    months = min(history.months_free, _MOST_MONTHS)
    return (
        e.VIOLENCE_CONSTANT.value
        + e.VIOLENCE_NARROWER.value
        + _age_and_sex(history)
        + _rate(history)
        + _violent_rate(history)
        + history.offence_weight
        + e.VIOLENCE_MONTHS_FREE.value * months
        + e.VIOLENCE_MONTHS_FREE_SQUARED.value * months**2
        + e.VIOLENCE_WITH_PARTNER.value * history.with_partner
        + e.VIOLENCE_PERPETRATOR.value * (history.incidents > 0)
        + e.VIOLENCE_NO_ABODE.value * 2 * history.no_fixed_abode
        + _drink_and_temper(history)
        + _work_and_company(history)
        + e.COCAINE.value * history.habits.cocaine
        + e.VIOLENCE_DISPOSITION.value * history.disposition.violence
    )


def _age_and_sex(history: TrueHistory) -> float:
    age = min(history.age, _OLDEST)
    if history.sex is Sex.FEMALE:
        return e.VIOLENCE_WOMAN.value + e.VIOLENCE_AGE_WOMAN.value * age
    return e.VIOLENCE_AGE_MAN.value * age + e.VIOLENCE_AGE_SQUARED_MAN.value * age**2


def _rate(history: TrueHistory) -> float:
    if history.sanctions < _THREE_OR_MORE:
        few = (e.VIOLENCE_FIRST_SANCTION, e.VIOLENCE_SECOND_SANCTION)
        return few[max(history.sanctions, 1) - 1].value
    a_year = log(history.sanctions / (history.career_years + _CAREER_ADDED))
    by_sex = e.VIOLENCE_RATE_WOMAN if history.sex is Sex.FEMALE else e.VIOLENCE_RATE_MAN
    return max(by_sex.value * a_year, e.VIOLENCE_SECOND_SANCTION.value)


def _violent_rate(history: TrueHistory) -> float:
    violent = history.violent_sanctions
    if not violent:
        never = e.VIOLENCE_NEVER_WOMAN if history.sex is Sex.FEMALE else e.VIOLENCE_NEVER_MAN
        return never.value
    a_year = log(violent / (history.career_years + _VIOLENT_CAREER_ADDED))
    once = e.VIOLENCE_ONCE.value * (violent == 1)
    return e.VIOLENCE_EACH.value * violent + e.VIOLENCE_OWN_RATE.value * a_year + once


def _drink_and_temper(history: TrueHistory) -> float:
    habits = history.habits
    return (
        e.DRINKING.value * habits.drinking + e.BINGES.value * habits.binges + e.TEMPER.value * habits.temper
    )


def _work_and_company(history: TrueHistory) -> float:
    habits = history.habits
    return (
        e.IMPULSIVITY.value * habits.impulsivity
        + e.ACTIVITIES.value * habits.activities
        + e.UNEMPLOYED.value * 2 * habits.unemployed
    )


def abuse_log_odds(history: TrueHistory) -> float:
    """Of proven abuse in two years that is no breach of an order."""
    return (
        e.ABUSE_CONSTANT.value
        + e.ABUSE_AGE.value * (history.age - _ADULT)
        + e.ABUSE_WOMAN.value * (history.sex is Sex.FEMALE)
        + e.ABUSE_INCIDENTS.value * log(1 + history.incidents)
        + e.ABUSE_IN_A_YEAR.value * min(history.incidents_in_a_year, _MOST_IN_A_YEAR)
        + e.ABUSE_PROVEN.value * min(history.abuse_proven, _MOST_PROVEN)
        + e.ABUSE_VICTIMS.value * min(max(history.victims - 1, 0), _MOST_MORE)
        + e.ABUSE_STRANGULATION.value * history.strangled
        + e.ABUSE_THREATS.value * history.threatened
        + e.ABUSE_CONTROL.value * history.controlled
        + e.ABUSE_ESCALATION.value * history.escalating
        + e.ABUSE_BREACHES.value * min(history.breaches, _MOST_PROVEN)
        + e.ABUSE_VIOLENT.value * log(1 + history.violent_sanctions)
        + e.ABUSE_WITH_PARTNER.value * history.with_partner
        + _drink_and_temper(history)
        + e.ABUSE_DISPOSITION.value * history.disposition.abuse
    )


def breach_log_odds(history: TrueHistory) -> float:
    """Of a proven breach of an order in one year."""
    return (
        e.BREACH_CONSTANT.value
        + e.BREACH_ORDER.value * (history.orders > 0)
        + e.BREACH_MORE_ORDERS.value * min(max(history.orders - 1, 0), _MOST_MORE)
        + e.BREACH_AGE.value * (history.age - _ADULT)
        + e.BREACH_BREACHES.value * min(history.breaches, _MOST_PROVEN)
        + e.BREACH_QUICK.value * history.quick_breach
        + e.BREACH_IN_A_YEAR.value * min(history.incidents_in_a_year, _MOST_IN_A_YEAR)
        + e.DRINKING.value * history.habits.drinking
        + e.BREACH_DISPOSITION.value * history.disposition.orders
    )
