"""Whose tenancy it is, how an abuser may come there, and what keeps them out."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    OTHER_TOWN,
    PROPOSED,
    TODAY,
    Case,
    abuse,
    case,
    note,
    order,
    own_address,
    term,
)
from riskflag.enquiry import PlacementKind
from riskflag.facts.own_home import Way, holds_tenancy, made_safe, ways_in
from riskflag.records import (
    AbuseRole,
    Address,
    AddressUse,
    DomesticAbuseKind,
    OrderRole,
    Record,
)
from riskflag.vocabulary import ProhibitionKind
from tests.facts.bands import FLAT_IN_IT, NO_NUMBER, NOT_READABLE

UNSTATED = replace(ASKED, placement=PlacementKind.NOT_STATED)
HOMELESS = replace(UNSTATED, address=None, no_fixed_abode=True)
HIT_BY_HER = abuse(DomesticAbuseKind.PHYSICAL_VIOLENCE, EX_PARTNER, role=AbuseRole.VICTIM)
PROTECTS_HIM = replace(order(term(ProhibitionKind.NO_CONTACT)), person_is=OrderRole.PROTECTED)
LIVED_HERE = replace(own_address(PROPOSED, AddressUse.MAIN), starts_on=date(2024, 1, 1))


def tenancy(address: Address = PROPOSED, tenant: bool | None = True) -> Record:
    return own_address(address, AddressUse.MAIN, tenant=tenant)


@pytest.mark.parametrize(
    ("of", "holds"),
    [
        pytest.param(case(asked=replace(ASKED, placement=PlacementKind.OWN_TENANCY)), True, id="he says so"),
        pytest.param(case(tenancy(), asked=UNSTATED), True, id="the record says so"),
        pytest.param(case(tenancy(), asked=ASKED), True, id="the record says so, whatever the enquiry says"),
        pytest.param(case(tenancy(tenant=False), asked=UNSTATED), False, id="the record says not"),
        pytest.param(case(tenancy(tenant=None), asked=UNSTATED), None, id="the record does not say"),
        pytest.param(case(asked=UNSTATED), None, id="nothing is recorded"),
        pytest.param(case(asked=ASKED), False, id="another kind of place is stated"),
        pytest.param(case(tenancy(), tenancy(tenant=False), asked=UNSTATED), True, id="two records differ"),
        pytest.param(case(tenancy(OTHER_TOWN), asked=UNSTATED), None, id="his tenancy is elsewhere"),
        pytest.param(case(tenancy(NO_NUMBER), asked=UNSTATED), None, id="his tenancy may be elsewhere"),
        pytest.param(case(asked=HOMELESS), False, id="no address is proposed"),
    ],
)
def test_whose_tenancy_it_is(of: Case, holds: bool | None) -> None:
    assert holds_tenancy(of.facts) is holds


def ways(of: Case) -> list[Way]:
    return [way for _, way in ways_in(of.facts)]


@pytest.mark.parametrize(
    ("at", "access", "expected"),
    [
        pytest.param(PROPOSED, None, [Way.WAS_HERE], id="it happened here"),
        pytest.param(NO_NUMBER, None, [Way.WAS_HERE], id="it may have happened here"),
        pytest.param(NOT_READABLE, None, [Way.WAS_HERE], id="nobody can read where it happened"),
        pytest.param(FLAT_IN_IT, None, [], id="it happened in another flat"),
        pytest.param(OTHER_TOWN, None, [], id="it happened elsewhere"),
        pytest.param(PROPOSED, True, [Way.WAS_HERE, Way.HAS_ACCESS], id="here, and she has keys"),
        pytest.param(None, True, [Way.HAS_ACCESS], id="she has keys, nobody says to where"),
        pytest.param(OTHER_TOWN, True, [], id="she has keys to another place"),
        pytest.param(None, False, [], id="she has no keys"),
        pytest.param(None, None, [], id="nobody says whether she has keys"),
    ],
)
def test_an_abuser_who_was_here_or_can_get_in(
    at: Address | None, access: bool | None, expected: list[Way]
) -> None:
    event = replace(HIT_BY_HER, at=at, other_still_has_access=access)
    assert ways(case(event)) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, [], id="in force"),
        pytest.param({"expires_on": TODAY, "duration_wording": None}, [], id="ends today"),
        pytest.param(
            {"expires_on": date(2026, 11, 21), "duration_wording": None},
            [Way.ORDER_ENDED],
            id="ended yesterday",
        ),
        pytest.param({"person_is": OrderRole.BOUND}, [], id="it binds him, and nobody abused him"),
    ],
)
def test_an_order_that_ended(changes: dict[str, Any], expected: list[Way]) -> None:
    assert ways(case(replace(PROTECTS_HIM, **changes))) == expected


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        pytest.param(
            (HIT_BY_HER, LIVED_HERE), [Way.NO_ORDER], id="he lived here then, and no order was made"
        ),
        pytest.param((HIT_BY_HER,), [], id="nobody says where he lived"),
        pytest.param(
            (HIT_BY_HER, replace(LIVED_HERE, starts_on=date(2025, 5, 2))), [], id="he came here a day later"
        ),
        pytest.param(
            (HIT_BY_HER, replace(LIVED_HERE, starts_on=date(2025, 5, 1))), [Way.NO_ORDER], id="that very day"
        ),
        pytest.param(
            (HIT_BY_HER, replace(LIVED_HERE, starts_on=None)), [Way.NO_ORDER], id="nobody says when"
        ),
        pytest.param((HIT_BY_HER, replace(LIVED_HERE, address=OTHER_TOWN)), [], id="he lived elsewhere"),
        pytest.param(
            (replace(HIT_BY_HER, happened_on=date(2021, 11, 22)), replace(LIVED_HERE, starts_on=None)),
            [Way.NO_ORDER],
            id="five years ago to the day",
        ),
        pytest.param(
            (replace(HIT_BY_HER, happened_on=date(2021, 11, 21)), replace(LIVED_HERE, starts_on=None)),
            [],
            id="longer ago",
        ),
        pytest.param((HIT_BY_HER, LIVED_HERE, PROTECTS_HIM), [], id="an order protects him"),
        pytest.param(
            (replace(HIT_BY_HER, person_is=AbuseRole.PERPETRATOR), LIVED_HERE), [], id="he hit her instead"
        ),
    ],
)
def test_abuse_at_a_home_she_knows_without_an_order(records: tuple[Record, ...], expected: list[Way]) -> None:
    assert ways(case(*records)) == expected


@pytest.mark.parametrize(
    ("records", "safe"),
    [
        pytest.param((note("police marker on the address; locks changed"),), True, id="marker and locks"),
        pytest.param((note("police marker"), note("locks were changed")), True, id="in two notes"),
        pytest.param((note("police marker; target-hardened"),), True, id="target-hardened"),
        pytest.param((note("police marker; Sanctuary Scheme"),), True, id="the sanctuary scheme"),
        pytest.param((note("police marker"),), False, id="no locks"),
        pytest.param((note("locks changed"),), False, id="no marker"),
        pytest.param((note("no marker yet; locks changed"),), False, id="the marker is denied"),
        pytest.param((note("marker; a block of flats"),), False, id="part of another word"),
        pytest.param((note("police marker; locks", address=PROPOSED),), True, id="on the address by name"),
        pytest.param(
            (note("police marker; locks", address=NO_NUMBER),), False, id="perhaps on another house"
        ),
        pytest.param((note("police marker; locks", address=FLAT_IN_IT),), False, id="on another flat"),
    ],
)
def test_what_keeps_an_abuser_out(records: tuple[Record, ...], safe: bool) -> None:
    assert made_safe(case(PROTECTS_HIM, *records).facts) is safe
    assert not made_safe(case(*records).facts)
    ended = replace(PROTECTS_HIM, expires_on=date(2026, 11, 21), duration_wording=None)
    assert not made_safe(case(ended, *records).facts)
