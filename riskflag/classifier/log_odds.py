"""Log-odds and probabilities."""

from math import exp


def probability_of(log_odds: float) -> float:
    """The probability that belongs to these log-odds, however great they are."""
    if log_odds < 0:
        odds = exp(log_odds)
        return odds / (1 + odds)
    return 1 / (1 + exp(-log_odds))
