"""How often one account may ask, decided from the moments at which it asked before."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

WINDOW = timedelta(minutes=1)
"""The time over which is counted."""
SHORTEST_WAIT = timedelta(seconds=1)


class Asking(StrEnum):
    """What is asked. An enquiry is about an address or a referral; a lookup finds somebody or an answer."""

    ENQUIRY = "enquiry"
    LOOKUP = "lookup"


def wait(earlier: Iterable[datetime], most: int, moment: datetime) -> timedelta | None:
    """How long the account must wait before it asks again; None where it may ask now.

    earlier: when it asked before. What bears a later moment than this counts as asked now: of two clocks that
        differ, the one that is ahead frees nobody
    most: how often it may ask within ``WINDOW``
    """
    counted = sorted(min(each, moment) for each in earlier if each > moment - WINDOW)
    if len(counted) < most:
        return None
    first = counted[-most] if most else moment
    return max(first + WINDOW - moment, SHORTEST_WAIT)
