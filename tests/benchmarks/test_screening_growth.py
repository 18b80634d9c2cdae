"""How screening grows is told by what was measured in the same round, whatever the machine did meanwhile."""

from pathlib import Path

import pytest

from benchmarks.screening_growth import PART, Grown, Night, draw, tell

A_MILLISECOND_EACH = PART / 1000


def grown(held: int, turns: tuple[float, ...], night: Night = Night.NOTHING_CHANGED) -> Grown:
    return Grown(night, held, 1.0, tuple(each * A_MILLISECOND_EACH for each in turns))


@pytest.mark.parametrize(
    ("story", "few", "many", "ratio"),
    [
        ("alike on a steady machine", (4.0, 4.0, 4.0), (4.0, 4.0, 4.0), "1.00"),
        ("half as long again", (4.0, 4.0, 4.0), (6.0, 6.0, 6.0), "1.50"),
        ("the machine was slow for two rounds, for both", (4.0, 9.0, 9.0), (4.4, 9.9, 9.9), "1.10"),
        ("one turn had bad luck", (4.0, 4.0, 4.0), (4.4, 40.0, 4.4), "1.10"),
    ],
)
def test_each_turn_is_set_against_the_first_folder_s_of_that_round(
    story: str,
    few: tuple[float, ...],
    many: tuple[float, ...],
    ratio: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    tell([grown(10_000, few), grown(1_000_000, many)])
    of_few, of_many = capsys.readouterr().out.splitlines()[1:]
    assert (of_few.split()[-1], of_many.split()[-1]) == ("1.00", ratio), story


def test_each_kind_of_run_is_set_against_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    costs = {Night.FIRST: 9.0, Night.NOTHING_CHANGED: 4.0, Night.ORDERS_MADE: 5.0}
    tell([grown(held, (cost,), night) for night, cost in costs.items() for held in (10, 20)])
    assert [line.split()[-1] for line in capsys.readouterr().out.splitlines()[1:]] == ["1.00"] * 6


def test_the_milliseconds_are_those_of_a_person() -> None:
    assert grown(10, (4.0, 6.0)).milliseconds == pytest.approx((4.0, 6.0))


def test_the_plot_names_every_kind_of_run(tmp_path: Path) -> None:
    drawn = tmp_path / "growth.svg"
    draw([grown(held, (4.0, 5.0), night) for night in Night for held in (10_000, 1_000_000)], drawn)
    assert all(f"<!-- {night} -->" in drawn.read_text() for night in Night)
