"""What must hold before a published instrument gives a score, and every reason where it does not."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from riskflag.classifier.instrument_results import Basis, Fault, Instrument, Problem
from riskflag.classifier.instrument_tables import (
    EXACT_OFFENCE_NEEDED,
    offence_category,
    offence_weight,
    ogrs3_age_and_sex,
)
from riskflag.classifier.offending_history import OffendingHistory
from riskflag.facts.dates import whole_years
from riskflag.records import Sex

PREDICTORS = (Instrument.ARP, Instrument.VRP, Instrument.SVRP)
"""The instruments that replaced OGRS3 and are alike but for their coefficients."""
OF_VIOLENCE = (Instrument.VRP, Instrument.SVRP)
MOST_SANCTIONS = 999
OLDEST = 110
YOUNGEST_CONVICTED = 10
MONTHS_AHEAD = 3
"""How long after the assessment the conviction that it is about may lie."""
_OGRS3 = (Instrument.OGRS3,)
_CODE = re.compile("[0-9]{5}")


@dataclass(frozen=True, slots=True)
class _Check:
    """Something that is wrong with inputs when ``wrong`` says so of them; nothing unless all are known."""

    problem: Problem
    inputs: tuple[str, ...]
    wrong: Callable[..., bool]
    asked_by: tuple[Instrument, ...] = tuple(Instrument)


def faults(instrument: Instrument, history: OffendingHistory) -> Iterator[Fault]:
    """Every reason why the instrument cannot score this history."""
    if missing := tuple([name for name in _asked(instrument) if _is_missing(history, name)]):
        yield Fault(Problem.MISSING, missing)
    for check in _checks(instrument):
        values = [getattr(history, name) for name in check.inputs]
        if None not in values and check.wrong(*values):
            yield Fault(check.problem, check.inputs)
    code = history.current_offence_code
    if code is not None and (problem := offence_problem(instrument, code)):
        yield Fault(problem, ("current_offence_code",))


def with_follow_up(instrument: Instrument, history: OffendingHistory) -> OffendingHistory:
    """The history with a start of follow-up: ARP, VRP and SVRP take the conviction where there is none."""
    if history.follow_up_start is not None or instrument is Instrument.OGRS3:
        return history
    return replace(history, follow_up_start=history.current_conviction_on)


def offence_problem(instrument: Instrument, code: str) -> Problem | None:
    """Why the instrument has no weight for this code; None where it has one."""
    if not (len(code) == 5 if instrument is Instrument.OGRS3 else _CODE.fullmatch(code)):
        return Problem.OFFENCE_CODE_MALFORMED
    offence = offence_category(code)
    if offence is None:
        return Problem.OFFENCE_CODE_UNMAPPED
    if offence_weight(instrument, Basis.STATIC, offence) is not None:
        return None
    needs_more = instrument is Instrument.OGRS3 and offence.ogrs3 == EXACT_OFFENCE_NEEDED
    return Problem.EXACT_OFFENCE_NEEDED if needs_more else Problem.OFFENCE_CODE_UNMAPPED


@cache
def _asked(instrument: Instrument) -> tuple[str, ...]:
    asked = ("sex", _BORN, _CONVICTED, _FIRST, "current_offence_code", _SANCTIONS)
    of_violence = (_VIOLENT,) if instrument in OF_VIOLENCE else ()
    return (*asked, *of_violence, _START if instrument is Instrument.OGRS3 else "assessed_on")


@cache
def _checks(instrument: Instrument) -> tuple[_Check, ...]:
    return tuple(check for check in _CHECKS if instrument in check.asked_by)


def _is_missing(history: OffendingHistory, name: str) -> bool:
    return getattr(history, name) in (None, Sex.NOT_KNOWN)


def _age_at(day: date, born: date) -> int | None:
    return whole_years(born, day) if day > born else None


def _convicted_before_first(convicted: date, first: int, born: date) -> bool:
    age = _age_at(convicted, born)
    return age is not None and age < first


def _convicted_too_young(convicted: date, born: date) -> bool:
    age = _age_at(convicted, born)
    return age is not None and age < YOUNGEST_CONVICTED


def _too_far_ahead(convicted: date, assessed: date) -> bool:
    # As numbers: three months after the last dates there are is no date any more.
    years, month = divmod(assessed.month - 1 + MONTHS_AHEAD, 12)
    year = assessed.year + years
    latest = year, month + 1, min(assessed.day, monthrange(year, month + 1)[1])
    return (convicted.year, convicted.month, convicted.day) > latest


def _released_before_birth(start: date, born: date, convicted: date) -> bool:
    # A conviction that stands in for the start of follow-up is at fault itself.
    return start <= born and start != convicted


def _age_without_weight(start: date, born: date) -> bool:
    age = _age_at(start, born)
    return age is not None and ogrs3_age_and_sex(age, Sex.FEMALE) is None


def _too_old(start: date, born: date) -> bool:
    age = _age_at(start, born)
    return age is not None and age >= OLDEST


_BORN, _CONVICTED, _START = "date_of_birth", "current_conviction_on", "follow_up_start"
_FIRST, _SANCTIONS, _VIOLENT = "age_at_first_sanction", "sanction_occasions", "violent_sanctions"
_CHECKS = (
    _Check(
        Problem.SANCTION_OCCASIONS_OUT_OF_RANGE, (_SANCTIONS,), lambda count: not 1 <= count <= MOST_SANCTIONS
    ),
    _Check(
        Problem.VIOLENT_SANCTIONS_OUT_OF_RANGE,
        (_VIOLENT, _SANCTIONS),
        lambda violent, count: not 0 <= violent <= count,
        OF_VIOLENCE,
    ),
    _Check(Problem.AGE_AT_FIRST_SANCTION_OUT_OF_RANGE, (_FIRST,), lambda age: not 0 <= age < OLDEST),
    _Check(Problem.CONVICTED_BEFORE_BIRTH, (_CONVICTED, _BORN), lambda convicted, born: convicted <= born),
    _Check(Problem.CONVICTED_UNDER_TEN, (_CONVICTED, _BORN), _convicted_too_young, _OGRS3),
    _Check(Problem.FIRST_SANCTION_AFTER_CONVICTION, (_CONVICTED, _FIRST, _BORN), _convicted_before_first),
    _Check(Problem.CONVICTED_AFTER_ASSESSMENT, (_CONVICTED, "assessed_on"), _too_far_ahead, PREDICTORS),
    _Check(Problem.FOLLOW_UP_BEFORE_BIRTH, (_START, _BORN, _CONVICTED), _released_before_birth),
    _Check(Problem.FOLLOW_UP_AGE_OUT_OF_RANGE, (_START, _BORN), _age_without_weight, _OGRS3),
    _Check(Problem.FOLLOW_UP_AGE_OUT_OF_RANGE, (_START, _BORN), _too_old, PREDICTORS),
)
