"""The model card: what a model is for and not for, what it learned from, how good it is, how to go back."""

from collections.abc import Mapping
from dataclasses import dataclass

from riskflag.classifier.features import FEATURES
from riskflag.classifier.harm import Harm
from riskflag.classifier.model import Model
from training.calibrate import BEYOND_NOISE, Calibration, Method
from training.evaluation.checks import checks
from training.evaluation.evaluation import Evaluation
from training.evaluation.limits import limits
from training.evaluation.report import templates

LEAKS = "leaks into"
"""The words with which a feature's grounds say that what is counted as the harm is in it."""


@dataclass(frozen=True, slots=True)
class Learned:
    """How many a model learned from.

    fitted_releases, fitted_people: that it was fitted to
    calibrated_releases, calibrated_people: that it was calibrated on, later ones
    by_officers: whether a harm that an officer confirmed counts beside one that was proved
    """

    fitted_releases: int
    fitted_people: int
    calibrated_releases: int
    calibrated_people: int
    by_officers: bool = False


def write_card(
    model: Model,
    evaluation: Evaluation,
    calibrations: Mapping[Harm, Calibration],
    learned: Learned | None = None,
) -> str:
    """The card, as Markdown.

    calibrations: how each harm was calibrated, and why
    learned: how many it learned from, where that is known
    """
    features = [feature for feature in FEATURES if feature.name in model.features]
    return (
        templates()
        .get_template("card.md")
        .render(
            model=model,
            evaluation=evaluation,
            learned=learned,
            checks=checks(model, evaluation),
            calibrated=lambda harm: calibration_in_words(calibrations[harm]),
            features=features,
            unknown_features=sorted({*model.features} - {feature.name for feature in features}),
            leaking=[feature for feature in features if LEAKS in feature.grounds],
            limits=list(limits(model)),
        )
    )


def calibration_in_words(calibration: Calibration) -> str:
    """Which calibration was chosen, and what decided it."""
    measured = (
        f"cross-validated, a straight line on the log-odds changed the mean log loss by "
        f"{-calibration.gain:+.5f} (standard error {calibration.gain_error:.5f})"
    )
    if calibration.method is Method.SIGMOID:
        return (
            f"a straight line on the log-odds, slope {calibration.slope:.3f} and intercept "
            f"{calibration.intercept:+.3f}: {measured}, which is better beyond noise."
        )
    return (
        f"none, the probabilities are left as they were fitted: {measured}. A line is used only where it "
        f"lowers the loss by more than {BEYOND_NOISE} standard errors."
    )
