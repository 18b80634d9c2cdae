"""When a payload was taken from its source system. No file shows it, so whoever imports it must say."""

from datetime import datetime, timedelta

from riskflag.errors import BadInput
from riskflag.schema.fields import MOMENT_YEARS

CLOCK_TOLERANCE = timedelta(minutes=2)
"""How far the clock of a source system may be ahead of ours before a moment counts as one to come."""


def moment_in(written: str, field: str) -> datetime:
    """The moment, in ISO 8601 with its offset from UTC. Raises BadInput, which repeats none of it.

    field: what it is called where it was given
    """
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        raise BadInput({field: "is not a moment in ISO 8601"}) from None
    if moment.utcoffset() is None:
        raise BadInput({field: "needs an offset from UTC, such as +00:00"})
    if moment.year not in MOMENT_YEARS:
        raise BadInput({field: "is not a moment of this century"})
    return moment


def taken_by(now: datetime, moment: datetime, field: str) -> datetime:
    """The moment of taking as it may be used: never one to come. Raises BadInput where it is.

    now: the moment of import
    """
    if moment > now + CLOCK_TOLERANCE:
        raise BadInput({field: "must not be in the future"})
    return min(moment, now)
