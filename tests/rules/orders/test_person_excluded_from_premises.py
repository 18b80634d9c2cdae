"""Which orders and closures exclude a person from premises, even from their own."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    TODAY,
    Case,
    case,
    incident,
    order,
    own_address,
    term,
)
from riskflag.records import Address, AddressUse, PlaceIncidentKind
from riskflag.rules.orders.person_excluded_from_premises import RULE
from riskflag.vocabulary import OrderType, ProhibitionKind, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, STOP, answer

LEAVE = term(ProhibitionKind.LEAVE_PREMISES, "to leave the house", PROPOSED)
SOME_HOME = term(ProhibitionKind.LEAVE_PREMISES, "to leave the family home")
TENANCY = own_address(PROPOSED, AddressUse.MAIN, tenant=True)
CLOSURE = PlaceIncidentKind.CLOSURE


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (OrderType.OCCUPATION_ORDER, STOP),
        (OrderType.UNDERTAKING, STOP),
        (OrderType.DOMESTIC_VIOLENCE_PROTECTION_ORDER, STOP),
        (OrderType.DOMESTIC_ABUSE_PROTECTION_ORDER, STOP),
        (OrderType.ANTI_SOCIAL_BEHAVIOUR_INJUNCTION, STOP),
        (OrderType.RESPECT_ORDER, STOP),
        (OrderType.HOUSING_INJUNCTION, STOP),
        (OrderType.RESTRAINING_ORDER, CLEAR),
        (OrderType.CRIMINAL_BEHAVIOUR_ORDER, CLEAR),
    ],
)
def test_kinds_of_order(kind: OrderType, expected: str) -> None:
    assert answer(RULE, case(order(LEAVE, kind=kind), TENANCY)) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(
            case(order(LEAVE, kind=OrderType.OCCUPATION_ORDER, expires_on=date(2026, 8, 31)), TENANCY),
            CLEAR,
            id="the order ended, she moved and he is sole tenant",
        ),
        pytest.param(
            case(order(replace(LEAVE, place=SAME_STREET), kind=OrderType.OCCUPATION_ORDER)),
            CLEAR,
            id="another house",
        ),
        pytest.param(
            case(
                order(replace(LEAVE, place=Address("Elder Row, Fernhill")), kind=OrderType.OCCUPATION_ORDER)
            ),
            ACT,
            id="the order gives the street alone",
        ),
        pytest.param(
            case(order(SOME_HOME, kind=OrderType.OCCUPATION_ORDER)),
            CANNOT_TELL,
            id="it does not say which home",
        ),
        pytest.param(
            case(order(SOME_HOME, kind=OrderType.OCCUPATION_ORDER), lives_with=(EX_PARTNER,)),
            STOP,
            id="it does not say which home, and she lives here",
        ),
        pytest.param(
            case(
                order(SOME_HOME, kind=OrderType.OCCUPATION_ORDER),
                asked=replace(ASKED, address=None, no_fixed_abode=True),
            ),
            CLEAR,
            id="no fixed abode",
        ),
    ],
)
def test_where_and_when(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(place=(incident(CLOSURE),)), STOP, id="closed this month"),
        pytest.param(
            case(place=(incident(CLOSURE, date(2026, 5, 22)),)), STOP, id="closed six months ago today"
        ),
        pytest.param(
            case(place=(incident(CLOSURE, date(2026, 5, 21)),)), CLEAR, id="longer ago than it can last"
        ),
        pytest.param(
            case(place=(replace(incident(CLOSURE), happened_on=None),)),
            STOP,
            id="closed on a day nobody recorded",
        ),
        pytest.param(
            case(place=(incident(CLOSURE, address=Address("Elder Row, Fernhill, ZZ1 1AA")),)),
            ACT,
            id="maybe here",
        ),
        pytest.param(case(place=(incident(CLOSURE, address=OTHER_TOWN),)), CLEAR, id="closed elsewhere"),
        pytest.param(
            case(place=(incident(PlaceIncidentKind.DRUG_USE, TODAY),)), CLEAR, id="drugs: another rule"
        ),
        pytest.param(case(not_asked=(Source.PLACE_REGISTER,)), CANNOT_TELL, id="the register was not asked"),
    ],
)
def test_closures(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected
