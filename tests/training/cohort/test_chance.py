"""One person's random draws, and the offences that they choose among."""

from collections import Counter
from statistics import fmean, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.facts.history import HARMFUL
from riskflag.reference.offences import CodeStatus, OffenceTheme, find_offence
from training.cohort import offences
from training.cohort.chance import Chance, Weighted
from training.cohort.offences import OffenceKind, chargeable, offence_kind
from training.cohort.parameters import (
    CONTROL_IN_FORCE,
    STALKING_IN_FORCE,
    STRANGULATION_IN_FORCE,
)

DRAWS = 20_000
OF_VIOLENCE = {
    OffenceTheme.VIOLENCE,
    OffenceTheme.SERIOUS_VIOLENCE,
    OffenceTheme.THREATS,
    OffenceTheme.STRANGULATION,
    OffenceTheme.WEAPON,
}
OF_SOMETHING_ELSE = {
    OffenceTheme.ORDER_BREACH,
    OffenceTheme.SEXUAL,
    OffenceTheme.ARSON,
    OffenceTheme.HOMICIDE,
}


@pytest.mark.parametrize(
    ("draw", "mean", "spread"),
    [
        pytest.param(Chance.uniform, 0.5, 0.289, id="uniform"),
        pytest.param(Chance.normal, 0.0, 1.0, id="normal"),
        pytest.param(lambda c: c.exponential(3.0), 3.0, 3.0, id="a waiting time"),
        pytest.param(lambda c: c.erlang(3.0), 3.0, 2.121, id="two waiting times"),
        pytest.param(lambda c: float(c.count(4.0)), 4.0, 2.0, id="a count"),
        pytest.param(lambda c: float(c.happens(0.3)), 0.3, 0.458, id="whether it happens"),
        pytest.param(lambda c: float(c.day(1, 6)), 3.5, 1.708, id="a day of six"),
    ],
)
def test_a_draw_has_the_mean_and_the_spread_that_it_should(draw: object, mean: float, spread: float) -> None:
    assert callable(draw)
    chance = Chance(1, 2)
    drawn = [draw(chance) for _ in range(DRAWS)]
    assert fmean(drawn) == pytest.approx(mean, abs=6 * spread / DRAWS**0.5)
    assert pstdev(drawn) == pytest.approx(spread, rel=0.05)


@given(st.integers(0, 800_000), st.integers(-50, 50))
def test_a_day_lies_between_the_two(first: int, length: int) -> None:
    day = Chance(3, 4).day(first, first + length)
    assert first <= day <= max(first, first + length)


def test_weights_need_not_add_up_to_one() -> None:
    chance, choices = Chance(5, 6), Weighted(("often", 6.0), ("seldom", 2.0))
    drawn = Counter(chance.pick(choices) for _ in range(DRAWS))
    assert drawn["often"] / DRAWS == pytest.approx(0.75, abs=0.02)


@pytest.mark.parametrize(
    ("share", "chosen"), [(0.0, "a"), (0.4999, "a"), (0.5, "b"), (0.999999999999999999, "b")]
)
def test_a_share_of_the_weight_is_a_choice(share: float, chosen: str) -> None:
    assert Weighted(("a", 1.0), ("b", 1.0)).at(share) == chosen


def test_a_count_ends() -> None:
    assert max(Chance(7, number).count(200.0) for number in range(50)) == 40


def _themes(kind: OffenceKind) -> frozenset[OffenceTheme]:
    offence = find_offence(kind.code)
    assert offence is not None
    assert offence.status is CodeStatus.CURRENT
    return offence.themes


@pytest.mark.parametrize(
    ("table", "violent", "harmful"),
    [
        pytest.param(offences.EVERYDAY, False, None, id="everyday offences are no violence"),
        pytest.param(offences.VIOLENT, True, None, id="violence"),
        pytest.param(offences.ABUSE_VIOLENT, True, True, id="violence against somebody close is abuse too"),
        pytest.param(offences.ABUSE_OTHER, False, True, id="other abuse is no violence"),
    ],
)
def test_a_table_holds_the_harms_that_it_says(
    table: Weighted[OffenceKind], violent: bool, harmful: bool | None
) -> None:
    for kind in table.items:
        themes = _themes(kind)
        assert themes.isdisjoint(OF_VIOLENCE) is not violent
        assert themes.isdisjoint(OF_SOMETHING_ELSE)
        assert harmful is None or themes.isdisjoint(HARMFUL) is not harmful


@pytest.mark.parametrize("kind", offences.BREACH_OF.values(), ids=lambda kind: kind.code)
def test_breaking_an_order_is_a_breach_and_no_violence(kind: OffenceKind) -> None:
    assert OffenceTheme.ORDER_BREACH in _themes(kind)
    assert _themes(kind).isdisjoint(OF_VIOLENCE)


@pytest.mark.parametrize(
    ("code", "since", "before"),
    [
        pytest.param("00877", STRANGULATION_IN_FORCE, "00806", id="strangulation was an assault"),
        pytest.param("00867", CONTROL_IN_FORCE, "12509", id="control was harassment"),
        pytest.param("00866", STALKING_IN_FORCE, "12509", id="stalking was harassment"),
        pytest.param("10501", 0, "10501", id="assault was always assault"),
    ],
)
def test_nobody_is_convicted_under_a_law_to_come(code: str, since: int, before: str) -> None:
    assert chargeable(offence_kind(code), since).code == code
    assert chargeable(offence_kind(code), since - 1).code == before


@pytest.mark.parametrize("code", ["00000", "99999", "words"])
def test_a_code_that_nobody_knows_is_no_offence(code: str) -> None:
    with pytest.raises(KeyError, match=code):
        offence_kind(code)
