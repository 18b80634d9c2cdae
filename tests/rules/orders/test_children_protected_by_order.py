"""Whether a protected child, or a child of the kind a term is about, is at the address."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    CHILD_OF_NINE,
    EX_PARTNER,
    FRIEND,
    MOTHER,
    OTHER_TOWN,
    PROPOSED,
    Case,
    case,
    condition,
    order,
    protected_place,
    term,
)
from riskflag.enquiry import Occupant, PlacementKind
from riskflag.records import NamedPerson
from riskflag.rules.orders.children_protected_by_order import RULE
from riskflag.vocabulary import OrderType, ProhibitionKind, Relationship
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, STOP, answer

NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact the relevant children")
NO_CHILD = term(ProhibitionKind.NO_RESIDE_WITH_CHILDREN, "not to live with any child")
UNDER_12 = replace(NO_CHILD, children_under=12)
CHILD = NamedPerson("the younger child", Relationship.CHILD)
TEENAGER = NamedPerson("Hal Sample", Relationship.OTHER_RELATIVE, date(2012, 1, 1))
AGE_UNKNOWN = NamedPerson("Ivy Sample", Relationship.OTHER_RELATIVE)
NOT_STATED = replace(ASKED, occupants_stated=None)
WEEKENDS = Occupant(CHILD_OF_NINE, visits_only=True)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(
            case(
                order(NO_CONTACT, kind=OrderType.NON_MOLESTATION_ORDER, protects=(EX_PARTNER, CHILD_OF_NINE)),
                lives_with=(MOTHER, WEEKENDS),
            ),
            STOP,
            id="the children stay with their grandmother at weekends",
        ),
        pytest.param(
            case(order(NO_CONTACT, protects=(CHILD_OF_NINE,)), protected_place(CHILD_OF_NINE, OTHER_TOWN)),
            CLEAR,
            id="the children live far away and never visit",
        ),
        pytest.param(
            case(order(NO_CONTACT, protects=(CHILD_OF_NINE,)), protected_place(CHILD_OF_NINE, PROPOSED)),
            STOP,
            id="children's services place the child here",
        ),
        pytest.param(
            case(order(NO_CONTACT, protects=(CHILD_OF_NINE,)), lives_with=(NamedPerson("Fay Sample"),)),
            ACT,
            id="a name agrees",
        ),
        pytest.param(
            case(order(NO_CONTACT, protects=(CHILD,)), lives_with=(CHILD,)),
            STOP,
            id="both records know the child by the same label",
        ),
        pytest.param(
            case(order(NO_CONTACT), lives_with=(EX_PARTNER,)), CLEAR, id="the protected person is grown up"
        ),
        pytest.param(
            case(order(protects=(CHILD_OF_NINE,)), lives_with=(CHILD_OF_NINE,)), STOP, id="terms unknown"
        ),
        pytest.param(case(order(protects=(CHILD_OF_NINE,))), CANNOT_TELL, id="terms unknown, child not seen"),
    ],
)
def test_named_children(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(
            case(order(NO_CHILD, protects=()), lives_with=(CHILD_OF_NINE,)), STOP, id="a child lives here"
        ),
        pytest.param(
            case(order(NO_CHILD, protects=()), lives_with=(WEEKENDS,)), STOP, id="a child stays here"
        ),
        pytest.param(
            case(order(NO_CHILD, protects=()), lives_with=(AGE_UNKNOWN,)), ACT, id="nobody knows the age"
        ),
        pytest.param(
            case(order(NO_CHILD, protects=()), lives_with=(MOTHER, FRIEND)), CLEAR, id="all are grown up"
        ),
        pytest.param(
            case(order(UNDER_12, protects=()), lives_with=(TEENAGER,)), CLEAR, id="under twelve, aged 14"
        ),
        pytest.param(
            case(order(UNDER_12, protects=()), lives_with=(CHILD_OF_NINE,)), STOP, id="under twelve, aged 9"
        ),
        pytest.param(case(condition(NO_CHILD), lives_with=(CHILD_OF_NINE,)), STOP, id="a licence condition"),
        pytest.param(
            case(order(NO_CHILD, protects=(CHILD_OF_NINE,)), lives_with=(TEENAGER,)),
            CLEAR,
            id="the term is about one named child, and another lives here",
        ),
        pytest.param(
            case(order(NO_CHILD, protects=(), expires_on=date(2026, 1, 1)), lives_with=(CHILD_OF_NINE,)),
            CLEAR,
            id="the order has ended",
        ),
        pytest.param(
            case(order(NO_CHILD, protects=()), asked=NOT_STATED), CANNOT_TELL, id="occupants unknown"
        ),
        pytest.param(
            case(
                order(NO_CHILD, protects=()),
                asked=replace(NOT_STATED, placement=PlacementKind.APPROVED_PREMISES),
            ),
            CLEAR,
            id="approved premises hold no child",
        ),
        pytest.param(
            case(order(NO_CHILD, protects=()), asked=replace(NOT_STATED, address=None, no_fixed_abode=True)),
            CLEAR,
            id="no fixed abode",
        ),
        pytest.param(case(lives_with=(CHILD_OF_NINE,)), CLEAR, id="a child and no order: another rule"),
    ],
)
def test_children_in_general(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected
