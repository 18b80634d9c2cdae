"""What somebody did, and what was made of it, up to a release."""

from math import exp

from riskflag.records import CustodyEventKind
from riskflag.vocabulary import OrderType
from training.cohort import parameters as p
from training.cohort.courts import (
    break_orders,
    conviction_day,
    prove_something,
    stay_in_prison,
    time_served,
)
from training.cohort.life import DAYS_IN_YEAR, Life
from training.cohort.offences import INCIDENTS
from training.cohort.writing import make_order, report_abuse, write_custody

_YEAR = 365
_PARTNER_AGE = int(16 * DAYS_IN_YEAR)


def live_until(life: Life, release: int) -> None:
    """Everything before the first release, that release included."""
    received = max(release - time_served(life), life.born + _PARTNER_AGE)
    remanded = life.chance.happens(p.REMANDED.value)
    convicted = received + int((release - received) * p.REMAND_PART.value) if remanded else received
    offence = received - 1 - (0 if remanded else int(life.chance.erlang(p.DAYS_TO_CONVICTION.value)))
    life.first_sanction_on = min(life.first_sanction_on, offence - int(p.SHORTEST_CAREER_DAYS.value))
    _earlier_sanctions(life, offence)
    if life.perpetrator:
        _earlier_incidents(life, offence)
    break_orders(life, life.first_sanction_on, offence)
    serve(life, offence, received, convicted, release)


def serve(life: Life, offence: int, received: int, convicted: int, release: int) -> None:
    """The offence, sentence and time in prison that a release ends."""
    write_custody(life, CustodyEventKind.RECEIVED, received)
    prove_something(life, offence, convicted, release - received)
    write_custody(life, CustodyEventKind.SENTENCED, convicted)
    if life.chance.happens(p.VIOLENCE_IN_CUSTODY.value):
        write_custody(life, CustodyEventKind.VIOLENCE, life.chance.day(received, release - 1))
    write_custody(life, CustodyEventKind.RELEASED, release)
    life.spells.append((received, release))


def _earlier_sanctions(life: Life, before: int) -> None:
    first = life.first_sanction_on
    grown = ((before - first) / DAYS_IN_YEAR) ** p.SANCTIONS_GROW.value
    spread = exp(p.SANCTIONS_SPREAD.value * life.disposition.offending)
    number = life.chance.count(p.EARLIER_SANCTIONS.value * grown * spread)
    if not number:
        life.first_sanction_on = before
        return
    days = sorted(life.chance.day(first, before - 1) for _ in range(number - 1))
    offences = [first, *days, before]
    for earlier, offence in enumerate(offences[:-1]):
        if not life.in_custody(offence):
            _earlier_sanction(life, earlier, offence, offences[earlier + 1], before)


def _earlier_sanction(life: Life, earlier: int, offence: int, following: int, before: int) -> None:
    convicted = min(conviction_day(life, offence), before)
    release = min(convicted + time_served(life), following - 1)
    to_prison = life.chance.happens(
        min(p.CUSTODY_FIRST.value + p.CUSTODY_EACH.value * earlier, p.CUSTODY_MOST.value)
    )
    room = release - convicted >= p.CUSTODY_SHORTEST.value
    prove_something(life, offence, convicted, release - convicted if to_prison and room else None)
    if to_prison and room:
        stay_in_prison(life, convicted, release)


def _earlier_incidents(life: Life, before: int) -> None:
    chance = life.chance
    spread = exp(p.INCIDENTS_SPREAD.value * life.disposition.abuse)
    number = chance.count(p.INCIDENTS_IN_TRUTH.value * p.TOLD_TO_POLICE.value * spread)
    late = chance.happens(p.INCIDENTS_AT_THE_END.value)
    first = max(life.born + _PARTNER_AGE, before - _YEAR if late else 0)
    for _ in range(number if first < before else 0):
        day = chance.day(first, before)
        if not life.in_custody(day):
            unproven_incident(life, day)


def unproven_incident(life: Life, day: int) -> None:
    """Something that police were told and nobody proved. A court may protect the victim all the same."""
    victim = life.some_victim()
    report_abuse(life, day, life.chance.pick(INCIDENTS), victim)
    if life.chance.happens(p.NON_MOLESTATION_ORDER.value):
        made_on = day + 1
        expires_on = made_on + int(p.NON_MOLESTATION_DAYS.value)
        make_order(life, OrderType.NON_MOLESTATION_ORDER, made_on, expires_on, victim)
