"""Figures as a report and a card write them."""

from riskflag.classifier.harm import OUTCOMES, Harm
from training.evaluation.resampling import Estimate
from training.evaluation.shares import Share

UNKNOWN = "nobody to take it of"


def within(estimate: Estimate | None, decimals: int = 3) -> str:
    """An estimate with its interval: "0.712 (0.701 to 0.724)"."""
    if estimate is None:
        return "not comparable"
    value, low, high = (f"{each:.{decimals}f}" for each in (estimate.value, estimate.low, estimate.high))
    return f"{value} ({low} to {high})"


def signed(estimate: Estimate | None, decimals: int = 3) -> str:
    """A difference with its interval: "+0.012 (-0.001 to +0.024)"."""
    if estimate is None:
        return "not comparable"
    value, low, high = (f"{each:+.{decimals}f}" for each in (estimate.value, estimate.low, estimate.high))
    return f"{value} ({low} to {high})"


def of(share: Share) -> str:
    """A share with its interval and counts: "41% (38% to 44%), 410 of 1000"."""
    if share.value is None:
        return UNKNOWN
    return f"{share.value:.0%} ({share.low:.0%} to {share.high:.0%}), {share.part} of {share.of}"


def percent(value: float) -> str:
    """A share without its interval: "12.3%"."""
    return f"{value:.1%}"


def named(harm: Harm) -> str:
    """The harm as a heading: "Order breach"."""
    return harm.replace("_", " ").capitalize()


def meant(harm: Harm) -> str:
    """What counts as the harm, and until when."""
    outcome = OUTCOMES[harm]
    return f"{outcome.counted}, within {outcome.within_days} days of the release"
