"""Which terms bar the address, and which could not be read."""

from dataclasses import replace

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    Case,
    case,
    order,
    protected_place,
    term,
)
from riskflag.facts.barred import BarredBy
from riskflag.records import Address, NamedPerson, Point, Prohibition, Zone
from riskflag.vocabulary import OrderType, ProhibitionKind

NO_ATTEND = ProhibitionKind.NO_ATTEND_ADDRESS
AREA = ProhibitionKind.EXCLUSION_AREA
AROUND = Zone("the town", Point(400000, 300000, 10), 900)
RADIUS_ONLY = Zone("within 200 metres of her", None, 200)
LIVING_ALLOWED = replace(term(NO_ATTEND, "not to attend", PROPOSED), allows="to live there from May")


@pytest.mark.parametrize(
    ("barring", "by"),
    [
        pytest.param(term(NO_ATTEND, "not to attend", PROPOSED), [(BarredBy.NAME, True)], id="named"),
        pytest.param(
            term(NO_ATTEND, "not to attend", Address("Elder Row")), [(BarredBy.NAME, False)], id="perhaps"
        ),
        pytest.param(term(NO_ATTEND, "not to attend", OTHER_TOWN), [], id="another place is named"),
        pytest.param(term(AREA, "keep out", zone=AROUND), [(BarredBy.AREA, True)], id="inside an area"),
        pytest.param(
            term(NO_ATTEND, "keep out", PROPOSED, AROUND),
            [(BarredBy.NAME, True), (BarredBy.AREA, True)],
            id="named, and an area besides",
        ),
        pytest.param(LIVING_ALLOWED, [], id="living there is allowed"),
        pytest.param(
            term(ProhibitionKind.RESIDE_AT, "live there", PROPOSED, AROUND), [], id="a duty bars nothing"
        ),
        pytest.param(
            term(ProhibitionKind.PREMISES_CLOSED, "closed", PROPOSED), [(BarredBy.NAME, True)], id="closed"
        ),
    ],
)
def test_what_bars_the_address(barring: Prohibition, by: list[tuple[BarredBy, bool]]) -> None:
    assert [(barred.by, barred.sure) for barred in case(order(barring)).facts.barred.terms] == by


@pytest.mark.parametrize(
    ("of", "unread"),
    [
        pytest.param(case(order(term(AREA))), 1, id="an area that nobody recorded"),
        pytest.param(
            case(order(term(AREA, zone=RADIUS_ONLY))), 1, id="a radius around somebody nobody can find"
        ),
        pytest.param(
            case(order(term(AREA, zone=RADIUS_ONLY)), protected_place(EX_PARTNER, SAME_STREET)),
            0,
            id="found, near",
        ),
        pytest.param(
            case(order(term(AREA, zone=RADIUS_ONLY)), protected_place(EX_PARTNER, OTHER_TOWN)),
            0,
            id="found, far away",
        ),
        pytest.param(case(order(term(AREA, zone=AROUND))), 0, id="an area that is drawn"),
    ],
)
def test_areas_that_cannot_be_read(of: Case, unread: int) -> None:
    assert len(of.facts.barred.unread_areas) == unread


@pytest.mark.parametrize(
    ("kind", "protects", "unread"),
    [
        (ProhibitionKind.NO_ATTEND_ADDRESS, (EX_PARTNER,), 0),
        (ProhibitionKind.NO_ATTEND_ADDRESS, (), 1),
        (ProhibitionKind.LEAVE_PREMISES, (EX_PARTNER,), 1),
        (ProhibitionKind.OCCUPATION_EXCLUSION, (EX_PARTNER,), 1),
        (ProhibitionKind.PREMISES_CLOSED, (), 1),
        (ProhibitionKind.PREMISES_CLOSED, (EX_PARTNER,), 1),
        (ProhibitionKind.NO_CONTACT, (), 0),
    ],
)
def test_addresses_that_nobody_recorded(
    kind: ProhibitionKind, protects: tuple[NamedPerson, ...], unread: int
) -> None:
    assert len(case(order(term(kind), protects=protects)).facts.barred.unread_addresses) == unread


@pytest.mark.parametrize(
    ("kind", "found"),
    [(OrderType.COURT_BAIL, 1), (OrderType.POLICE_BAIL, 1), (OrderType.RESTRAINING_ORDER, 0)],
)
def test_bail_is_told_apart(kind: OrderType, found: int) -> None:
    of = case(order(term(ProhibitionKind.NO_CONTACT), kind=kind), lives_with=(EX_PARTNER,))
    assert len(of.facts.barred.by_bail) == found
