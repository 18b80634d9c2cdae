"""How many addresses there are, whatever is done to make them look like fewer, or more."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.probing.counting import distinct_addresses
from riskflag.probing.place import place_of
from riskflag.records.base import Address, Point
from riskflag.vocabulary import Uprn
from tests.matching.test_address_properties import addresses

LARCH = "14 Larch Close, Dorley, AB1 2CD"


def number_of(given_addresses: Sequence[Address]) -> int:
    return distinct_addresses(map(place_of, given_addresses))


def texts(*written: str) -> list[Address]:
    return [Address(text) for text in written]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        pytest.param([], 0, id="nothing"),
        pytest.param(texts(LARCH, LARCH), 1, id="the same twice"),
        pytest.param(texts(LARCH, "14 larsh cl AB1 2CD", "14 Lrach Close"), 1, id="slips and short forms"),
        pytest.param(texts(LARCH, "14 Larch Close, Dorley"), 1, id="without its postcode"),
        pytest.param(texts(LARCH, "Flat 2, " + LARCH), 1, id="a flat that may be meant by the house"),
        pytest.param(texts("Flat A, 12 Elm Road", "12A Elm Rd"), 1, id="a flat written as a letter"),
        pytest.param([*texts(LARCH), Address(LARCH, uprn=Uprn("77"))], 1, id="with and without a UPRN"),
        pytest.param(texts(LARCH, "16 Larch Close, AB1 2CD", "18 Larch Close, AB1 2CD"), 3, id="three doors"),
        pytest.param(texts(*(f"Flat {n}, {LARCH}" for n in range(1, 7))), 6, id="six flats of one house"),
        pytest.param(texts("14 Larch Close, Dorley", "14 Larch Close, Ashby"), 2, id="two towns"),
        pytest.param([Address(LARCH, uprn=Uprn(n)) for n in "123"], 3, id="one text, UPRN after UPRN"),
        pytest.param(
            [Address(f"{n} Larch Close, AB1 2CD", uprn=Uprn("77")) for n in (2, 4, 6)],
            3,
            id="a borrowed UPRN hides nothing",
        ),
        pytest.param(
            [Address(LARCH, point=Point(400_000 + n * 500, 300_000)) for n in range(4)],
            4,
            id="one text, moved about on the map",
        ),
        pytest.param(
            [Address(LARCH), *(Address(LARCH, uprn=Uprn(n)) for n in "12")],
            2,
            id="an enquiry without a UPRN does not tie two together",
        ),
        pytest.param(
            texts(*(f"Flat {f}, 14 Larch Close, AB{p} 2CD" for f in (1, 2) for p in (1, 3))),
            4,
            id="flats and postcodes changed by turns",
        ),
    ],
)
def test_addresses_are_counted(written: Sequence[Address], number: int) -> None:
    assert number_of(written) == number
    assert number_of(list(reversed(written))) == number


@given(st.lists(addresses, max_size=8), addresses)
def test_one_more_never_makes_fewer_and_at_most_one_more(before: list[Address], more: Address) -> None:
    assert 0 <= number_of([*before, more]) - number_of(before) <= 1


@given(st.lists(addresses, max_size=8))
def test_asking_again_adds_nothing(before: list[Address]) -> None:
    assert number_of(before * 2) == number_of(before) <= len(before)
