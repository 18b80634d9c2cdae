"""Whether a text gives away a place."""

import pytest

from riskflag.facts.places_named import gives_away
from riskflag.records import Address

HOUSE = Address("31 Quay Street, Marlow Sands, ZY9 4BB", postcode="ZY9 4BB")
FLAT = Address("Flat 3, 9 Mill Row, Fernhill")
SCHOOL = Address("St Mary's School, Fernhill")
COTTAGE = Address("Rose Cottage, The Green, Fernhill")


@pytest.mark.parametrize(
    ("address", "text", "expected"),
    [
        pytest.param(HOUSE, "Keep away from 31 Quay Street.", True, id="number and street"),
        pytest.param(HOUSE, "not zy94bb", True, id="postcode"),
        pytest.param(HOUSE, "She moved to Quay St.", True, id="the street, shortened"),
        pytest.param(HOUSE, "Not in Marlow Sands.", False, id="the town"),
        pytest.param(HOUSE, "Along the quay, or any street.", False, id="its words, not together"),
        pytest.param(FLAT, "Avoid Mill Row.", True, id="the street of a flat"),
        pytest.param(FLAT, "Flat 2 would suit him.", False, id="a flat somewhere"),
        pytest.param(
            SCHOOL, "Not near Saint Mary\N{RIGHT SINGLE QUOTATION MARK}s School.", True, id="a school"
        ),
        pytest.param(SCHOOL, "He left school in Fernhill.", False, id="some school"),
        pytest.param(COTTAGE, "No nearer than Rose Cottage.", True, id="a house by its name"),
        pytest.param(
            Address("Marlow Sands, Zedshire"), "Not in Marlow Sands.", False, id="no more than a town"
        ),
        pytest.param(HOUSE, "She moved to Qu\u0430y Street.", True, id="the street with a Cyrillic letter"),
        pytest.param(HOUSE, "not \uff3a\uff399 4BB", True, id="postcode in wide letters"),
        pytest.param(HOUSE, "", False, id="nothing"),
    ],
)
def test_what_gives_a_place_away(address: Address, text: str, expected: bool) -> None:
    assert gives_away(address, text, None) is expected


def test_the_street_that_the_recipient_is_in_tells_it_nothing_new() -> None:
    site = Address("14 Quay Street, Marlow Sands")
    assert not gives_away(HOUSE, "A room at 14 Quay Street.", site)
    assert gives_away(HOUSE, "Not to pass 31 Quay Street.", site)
