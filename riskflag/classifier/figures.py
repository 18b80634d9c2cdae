"""The published figures of a model, as ``metrics.json`` holds them: those of them that people read on pages.

Serving has none of what made them, so they are read as plain numbers. What else stands in the file is left.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import msgspec

from riskflag.classifier.harm import Harm
from riskflag.errors import ModelUnusable


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure, and between what it lies at 95%."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many. ``value`` is None where there is nobody to take a share of."""

    part: int
    of: int
    value: float | None
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Line:
    """How what happened follows the log-odds that were said: slope 1 and intercept 0 where they are right."""

    slope: float
    intercept: float


@dataclass(frozen=True, slots=True)
class Performance:
    """How well one harm's model ranks and how right its probabilities are.

    releases, events: how many were looked at, and after how many of them it happened
    base_rate: the share of those
    auc: how often who did it is ranked above who did not
    brier_skill: how much better than telling everybody the base rate, 1 being perfect
    line: calibration
    calibration_error: how far probabilities are off, on the mean
    error_floor, error_floor_high: what chance alone would make of it, on the mean and in 95 of 100 worlds
    """

    releases: int
    events: int
    base_rate: float
    auc: Estimate
    brier_skill: Estimate
    line: Line
    calibration_error: float
    error_floor: float
    error_floor_high: float


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """People who were scored about alike: their mean probability, and to how many of them it happened."""

    said: float
    observed: Share


@dataclass(frozen=True, slots=True)
class Reliability:
    """Bins of equal numbers of people, from the lowest probability to the highest."""

    bins: tuple[ReliabilityBin, ...]


@dataclass(frozen=True, slots=True)
class Flagging:
    """What a way of flagging finds: how many it flags, the share of harm found, the share of flags right."""

    flagged: Share
    recall: Share
    precision: Share


@dataclass(frozen=True, slots=True)
class AtThreshold:
    """Recall and precision, were this the threshold. None: nobody to take it of."""

    threshold: float
    recall: float | None
    precision: float | None


@dataclass(frozen=True, slots=True)
class Flags:
    """What the flag of unrecognised risk finds at the model's threshold, and would find at others."""

    threshold: float
    unrecognised: Flagging
    by_threshold: tuple[AtThreshold, ...]


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """How the model does for one group.

    gap: mean probability less how often it happened; above 0 the group's risk is overstated
    recall: of those to whom it happened, the share at or above the threshold
    false_alarms: of those to whom it did not, the share at or above it
    """

    releases: int
    events: int
    gap: Estimate
    recall: Share
    false_alarms: Share


@dataclass(frozen=True, slots=True)
class Group:
    """A group, and its figures or in words why they are not shown."""

    name: str
    figures: GroupFigures | str


@dataclass(frozen=True, slots=True)
class GroupAudit:
    """The groups by one attribute ("sex")."""

    attribute: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class HarmFigures:
    """How good the model of one harm is."""

    performance: Performance
    reliability: Reliability
    flags: Flags
    groups: tuple[GroupAudit, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """How good a model is.

    version, demonstration: the model's
    first, last: day of the first and of the last release that it was judged on
    releases, people: how many it was judged on
    """

    version: str
    demonstration: bool
    first: date
    last: date
    releases: int
    people: int
    harms: Mapping[Harm, HarmFigures]


_READER = msgspec.json.Decoder(Figures)


def read_figures(content: bytes) -> Figures:
    """The figures in a ``metrics.json``. Raises ModelUnusable."""
    try:
        return _READER.decode(content)
    except (msgspec.DecodeError, ValueError, RecursionError):
        raise ModelUnusable("the figures of the model cannot be read") from None
