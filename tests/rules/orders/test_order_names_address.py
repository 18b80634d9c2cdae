"""Whether a term bars the address by name, or as the home of somebody who lives there."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    FRIEND,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    Case,
    case,
    condition,
    order,
    protected_place,
    term,
)
from riskflag.records import Address, NamedPerson, Prohibition, Variation
from riskflag.rules.orders.order_names_address import RULE
from riskflag.vocabulary import OrderType, ProhibitionKind, Uprn
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, STOP, answer

NO_ATTEND = ProhibitionKind.NO_ATTEND_ADDRESS
NO_ADDRESS = replace(ASKED, address=None, no_fixed_abode=True)
HOME_ELSEWHERE = protected_place(EX_PARTNER, OTHER_TOWN)
BUILDING = Uprn("990000000900")
FLAT_1 = Address(
    "Flat 1, 5 Elder Row, Fernhill, ZZ1 1AA",
    Uprn("990000000901"),
    BUILDING,
    "1",
    "5",
    "Elder Row",
    "Fernhill",
    "ZZ1 1AA",
)
FLAT_2 = replace(FLAT_1, text="Flat 2, 5 Elder Row, Fernhill, ZZ1 1AA", uprn=Uprn("990000000902"), unit="2")
IN_FLAT_1 = replace(ASKED, address=FLAT_1)


def names(place: Address, wording: str = "not to attend that address") -> Prohibition:
    """A term that names a place."""
    return term(NO_ATTEND, wording, place)


def varied(*terms: Prohibition, seen: bool) -> Case:
    """An order that named the house, varied to these terms."""
    version = Variation(date(2026, 9, 1), seen, terms, None, "until further order")
    return case(replace(order(names(PROPOSED)), variations=(version,)))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(
            case(order(names(PROPOSED)), lives_with=(FRIEND,)), STOP, id="she left, the order was not varied"
        ),
        pytest.param(
            case(order(names(PROPOSED)), protected_place(EX_PARTNER, OTHER_TOWN)),
            STOP,
            id="police know that she lives elsewhere, and the order still names the house",
        ),
        pytest.param(case(order(names(SAME_STREET))), CLEAR, id="a house further down the street"),
        pytest.param(
            case(
                order(
                    names(replace(PROPOSED, uprn=None, number="115", text="115 Elder Row, Fernhill, ZZ1 1AA"))
                )
            ),
            CLEAR,
            id="a longer number that ends alike",
        ),
        pytest.param(case(order(names(FLAT_1)), asked=IN_FLAT_1), STOP, id="the very flat"),
        pytest.param(case(order(names(FLAT_2)), asked=IN_FLAT_1), ACT, id="another flat of the building"),
        pytest.param(
            case(order(names(FLAT_2, "not to enter the building or its grounds")), asked=IN_FLAT_1),
            STOP,
            id="the wording takes in the whole building",
        ),
        pytest.param(
            case(order(names(Address("Elder Row, Fernhill, ZZ1 1AA")))),
            ACT,
            id="the order gives no house number",
        ),
        pytest.param(
            case(order(term(ProhibitionKind.EXCLUSION_AREA, "not to go within 50 metres", PROPOSED))),
            STOP,
            id="a distance around the house",
        ),
        pytest.param(case(condition(names(PROPOSED))), STOP, id="the licence names the house"),
        pytest.param(
            case(order(names(PROPOSED), expires_on=date(2026, 10, 1))), CLEAR, id="the order ended in October"
        ),
        pytest.param(
            case(order(replace(names(PROPOSED), ends_on=date(2026, 10, 1)))),
            CLEAR,
            id="the term ended in October",
        ),
        pytest.param(varied(seen=True), CANNOT_TELL, id="varied to an order without any recorded term"),
        pytest.param(varied(names(OTHER_TOWN), seen=True), CLEAR, id="varied to name another house"),
        pytest.param(varied(names(OTHER_TOWN), seen=False), STOP, id="nobody saw the varied order"),
        pytest.param(case(order(names(PROPOSED)), asked=NO_ADDRESS), CLEAR, id="no fixed abode"),
    ],
)
def test_named_places(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(
            case(order(term(NO_ATTEND, "not to attend her address")), lives_with=(EX_PARTNER,)),
            STOP,
            id="her home is barred and she lives here",
        ),
        pytest.param(
            case(order(term(ProhibitionKind.NO_ENTER_HOME_OF)), protected_place(EX_PARTNER, PROPOSED)),
            STOP,
            id="her home is barred and police place her here",
        ),
        pytest.param(
            case(order(term(NO_ATTEND)), lives_with=(NamedPerson("Beth Sample"),)),
            ACT,
            id="a name alone agrees",
        ),
        pytest.param(
            case(order(term(NO_ATTEND)), protected_place(EX_PARTNER, OTHER_TOWN), lives_with=(FRIEND,)),
            CLEAR,
            id="the relative lives in another town and the address has no tie to them",
        ),
        pytest.param(
            case(order(term(NO_ATTEND)), lives_with=(FRIEND,)), CLEAR, id="where she is is not known"
        ),
        pytest.param(
            case(order(term(ProhibitionKind.NO_CONTACT)), lives_with=(EX_PARTNER,)),
            CLEAR,
            id="contact is forbidden and no address: another rule",
        ),
        pytest.param(
            case(order(term(NO_ATTEND), protects=())),
            CANNOT_TELL,
            id="neither the place nor the person is named",
        ),
        pytest.param(
            case(order(term(ProhibitionKind.LEAVE_PREMISES), kind=OrderType.OCCUPATION_ORDER)),
            CANNOT_TELL,
            id="it does not say which home",
        ),
        pytest.param(
            case(order(term(ProhibitionKind.LEAVE_PREMISES), protects=()), asked=NO_ADDRESS),
            CLEAR,
            id="it does not say which home, and none is proposed",
        ),
        pytest.param(case(order()), CANNOT_TELL, id="no term is recorded"),
    ],
)
def test_somebodys_home(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        pytest.param("not to attend 5 Elder Row, Fernhill, ZZ1 1AA", STOP, id="the address in full"),
        pytest.param("not to go to 5 Elder Row", ACT, id="number and street"),
        pytest.param("not to go to 5 Elder Row or 9 Quay Street", CANNOT_TELL, id="two addresses"),
        pytest.param(
            "not to attend 31 Quay Street", CANNOT_TELL, id="another address, which only people read"
        ),
        pytest.param("not to attend The Old Forge", CANNOT_TELL, id="a house with a name"),
        pytest.param("not to attend wherever she lives", CLEAR, id="no address: her home"),
        pytest.param("not to attend her home or place of work", CLEAR, id="her home and her work"),
    ],
)
def test_an_address_that_stands_only_in_the_wording(wording: str, expected: str) -> None:
    assert answer(RULE, case(order(term(NO_ATTEND, wording)))) == expected


@pytest.mark.parametrize(
    "prohibition",
    [
        pytest.param(term(NO_ATTEND, "not to attend 31 Quay Street"), id="in words only"),
        pytest.param(term(NO_ATTEND, "not to attend the named premises"), id="left out altogether"),
        pytest.param(term(ProhibitionKind.PREMISES_CLOSED), id="closed, and nobody wrote which"),
    ],
)
def test_a_condition_whose_address_nobody_read_in_leaves_it_open(prohibition: Prohibition) -> None:
    assert answer(RULE, case(condition(prohibition, EX_PARTNER), HOME_ELSEWHERE)) == CANNOT_TELL
