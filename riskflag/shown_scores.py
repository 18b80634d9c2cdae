"""Scores as the responsible officer is shown them: what each means, what it rests on, and what it is not."""

from collections.abc import Iterable
from dataclasses import dataclass

from riskflag.classifier.actuarial import ActuarialScore
from riskflag.classifier.harm import Harm
from riskflag.classifier.instrument_results import Basis, Instrument
from riskflag.classifier.scorer import ModelUse, Scored, Scores
from riskflag.classifier.words import feature_in_words, of_100_people, weighed
from riskflag.facts.dates import written_date
from riskflag.vocabulary import RiskLevel

WHAT_IT_SPEAKS_OF = {
    Instrument.OGRS3: "any proven reoffending",
    Instrument.ARP: "any proven reoffending",
    Instrument.VRP: "proven violent reoffending",
    Instrument.SVRP: "proven serious violent reoffending",
}
MODEL_LINES = {
    ModelUse.OFF: "No learned model looks for risk that nobody wrote down: none is in use here.",
    ModelUse.IN_USE: "A score ranks. It proves nothing about this person and clears nobody.",
    ModelUse.UNUSABLE: "The learned model failed, so nothing looked for risk that nobody wrote down.",
}
DEMONSTRATION_LINE = "This model is a demonstration. It learned from simulated people: decide nothing by it."


@dataclass(frozen=True, slots=True)
class ShownContribution:
    """One thing that a score rests on.

    what: what it is, with its value
    log_odds: what it adds to the log-odds; below nought it lowers the score
    """

    what: str
    log_odds: float


@dataclass(frozen=True, slots=True)
class ShownInstrument:
    """What one published instrument says.

    instrument: which
    says: the score in words, or why there is none
    percentage: likelihood within two years in per cent; null where it refuses
    band: the instrument's own band; null where it refuses
    contributions: every term of its log-odds, what raises it most first
    notes: how the records were read, where there was a choice or a gap
    """

    instrument: Instrument
    says: str
    percentage: float | None
    band: RiskLevel | None
    contributions: tuple[ShownContribution, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownHarm:
    """What the learned model says of one harm.

    harm: which
    says: the score as a number of people
    probability: that it happens, from 0 to 1
    low: the model's range of probabilities begins here
    high: it ends here
    intercept: log-odds before anything is known of the person
    contributions: what each feature adds to the log-odds, what raises it most first
    """

    harm: Harm
    says: str
    probability: float
    low: float
    high: float
    intercept: float
    contributions: tuple[ShownContribution, ...]


@dataclass(frozen=True, slots=True)
class ShownScores:
    """Every score.

    model: whether a learned model speaks
    line: what a reader must know of that
    version: which model speaks; null where none does
    demonstration: whether it learned from simulated people
    instruments: what each published instrument says
    harms: what the learned model says of each harm
    unlike_training: in what the record is unlike any that the model learned from
    """

    model: ModelUse
    line: str
    version: str | None
    demonstration: bool
    instruments: tuple[ShownInstrument, ...]
    harms: tuple[ShownHarm, ...]
    unlike_training: tuple[str, ...]


def show_scores(scores: Scores | None) -> ShownScores | None:
    """The scores for the responsible officer; None where nothing was scored."""
    if scores is None:
        return None
    learned = scores.learned
    demonstration = learned is not None and learned.demonstration
    return ShownScores(
        model=scores.model,
        line=f"{MODEL_LINES[scores.model]}{f' {DEMONSTRATION_LINE}' if demonstration else ''}",
        version=learned.version if learned else None,
        demonstration=demonstration,
        instruments=tuple(map(_instrument, scores.instruments)),
        harms=tuple(_harms(learned)) if learned else (),
        unlike_training=tuple(_unlike(learned)) if learned else (),
    )


def _instrument(score: ActuarialScore) -> ShownInstrument:
    terms = sorted(score.contributions, key=lambda each: -each.log_odds)
    return ShownInstrument(
        instrument=score.instrument,
        says=_said(score),
        percentage=score.percentage,
        band=score.band,
        contributions=tuple(
            ShownContribution(each.term.replace("_", " "), each.log_odds) for each in terms if each.log_odds
        ),
        notes=score.notes,
    )


def _said(score: ActuarialScore) -> str:
    about = WHAT_IT_SPEAKS_OF[score.instrument]
    if score.percentage is None or score.band is None:
        return f"No score for {about}: {'; '.join(score.refused_for)}. That is not a low score."
    band = score.band.replace("_", " ")
    return f"{score.percentage:g}% within two years ({band}) for {about}, from {_basis(score)}."


def _basis(score: ActuarialScore) -> str:
    """What went into it, with the day of the assessment; where that was not enough, what it does not tell."""
    if score.answered_on is None:
        return "the record alone"
    assessment = f"the OASys answers of {written_date(score.answered_on)}"
    if score.basis is Basis.DYNAMIC:
        return f"the record and {assessment}"
    missing = ", ".join(name.replace("_", " ") for name in score.missing_answers)
    return f"the record alone, because {assessment} do not tell: {missing}"


def _harms(learned: Scored) -> Iterable[ShownHarm]:
    for score in learned.scores:
        yield ShownHarm(
            harm=score.harm,
            says=of_100_people(score),
            probability=score.probability,
            low=score.low,
            high=score.high,
            intercept=score.intercept,
            contributions=tuple(ShownContribution(what, adds) for what, adds in weighed(score, learned)),
        )


def _unlike(learned: Scored) -> Iterable[str]:
    values = dict(zip(learned.features, learned.values, strict=True))
    return (feature_in_words(name, values[name]) for name in learned.unlike_training)
