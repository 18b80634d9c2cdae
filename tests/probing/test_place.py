"""One property, one text, however it is written; and nothing of it in print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.probing.place import canonical_building, canonical_place, place_of
from riskflag.records.base import Address, Point
from riskflag.vocabulary import Uprn
from tests.matching.test_address_properties import addresses, full_addresses, rewritings

HOUSE = "14 Larch Close, Dorley, AB1 2CD"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(HOUSE, "14, LARCH CL., DORLEY, ab12cd", id="case, commas and abbreviations"),
        pytest.param(HOUSE, "14 Larsh Close, AB1 2CD", id="a slip in the street, the town left out"),
        pytest.param(HOUSE, "14 Larch Close ABI 2CD", id="letter I typed for a 1"),
        pytest.param(HOUSE, "c/o Mrs Dunn, 14 Larch Close, AB1 2CD", id="care of somebody"),
        pytest.param("Flat A, 12 Mill Lane, Dorley", "12A Mill Ln, Dorley", id="Flat A, 12 is 12A"),
        pytest.param("27/3 Mill Lane AB1 2CD", "3/27 Mill Lane AB1 2CD", id="a slash either way round"),
        pytest.param("3/27 Mill Lane AB1 2CD", "Flat 3, 27 Mill Lane AB1 2CD", id="a slash for a flat"),
        pytest.param("51 Lark Lodge, Dorley", "Flat 51, Lark Lodge, Dorley", id="a flat left bare"),
        pytest.param("Flat two, 78 Elm Road AB1 2CD", "78 Elm Rd (flat 2) AB1 2CD", id="a number word"),
        pytest.param("the old forge", "The  Old FORGE.", id="a name and nothing else"),
    ],
)
def test_two_spellings_come_to_one_text(one: str, other: str) -> None:
    assert canonical_place(Address(one)) == canonical_place(Address(other))
    assert canonical_building(Address(one)) == canonical_building(Address(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(HOUSE, "16 Larch Close, Dorley, AB1 2CD", id="the neighbour"),
        pytest.param(HOUSE, "14 Larch Close, Dorley, AB1 2CE", id="another postcode"),
        pytest.param("Flat 1, " + HOUSE, "Flat 2, " + HOUSE, id="two flats of one house"),
        pytest.param("14 Larch Close, Dorley", "14 Larch Road, Dorley", id="a road and a close"),
        pytest.param("14 Larch Close, Dorley", "14 Larch Close, Ashby", id="two towns"),
        pytest.param("zz", "yy", id="two texts that say nothing"),
    ],
)
def test_two_properties_come_to_two_texts(one: str, other: str) -> None:
    assert canonical_place(Address(one)) != canonical_place(Address(other))


def test_a_uprn_decides() -> None:
    known = [Address(text, uprn=Uprn(number)) for text, number in ((HOUSE, "0077"), ("elsewhere", "77"))]
    assert canonical_place(known[0]) == canonical_place(known[1]) == "uprn 77"


@pytest.mark.parametrize(
    "room",
    [
        pytest.param(Address("Room 12, 40 Alder Road, AB1 2CD"), id="a room"),
        pytest.param(Address("First floor flat, 40 Alder Road, AB1 2CD"), id="a floor"),
        pytest.param(Address("Flat 3, 40 Alder Road, AB1 2CD", uprn=Uprn("77")), id="a flat with its UPRN"),
    ],
)
def test_rooms_are_of_one_building(room: Address) -> None:
    assert canonical_building(room) == canonical_building(Address("40 Alder Rd, Dorley, AB1 2CD"))


@given(full_addresses, rewritings)
def test_case_and_spaces_make_no_other_place(text: str, rewrite: object) -> None:
    assert callable(rewrite)
    if rewrite(text).count(",") == text.count(","):
        assert place_of(Address(rewrite(text))).door == place_of(Address(text)).door


@given(addresses, st.none() | st.builds(Point, st.integers(0, 700_000), st.integers(0, 1_300_000)))
def test_any_address_has_a_place_that_prints_nothing(address: Address, point: Point | None) -> None:
    place = place_of(Address(address.text, address.uprn, unit=address.unit, point=point))
    assert repr(place) == str(place) == "Place()"
    assert place.canonical


def test_an_address_that_says_nothing_is_still_a_place() -> None:
    assert place_of(Address("?")).canonical == place_of(Address("")).canonical
