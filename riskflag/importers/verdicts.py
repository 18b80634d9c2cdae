"""What a court's result, in words, makes of a charge where no field says whether it is a conviction."""

import re
from collections.abc import Iterable

from riskflag.importers.fields import Fields
from riskflag.records import ConvictionOutcome

_NOT_GUILTY = re.compile(r"not guilty|acquit|dismiss|withdrawn|discontinu|no evidence", re.IGNORECASE)
_UNFIT = re.compile(r"insan|unfit", re.IGNORECASE)
_UNDECIDED = re.compile(
    r"adjourn|remand|\bbail\b|committed for|sent (?:to|for)|awaiting|deferred", re.IGNORECASE
)


def without_conviction(charge: Fields, results: Iterable[tuple[str, str | None]]) -> ConvictionOutcome:
    """Acquitted only where there are results and every one says that it ended so; else pending.

    results: the field of each result, and what it says
    """
    stated = [(name, words) for name, words in results if words]
    unfit = [name for name, words in stated if _UNFIT.search(words)]
    if unfit:
        charge.lacks(unfit[0], "is a verdict that is neither a conviction nor an acquittal")
    ended = bool(stated) and all(_NOT_GUILTY.search(words) for _, words in stated)
    return ConvictionOutcome.ACQUITTED if ended and not unfit else ConvictionOutcome.PENDING


def leaves_it_open(words: str | None) -> bool:
    """Whether a result is no verdict: it ended without a conviction, or has not ended."""
    return bool(words and any(pattern.search(words) for pattern in (_NOT_GUILTY, _UNFIT, _UNDECIDED)))
