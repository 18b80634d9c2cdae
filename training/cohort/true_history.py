"""What is true of a person on the day of a release, recorded or not: what the risk rests on."""

from dataclasses import dataclass

from riskflag.records import DomesticAbuseKind, Sex
from training.cohort.life import DAYS_IN_YEAR, Abuse, Disposition, Habits, Life
from training.cohort.offences import CONTROL, STRANGULATION, THREATS, OffenceKind

_YEAR = 365
_FIVE_YEARS = round(5 * DAYS_IN_YEAR)
_QUICK = 28
_ESCALATION = 3
_STRANGLED = (DomesticAbuseKind.STRANGULATION, STRANGULATION)
_THREATENED = (DomesticAbuseKind.THREATS, THREATS)
_CONTROLLED = (DomesticAbuseKind.CONTROLLING_OR_COERCIVE, CONTROL)


@dataclass(frozen=True, slots=True)
class TrueHistory:
    """Everything that the true risk after one release rests on.

    sex: as recorded
    age: whole years at release
    career_years: from the first sanction to the current conviction
    sanctions: occasions of conviction, the current one too
    violent_sanctions: those that the published instruments count as violent
    offence_weight: what the published violence predictor adds for the current offence
    months_free: at liberty between the last offence and custody
    incidents: days of domestic abuse known to police or proven
    incidents_in_a_year: those in the last 365 days at liberty
    abuse_proven: offences of abuse that were proven
    victims: how many people the person has abused
    strangled, threatened, controlled: whether any abuse was of that kind
    escalating: three incidents within a year, the last within five years
    breaches: proven breaches of orders in five years
    quick_breach: whether an order was broken within 28 days of a release
    orders: orders in force
    protecting_orders: those of them that protect somebody close
    with_partner: goes to a partner's home
    no_fixed_abode: goes to no address
    habits: drink, drugs and temper
    disposition: what no record says
    """

    sex: Sex
    age: int
    career_years: int
    sanctions: int
    violent_sanctions: int
    offence_weight: float
    months_free: float
    incidents: int
    incidents_in_a_year: int
    abuse_proven: int
    victims: int
    strangled: bool
    threatened: bool
    controlled: bool
    escalating: bool
    breaches: int
    quick_breach: bool
    orders: int
    protecting_orders: int
    with_partner: bool
    no_fixed_abode: bool
    habits: Habits
    disposition: Disposition


def true_history(life: Life, day: int, with_partner: bool, no_fixed_abode: bool) -> TrueHistory:
    """What is true on a day of release (its ordinal)."""
    proven_by_then = [each for each in life.sanctions if each.convicted_on <= day]
    latest = max(proven_by_then, key=lambda each: each.convicted_on)
    first = min(each.convicted_on for each in proven_by_then)
    last_offence = max(each.offence_on for each in proven_by_then)
    incidents = sorted({each.day for each in life.abuse})
    in_force = life.orders_in_force(day)
    violent = {each.convicted_on for each in proven_by_then if each.kind.violent_sanction}
    return TrueHistory(
        sex=life.sex,
        age=int((day - life.born) / DAYS_IN_YEAR),
        career_years=int((latest.convicted_on - first) / DAYS_IN_YEAR),
        sanctions=len({each.convicted_on for each in proven_by_then}),
        violent_sanctions=len(violent),
        offence_weight=latest.kind.weight,
        months_free=12 * life.days_at_liberty(last_offence, day) / DAYS_IN_YEAR,
        incidents=len(incidents),
        incidents_in_a_year=sum(life.days_at_liberty(each, day) <= _YEAR for each in incidents),
        abuse_proven=sum(each.offence is not None for each in life.abuse),
        victims=len({each.victim for each in life.abuse}),
        strangled=_any(life.abuse, *_STRANGLED),
        threatened=_any(life.abuse, *_THREATENED),
        controlled=_any(life.abuse, *_CONTROLLED),
        escalating=_escalating(incidents, day),
        breaches=sum(day - each <= _FIVE_YEARS for each in life.breaches),
        quick_breach=_quick_breach(life),
        orders=len(in_force),
        protecting_orders=sum(order.victim is not None for order in in_force),
        with_partner=with_partner,
        no_fixed_abode=no_fixed_abode,
        habits=life.habits,
        disposition=life.disposition,
    )


def _any(abuse: list[Abuse], kind: DomesticAbuseKind, offence: OffenceKind) -> bool:
    return any(each.kind is kind or each.offence == offence for each in abuse)


def _escalating(incidents: list[int], day: int) -> bool:
    last = incidents[-_ESCALATION:]
    return len(last) == _ESCALATION and last[-1] - last[0] <= _YEAR and day - last[-1] <= _FIVE_YEARS


def _quick_breach(life: Life) -> bool:
    releases = [release for _, release in life.spells]
    return any(0 < breach - release <= _QUICK for breach in life.breaches for release in releases)
