"""Two addresses with identifiers or form fields: what overrules the text, and what does not."""

import pytest

from riskflag.matching.address import compare_addresses
from riskflag.records.base import Address
from riskflag.vocabulary import AddressBand, Uprn

SAME = AddressBand.SAME_PROPERTY
BUILDING = AddressBand.SAME_BUILDING
POSSIBLE = AddressBand.POSSIBLE
DIFFERENT = AddressBand.DIFFERENT
HOME = "14 Larch Close, Dorley"


@pytest.mark.parametrize(
    ("left", "right", "band", "because"),
    [
        pytest.param(
            Address("somewhere", uprn=Uprn("100001")),
            Address(HOME, uprn=Uprn("000100001")),
            SAME,
            "the UPRNs are equal",
            id="an equal UPRN decides, leading zeros apart",
        ),
        pytest.param(
            Address(f"Flat 1, {HOME}", uprn=Uprn("11"), parent_uprn=Uprn("10")),
            Address(f"Flat 2, {HOME}", uprn=Uprn("12"), parent_uprn=Uprn("10")),
            BUILDING,
            "the UPRNs belong to one building",
            id="two flats of one parent",
        ),
        pytest.param(
            Address("Lark House", uprn=Uprn("10")),
            Address("Flat 2", uprn=Uprn("12"), parent_uprn=Uprn("10")),
            BUILDING,
            "the UPRNs belong to one building",
            id="the building itself and a flat in it",
        ),
        pytest.param(
            Address("Lark House", parent_uprn=Uprn("10")),
            Address("Flat 2", uprn=Uprn("12"), parent_uprn=Uprn("10")),
            BUILDING,
            "the UPRNs belong to one building",
            id="one building, one property unknown",
        ),
        pytest.param(
            Address(HOME, uprn=Uprn("11")),
            Address(HOME, uprn=Uprn("12")),
            POSSIBLE,
            "but the UPRNs differ",
            id="one text with two UPRNs is for a person to check",
        ),
        pytest.param(
            Address(f"Flat 1, {HOME}", uprn=Uprn("11")),
            Address(f"Flat 2, {HOME}", uprn=Uprn("12")),
            BUILDING,
            "the UPRNs differ",
            id="UPRNs without a parent, two flats by the text",
        ),
        pytest.param(
            Address("Felby", uprn=Uprn("11")),
            Address(HOME, uprn=Uprn("12")),
            DIFFERENT,
            "the UPRNs differ",
            id="the text cannot tell and the UPRNs can",
        ),
        pytest.param(
            Address(HOME, uprn=Uprn("11")),
            Address(HOME),
            SAME,
            "the numbers are equal",
            id="one UPRN alone leaves it to the text",
        ),
    ],
)
def test_identifiers(left: Address, right: Address, band: AddressBand, because: str) -> None:
    match = compare_addresses(left, right)
    assert (match.band, because in match.because) == (band, True), match
    assert compare_addresses(right, left) == match


@pytest.mark.parametrize(
    ("left", "right", "band"),
    [
        pytest.param(
            Address("see file", number="14", street="Larch Close", town="Dorley"),
            Address(HOME),
            SAME,
            id="fields where the text says nothing",
        ),
        pytest.param(
            Address("", unit="2", number="14", street="Larch Close", town="Dorley"),
            Address(f"Flat 2, {HOME}"),
            SAME,
            id="fields without text",
        ),
        pytest.param(
            Address("12 Larch Close, Dorley", number="14"),
            Address(HOME),
            SAME,
            id="the number field wins",
        ),
        pytest.param(
            Address(f"Flat 1, {HOME}", unit="Flat 2"),
            Address(f"Flat 2, {HOME}"),
            SAME,
            id="the unit field wins",
        ),
        pytest.param(
            Address(HOME, number="14", unit="first floor"),
            Address(f"First floor flat, {HOME}"),
            SAME,
            id="a floor in the unit field",
        ),
        pytest.param(
            Address("14 Larch Close", postcode="AB1 2CD"),
            Address("14 Larch Close AB1 2CD"),
            SAME,
            id="the postcode in its own field",
        ),
        pytest.param(
            Address("14", street="Larch Close", number="14A", town="Dorley"),
            Address("14A Larch Close, Dorley"),
            SAME,
            id="number and letter in the number field",
        ),
        pytest.param(
            Address("14 Larch Close", street="14 Larch Close", town="Dorley"),
            Address(HOME),
            SAME,
            id="the number in the street field",
        ),
    ],
)
def test_form_fields(left: Address, right: Address, band: AddressBand) -> None:
    assert compare_addresses(left, right).band is band
