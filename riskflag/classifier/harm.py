"""The harms that are modelled: one harm, one model, each with its outcome and its horizon."""

from dataclasses import dataclass
from enum import StrEnum


class Harm(StrEnum):
    """What may happen after a release."""

    DOMESTIC_ABUSE = "domestic_abuse"
    ORDER_BREACH = "order_breach"
    VIOLENCE = "violence"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What counts as the harm having happened, and within what time.

    title: the harm, in words that finish "a person like this may go on to ..."
    counted: which records show that it happened. What was only alleged, or only flagged, does not count
    within_days: days after the release within which it must have happened
    """

    title: str
    counted: str
    within_days: int


OUTCOMES = {
    Harm.DOMESTIC_ABUSE: Outcome(
        title="abuse a partner or relative",
        counted="a proven offence of abuse against somebody personally connected",
        within_days=730,
    ),
    Harm.ORDER_BREACH: Outcome(
        title="break a protective order",
        counted="a breach of an order or no-contact condition that was proved, found or led to recall",
        within_days=365,
    ),
    Harm.VIOLENCE: Outcome(
        title="commit a violent offence",
        counted="a proven offence of violence, robbery, kidnap, threats, strangulation or weapons",
        within_days=730,
    ),
}
