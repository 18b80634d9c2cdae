"""Every problem is told in order, a few of them one by one, and the rest as a number."""

import pytest

from riskflag.errors import BadInput
from training.problems import MOST_TOLD, Problem, refuse


@pytest.mark.parametrize(
    ("count", "last"),
    [
        pytest.param(MOST_TOLD, None, id="as many as are told"),
        pytest.param(MOST_TOLD + 1, "and 1 more problem", id="one more"),
        pytest.param(MOST_TOLD + 1_200, "and 1,200 more problems", id="many more"),
    ],
)
def test_beyond_fifty_problems_only_their_number_is_told(count: int, last: str | None) -> None:
    with pytest.raises(BadInput) as refused:
        refuse(Problem("follow_up.csv", row, "case", "is wrong") for row in range(2, count + 2))
    told = refused.value.problems
    assert told.pop("extract", None) == last
    assert len(told) == MOST_TOLD
    assert next(iter(told)) == "follow_up.csv, row 2, case"


def test_two_rules_broken_in_one_place_are_told_together() -> None:
    with pytest.raises(BadInput) as refused:
        refuse(Problem("follow_up.csv", 2, "case", rule) for rule in ("is wrong", "is late", "is wrong"))
    assert refused.value.problems == {"follow_up.csv, row 2, case": "is late, and is wrong"}
