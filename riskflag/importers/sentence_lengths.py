"""How long a custodial sentence is, in months, from how probation and prison write it. Rounded up."""

import math
import re

from riskflag.importers.fields import Fields

_CUSTODY = re.compile(r"custod|prison|detention|indeterminate|\bDTO\b|\bIPP\b|\blife\b", re.IGNORECASE)
_NOT_SERVED = re.compile(r"suspend", re.IGNORECASE)
_MONTHS = {"years": 12.0, "months": 1.0, "weeks": 7 / 30.4375, "days": 1 / 30.4375}


def custody_in_months(sentence: Fields) -> int | None:
    """Months of a probation sentence; None where it is not custody, or nobody says how long it is."""
    words = sentence.text_or_none("description") or ""
    if not _CUSTODY.search(words) or _NOT_SERVED.search(words):
        return None
    length = sentence.number("originalLength")
    unit = (sentence.text_or_none("originalLengthUnits") or "").lower()
    each = _MONTHS.get(unit if unit.endswith("s") else f"{unit}s")
    if length and each:
        return _whole(length * each)
    days = sentence.number("lengthInDays")
    return _whole(days * _MONTHS["days"]) if days else None


def term_in_months(terms: list[Fields]) -> int | None:
    """Months of the longest term of imprisonment; None where there is none."""
    served = [term for term in terms if (term.text_or_none("code") or "IMP").upper() == "IMP"]
    lengths = [sum((term.number(unit) or 0) * each for unit, each in _MONTHS.items()) for term in served]
    longest = max(lengths, default=0)
    return _whole(longest) if longest else None


def _whole(months: float) -> int:
    return math.ceil(round(months, 2))
