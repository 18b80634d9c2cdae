"""What is remembered within one answer, and that nothing of it outlives the answer."""

from threading import Thread

import pytest

from riskflag.matching.address import compare_addresses
from riskflag.matching.address_parts import take_apart
from riskflag.matching.memory import one_answer, remembered
from riskflag.records.base import Address

HERE, THERE = Address("14 Larch Close, Dorley"), Address("3 Elm Road, Dorley")


class Counted:
    """A sum that counts how often it is worked out."""

    def __init__(self) -> None:
        self.times = 0
        self.add = remembered(self._add)

    def _add(self, left: int, right: int) -> int:
        self.times += 1
        return left + right


def test_within_one_answer_the_same_is_worked_out_once_and_something_else_anew() -> None:
    counted = Counted()
    with one_answer():
        assert [counted.add(1, 2), counted.add(1, 2), counted.add(2, 1)] == [3, 3, 3]
    assert counted.times == 2


def test_an_answer_within_another_shares_what_is_known_and_leaves_it_there() -> None:
    counted = Counted()
    with one_answer():
        counted.add(1, 2)
        with one_answer():
            counted.add(1, 2)
        counted.add(1, 2)
    assert counted.times == 1


def test_two_functions_do_not_answer_for_one_another() -> None:
    one, other = Counted(), remembered(lambda left, right: f"{left} and {right}")
    with one_answer():
        assert (one.add(1, 2), other(1, 2)) == (3, "1 and 2")


def test_the_next_answer_and_work_outside_any_answer_know_nothing_of_it() -> None:
    counted = Counted()
    for _ in range(2):
        with one_answer():
            counted.add(1, 2)
        counted.add(1, 2)
    assert counted.times == 4


def test_an_answer_that_fails_is_forgotten_too() -> None:
    counted = Counted()

    def fail() -> None:
        with one_answer():
            counted.add(1, 2)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    counted.add(1, 2)
    assert counted.times == 2


def test_what_fails_is_not_remembered_and_fails_again() -> None:
    divide = remembered(lambda left, right: left // right)
    with one_answer():
        for _ in range(2):
            with pytest.raises(ZeroDivisionError):
                divide(1, 0)


def test_another_thread_in_the_midst_of_an_answer_has_no_part_in_it() -> None:
    counted = Counted()
    with one_answer():
        counted.add(1, 2)
        other = Thread(target=counted.add, args=(1, 2))
        other.start()
        other.join()
    assert counted.times == 2


def test_addresses_read_and_compared_within_an_answer_are_as_they_are_outside() -> None:
    outside = (take_apart(HERE), compare_addresses(HERE, THERE), compare_addresses(HERE, HERE))
    with one_answer():
        for _ in range(2):
            within = (take_apart(HERE), compare_addresses(HERE, THERE), compare_addresses(HERE, HERE))
            assert within == outside
