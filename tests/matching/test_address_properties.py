"""What must hold for any two addresses."""

import re
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from riskflag.matching.address import compare_addresses
from riskflag.records.base import Address
from riskflag.vocabulary import AddressBand

SAME = AddressBand.SAME_PROPERTY
POSSIBLE = AddressBand.POSSIBLE

units = st.sampled_from(["", "Flat 1, ", "Flat B, ", "Room 3, ", "Ground floor flat, "])
numbers = st.from_regex(r"[1-9][0-9]{0,2}[A-D]?", fullmatch=True)
streets = st.sampled_from(["Larch Close", "Mill Lane", "St Anns Road", "The Crescent", "Greenway", "Elm Rd"])
towns = st.sampled_from(["", ", Dorley", ", Ashby Vale", ", Kirk-on-Sea"])
postcodes = st.sampled_from(["AB1 2CD", "AB12 3EF", "Z1 1ZZ", "W1A 1AA"])
full_addresses = st.builds("{}{} {}{}, {}".format, units, numbers, streets, towns, postcodes)
any_text = st.one_of(full_addresses, st.text(max_size=60), st.text("12a ,-/Flat&", max_size=20))
addresses = st.builds(
    Address,
    any_text,
    uprn=st.sampled_from([None, "1", "2", "3"]),
    parent_uprn=st.sampled_from([None, "3", "4"]),
    unit=st.sampled_from([None, "2", "B"]),
    number=st.sampled_from([None, "14", "14A"]),
    street=st.sampled_from([None, "Larch Close"]),
)
REWRITINGS: list[Callable[[str], str]] = [
    str.upper,
    str.lower,
    str.title,
    lambda text: text.replace(", ", " , "),
    lambda text: text.replace(",", ""),
    lambda text: f"  {text}. ",
    lambda text: text.replace(" ", "  "),
    lambda text: text.replace(", ", ". , "),
]
rewritings = st.sampled_from(REWRITINGS)


@given(addresses, addresses)
def test_the_order_of_the_two_makes_no_difference(left: Address, right: Address) -> None:
    assert compare_addresses(left, right) == compare_addresses(right, left)


@given(full_addresses)
def test_an_address_with_number_and_postcode_is_itself(text: str) -> None:
    assert compare_addresses(Address(text), Address(text)).band is SAME


@given(full_addresses, rewritings)
def test_case_and_punctuation_never_make_an_address_different(
    text: str, rewrite: Callable[[str], str]
) -> None:
    band = compare_addresses(Address(text), Address(rewrite(text))).band
    assert band in (SAME, POSSIBLE)


@given(full_addresses, full_addresses)
def test_the_reason_holds_nothing_of_the_address(left: str, right: str) -> None:
    because = compare_addresses(Address(left), Address(right)).because.lower()
    telling = set(re.findall(r"[a-z0-9]{2,}", f"{left} {right}".lower()))
    telling -= {"flat", "floor", "the", "on", "room", "road"}
    assert not telling & set(re.findall(r"[a-z0-9]+", because))


@given(full_addresses, numbers)
def test_another_number_is_never_the_same_property(text: str, number: str) -> None:
    other = re.sub(r"\d+[A-D]? (?=[A-Z])", f"{number} ", text, count=1)
    if number not in text:
        assert compare_addresses(Address(text), Address(other)).band is not SAME


@given(st.integers(1, 999), st.integers(1, 99), postcodes)
def test_a_slash_never_makes_house_and_flat_another_address(house: int, flat: int, postcode: str) -> None:
    written_out = Address(f"Flat {flat}, {house} Mill Lane, {postcode}")
    for slashed in (f"{house}/{flat}", f"{flat}/{house}"):
        band = compare_addresses(Address(f"{slashed} Mill Lane, {postcode}"), written_out).band
        assert band in (SAME, POSSIBLE)
