"""How the model does by sex, age, ethnicity and region, without telling of a group too small to show."""

from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from math import sqrt

import numpy as np
import numpy.typing as npt
from fairlearn.metrics import MetricFrame

from training.arrays import Numbers, Outcomes, Words
from training.evaluation import metrics
from training.evaluation.resampling import Estimate
from training.evaluation.shares import Share, Z, share

AUDITED = ("sex", "age_band", "ethnicity", "region")
FEWEST_PEOPLE, FEWEST_EVENTS = 50, 10
"""A group with fewer people, or fewer releases of either outcome, is not shown."""


class Hidden(StrEnum):
    """Why a group's figures are not shown."""

    TOO_FEW = "too few to show"
    TELLS_OF_OTHERS = "not shown: taken from the whole it would tell of a group that is too small"


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """How the model does for one group.

    releases, people, events: how many, and to how many it happened
    base_rate, mean_probability: how often it happened, and what the model said
    gap: mean probability less base rate; above 0 the group's risk is overstated
    auc: how often who did it is ranked above who did not
    recall: of those to whom it happened, the share at or above the threshold
    false_alarms: of those to whom it did not, the share at or above it
    """

    releases: int
    people: int
    events: int
    base_rate: float
    mean_probability: float
    gap: Estimate
    auc: float
    recall: Share
    false_alarms: Share


@dataclass(frozen=True, slots=True)
class Group:
    """A group, and its figures or why they are not shown."""

    name: str
    figures: GroupFigures | Hidden


@dataclass(frozen=True, slots=True)
class GroupAudit:
    """The groups by one attribute ("sex").

    widest_gap: the furthest that a shown group's mean probability is from its base rate, either way
    widest_difference: between the gaps of two shown groups
    """

    attribute: str
    groups: tuple[Group, ...]
    widest_gap: float
    widest_difference: float


def audit(
    attribute: str,
    group: Words,
    person: npt.NDArray[np.int64],
    probabilities: Numbers,
    happened: Outcomes,
    threshold: float,
) -> GroupAudit:
    """The figures of each group by one attribute.

    group, person, probabilities, happened: one a release
    """
    hidden = hidden_groups(group, person, happened)
    shown = np.array([str(each) not in hidden for each in group], dtype=np.bool_)
    found: dict[str, GroupFigures | Hidden] = {**hidden}
    if shown.any():
        measured = MetricFrame(
            metrics={"figures": partial(_figures, threshold=threshold)},
            y_true=happened[shown],
            y_pred=probabilities[shown],
            sensitive_features=group[shown],
            sample_params={"figures": {"person": person[shown]}},
        )
        found |= {str(name): each["figures"] for name, each in measured.by_group.to_dict("index").items()}
    groups = tuple(Group(name, found[name]) for name in sorted(found))
    gaps = [each.figures.gap.value for each in groups if isinstance(each.figures, GroupFigures)]
    return GroupAudit(
        attribute, groups, max(map(abs, gaps), default=0.0), max(gaps, default=0.0) - min(gaps, default=0.0)
    )


def hidden_groups(group: Words, person: npt.NDArray[np.int64], happened: Outcomes) -> dict[str, Hidden]:
    """The groups whose figures are not shown, and why.

    Where the hidden ones together are still too small, the whole less the shown ones would tell of them:
    then the smallest of the shown ones is hidden too.
    """
    sizes = {str(name): _size(person[group == name], happened[group == name]) for name in np.unique(group)}
    hidden = {name: Hidden.TOO_FEW for name, size in sizes.items() if _too_small([size])}
    shown = [name for name in sizes if name not in hidden]
    if hidden and shown and _too_small([sizes[name] for name in hidden]):
        hidden[min(shown, key=lambda name: sizes[name])] = Hidden.TELLS_OF_OTHERS
    return hidden


def _size(person: npt.NDArray[np.int64], happened: Outcomes) -> tuple[int, int, int]:
    return len(np.unique(person)), int(happened.sum()), int((~happened).sum())


def _too_small(sizes: list[tuple[int, int, int]]) -> bool:
    people, *outcomes = (sum(column) for column in zip(*sizes, strict=True))
    return bool(people < FEWEST_PEOPLE or min(outcomes) < FEWEST_EVENTS)


def _figures(
    happened: Outcomes, said: Numbers, person: npt.NDArray[np.int64], threshold: float
) -> GroupFigures:
    away, reached = said - happened, said >= threshold
    gap, around = float(away.mean()), Z * float(away.std(ddof=1)) / sqrt(len(away))
    events = int(happened.sum())
    return GroupFigures(
        releases=len(said),
        people=len(np.unique(person)),
        events=events,
        base_rate=float(happened.mean()),
        mean_probability=float(said.mean()),
        gap=Estimate(gap, gap - around, gap + around),
        auc=metrics.auc(said, happened),
        recall=share(int((happened & reached).sum()), events),
        false_alarms=share(int((~happened & reached).sum()), len(said) - events),
    )
