"""What happens after a release, drawn from the true risk, and the records that it leaves.

Each harm happens within its own time after the release with exactly its true probability; nothing else
that happens within that time counts as any of the harms. So the next release that is looked at comes only
when that time has passed: a person who returns sooner is released again, and is not looked at twice.
"""

from dataclasses import dataclass
from math import erf, exp, sqrt

from riskflag.classifier.harm import OUTCOMES, Harm
from riskflag.records import CustodyEventKind
from riskflag.vocabulary import OrderType
from training.cohort import parameters as p
from training.cohort.careers import serve, unproven_incident
from training.cohort.courts import (
    break_orders,
    conviction_day,
    protect,
    stay_in_prison,
    time_served,
)
from training.cohort.life import Life, Order, Sanction
from training.cohort.offences import ABUSE_OTHER, ABUSE_VIOLENT, EVERYDAY, VIOLENT, chargeable
from training.cohort.true_risk import TrueRisk
from training.cohort.writing import convict, convict_of_abuse, make_order, prove_breach, write_custody

LOOKED_AT = max(outcome.within_days for outcome in OUTCOMES.values())
"""Days after a release in which something may count."""
_ORDER_BEFORE_BREACH = 14
_MOST_SERVED_AFTER = 3 * 365


@dataclass(frozen=True, slots=True)
class Drawn:
    """The day of each harm after a release, as an ordinal; None where it does not happen.

    abuse: proven abuse that is no breach
    breach: a proven breach
    violence: proven violence, against whomever
    breach_is_abuse: whether the breach is of an order that protects somebody close
    """

    abuse: int | None
    breach: int | None
    violence: int | None
    breach_is_abuse: bool

    @property
    def harms(self) -> dict[Harm, int | None]:
        """The day of each harm, as outcomes are counted."""
        abusive = [self.abuse, self.breach if self.breach_is_abuse else None]
        days = [day for day in abusive if day is not None]
        return {
            Harm.DOMESTIC_ABUSE: min(days, default=None),
            Harm.ORDER_BREACH: self.breach,
            Harm.VIOLENCE: self.violence,
        }

    @property
    def days(self) -> list[int]:
        """Every day on which one happens, in order."""
        return sorted(day for day in (self.abuse, self.breach, self.violence) if day is not None)


def draw(life: Life, release: int, risk: TrueRisk) -> Drawn:
    """Which harms happen, and when. Abuse and violence go together; each keeps its own probability."""
    chance = life.chance
    common = chance.normal()
    other = p.TOGETHER.value * common + sqrt(1 - p.TOGETHER.value**2) * chance.normal()
    violent, abusive = _share(common) < risk.violence, _share(other) < risk.abuse_beside_breach
    breach = chance.happens(risk.breach)
    violence_on = _day(life, release, Harm.VIOLENCE) if violent else None
    abuse_on = _day(life, release, Harm.DOMESTIC_ABUSE) if abusive else None
    if violence_on is not None and abuse_on is not None and chance.happens(p.ONE_OFFENCE.value):
        abuse_on = violence_on
    breach_on = _day(life, release, Harm.ORDER_BREACH) if breach else None
    return Drawn(abuse_on, breach_on, violence_on, risk.breach_is_abuse)


def _share(normal: float) -> float:
    return 0.5 * (1.0 + erf(normal / sqrt(2.0)))


def _day(life: Life, release: int, harm: Harm) -> int:
    within = OUTCOMES[harm].within_days
    return release + 1 + int((within - 1) * life.chance.uniform() ** p.EARLY.value)


def come_to_pass(life: Life, release: int, drawn: Drawn) -> None:
    """Writes what was drawn and what else happens in the time looked at."""
    in_force = life.orders_in_force(release)
    if drawn.abuse is not None:
        _abuse(life, drawn.abuse, violent=drawn.abuse == drawn.violence)
    if drawn.violence is not None and drawn.violence != drawn.abuse:
        kind = life.chance.pick(VIOLENT)
        convict(life, Sanction(drawn.violence, conviction_day(life, drawn.violence), kind))
    if drawn.breach is not None:
        _breach(life, release, drawn.breach, in_force)
    _return_to_prison(life, release, drawn)
    _the_rest(life, release)


def _abuse(life: Life, day: int, violent: bool) -> None:
    kind = chargeable(life.chance.pick(ABUSE_VIOLENT if violent else ABUSE_OTHER), day)
    convicted_on, victim = conviction_day(life, day), life.some_victim()
    convict_of_abuse(life, Sanction(day, convicted_on, kind), victim, readable=True)
    protect(life, convicted_on, victim)


def _breach(life: Life, release: int, day: int, in_force: list[Order]) -> None:
    order = next((each for each in in_force if each.victim is not None), in_force[0] if in_force else None)
    if order is None:
        made_on = max(release, day - _ORDER_BEFORE_BREACH)
        expires_on = made_on + int(p.NON_MOLESTATION_DAYS.value)
        order = make_order(life, OrderType.NON_MOLESTATION_ORDER, made_on, expires_on, life.some_victim())
    prove_breach(life, order, day, conviction_day(life, day))


def _return_to_prison(life: Life, release: int, drawn: Drawn) -> None:
    """After the last harm, or for a short recall: never where a harm would have to happen in custody."""
    chance, last = life.chance, max(drawn.days, default=None)
    if last is not None and chance.happens(p.CUSTODY_AFTER_HARM.value):
        received = last + 1 + int(chance.exponential(p.DAYS_TO_RECORD.value))
        stay_in_prison(life, received, received + min(time_served(life), _MOST_SERVED_AFTER))
    elif chance.happens(p.RECALLED.value):
        recalled = chance.day(release + 1, release + LOOKED_AT // 2)
        back = recalled + int(p.RECALL_DAYS.value)
        if not any(recalled <= day <= back for day in drawn.days):
            write_custody(life, CustodyEventKind.RECALLED, recalled)
            write_custody(life, CustodyEventKind.RELEASED, back)
            life.spells.append((recalled, back))


def _the_rest(life: Life, release: int) -> None:
    """Offences that are none of the harms, and incidents that nobody proves."""
    chance, last = life.chance, release + LOOKED_AT
    spread = exp(p.SANCTIONS_SPREAD.value * life.disposition.offending)
    for _ in range(chance.count(p.EVERYDAY_OFFENCES_AFTER.value * spread)):
        day = chance.day(release + 1, last)
        if not life.in_custody(day):
            convict(life, Sanction(day, conviction_day(life, day), chance.pick(EVERYDAY)))
    if life.perpetrator:
        for _ in range(chance.count(p.INCIDENTS_AFTER_RELEASE.value)):
            day = chance.day(release + 1, last)
            if not life.in_custody(day):
                unproven_incident(life, day)


def next_release(life: Life, release: int) -> int:
    """The next release that is looked at, from a sentence that comes when the time looked at has passed."""
    chance = life.chance
    free = max([release + LOOKED_AT, *(last for _, last in life.spells)])
    mean = p.DAYS_TO_NEXT_CUSTODY.value * exp(-p.SANCTIONS_SPREAD.value * life.disposition.offending)
    offence = free + 1 + int(chance.exponential(mean))
    received = conviction_day(life, offence)
    following = received + time_served(life)
    break_orders(life, free, offence)
    serve(life, offence, received, received, following)
    return following
