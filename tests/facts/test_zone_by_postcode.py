"""An address that nobody located, against areas and protected homes: what its postcode may say of it."""

from dataclasses import replace

import pytest

from riskflag.casebook import ASKED, EX_PARTNER, case, order, protected_place, term
from riskflag.enquiry import AddressEnquiry
from riskflag.facts.barred import BarredBy
from riskflag.matching.place import Nearness
from riskflag.records import Address, Point, Zone
from riskflag.rule import CannotTell, Clear, Outcome, Raised
from riskflag.rules.orders import address_inside_prohibited_area, address_near_protected_person
from riskflag.vocabulary import ProhibitionKind, Severity

BY_POSTCODE = Address("A house in London, SW1A 0AA", postcode="SW1A 0AA")
NO_POSTCODE = Address("A house in London")
NOBODYS = Address("A house in London, ZZ9 9ZZ", postcode="ZZ9 9ZZ")
LOCATED = Address("A house in London, SW1A 0AA", postcode="SW1A 0AA", point=Point(530_270, 179_540, 5))
WESTMINSTER = Point(530_270, 179_540, 10)
AREA = ProhibitionKind.EXCLUSION_AREA


def at(address: Address) -> AddressEnquiry:
    return replace(ASKED, address=address)


def barred_from(zone: Zone, address: Address) -> Outcome:
    facts = case(order(term(AREA, "to keep out", zone=zone)), asked=at(address)).facts
    return address_inside_prohibited_area.RULE.check(facts)


@pytest.mark.parametrize("radius", [100, 1000, 30_000])
def test_a_postcode_alone_never_stops(radius: int) -> None:
    outcome = barred_from(Zone("around here", WESTMINSTER, radius), BY_POSTCODE)
    assert isinstance(outcome, Raised)
    assert [finding.severity for finding in outcome.findings] == [Severity.ACT]


def test_where_somebody_located_it_it_stops() -> None:
    outcome = barred_from(Zone("around here", WESTMINSTER, 1000), LOCATED)
    assert isinstance(outcome, Raised)
    assert [finding.severity for finding in outcome.findings] == [None]


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        pytest.param(BY_POSTCODE, Clear, id="its postcode is far away"),
        pytest.param(NO_POSTCODE, CannotTell, id="no postcode"),
        pytest.param(NOBODYS, CannotTell, id="a postcode that nobody has"),
    ],
)
def test_only_without_a_postcode_is_there_no_telling(address: Address, kind: type[Outcome]) -> None:
    far_away = Zone("in Leeds", Point(430_000, 433_500, 10), 3000)
    assert isinstance(barred_from(far_away, address), kind)


@pytest.mark.parametrize(
    ("address", "home", "nearness"),
    [
        pytest.param(BY_POSTCODE, Address("9 Mill Yard, LS1 1UR"), Nearness.NOT_NEAR, id="two cities"),
        pytest.param(BY_POSTCODE, Address("9 Mill Yard, SW1A 2AA"), Nearness.NEAR, id="may be near"),
        pytest.param(BY_POSTCODE, NOBODYS, Nearness.CANNOT_TELL, id="her postcode is nobody's"),
    ],
)
def test_a_protected_home_by_postcode(address: Address, home: Address, nearness: Nearness) -> None:
    facts = case(protected_place(EX_PARTNER, home), asked=at(address)).facts
    assert [fact.nearness for fact in facts.place.protected] == [nearness]
    raised = isinstance(address_near_protected_person.RULE.check(facts), Raised)
    assert raised is (nearness is Nearness.NEAR)


def test_a_distance_from_a_home_that_is_known_by_its_postcode_is_never_sure() -> None:
    around_her = term(ProhibitionKind.NO_APPROACH, "not within 5 miles of her", zone=Zone("", None, 8000))
    home = protected_place(EX_PARTNER, Address("9 Mill Yard, SW1A 2AA"))
    facts = case(order(around_her), home, asked=at(LOCATED)).facts
    assert [(barred.by, barred.sure) for barred in facts.barred.terms if barred.by is BarredBy.AREA] == [
        (BarredBy.AREA, False)
    ]
