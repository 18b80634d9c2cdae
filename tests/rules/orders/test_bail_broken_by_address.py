"""Whether bail allows the address, and whether those whom a live case is about are at or near it."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    FRIEND,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    Case,
    case,
    conviction,
    order,
    own_address,
    protected_place,
    term,
)
from riskflag.records import (
    Address,
    AddressUse,
    ConvictionOutcome,
    NamedPerson,
    Prohibition,
    ProtectiveOrder,
    Variation,
    Zone,
)
from riskflag.rules.orders.bail_broken_by_address import RULE
from riskflag.vocabulary import OrderType, ProhibitionKind, Relationship
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, STOP, answer

BROTHER = NamedPerson("Lee Example", Relationship.SIBLING, date(1990, 1, 1))
NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact him")
CHARGED = conviction("00801", "assault", BROTHER, outcome=ConvictionOutcome.PENDING)
AROUND = Zone("the town", PROPOSED.point, 2000)


def bail(*terms: Prohibition, expires_on: date | None = None) -> ProtectiveOrder:
    """Court bail that protects the brother."""
    return order(*terms, kind=OrderType.COURT_BAIL, protects=(BROTHER,), expires_on=expires_on)


def live_at(place: Address | None) -> Prohibition:
    """A term that requires living there."""
    return term(ProhibitionKind.RESIDE_AT, "to live there", place)


def varied_to(*terms: Prohibition) -> ProtectiveOrder:
    """Bail that forbade contact and was varied, the order seen."""
    return replace(bail(NO_CONTACT), variations=(Variation(date(2026, 11, 1), True, terms),))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(
            case(bail(NO_CONTACT), lives_with=(BROTHER,)), STOP, id="no contact with the brother; his address"
        ),
        pytest.param(
            case(bail(NO_CONTACT), lives_with=(NamedPerson("Lee Example"),)), ACT, id="a name alone agrees"
        ),
        pytest.param(case(bail(NO_CONTACT), lives_with=(FRIEND,)), CLEAR, id="a friend's address"),
        pytest.param(case(varied_to(live_at(PROPOSED)), lives_with=(BROTHER,)), CLEAR, id="bail was varied"),
        pytest.param(
            case(bail(NO_CONTACT, expires_on=date(2026, 8, 1)), lives_with=(BROTHER,)),
            CLEAR,
            id="bail has lapsed",
        ),
        pytest.param(case(bail(live_at(OTHER_TOWN))), STOP, id="bail requires another address"),
        pytest.param(case(bail(live_at(PROPOSED))), CLEAR, id="bail requires this address"),
        pytest.param(
            case(bail(live_at(Address("Elder Row, Fernhill, ZZ1 1AA")))), ACT, id="bail names the street"
        ),
        pytest.param(
            case(bail(live_at(OTHER_TOWN)), asked=replace(ASKED, address=None, no_fixed_abode=True)),
            STOP,
            id="bail requires an address and none is proposed",
        ),
        pytest.param(case(bail(live_at(None))), CANNOT_TELL, id="bail names no address"),
        pytest.param(
            case(bail(term(ProhibitionKind.NO_ENTER_ADDRESS, "keep out", PROPOSED))),
            STOP,
            id="the house is barred",
        ),
        pytest.param(
            case(bail(term(ProhibitionKind.EXCLUSION_AREA, "keep out of town", zone=AROUND))),
            STOP,
            id="the town is",
        ),
        pytest.param(
            case(own_address(OTHER_TOWN, AddressUse.BAIL)), CLEAR, id="an address once used for bail"
        ),
    ],
)
def test_bail(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(CHARGED, lives_with=(BROTHER,)), STOP, id="the complainant lives here"),
        pytest.param(case(CHARGED, lives_with=(NamedPerson("Lee Example"),)), ACT, id="may live here"),
        pytest.param(case(CHARGED, protected_place(BROTHER, SAME_STREET)), STOP, id="lives in the street"),
        pytest.param(case(CHARGED, protected_place(BROTHER, OTHER_TOWN)), CLEAR, id="lives far away"),
        pytest.param(case(CHARGED, lives_with=(FRIEND,)), CLEAR, id="somebody else lives here"),
        *(
            pytest.param(
                case(replace(CHARGED, outcome=ended), lives_with=(BROTHER,)), CLEAR, id=f"{ended.value}: over"
            )
            for ended in (ConvictionOutcome.CONVICTED, ConvictionOutcome.ACQUITTED)
        ),
    ],
)
def test_complainants_in_live_cases(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected
