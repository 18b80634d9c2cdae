"""The pictures of one harm: is it calibrated, is it worth acting on, where is the threshold, whom it fits."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from riskflag.classifier.harm import Harm
from training.evaluation.drawing import BLUE, GREEN, GREY, ORANGE, VERMILION, Picture, house_style, picture
from training.evaluation.evaluation import HarmEvaluation
from training.evaluation.groups import GroupFigures
from training.evaluation.reliability import HISTOGRAM_BARS
from training.evaluation.words import named


def pictures_of(harm: Harm, found: HarmEvaluation) -> tuple[Picture, ...]:
    """Every picture of one harm."""
    return (
        reliability_picture(harm, found),
        decision_picture(harm, found),
        threshold_picture(harm, found),
        groups_picture(harm, found),
    )


@house_style()
def reliability_picture(harm: Harm, found: HarmEvaluation) -> Picture:
    """How often it happened over what was said, and below it how many people were told what."""
    figure = Figure(figsize=(5.5, 5.5), layout="constrained")
    above, below = figure.subplots(2, 1, sharex=True, height_ratios=(3, 1))
    bins = found.reliability.bins
    said = [each.said for each in bins]
    seen = [each.observed.value or 0.0 for each in bins]
    ranges = [[value - each.observed.low for value, each in zip(seen, bins, strict=True)]]
    ranges.append([each.observed.high - value for value, each in zip(seen, bins, strict=True)])
    above.plot([0, 1], [0, 1], color=GREY, linestyle="--", label="perfectly calibrated")
    above.errorbar(said, seen, yerr=ranges, color=BLUE, marker="o", markersize=4, label="observed, 95%")
    true = [each.true for each in bins if each.true is not None]
    if len(true) == len(bins):
        above.plot(said, true, color=VERMILION, marker="x", linestyle="none", label="true (simulated)")
    above.set(ylabel="share to whom it happened", ylim=(0, 1))
    above.legend(loc="upper left")
    width = 1 / HISTOGRAM_BARS
    below.bar(
        [each * width for each in range(HISTOGRAM_BARS)],
        found.reliability.histogram,
        width,
        align="edge",
        color=BLUE,
    )
    below.set(xlabel="probability said", ylabel="releases", xlim=(0, 1))
    line = found.performance.line
    words = (
        f"In {len(bins)} bins of equal numbers of people the mean probability runs from {said[0]:.3f} to "
        f"{said[-1]:.3f}, and the share to whom it happened from {seen[0]:.3f} to {seen[-1]:.3f}. "
        f"Calibration slope {line.slope:.2f}, intercept {line.intercept:+.2f}."
    )
    return picture(figure, f"{harm}-reliability", f"Reliability: {named(harm)}", words)


@house_style()
def decision_picture(harm: Harm, found: HarmEvaluation) -> Picture:
    """What acting on the score is worth, beside the rules alone, acting always and acting never."""
    figure = Figure(figsize=(5.5, 4), layout="constrained")
    axes = figure.subplots()
    thresholds = [each.threshold for each in found.decision]
    for label, values, colour, dashes in (
        ("score", [each.model for each in found.decision], BLUE, "-"),
        ("rules, or score", [each.either for each in found.decision], GREEN, "-."),
        ("rules alone", [each.rules for each in found.decision], ORANGE, "--"),
        ("everybody", [each.everybody for each in found.decision], GREY, ":"),
    ):
        axes.plot(thresholds, values, color=colour, linestyle=dashes, label=label)
    axes.axhline(0, color="black", linewidth=1, label="nobody")
    highest = max(each.model for each in found.decision)
    axes.set(xlabel="threshold at which one would act", ylabel="net benefit")
    axes.set_ylim(-0.25 * max(highest, 0.01), 1.1 * max(highest, 0.01))
    axes.legend()
    best = [
        each.threshold
        for each in found.decision
        if each.model >= max(each.rules, each.everybody, 0.0) and each.model > 0
    ]
    words = "At no threshold is acting on the score worth most."
    if best:
        words = (
            f"Acting on the score is worth at least as much as the rules alone, everybody or nobody at "
            f"{len(best)} of {len(thresholds)} thresholds, between {min(best):.2f} and {max(best):.2f}."
        )
    return picture(figure, f"{harm}-decision", f"Decision curve: {named(harm)}", words)


@house_style()
def threshold_picture(harm: Harm, found: HarmEvaluation) -> Picture:
    """Recall and precision of the flag of unrecognised risk at every threshold, and the chosen one."""
    figure = Figure(figsize=(5.5, 4), layout="constrained")
    axes = figure.subplots()
    at = found.flags.by_threshold
    recall = [(each.threshold, each.recall) for each in at if each.recall is not None]
    precision = [(each.threshold, each.precision) for each in at if each.precision is not None]
    axes.plot(*zip(*recall, strict=True) if recall else ([], []), color=BLUE, label="recall")
    axes.plot(
        *zip(*precision, strict=True) if precision else ([], []),
        color=VERMILION,
        linestyle="--",
        label="precision",
    )
    chosen = found.flags.threshold
    axes.axvline(chosen, color="black", linestyle=":", label=f"chosen: {chosen:.3f}")
    axes.set(xlabel="threshold", ylabel="share", xlim=(0, 1), ylim=(0, 1))
    axes.legend()
    flag = found.flags.unrecognised
    words = (
        f"Of releases that no rule speaks of, the threshold {chosen:.3f} flags {flag.flagged.part} of "
        f"{flag.flagged.of}; after {flag.recall.part} of these it happened, of {flag.recall.of} in all."
    )
    return picture(figure, f"{harm}-threshold", f"Threshold: {named(harm)}", words)


@house_style()
def groups_picture(harm: Harm, found: HarmEvaluation) -> Picture:
    """Mean probability less base rate of each group that may be shown, with its interval."""
    shown = [
        (f"{group.name} ({audit.attribute.replace('_', ' ')})", group.figures)
        for audit in found.groups
        for group in audit.groups
        if isinstance(group.figures, GroupFigures)
    ]
    figure = Figure(figsize=(5.5, 1.2 + 0.28 * len(shown)), layout="constrained")
    axes = figure.subplots()
    _gaps(axes, shown)
    furthest = max(shown, key=lambda each: abs(each[1].gap.value), default=None)
    words = "No group is large enough to be shown."
    if furthest:
        words = (
            f"{len(shown)} groups. Furthest off: {furthest[0]}, mean probability "
            f"{furthest[1].gap.value:+.3f} from how often it happened."
        )
    return picture(figure, f"{harm}-groups", f"Groups: {named(harm)}", words)


def _gaps(axes: Axes, shown: list[tuple[str, GroupFigures]]) -> None:
    for row, (_, figures) in enumerate(shown):
        gap = figures.gap
        axes.plot([gap.low, gap.high], [row, row], color=BLUE)
        axes.plot([gap.value], [row], color=BLUE, marker="o")
    axes.axvline(0, color="black", linewidth=1)
    axes.set_yticks(range(len(shown)), [name for name, _ in shown])
    axes.invert_yaxis()
    axes.set(xlabel="mean probability less how often it happened (95%)")
