"""What shows a risk of forced marriage, female genital mutilation or honour-based abuse."""

import re
from collections.abc import Iterable

from riskflag.facts import Facts
from riskflag.facts.wording import mentions
from riskflag.records import ConvictionOutcome, Record, Registration
from riskflag.reference.offences import OffenceTheme
from riskflag.vocabulary import OrderType

ORDERS = frozenset(
    {OrderType.FORCED_MARRIAGE_PROTECTION_ORDER, OrderType.FEMALE_GENITAL_MUTILATION_PROTECTION_ORDER}
)
_NOT_PROVED = frozenset({ConvictionOutcome.ACQUITTED, ConvictionOutcome.QUASHED})
_WORDS = re.compile(
    r"\bhonou?r[- ]based\b|\bso-called honou?r\b|\bforced (?:into )?(?:a )?marriage\b"
    r"|\bfemale genital mutilation\b|(?-i:\b(?:HBA|HBV|FGM)\b)",
    re.IGNORECASE,
)


def honour_records(facts: Facts) -> Iterable[tuple[Record, str]]:
    """Orders in force on either side, offences not disproved, and words wherever they were written."""
    for fact in (*facts.orders.in_force, *facts.orders.protecting_in_force):
        if fact.order.order_type in ORDERS:
            yield fact.order, fact.described
    for each in facts.history.convictions:
        if OffenceTheme.HONOUR_BASED_ABUSE in each.themes and each.record.outcome not in _NOT_PROVED:
            yield each.record, each.record.description
    yield from ((record, words) for record, words in _texts(facts) if words and mentions(_WORDS, words))


def _texts(facts: Facts) -> Iterable[tuple[Record, str]]:
    history = facts.history
    for flag in (each for each in history.flags if each.is_open):
        description = flag.record.description if isinstance(flag.record, Registration) else ""
        yield flag.record, f"{description} {flag.words}".strip()
    yield from ((each, each.words) for each in history.risk_assessments)
    yield from ((each, each.words) for each in (*history.abuse_of_person, *history.abuse_side_unclear))
    yield from ((fact.record, getattr(fact.record, "words", "")) for fact in history.abuse_by_person)
    yield from ((each, each.result) for each in facts.process.checks)
    yield from ((each, each.words) for each in facts.process.screening)
