"""Which addresses are on the list of known premises, and what cannot be borrowed from it."""

from datetime import date

import pytest

from riskflag.probing.premises import KnownPremises, is_among
from riskflag.records import Address, Point
from riskflag.vocabulary import Uprn

HOSTEL = "14 Larch Close, Dorley, AB1 2CD"
COURT = "Court Buildings, Castle Street, Dorley, AB1 3EF"
HERE, FAR = Point(400_000, 300_000), Point(400_000, 300_250)
OWN, ROOMS, HERS = Uprn("990000000001"), Uprn("990000000002"), Uprn("990000000777")


def premises(text: str, uprn: Uprn | None = None, point: Point | None = None) -> KnownPremises:
    return KnownPremises(
        "Larch House", Address(text, uprn=uprn, point=point), "S. Auditor", date(2026, 11, 1)
    )


PLAIN, COURTS = premises(HOSTEL), premises(COURT)
TOLD = (premises(HOSTEL, OWN, HERE), premises(HOSTEL, ROOMS), COURTS)


@pytest.mark.parametrize(
    ("address", "known"),
    [
        pytest.param(Address(HOSTEL), True, id="as it is listed"),
        pytest.param(Address("14 larch cl, AB1 2CD"), True, id="otherwise written"),
        pytest.param(Address(f"Room 7, {HOSTEL}"), True, id="a room of it"),
        pytest.param(Address(f"Larch House, {HOSTEL}"), True, id="with its name"),
        pytest.param(Address(HOSTEL, uprn=OWN), True, id="with its UPRN"),
        pytest.param(Address(HOSTEL, uprn=Uprn("0990000000001")), True, id="with a zero before its UPRN"),
        pytest.param(
            Address(f"Room 7, {HOSTEL}", uprn=ROOMS, parent_uprn=OWN), True, id="with two of its UPRNs"
        ),
        pytest.param(Address(HOSTEL, point=Point(400_060, 300_080)), True, id="located a hundred metres off"),
        pytest.param(Address(COURT), True, id="a building with a name and no number"),
        pytest.param(Address("16 Larch Close, Dorley, AB1 2CD"), False, id="next door"),
        pytest.param(Address("14 Larch Close, Dorley, AB1 2CE"), False, id="another postcode"),
        pytest.param(Address("14 Larch Close, Dorley"), False, id="no postcode"),
        pytest.param(Address("14 Elm Road, Dorley, AB1 2CD"), False, id="another street of that postcode"),
        pytest.param(Address(HOSTEL, uprn=HERS), False, id="the UPRN of somebody's home"),
        pytest.param(Address(HOSTEL, uprn=HERS, parent_uprn=OWN), False, id="and its own beside it"),
        pytest.param(Address(HOSTEL, uprn=OWN, parent_uprn=HERS), False, id="within somebody's building"),
        pytest.param(Address(HOSTEL, point=FAR), False, id="located elsewhere"),
        pytest.param(Address(COURT, point=HERE), False, id="located, where the list says nothing of it"),
        pytest.param(Address(COURT, uprn=OWN), False, id="another's UPRN"),
        pytest.param(
            Address(HOSTEL, number="3", street="Elm Road", postcode="AB1 2CD"), False, id="other fields"
        ),
        pytest.param(Address(""), False, id="nothing"),
    ],
)
def test_all_that_an_address_says_must_be_on_the_list(address: Address, known: bool) -> None:
    assert is_among(address, TOLD) is known


@pytest.mark.parametrize("listed", [pytest.param((), id="empty"), pytest.param((COURTS,), id="another")])
def test_what_is_not_on_the_list_is_not_known(listed: tuple[KnownPremises, ...]) -> None:
    assert not is_among(Address(HOSTEL), listed)


def test_a_uprn_or_location_is_known_only_where_the_list_has_one() -> None:
    assert is_among(Address(HOSTEL), [PLAIN])
    assert not is_among(Address(HOSTEL, uprn=OWN), [PLAIN])
    assert not is_among(Address(HOSTEL, point=HERE), [PLAIN])


def test_nothing_of_it_is_printed() -> None:
    assert not [word for word in ("Larch", "AB1", "9900", "14 ") if word in repr(TOLD[0])]
