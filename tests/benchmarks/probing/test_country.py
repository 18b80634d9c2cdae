"""Invented towns: every door has a place of its own, and an address of it can be read back."""

import pytest
from numpy.random import default_rng

from benchmarks.probing.country import STAFF, Habit, Home, anywhere, at, near, written
from riskflag.probing.counting import distinct_addresses
from riskflag.probing.place import place_of

HOMES = [anywhere(default_rng(seed), seed % 25) for seed in range(40)]


@pytest.mark.parametrize(
    "habit",
    [
        pytest.param(STAFF, id="as staff write"),
        pytest.param(Habit(looked_up=1), id="looked up"),
        pytest.param(Habit(looked_up=0, short=1, slip=0, no_postcode=0), id="in short"),
        pytest.param(Habit(looked_up=0, slip=1, no_postcode=0), id="with slips"),
    ],
)
def test_one_home_is_one_address_however_it_is_written(habit: Habit) -> None:
    rng = default_rng(7)
    counted = [distinct_addresses(place_of(written(rng, home, habit)) for _ in range(6)) for home in HOMES]
    assert sum(counted) <= len(HOMES) * 1.05


def test_homes_differ() -> None:
    rng = default_rng(7)
    places = [place_of(written(rng, home, Habit(looked_up=1))) for home in set(HOMES)]
    assert distinct_addresses(places) == len(set(HOMES))


@pytest.mark.parametrize("metres", [pytest.param(each, id=f"{each} metres") for each in (150, 350, 1000)])
def test_near_is_near(metres: int) -> None:
    rng = default_rng(3)
    goal = Home(4, 60, 40)
    for _ in range(20):
        other = near(rng, goal, metres)
        away = ((other.spot[0] - goal.spot[0]) ** 2 + (other.spot[1] - goal.spot[1]) ** 2) ** 0.5
        assert 0 < away < metres + 150


def test_a_home_is_where_it_is() -> None:
    home = Home(3, 50, 40)
    assert at(3, *home.spot) == home
