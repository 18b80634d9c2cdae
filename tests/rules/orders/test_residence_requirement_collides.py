"""What required addresses collide with: barred places, protected homes, and each other."""

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
    own_address,
    protected_place,
    term,
)
from riskflag.enquiry import Purpose
from riskflag.records import Address, AddressUse, NamedPerson, Prohibition
from riskflag.rules.orders.residence_requirement_collides import RULE
from riskflag.vocabulary import OrderType, ProhibitionKind
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, STOP, answer

NO_CONTACT = order(term(ProhibitionKind.NO_CONTACT, "not to contact her"))
BARRED = order(term(ProhibitionKind.NO_ATTEND_ADDRESS, "not to attend her home", PROPOSED))
CURFEW = own_address(PROPOSED, AddressUse.CURFEW)
VAGUE = Address("Elder Row, Fernhill, ZZ1 1AA")


def live_at(place: Address | None) -> Prohibition:
    """A term that requires living there."""
    return term(ProhibitionKind.RESIDE_AT, "to live and sleep there", place)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(BARRED, CURFEW), STOP, id="the curfew is at a barred house"),
        pytest.param(
            case(BARRED, own_address(VAGUE, AddressUse.CURFEW)), ACT, id="it may be the barred house"
        ),
        pytest.param(
            case(BARRED, own_address(SAME_STREET, AddressUse.CURFEW)), CLEAR, id="a house next to it"
        ),
        pytest.param(
            case(BARRED, own_address(PROPOSED, AddressUse.MAIN)), CLEAR, id="no requirement, just an address"
        ),
        pytest.param(
            case(BARRED, replace(CURFEW, ends_on=date(2026, 11, 21))), CLEAR, id="the curfew has ended"
        ),
        pytest.param(
            case(BARRED, condition(live_at(PROPOSED))), STOP, id="the licence requires a barred house"
        ),
        pytest.param(
            case(NO_CONTACT, CURFEW, protected_place(EX_PARTNER, PROPOSED)),
            STOP,
            id="a curfew at the victim's home",
        ),
        pytest.param(
            case(CURFEW, protected_place(EX_PARTNER, PROPOSED)),
            CLEAR,
            id="without an order: the rule about nearness",
        ),
        pytest.param(
            case(NO_CONTACT, CURFEW, protected_place(EX_PARTNER, OTHER_TOWN)),
            CLEAR,
            id="she lives in another town",
        ),
        pytest.param(
            case(CURFEW, condition(live_at(PROPOSED))), CLEAR, id="curfew and licence name the same hostel"
        ),
        pytest.param(
            case(CURFEW, own_address(OTHER_TOWN, AddressUse.LICENCE_RESIDENCE)),
            STOP,
            id="two places for one night",
        ),
        pytest.param(
            case(CURFEW, order(live_at(OTHER_TOWN), kind=OrderType.COURT_BAIL)),
            STOP,
            id="bail and curfew disagree",
        ),
        pytest.param(
            case(CURFEW, own_address(Address("to be confirmed"), AddressUse.LICENCE_RESIDENCE)),
            ACT,
            id="one of the two cannot be read",
        ),
    ],
)
def test_collisions(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(order(live_at(OTHER_TOWN))), STOP, id="an order requires another address"),
        pytest.param(case(condition(live_at(OTHER_TOWN))), ACT, id="the licence names another address"),
        pytest.param(
            case(order(live_at(OTHER_TOWN), kind=OrderType.COURT_BAIL)),
            CLEAR,
            id="bail has a rule of its own",
        ),
        pytest.param(case(order(live_at(None))), CANNOT_TELL, id="the order does not say where"),
        pytest.param(case(condition(live_at(None))), CLEAR, id="the licence says: as approved"),
        pytest.param(case(order(live_at(PROPOSED))), CLEAR, id="an order requires this address"),
        pytest.param(
            case(condition(live_at(OTHER_TOWN)), asked=replace(ASKED, address=None, no_fixed_abode=True)),
            CLEAR,
            id="no fixed abode",
        ),
    ],
)
def test_requirements_that_are_elsewhere(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


TAGGED = replace(ASKED, purpose=Purpose.HOME_DETENTION_CURFEW)
ONLY_A_NAME = NamedPerson("Beth Sample")


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(NO_CONTACT, CURFEW, lives_with=(EX_PARTNER,)), STOP, id="she is named as occupant"),
        pytest.param(case(NO_CONTACT, CURFEW, lives_with=(ONLY_A_NAME,)), ACT, id="only the name agrees"),
        pytest.param(case(NO_CONTACT, CURFEW, lives_with=(FRIEND,)), CLEAR, id="a friend lives there"),
        pytest.param(case(NO_CONTACT, lives_with=(EX_PARTNER,)), CLEAR, id="nothing ties him to her home"),
        pytest.param(case(NO_CONTACT, asked=TAGGED, lives_with=(EX_PARTNER,)), STOP, id="a tag at her home"),
        pytest.param(case(BARRED, asked=TAGGED), STOP, id="a tag at a barred house"),
        pytest.param(case(BARRED), CLEAR, id="no tag: the rule about the house"),
        pytest.param(case(asked=TAGGED, lives_with=(EX_PARTNER,)), CLEAR, id="a tag, and no order"),
    ],
)
def test_a_requirement_or_a_tag_at_the_home_of_somebody_protected(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected
