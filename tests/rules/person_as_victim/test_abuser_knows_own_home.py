"""An own home that an abuser of the person knows or can get into."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    HER,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    Case,
    abuse,
    case,
    conviction,
    note,
    order,
    own_address,
    term,
)
from riskflag.enquiry import AddressEnquiry, PlacementKind
from riskflag.records import (
    AbuseRole,
    Address,
    AddressUse,
    DomesticAbuseEvent,
    DomesticAbuseKind,
    NamedPerson,
    OrderRole,
    Record,
)
from riskflag.rules.person_as_victim.abuser_knows_own_home import RULE
from riskflag.vocabulary import ProhibitionKind
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, INFORM, answer

DAMAGE = DomesticAbuseKind.DAMAGE
HERSELF = NamedPerson("Nora Example")
MINE = own_address(PROPOSED, AddressUse.MAIN, tenant=True)
LONG_MINE = replace(MINE, starts_on=date(2019, 1, 1))
ENDED = date(2026, 1, 1)


def asked(placement: PlacementKind) -> AddressEnquiry:
    return replace(ASKED, placement=placement)


OWN = asked(PlacementKind.OWN_TENANCY)
NOT_SAID = asked(PlacementKind.NOT_STATED)


def event(
    at: Address | None = OTHER_TOWN,
    access: bool | None = None,
    on: date | None = date(2026, 11, 10),
    role: AbuseRole = AbuseRole.VICTIM,
) -> DomesticAbuseEvent:
    return replace(abuse(DAMAGE, EX_PARTNER, on, role), at=at, other_still_has_access=access)


def in_her_favour(expires_on: date | None = None) -> Record:
    made = order(term(ProhibitionKind.NO_CONTACT), protects=(HERSELF,), expires_on=expires_on)
    return replace(made, person_is=OrderRole.PROTECTED)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(event(PROPOSED), asked=OWN), ACT, id="broken into while she was away"),
        pytest.param(case(event(PROPOSED), MINE), ACT, id="an address record says that she is the tenant"),
        pytest.param(case(event(PROPOSED)), CLEAR, id="somebody else's household"),
        pytest.param(case(event(PROPOSED), asked=NOT_SAID), CANNOT_TELL, id="nobody says whose it is"),
        pytest.param(case(event(SAME_STREET), asked=OWN), CLEAR, id="it was two doors away"),
        pytest.param(case(event(None), asked=OWN), CANNOT_TELL, id="nobody says where the damage was done"),
        pytest.param(case(event(None)), CLEAR, id="nobody says where, and it is somebody else's household"),
        pytest.param(case(event(OTHER_TOWN), asked=OWN), CLEAR, id="it was in another town"),
        pytest.param(case(event(None, access=True), asked=OWN), ACT, id="the ex still has keys"),
        pytest.param(case(event(OTHER_TOWN, access=True), asked=OWN), CLEAR, id="keys to another place"),
        pytest.param(case(event(access=None), asked=OWN), CLEAR, id="a flat the ex does not know"),
        pytest.param(
            case(event(), MINE, asked=OWN), ACT, id="abused while already living there, and no order"
        ),
        pytest.param(case(event(on=date(2026, 10, 1)), MINE, asked=OWN), CLEAR, id="she moved in afterwards"),
        pytest.param(case(event(on=None), MINE, asked=OWN), ACT, id="nobody knows when"),
        pytest.param(case(event(), MINE, in_her_favour(), asked=OWN), CLEAR, id="an order is in force"),
        pytest.param(case(event(), in_her_favour(ENDED), asked=OWN), ACT, id="the order has ended"),
        pytest.param(
            case(in_her_favour(ENDED), asked=OWN), ACT, id="the order has ended, no event on record"
        ),
        pytest.param(
            case(event(on=date(2012, 1, 1)), LONG_MINE, asked=OWN),
            CLEAR,
            id="before she lived there, long ago",
        ),
        pytest.param(case(event(on=date(2020, 1, 1)), LONG_MINE, asked=OWN), CLEAR, id="over five years ago"),
        pytest.param(
            case(event(PROPOSED, role=AbuseRole.PERPETRATOR), asked=OWN), CLEAR, id="the person did it"
        ),
        pytest.param(
            case(conviction("02803", "burglary"), asked=OWN), CLEAR, id="nothing about an abuser at all"
        ),
    ],
)
def test_ways_in(of: Case, expected: str) -> None:
    assert answer(RULE, replace(of, dossier=replace(of.dossier, person=HER))) == expected


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        pytest.param(
            (in_her_favour(), note("police marker placed; locks changed")),
            INFORM,
            id="order, marker and locks",
        ),
        pytest.param((in_her_favour(), note("locks changed")), ACT, id="no marker"),
        pytest.param((in_her_favour(), note("police marker placed")), ACT, id="no locks"),
        pytest.param((in_her_favour(), note("locks changed, no marker")), ACT, id="a marker is denied"),
        pytest.param((note("police marker placed; locks changed"),), ACT, id="no order"),
        pytest.param(
            (in_her_favour(), note("marker placed; locks changed", address=OTHER_TOWN)), ACT, id="elsewhere"
        ),
    ],
)
def test_protections_on_record_make_it_information(records: tuple[Record, ...], expected: str) -> None:
    assert answer(RULE, case(event(PROPOSED), *records, person=HER, asked=OWN)) == expected
