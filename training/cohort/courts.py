"""What courts make of what somebody did: convictions, prison, and orders that are then kept or broken."""

from math import exp

from riskflag.records import CustodyEventKind
from riskflag.vocabulary import OrderType
from training.cohort import parameters as p
from training.cohort.life import DAYS_IN_YEAR, Life, Order, Sanction
from training.cohort.offences import ABUSE_OTHER, ABUSE_VIOLENT, EVERYDAY, VIOLENT, chargeable
from training.cohort.writing import (
    allege_breach,
    convict,
    convict_of_abuse,
    make_order,
    prove_breach,
    write_custody,
)

_PARTNER_AGE = int(16 * DAYS_IN_YEAR)
_EARLIER_FOR_ORDER = 5
_DAYS_IN_MONTH = 30.4
_FIRST_WEEKS = 28


def conviction_day(life: Life, offence_on: int) -> int:
    """When an offence that stays at liberty comes to court."""
    return offence_on + 1 + int(life.chance.erlang(p.DAYS_TO_CONVICTION.value))


def time_served(life: Life) -> int:
    """How long somebody who is sent to prison stays there, in days."""
    days = p.CUSTODY_SHORTEST.value + life.chance.exponential(p.CUSTODY_DAYS.value)
    return int(min(days, p.CUSTODY_LONGEST.value))


def prove_something(life: Life, offence_on: int, convicted_on: int, served: int | None = None) -> None:
    """One occasion of conviction, for whatever this person tends to.

    served: days in prison for it; half of the sentence. None for another sentence
    """
    chance = life.chance
    months = None if served is None else max(1, round(2 * served / _DAYS_IN_MONTH))
    grown = offence_on - life.born > _PARTNER_AGE
    if life.perpetrator and grown and chance.happens(p.ABUSE_SANCTION.value):
        kinds = ABUSE_VIOLENT if chance.happens(p.ABUSE_IS_VIOLENT.value) else ABUSE_OTHER
        sanction = Sanction(offence_on, convicted_on, chargeable(chance.pick(kinds), offence_on))
        victim = life.some_victim()
        convict_of_abuse(life, sanction, victim, months)
        protect(life, convicted_on, victim)
        return
    share = p.VIOLENT_SANCTION.value * exp(p.VIOLENT_SPREAD.value * life.disposition.violence)
    kind = chance.pick(VIOLENT if chance.happens(share) else EVERYDAY)
    convict(life, Sanction(offence_on, convicted_on, kind), custody_months=months)
    if len(life.sanctions) > _EARLIER_FOR_ORDER and chance.happens(p.BEHAVIOUR_ORDER.value):
        expires_on = convicted_on + _order_days(life)
        make_order(life, OrderType.CRIMINAL_BEHAVIOUR_ORDER, convicted_on, expires_on, None)


def protect(life: Life, convicted_on: int, victim: int) -> None:
    """Perhaps a restraining order after proven abuse, where none protects the victim already."""
    held = any(order.victim == victim for order in life.orders_in_force(convicted_on))
    if life.chance.happens(p.RESTRAINING_ORDER.value) and not held:
        open_ended = life.chance.happens(p.ORDER_UNTIL_FURTHER.value)
        expires_on = None if open_ended else convicted_on + _order_days(life)
        make_order(life, OrderType.RESTRAINING_ORDER, convicted_on, expires_on, victim)


def _order_days(life: Life) -> int:
    shortest, longest = p.ORDER_SHORTEST.value, p.ORDER_LONGEST.value
    return int((shortest + life.chance.uniform() * (longest - shortest)) * DAYS_IN_YEAR)


def stay_in_prison(life: Life, received: int, release: int) -> None:
    """A time in custody, from its first day to its last."""
    write_custody(life, CustodyEventKind.RECEIVED, received)
    write_custody(life, CustodyEventKind.RELEASED, release)
    life.spells.append((received, release))


def break_orders(life: Life, since: int, before: int) -> None:
    """Proven and alleged breaches of every order, at liberty, from one day until before another."""
    spread = exp(p.BREACHES_SPREAD.value * life.disposition.orders)
    for order in tuple(life.orders):
        first = max(order.made_on, since)
        last = min(before if order.expires_on is None else order.expires_on, before - 1)
        if last <= first:
            continue
        years = life.days_at_liberty(first, last) / DAYS_IN_YEAR
        for _ in range(life.chance.count(p.BREACHES_A_YEAR.value * spread * years)):
            _break(life, order, _day_of_breach(life, first + 1, last), before)
        for _ in range(life.chance.count(p.BREACH_ALLEGED.value * p.BREACHES_A_YEAR.value * years)):
            day = life.chance.day(first + 1, last)
            if not life.in_custody(day):
                allege_breach(life, order, day)


def _day_of_breach(life: Life, first: int, last: int) -> int:
    """Any day under the order; for a share, one in the first weeks after a release."""
    releases = [release for _, release in life.spells if first <= release < last]
    if releases and life.chance.happens(p.BREACH_SOON.value):
        release = releases[life.chance.day(0, len(releases) - 1)]
        return life.chance.day(release + 1, min(release + _FIRST_WEEKS, last))
    return life.chance.day(first, last)


def _break(life: Life, order: Order, day: int, before: int) -> None:
    if not life.in_custody(day):
        prove_breach(life, order, day, min(conviction_day(life, day), before))
