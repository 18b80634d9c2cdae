"""What a model must pass before it may be put into service."""

from collections.abc import Iterator

from riskflag.classifier.harm import Harm
from training.evaluation.evaluation import Evaluation, HarmEvaluation
from training.evaluation.groups import GroupAudit, GroupFigures

SLOPES = (0.8, 1.25)
"""Outside of these the probabilities are so far too bold or too timid that numbers of people mislead."""
WIDER = 0.01
"""By how much the difference between two groups may grow, for it never stays the same to the last digit."""


def refusals(new: Evaluation, in_service: Evaluation | None) -> tuple[str, ...]:
    """Every reason for which a model may not replace the one in service; empty where it may.

    new: of the model, beside the one in service
    in_service: of the model in service, on the same people; None where there is none
    """
    return tuple(reason for harm in Harm for reason in _of_harm(harm, new, in_service))


def _of_harm(harm: Harm, new: Evaluation, in_service: Evaluation | None) -> Iterator[str]:
    ours = new.harms[harm]
    slope = ours.performance.line.slope
    if not SLOPES[0] <= slope <= SLOPES[1]:
        yield f"{harm}: calibration slope {slope:.2f} is not between {SLOPES[0]} and {SLOPES[1]}"
    if in_service is not None:
        yield from _worse(harm, ours)
        yield from _wider(harm, ours, in_service.harms[harm])


def _worse(harm: Harm, ours: HarmEvaluation) -> Iterator[str]:
    beside = ours.in_service
    if beside is None:
        yield f"{harm}: could not be compared with the model in service"
        return
    if beside.auc_difference.high < 0:
        yield f"{harm}: ranks worse than the model in service (AUC {beside.auc_difference.value:+.4f})"
    if beside.brier_difference is not None and beside.brier_difference.low > 0:
        yield f"{harm}: is further from what happened (Brier {beside.brier_difference.value:+.5f})"


def _wider(harm: Harm, ours: HarmEvaluation, theirs: HarmEvaluation) -> Iterator[str]:
    before = {audit.attribute: audit for audit in theirs.groups}
    for audit in ours.groups:
        was = before.get(audit.attribute)
        if was is None or not (_shows_a_difference(audit) and _shows_a_difference(was)):
            continue
        if audit.widest_difference > was.widest_difference + WIDER:
            yield f"{harm}: the gap between groups by {audit.attribute.replace('_', ' ')} is wider"


def _shows_a_difference(audit: GroupAudit) -> bool:
    """Whether two groups at least are large enough to be shown."""
    return sum(isinstance(group.figures, GroupFigures) for group in audit.groups) > 1
