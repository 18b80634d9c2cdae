"""What goes wrong in one process is told in another as it was."""

from datetime import timedelta
from multiprocessing.reduction import ForkingPickler

import pytest

from riskflag import errors
from riskflag.errors import BadInput, MustNotBeShown, RiskflagError, TooOften

MADE_OTHERWISE: dict[type[RiskflagError], RiskflagError] = {
    BadInput: BadInput({"records.orders.0.made_on": "is not a date", "--people": "names no file"}),
    TooOften: TooOften(timedelta(seconds=7)),
    MustNotBeShown: MustNotBeShown(),
}
"""Those that are not made with words alone."""
EVERY_ERROR = [
    each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, RiskflagError)
]


@pytest.mark.parametrize("kind", EVERY_ERROR, ids=lambda kind: kind.__name__)
def test_it_crosses_from_one_process_to_another(kind: type[RiskflagError]) -> None:
    error = MADE_OTHERWISE.get(kind) or kind("no such person")
    arrived = ForkingPickler.loads(ForkingPickler.dumps(error))
    assert (type(arrived), str(arrived), vars(arrived)) == (kind, str(error), vars(error))


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            MADE_OTHERWISE[BadInput],
            "records.orders.0.made_on: is not a date; --people: names no file",
        ),
        (MADE_OTHERWISE[TooOften], "this account asked too often"),
        (MADE_OTHERWISE[MustNotBeShown], "where a protected person can be found must not be shown"),
    ],
)
def test_it_is_told_in_words(error: RiskflagError, words: str) -> None:
    assert str(error) == words
