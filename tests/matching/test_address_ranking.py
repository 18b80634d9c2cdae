"""The order of candidates: never against the bands, never by which address came first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.matching.address import compare_addresses
from riskflag.matching.address_ranking import BANDS, compare_with, likeness
from riskflag.matching.memory import one_answer
from riskflag.records.base import Address
from riskflag.vocabulary import AddressBand
from tests.matching.test_address_properties import addresses


def ranked(written: str, *others: str) -> list[str]:
    return [others[match.place] for match in compare_with(Address(written), map(Address, others))]


def test_every_band_has_its_place() -> None:
    assert set(BANDS) == set(AddressBand)


@pytest.mark.parametrize(
    ("written", "first", "others"),
    [
        pytest.param(
            "Seven Elm Road, Dorley AB1 2CD",
            "7 Elm Road, Dorley AB1 2CD",
            ["5 Elm Road, Dorley AB1 2CD", "17 Elm Road, Dorley AB1 2CD"],
            id="a number in words, among the houses that it may be",
        ),
        pytest.param(
            "F15 Lark Court, 47 Elm Road AB1 2CD",
            "Flat 15, Lark Court, 47 Elm Road AB1 2CD",
            ["Flat 5, Lark Court, 47 Elm Road AB1 2CD", "Flat 16, Lark Court, 47 Elm Road AB1 2CD"],
            id="F15 for flat 15",
        ),
        pytest.param(
            "FB 16 Elm Road AB1 2CD",
            "Flat 2, 16 Elm Road AB1 2CD",
            ["18 Elm Road AB1 2CD"],
            id="one house before another",
        ),
        pytest.param(
            "16 Elm Road, Dorley",
            "16 Elm Road, Dorley AB1 2CD",
            ["16 Elm Lane, Dorley AB1 2CD", "16 Elm Road, Felby ZE9 8YX"],
            id="the town, where no postcode is given",
        ),
        pytest.param(
            "Flat 2, 16 Elm Road AB1 2CD",
            "16 Elm Road AB1 2CD",
            ["Flat 3, 16 Elm Road AB1 2CD"],
            id="a house whose flat is not given before another flat of it",
        ),
        pytest.param(
            "Lark School, Dorley AB1 2CD",
            "Larch Lane, Dorley AB1 2CD",
            ["9 Mill Yard, Felby AB1 2CE"],
            id="a school known by its road",
        ),
    ],
)
def test_who_comes_first(written: str, first: str, others: list[str]) -> None:
    assert ranked(written, *others, first)[0] == first
    assert ranked(written, first, *others)[0] == first


def test_equals_stay_as_they_were_given_and_nothing_is_left_out() -> None:
    given_twice = ["9 Mill Yard AB1 2CD", "3 Elm Road AB1 2CD", "9 Mill Yard AB1 2CD", ""]
    found = compare_with(Address("3 Elm Road AB1 2CD"), map(Address, given_twice))
    assert [match.place for match in found] == [1, 3, 0, 2]
    assert compare_with(Address("3 Elm Road AB1 2CD"), ()) == []


@given(addresses, addresses, addresses)
def test_a_higher_band_never_comes_lower(address: Address, one: Address, other: Address) -> None:
    found = compare_with(address, (one, other))
    order = [BANDS.index(match.match.band) for match in found]
    assert order == sorted(order, reverse=True)
    assert all(match.match == compare_addresses(address, (one, other)[match.place]) for match in found)


@given(addresses, st.lists(addresses, max_size=4), st.sets(st.sampled_from(AddressBand)))
def test_the_bands_that_are_wanted_are_told_as_if_all_were(
    address: Address, many: list[Address], wanted: set[AddressBand]
) -> None:
    every = [match for match in compare_with(address, many) if match.match.band in wanted]
    assert compare_with(address, many, wanted) == every


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("l4 Elm Road, AB1 2CD", id="an l for a 1"),
        pytest.param("14 \u0415lm Road, AB1 2CD", id="a letter that only looks like ours"),
        pytest.param("12-16 Elm Road, AB1 2CD", id="within a range"),
        pytest.param("Flat 14, 3 Elm Road, AB1 2CD", id="its number is a flat's"),
    ],
)
def test_nothing_that_may_be_the_place_is_left_out_for_its_number(other: str) -> None:
    wanted = frozenset(AddressBand) - {AddressBand.DIFFERENT}
    assert compare_with(Address("14 Elm Road, AB1 2CD"), [Address(other)], wanted)


@given(addresses, addresses)
def test_it_is_symmetric_and_within_its_scale(left: Address, right: Address) -> None:
    assert likeness(left, right) == likeness(right, left)
    assert 0.0 <= likeness(left, right) < 1.0


@given(addresses, addresses)
def test_what_is_remembered_changes_nothing(left: Address, right: Address) -> None:
    alone = compare_with(left, (right,))
    with one_answer():
        assert compare_with(left, (right,)) == compare_with(left, (right,)) == alone
