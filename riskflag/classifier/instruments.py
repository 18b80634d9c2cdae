"""The published actuarial instruments of England and Wales: OGRS3, ARP, VRP and SVRP.

Pure functions of an offending history and of answers. They never raise: where an input is missing, out of
range or not mapped, the result is a refusal that names the inputs and not what they hold.
"""

from collections.abc import Mapping

from riskflag.classifier.instrument_results import Instrument, Result
from riskflag.classifier.offending_history import NO_ANSWERS, AssessmentAnswers, OffendingHistory
from riskflag.classifier.ogrs3 import score_ogrs3
from riskflag.classifier.reoffending_predictors import score_predictor


def score(
    instrument: Instrument, history: OffendingHistory, answers: AssessmentAnswers = NO_ANSWERS
) -> Result:
    """What one instrument says of this history."""
    if instrument is Instrument.OGRS3:
        return score_ogrs3(history)
    return score_predictor(instrument, history, answers)


def score_all(
    history: OffendingHistory, answers: AssessmentAnswers = NO_ANSWERS
) -> Mapping[Instrument, Result]:
    """What every instrument says of this history."""
    return {instrument: score(instrument, history, answers) for instrument in Instrument}
