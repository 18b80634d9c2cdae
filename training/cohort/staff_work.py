"""What staff asked, wrote down and flagged before a release. Much of what is true is not among it."""

from datetime import date

from riskflag.records import (
    Alert,
    Check,
    CheckKind,
    Registration,
    ResponsibleOfficerAllocation,
    RiskAssessment,
)
from riskflag.vocabulary import OrderType, RiskLevel, SourceSystem
from training.cohort import parameters as p
from training.cohort.answers import answers_about
from training.cohort.invented import address
from training.cohort.life import Life
from training.cohort.writing import next_id

_day = date.fromordinal
_WEEKS_BEFORE = 56
_FLAG_NOTICED_DAYS = 20
_SUPERVISION_DAYS = 365
_HIGH_FROM, _MEDIUM_FROM = 3, 1


def prepare(life: Life, release: int, which: int, home: bool) -> None:
    """The work of the weeks before a release.

    which: the how manieth release this is, from 0; it decides the address asked about
    home: whether an address is proposed at all
    """
    start = max(release - _WEEKS_BEFORE, life.spells[-1][0] + 1)
    _allocate(life, start)
    checked = _check(
        life, CheckKind.POLICE_DOMESTIC_ABUSE, p.CHECK_RETURNED.value, start, release, which, home
    )
    _check(life, CheckKind.CHILDRENS_SERVICES, p.CHILDRENS_CHECK_RETURNED.value, start, release, which, home)
    flagged = life.chance.happens(_chance_of_flag(life, start, checked))
    if flagged:
        _flag_perpetrator(life, start, release)
    _flag_order(life, start)
    if life.chance.happens(p.ASSESSED.value):
        _assess(life, start, flagged, home)


def _allocate(life: Life, start: int) -> None:
    life.records.append(
        ResponsibleOfficerAllocation(
            source_system=SourceSystem.NDELIUS,
            source_id=next_id(life),
            recorded_on=_day(start),
            happened_on=_day(start),
            officer="Simulated Officer",
        )
    )


def _check(
    life: Life, kind: CheckKind, returned: float, start: int, release: int, which: int, home: bool
) -> bool:
    """Whether an answer came back before the release."""
    share = life.chance.uniform()
    sent = home and share < returned + p.CHECK_NOT_ANSWERED.value
    answered = sent and share < returned
    if sent:
        back = life.chance.day(start, release - 1)
        life.records.append(
            Check(
                source_system=SourceSystem.NDELIUS,
                source_id=next_id(life),
                recorded_on=_day(start),
                kind=kind,
                address=address(life.number, which),
                requested_on=_day(start),
                returned_on=_day(back) if answered else None,
            )
        )
    return answered


def _chance_of_flag(life: Life, day: int, checked: bool) -> float:
    known = [each for each in life.abuse if each.day < day]
    latest = max(life.sanctions, key=lambda each: each.convicted_on)
    if any(each.offence is not None and each.day == latest.offence_on for each in known):
        return p.FLAGGED_CURRENT.value
    if any(each.offence is not None for each in known):
        return p.FLAGGED_CONVICTED.value
    if known:
        return p.FLAGGED_CHECKED.value if checked else p.FLAGGED_UNCHECKED.value
    return p.FLAGGED_WRONGLY.value


def _flag_perpetrator(life: Life, start: int, release: int) -> None:
    closed = release + _SUPERVISION_DAYS if life.chance.happens(p.FLAG_CLOSED.value) else None
    _register(life, "ADVP", "Domestic Abuse Perpetrator", start, closed)
    if life.chance.happens(p.ALERT_BESIDE_REGISTER.value):
        _alert(life, "RDV", start)


def _flag_order(life: Life, start: int) -> None:
    for order in life.orders_in_force(start):
        if order.order_type is OrderType.CRIMINAL_BEHAVIOUR_ORDER:
            continue
        if life.chance.happens(p.ORDER_FLAGGED.value):
            if order.order_type is OrderType.RESTRAINING_ORDER:
                _register(life, "RSTO", "Restraining Order", start, None)
            else:
                _alert(life, "OHCO", start)


def _register(life: Life, code: str, description: str, day: int, closed: int | None) -> None:
    life.records.append(
        Registration(
            source_system=SourceSystem.NDELIUS,
            source_id=next_id(life),
            recorded_on=_day(day),
            code=code,
            description=description,
            started_on=_day(day),
            ended_on=None if closed is None else _day(closed),
        )
    )


def _alert(life: Life, code: str, day: int) -> None:
    life.records.append(
        Alert(
            source_system=SourceSystem.NOMIS,
            source_id=next_id(life),
            recorded_on=_day(day),
            code=code,
            active_from=_day(day),
        )
    )


def _assess(life: Life, start: int, flagged: bool, home: bool) -> None:
    chance = life.chance
    violent = sum(each.kind.violent_sanction for each in life.sanctions)
    to_public = RiskLevel.MEDIUM if violent >= _HIGH_FROM else RiskLevel.LOW
    to_known_adult = _to_known_adult(life, flagged)
    answered = not chance.happens(p.PERPETRATOR_NOT_ANSWERED.value)
    says_so = flagged and chance.happens(p.ASSESSED_AS_PERPETRATOR.value)
    made = chance.day(start, start + _FLAG_NOTICED_DAYS)
    life.records.append(
        RiskAssessment(
            source_system=SourceSystem.OASYS,
            source_id=next_id(life),
            recorded_on=_day(made),
            happened_on=_day(made),
            tool="OASys layer 3",
            overall=max(to_public, to_known_adult, key=list(RiskLevel).index),
            to_public=to_public,
            to_known_adult=to_known_adult,
            domestic_abuse_perpetrator=says_so if answered else None,
            answers=answers_about(life, home) if chance.happens(p.ANSWERS_GIVEN.value) else None,
        )
    )


def _to_known_adult(life: Life, flagged: bool) -> RiskLevel:
    if not flagged:
        return RiskLevel.LOW
    return RiskLevel.HIGH if len(life.abuse) >= _HIGH_FROM else RiskLevel.MEDIUM
