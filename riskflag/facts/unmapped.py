"""Codes that stand for nothing today, so that somebody must put right what was recorded with them."""

from collections.abc import Iterable
from dataclasses import dataclass

from riskflag.facts.history import HistoryFacts
from riskflag.records import LicenceCondition, Record
from riskflag.reference.licence_conditions import find_condition
from riskflag.reference.offences import CodeStatus


@dataclass(frozen=True, slots=True)
class DataQualityTask:
    """Something in the records that somebody must put right before the answer can be complete.

    what: what is wrong, without personal data
    record: the record it is about
    """

    what: str
    record: Record


def unmapped_codes(
    history: HistoryFacts, conditions: Iterable[LicenceCondition]
) -> Iterable[DataQualityTask]:
    """Codes that are unknown, retired or repealed: what they stand for cannot be told from them."""
    for conviction in history.convictions:
        if conviction.offence is None:
            yield DataQualityTask("an offence code that is not known", conviction.record)
        elif conviction.offence.status is not CodeStatus.CURRENT:
            yield DataQualityTask(f"an offence code that is {conviction.offence.status}", conviction.record)
    for flag in history.flags:
        if flag.is_open and flag.type is None:
            yield DataQualityTask("an alert or register code that is not known", flag.record)
        elif flag.is_open and flag.type and flag.type.status is not CodeStatus.CURRENT:
            yield DataQualityTask(f"an alert or register code that is {flag.type.status}", flag.record)
    for condition in conditions:
        yield from _unmapped_condition(condition)


def _unmapped_condition(condition: LicenceCondition) -> Iterable[DataQualityTask]:
    known = find_condition(condition.code) if condition.code is not None else None
    if condition.code is not None and known is None:
        yield DataQualityTask("a licence condition code that is not known", condition)
    elif known is not None and known.status is not CodeStatus.CURRENT:
        yield DataQualityTask(f"a licence condition code that is {known.status}", condition)
