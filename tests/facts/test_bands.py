"""The addresses and people that these tests share are in the bands they claim to be in."""

import pytest

from riskflag.casebook import EX_PARTNER, PROPOSED
from riskflag.matching.address import compare_addresses
from riskflag.matching.person import compare_people
from riskflag.records import Address, NamedPerson
from riskflag.vocabulary import AddressBand, PersonBand
from tests.facts import bands


@pytest.mark.parametrize(
    ("address", "band"),
    [
        pytest.param(PROPOSED, AddressBand.SAME_PROPERTY, id="the address itself"),
        pytest.param(bands.AS_WRITTEN, AddressBand.SAME_PROPERTY, id="the address as somebody wrote it"),
        pytest.param(bands.FLAT_IN_IT, AddressBand.SAME_BUILDING, id="a flat in the building"),
        pytest.param(bands.NO_NUMBER, AddressBand.POSSIBLE, id="the street without a number"),
        pytest.param(bands.NOT_READABLE, AddressBand.CANNOT_TELL, id="nothing that can be read"),
        pytest.param(bands.ELSEWHERE, AddressBand.DIFFERENT, id="another town"),
    ],
)
def test_each_address_is_in_its_band(address: Address, band: AddressBand) -> None:
    assert compare_addresses(address, PROPOSED).band is band


@pytest.mark.parametrize(
    ("who", "band"),
    [
        pytest.param(bands.REMARRIED, PersonBand.SAME_PERSON, id="under her new name"),
        pytest.param(bands.NAME_ALONE, PersonBand.CONFIRM_IDENTITY, id="a namesake, perhaps"),
        pytest.param(bands.UNREADABLE_NAME, PersonBand.CONFIRM_IDENTITY, id="no name"),
        pytest.param(bands.UNRELATED, PersonBand.DIFFERENT, id="a friend"),
    ],
)
def test_each_person_is_in_their_band(who: NamedPerson, band: PersonBand) -> None:
    assert compare_people(who, EX_PARTNER).band is band
