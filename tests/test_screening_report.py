"""The page of what changed begins with those of whom an officer is told."""

import pytest

from riskflag.casebook import NOW
from riskflag.persistence.screening_runs import Counted, Run
from riskflag.screening_report import Reported, render_screening
from riskflag.standing import Change, Kept
from riskflag.vocabulary import PersonId, RuleCode

FIRST, SECOND, THIRD = (PersonId(letter * 32) for letter in "abc")
NEW = Kept(changes=(Change("d", new=(RuleCode("DA-CCB-01"),)),))
SEEN = Kept(changes=(Change("d", first_seen=True),))
RUN = Run("r" * 32, NOW, NOW, first_time=False, people=3)
ALL_DONE = Counted(people=3, waiting=0, done=3, incomplete=0, failed=0, told=1)


def page(changed: dict[PersonId, Kept | None], told: set[PersonId]) -> str:
    return render_screening(Reported(RUN, ALL_DONE, changed, told, (), (), {}))


@pytest.mark.parametrize("told", [{FIRST}, {SECOND}, {THIRD}, {SECOND, THIRD}])
def test_those_of_whom_an_officer_is_told_come_first(told: set[PersonId]) -> None:
    written = page({FIRST: NEW, SECOND: SEEN, THIRD: NEW}, told)
    ordered = sorted((FIRST, SECOND, THIRD), key=written.index)
    assert set(ordered[: len(told)]) == told
    assert written.index(f"An officer is told of {len(told)} people") < written.index(ordered[0])
    between = written.index(f"Something else changed of {3 - len(told)} people")
    assert written.index(ordered[len(told) - 1]) < between < written.index(ordered[len(told)])


def test_what_cannot_be_read_is_told_where_it_belongs() -> None:
    written = page({FIRST: SEEN, SECOND: None}, {SECOND})
    assert written.index("What changed cannot be read") < written.index(FIRST)


def test_where_nothing_changed_both_lists_are_empty() -> None:
    written = page({}, set())
    assert "An officer is told of 0 people" in written
    assert "Something else changed of 0 people" in written
    assert "<table><tr>" not in written
