"""What no figure may make a reader forget: the same sentences in the report and in the card."""

from collections.abc import Iterator

from riskflag.classifier.model import Model

RANKS = (
    "It ranks; it never clears. A low probability is no finding, and lowers or removes nothing that a rule "
    "found."
)
NO_PUBLIC_DATA = (
    "There is no public outcome data for England and Wales. A deployment must retrain and recalibrate on its "
    "own records, and judge the result on its own people, before the model may speak."
)
RECORDED_HARM = (
    "It learns from what was proved. Harm that was never reported, charged or proved counts as not having "
    "happened, and who is watched more closely is proved against more often."
)
SMALL_GROUPS = (
    "Groups that are too small to show have not been judged. Nothing here says that the model is right for "
    "them."
)
CHANGES = (
    "It was judged on one period. What is recorded, charged and supervised changes: watch the drift of its "
    "inputs, and judge it again each year."
)
SIMULATED = (
    "It learned from simulated people, whose lives were made from published rates and effects. It shows how "
    "the method works, and may decide nothing about anybody."
)


def limits(model: Model) -> Iterator[str]:
    """Every limit of this model, the gravest first."""
    if model.demonstration:
        yield SIMULATED
    yield from (NO_PUBLIC_DATA, RANKS, RECORDED_HARM, SMALL_GROUPS, CHANGES)
