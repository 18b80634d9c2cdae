import numpy as np
import pytest

from training.evaluation.groups import GroupAudit, GroupFigures, Hidden, audit, hidden_groups

MANY = ("north", 400, 100)


def releases(*groups: tuple[str, int, int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Groups by name, with how many people each has and to how many of them it happened."""
    names = np.concatenate([np.full(people, name) for name, people, _ in groups])
    happened = np.concatenate([np.arange(people) < events for _, people, events in groups])
    return names, np.arange(len(names)), happened


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        pytest.param([MANY, ("south", 50, 10), ("east", 50, 40)], {}, id="just enough of each"),
        pytest.param(
            [MANY, ("a", 49, 10), ("b", 49, 10)], {"a": Hidden.TOO_FEW, "b": Hidden.TOO_FEW}, id="people"
        ),
        pytest.param(
            [MANY, ("a", 60, 9), ("b", 60, 9)],
            {"a": Hidden.TOO_FEW, "b": Hidden.TOO_FEW},
            id="few to whom it happened",
        ),
        pytest.param(
            [MANY, ("a", 60, 51), ("b", 60, 51)],
            {"a": Hidden.TOO_FEW, "b": Hidden.TOO_FEW},
            id="few to whom it did not happen",
        ),
        pytest.param(
            [MANY, ("south", 60, 20), ("a", 3, 1)],
            {"a": Hidden.TOO_FEW, "south": Hidden.TELLS_OF_OTHERS},
            id="one small group would be told by taking the others from the whole",
        ),
        pytest.param([("a", 3, 1)], {"a": Hidden.TOO_FEW}, id="there is no other group"),
        pytest.param(
            [MANY, ("a", 3, 1)],
            {"a": Hidden.TOO_FEW, "north": Hidden.TELLS_OF_OTHERS},
            id="there is one other group",
        ),
    ],
)
def test_which_groups_are_not_shown(groups: list[tuple[str, int, int]], expected: dict[str, Hidden]) -> None:
    assert hidden_groups(*releases(*groups)) == expected


def test_releases_of_one_person_are_one_person() -> None:
    names, person, happened = releases(MANY, ("a", 60, 20), ("b", 60, 20))
    person[names == "a"] //= 2
    assert hidden_groups(names, person, happened) == {"a": Hidden.TOO_FEW, "b": Hidden.TELLS_OF_OTHERS}


def audited() -> GroupAudit:
    names, person, happened = releases(MANY, ("south", 200, 20), ("a", 30, 15), ("b", 30, 15))
    said = np.where(happened, 0.5, 0.2)
    said[names == "south"] = np.where(np.arange(200) % 4 == 0, 0.5, 0.1)
    return audit("region", names, person, said, happened, threshold=0.5)


def test_figures_of_a_group_are_right_by_hand() -> None:
    figures = {each.name: each.figures for each in audited().groups}
    north, south = figures["north"], figures["south"]
    assert isinstance(north, GroupFigures)
    assert isinstance(south, GroupFigures)
    assert (north.releases, north.people, north.events, north.base_rate) == (400, 400, 100, 0.25)
    assert (north.mean_probability, north.gap.value) == pytest.approx((0.275, 0.025))
    assert (north.auc, north.recall.value, north.false_alarms.value) == (1.0, 1.0, 0.0)
    assert south.gap.value == pytest.approx(0.2 - 0.1)
    assert south.gap.low < south.gap.value < south.gap.high
    assert (south.recall.part, south.recall.of) == (5, 20)
    assert (south.false_alarms.part, south.false_alarms.of) == (45, 180)


def test_gaps_are_compared_over_shown_groups_alone() -> None:
    found = audited()
    assert {each.name for each in found.groups if each.figures is Hidden.TOO_FEW} == {"a", "b"}
    assert found.widest_gap == pytest.approx(0.1)
    assert found.widest_difference == pytest.approx(0.075)


def test_nothing_is_told_where_no_group_may_be_shown() -> None:
    names, person, happened = releases(("a", 20, 5), ("b", 10, 5))
    found = audit("sex", names, person, np.full(30, 0.3), happened, 0.5)
    assert [each.figures for each in found.groups] == [Hidden.TOO_FEW, Hidden.TOO_FEW]
    assert (found.widest_gap, found.widest_difference) == (0.0, 0.0)
