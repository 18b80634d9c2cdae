"""How the end of an order is known, from its recorded last day and from the order's own words."""

import re
from datetime import date
from enum import StrEnum

_FURTHER_ORDER = re.compile(
    r"further (court )?order|indefinite|no end date|for life|final hearing", re.IGNORECASE
)
_NAMED_EVENT = re.compile(
    r"\b(?:until|till|pending)\b[^.;]*"
    r"\b(?:case|proceedings|application|hearing|trial|charged?|verdict|sentenced?|appeal)\b",
    re.IGNORECASE,
)


class EndKind(StrEnum):
    """How the end of an order is known. ON_NAMED_EVENT: it comes with something that a court or the police
    do, on a day that the order does not name."""

    ON_DATE = "on_date"
    ON_NAMED_EVENT = "on_named_event"
    UNTIL_FURTHER_ORDER = "until_further_order"
    NOT_RECORDED = "not_recorded"
    UNREADABLE = "unreadable"


class Standing(StrEnum):
    """Where an order stands over the days that matter."""

    IN_FORCE = "in_force"
    ENDED = "ended"
    STARTS_LATER = "starts_later"


def read_end(expires_on: date | None, wording: str | None) -> EndKind:
    """Words that leave the end to a court outlast a date; a date is surer than a named event."""
    if wording and _FURTHER_ORDER.search(wording):
        return EndKind.UNTIL_FURTHER_ORDER
    if expires_on is not None:
        return EndKind.ON_DATE
    if wording and _NAMED_EVENT.search(wording):
        return EndKind.ON_NAMED_EVENT
    return EndKind.UNREADABLE if wording and wording.strip() else EndKind.NOT_RECORDED
