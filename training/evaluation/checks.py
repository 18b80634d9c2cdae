"""What is expected of a model, beside what was measured: what a reader of a report looks at first."""

from collections.abc import Iterator
from dataclasses import dataclass

from riskflag.classifier.harm import Harm
from riskflag.classifier.model import Model, Threshold
from training.evaluation.evaluation import Evaluation, HarmEvaluation
from training.evaluation.shares import Share

SLOPES = (0.95, 1.05)
GAP = 0.015
NEAR = 0.03
HELD = 0.85
"""Of 20 intervals that hold in 95 of 100 times, fewer than 17 hold once in 60 times."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is expected of one harm's model.

    harm: which
    expected, measured: in words
    met: whether what was measured is what was expected
    """

    harm: Harm
    expected: str
    measured: str
    met: bool


def checks(model: Model, evaluation: Evaluation) -> tuple[Check, ...]:
    """Every expectation of every harm."""
    return tuple(
        Check(harm, expected, measured, met)
        for harm, found in evaluation.harms.items()
        for expected, measured, met in _of(model.harms[harm].threshold, found)
    )


def _of(threshold: Threshold, found: HarmEvaluation) -> Iterator[tuple[str, str, bool]]:
    yield from _calibration(found)
    yield from _flag(threshold, found)
    held = found.intervals
    measured = f"{held.observed:.0%}" + (f"; true risk {held.true:.0%}" if held.true is not None else "")
    met = min(held.observed, 1.0 if held.true is None else held.true) >= HELD
    yield f"at least {HELD:.0%} of the intervals hold what happened", measured, met
    if found.in_service is not None:
        yield (
            "ranks no worse than the model in service",
            f"AUC {found.in_service.auc_difference.value:+.3f}",
            found.in_service.auc_difference.high >= 0,
        )


def _calibration(found: HarmEvaluation) -> Iterator[tuple[str, str, bool]]:
    least, most = SLOPES
    line = found.performance.line if found.truth is None else found.truth.line
    against = "" if found.truth is None else " against the true risk"
    # Where only chance's outcomes are known, a slope that may well be 1 is not held against the model.
    unsure = 1.96 * line.slope_error if found.truth is None else 0.0
    met = least - unsure <= line.slope <= most + unsure
    yield f"calibration slope{against} {least} to {most}", f"{line.slope:.3f}", met
    measured = found.performance
    error, high = measured.calibration_error, measured.error_floor_high
    words = f"{error:.4f}; by chance {measured.error_floor:.4f}, in 95 of 100 worlds at most {high:.4f}"
    yield "calibration error (ECE) no more than chance makes", words, error <= high
    gap = measured.gap
    met = gap.low <= GAP and gap.high >= -GAP
    yield f"mean probability within {GAP} of how often it happens", f"{gap.value:+.4f}", met


def _flag(threshold: Threshold, found: HarmEvaluation) -> Iterator[tuple[str, str, bool]]:
    flag = found.flags.unrecognised
    yield "the flag's recall is as stated", *_as_stated(threshold.recall, flag.recall)
    yield "the flag's precision is as stated", *_as_stated(threshold.precision, flag.precision)
    rules, score = found.flags.rules, found.flags.as_many_by_score
    measured = f"{score.recall.part} found by score, {rules.recall.part} by rules, of {rules.recall.of}"
    met = score.recall.part >= rules.recall.part
    yield "flagging as many by score finds no fewer than the rules alone", measured, met


def _as_stated(stated: float, measured: Share) -> tuple[str, bool]:
    if measured.value is None:
        return f"stated {stated:.2f}; nobody was flagged", stated == 0
    words = f"stated {stated:.2f}; measured {measured.value:.2f} ({measured.low:.2f} to {measured.high:.2f})"
    # What is stated was measured too, and is no surer than what is measured here.
    return words, measured.low - NEAR <= stated <= measured.high + NEAR
