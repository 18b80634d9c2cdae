"""What the measured attack makes of times: how well they tell two worlds apart."""

import pytest

from api.answer_times import until_beat
from benchmarks.timing_attack import SECRETS, separation


@pytest.mark.parametrize(
    ("one", "other", "auc"),
    [
        pytest.param([1.0, 2.0, 3.0], [1.0, 2.0, 3.0], 0.5, id="the same times"),
        pytest.param([1.0, 2.0, 3.0], [4.0, 5.0, 6.0], 1.0, id="one world always slower"),
        pytest.param([4.0, 5.0, 6.0], [1.0, 2.0, 3.0], 1.0, id="the other always slower"),
        pytest.param([1.0, 3.0], [2.0, 4.0], 0.75, id="slower three times in four"),
        pytest.param([100.0] * 50, [100.0] * 50, 0.5, id="every answer on the beat"),
    ],
)
def test_how_far_apart_two_worlds_are(one: list[float], other: list[float], auc: float) -> None:
    assert separation(one, other).auc == pytest.approx(auc)


def test_more_times_say_it_more_surely() -> None:
    few, many = (separation([1.0, 3.0] * times, [2.0, 4.0] * times) for times in (10, 1000))
    assert few.auc == many.auc
    assert few.half_width > many.half_width > 0


def test_on_the_beat_nothing_is_left_of_a_difference() -> None:
    plain, guarded = [0.010 + n / 1e5 for n in range(100)], [0.014 + n / 1e5 for n in range(100)]
    assert separation(plain, guarded).auc > 0.99
    on_the_beat = ([round(each + until_beat(each), 9) for each in times] for times in (plain, guarded))
    assert separation(*on_the_beat).auc == 0.5


def test_the_first_world_is_the_control() -> None:
    assert not SECRETS[0].records
    assert all(record.protected for secret in SECRETS[1:] for record in secret.records)
