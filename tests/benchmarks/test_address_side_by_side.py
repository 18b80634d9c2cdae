"""Ours beside others': what is counted of each, and what the table says of it, on answers made up here."""

from math import inf

import pytest

from benchmarks.address_peers.answers import (
    Answer,
    Built,
    Candidate,
    Measured,
    among_ten,
    as_often_right,
    called_right,
    called_same,
    came_first,
    judged,
)
from benchmarks.address_peers.side_by_side import page, quantile

ADDRESSES = {
    "1": "5 Elder Row, Fernhill ZZ1 1AA",
    "2": "7 Elder Row, Fernhill ZZ1 1AA",
    "3": "7 ELDER ROW FERNHILL ZZ1 1AA",
}
MEANT = {"true_id": "2", "near_miss_of": ""}
NEGATIVE = {"true_id": "", "near_miss_of": "7 Elder Row, Fernhill, ZZ1 1AA"}


@pytest.mark.parametrize(
    ("pair", "found", "answer"),
    [
        pytest.param(MEANT, [("2", 0.9), ("1", 0.8)], Answer(True, 0, 0.9), id="the right one first"),
        pytest.param(MEANT, [("3", 0.9)], Answer(True, 0, 0.9), id="the same letters under another number"),
        pytest.param(MEANT, [("1", 0.9), ("2", 0.9)], Answer(True, 1, 0.9), id="another one first"),
        pytest.param(MEANT, [("1", 0.4)], Answer(True, None, 0.4), id="only another one"),
        pytest.param(MEANT, [], Answer(True, None, -inf), id="nothing"),
        pytest.param(
            NEGATIVE, [("1", 0.7)], Answer(False, None, 0.7), id="another one for what is not there"
        ),
        pytest.param(
            NEGATIVE,
            [("2", 0.9), ("1", 0.7)],
            Answer(False, None, 0.7),
            id="what it nearly is does not count",
        ),
        pytest.param(NEGATIVE, [("2", 0.9)], Answer(False, None, -inf), id="only what it nearly is"),
    ],
)
def test_an_answer_is_judged(pair: dict[str, str], found: list[tuple[str, float]], answer: Answer) -> None:
    assert judged(pair, [Candidate(*each) for each in found], ADDRESSES) == answer


ANSWERS = (
    Answer(True, 0, 9.0),
    Answer(True, 0, 5.0),
    Answer(True, 12, 8.0),
    Answer(True, None, -inf),
    Answer(False, None, 6.0),
    Answer(False, None, -inf),
)


def test_shares_are_of_what_was_meant_and_of_hard_negatives() -> None:
    assert (came_first(ANSWERS), among_ten(ANSWERS)) == (2 / 4, 2 / 4)
    assert (called_right(ANSWERS, 5.0), called_right(ANSWERS, 5.1)) == (2, 1)
    assert (called_same(ANSWERS, 6.0), called_same(ANSWERS, 6.1)) == (1 / 2, 0)


@pytest.mark.parametrize(
    ("times", "least"),
    [
        pytest.param(1, 9.0, id="once"),
        pytest.param(2, 5.0, id="as often as it can be"),
        pytest.param(3, 5.0, id="more often than it can be"),
        pytest.param(0, 9.0, id="never: no surer than of what it has right"),
    ],
)
def test_how_sure_a_method_must_be_to_be_right_so_often(times: int, least: float) -> None:
    assert as_often_right(ANSWERS, times) == least


def test_a_method_that_has_nothing_right_calls_nothing_the_same() -> None:
    none = [Answer(True, None, 3.0), Answer(False, None, 3.0)]
    assert called_same(none, as_often_right(none, 1)) == 0


def test_nothing_is_said_of_times_where_nothing_was_timed() -> None:
    assert quantile([], 0.5) is None
    assert quantile([0.003, 0.001, 0.002], 0.5) == 2.0


def test_ratios_come_first_and_are_over_what_the_peer_was_asked() -> None:
    ours = Measured(
        "ours",
        {
            0: Answer(True, 0, 1.0),
            1: Answer(True, 0, 1.0),
            2: Answer(False, None, 0.0),
            3: Answer(False, None, 1.0),
        },
        [0.001, 0.002, 0.003, 0.004],
        processor=0.002,
        build=Built(2.0, 1.0),
        memory=3_000_000,
    )
    peer = Measured(
        "other",
        {1: Answer(True, 3, 0.9), 2: Answer(False, None, 0.8), 3: Answer(False, None, 0.2)},
        [0.006, 0.006, 0.006],
        processor=0.001,
        build=Built(1.0, 2.0),
        memory=None,
        together=0.5,
    )
    lines = page(ours, [peer]).splitlines()
    told = {line[:59].strip(): line[59:].split() for line in lines}
    assert lines[0].split() == ["ours", "/", "theirs", "other"]
    assert told["the right address first, more is better"] == ["inf"]
    assert told["the right address among ten, more is better"] == ["1"]
    assert told["hard negatives called the same, less is better"] == ["inf"]
    assert told["ms, half of the questions, less is better"] == ["0.5"]
    assert told["ms of a processor a question, less is better"] == ["2"]
    assert told["ms of a processor a question, all at once, less is better"] == ["0.004"]
    assert told["s to take in the addresses, less is better"] == ["2"]
    assert told["s of a processor to take them in, less is better"] == ["0.5"]
    assert told["MB of memory, less is better"] == ["-"]
    assert told["questions"] == ["4", "3"]
    assert told["the right address first"] == ["100.0%", "0.0%"]
    assert told["the right address called the same"] == ["100.0%", "0.0%"]
    assert told["hard negatives called the same"] == ["50.0%", "0.0%"]
    assert told["ms of a processor a question, all at once"] == ["-", "500"]
    assert told["MB of memory"] == ["3", "-"]


def test_a_peer_calls_the_same_whatever_it_must_to_be_right_as_often() -> None:
    ours = Measured(
        "ours", {0: Answer(True, 0, 1.0), 1: Answer(False, None, 0.0)}, [0.001], 0.001, Built(1.0, 1.0), None
    )
    peer = Measured(
        "other",
        {0: Answer(True, 0, 40.0), 1: Answer(False, None, 55.0)},
        [0.001],
        0.001,
        Built(1.0, 1.0),
        None,
    )
    told = {line[:59].strip(): line[59:].split() for line in page(ours, [peer]).splitlines()}
    assert told["hard negatives called the same"] == ["0.0%", "100.0%"]
    assert told["hard negatives called the same, less is better"] == ["0"]
