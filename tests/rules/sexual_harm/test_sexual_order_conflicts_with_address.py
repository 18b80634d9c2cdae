"""Terms made because of a sexual risk, set against the address and those who live there."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    CHILD_OF_NINE,
    FRIEND,
    MOTHER,
    OCCUPANTS_UNKNOWN,
    OTHER_TOWN,
    PARTNER,
    PROPOSED,
    Case,
    alert,
    case,
    check,
    condition,
    conviction,
    order,
    registration,
    term,
)
from riskflag.records import CheckKind, NamedPerson, Prohibition, ProtectiveOrder, Record
from riskflag.rules.sexual_harm.sexual_order_conflicts_with_address import RULE
from riskflag.vocabulary import OrderType, ProhibitionKind, Relationship
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, INFORM, STOP, answer

KIND = ProhibitionKind
CHILD = CHILD_OF_NINE
NO_CHILDREN = term(KIND.NO_RESIDE_WITH_CHILDREN)
INTERNET = term(KIND.DEVICES_OR_INTERNET)
FIFTEEN = NamedPerson("Rae Sample", Relationship.SIBLING, date(2011, 2, 1))
AGE_UNKNOWN = NamedPerson("Sky Sample", Relationship.OTHER_RELATIVE)
PREVENTION = OrderType.SEXUAL_HARM_PREVENTION_ORDER
SEXUAL_OFFENCE = conviction("02000", "sexual assault")


def made(
    *terms: Prohibition,
    kind: OrderType = PREVENTION,
    protects: tuple[NamedPerson, ...] = (),
    expires_on: date | None = None,
) -> ProtectiveOrder:
    return order(*terms, kind=kind, protects=protects, expires_on=expires_on)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(made(NO_CHILDREN), lives_with=(CHILD,)), STOP, id="no children, and a child"),
        pytest.param(
            case(made(NO_CHILDREN), lives_with=(FRIEND,)), CLEAR, id="no children, and a grown friend"
        ),
        pytest.param(case(made(NO_CHILDREN), lives_with=(AGE_UNKNOWN,)), ACT, id="somebody of unknown age"),
        pytest.param(
            case(made(replace(NO_CHILDREN, children_under=14)), lives_with=(FIFTEEN,)),
            CLEAR,
            id="fourteen is the limit, and the child is fifteen",
        ),
        pytest.param(
            case(made(replace(NO_CHILDREN, children_under=16)), lives_with=(FIFTEEN,)),
            STOP,
            id="sixteen is the limit, and the child is fifteen",
        ),
        pytest.param(
            case(made(term(KIND.NO_CONTACT_WITH_CHILDREN)), lives_with=(CHILD,)),
            STOP,
            id="no contact with children",
        ),
        pytest.param(
            case(made(NO_CHILDREN, expires_on=date(2026, 1, 1)), lives_with=(CHILD,)),
            CLEAR,
            id="ended in January",
        ),
        pytest.param(case(made(NO_CHILDREN), asked=OCCUPANTS_UNKNOWN), CANNOT_TELL, id="household unknown"),
        pytest.param(
            case(made(NO_CHILDREN), asked=replace(ASKED, address=None, no_fixed_abode=True)),
            CLEAR,
            id="no address",
        ),
        pytest.param(case(made(INTERNET), lives_with=(MOTHER,)), INFORM, id="the internet only"),
        pytest.param(case(made(INTERNET, NO_CHILDREN), lives_with=(CHILD,)), STOP, id="internet and a child"),
        pytest.param(case(made(), lives_with=(FRIEND,)), CANNOT_TELL, id="an order without its terms"),
        pytest.param(
            case(made(term(KIND.NO_CONTACT), protects=(FRIEND,)), lives_with=(FRIEND,)),
            STOP,
            id="a named person",
        ),
        pytest.param(
            case(made(term(KIND.NO_CONTACT), protects=(NamedPerson("Dan Sample"),)), lives_with=(FRIEND,)),
            ACT,
            id="somebody of the same name",
        ),
        pytest.param(
            case(made(term(KIND.NO_ENTER_ADDRESS, place=PROPOSED))), STOP, id="this place, by its address"
        ),
        pytest.param(case(made(term(KIND.NO_ENTER_ADDRESS, place=OTHER_TOWN))), CLEAR, id="another place"),
        pytest.param(case(made(term(KIND.EXCLUSION_AREA))), CANNOT_TELL, id="an area nobody recorded"),
        pytest.param(case(made(term(KIND.NOTIFY)), lives_with=(PARTNER,)), ACT, id="report a partner"),
        pytest.param(case(made(term(KIND.NOTIFY)), lives_with=(FRIEND,)), CLEAR, id="nobody to report"),
    ],
)
def test_terms_of_a_prevention_order(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        pytest.param(
            OrderType.SEXUAL_OFFENCES_PREVENTION_ORDER, STOP, id="the older prevention order lives on"
        ),
        pytest.param(OrderType.SEXUAL_RISK_ORDER, STOP, id="sexual risk order"),
        pytest.param(OrderType.RISK_OF_SEXUAL_HARM_ORDER, STOP, id="risk of sexual harm order"),
        pytest.param(OrderType.VIOLENT_OFFENDER_ORDER, STOP, id="violent offender order"),
        pytest.param(OrderType.SEX_OFFENDER_NOTIFICATION, CLEAR, id="a duty to notify forbids nothing"),
        pytest.param(OrderType.RESTRAINING_ORDER, CLEAR, id="a restraining order has rules of its own"),
        pytest.param(OrderType.NON_MOLESTATION_ORDER, CLEAR, id="a family court order has rules of its own"),
    ],
)
def test_kinds_of_order(kind: OrderType, expected: str) -> None:
    assert answer(RULE, case(made(NO_CHILDREN, kind=kind), lives_with=(CHILD,))) == expected


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        pytest.param(
            (condition(NO_CHILDREN, code="fce34fb2"),), STOP, id="the condition on living with children"
        ),
        pytest.param(
            (condition(NO_CHILDREN, code="4A5FED48"),), STOP, id="a condition, its code in capitals"
        ),
        pytest.param((condition(NO_CHILDREN),), CLEAR, id="about children, and nothing sexual on record"),
        pytest.param(
            (condition(NO_CHILDREN), SEXUAL_OFFENCE), STOP, id="about children, with a sexual offence"
        ),
        pytest.param(
            (condition(NO_CHILDREN), alert("SOR")), STOP, id="about children, a registered offender"
        ),
        pytest.param(
            (condition(term(KIND.CURFEW_AT)), SEXUAL_OFFENCE), CLEAR, id="a curfew, a sexual offence"
        ),
    ],
)
def test_licence_conditions(records: tuple[Record, ...], expected: str) -> None:
    assert answer(RULE, case(*records, lives_with=(CHILD,))) == expected


@pytest.mark.parametrize(
    ("result", "allows", "expected"),
    [
        pytest.param(
            "written assessment supports it", "with written approval", ACT, id="allowed, and assessed"
        ),
        pytest.param(
            "written assessment supports it", None, STOP, id="assessed, and the order allows nothing"
        ),
        pytest.param("no concerns", "with written approval", STOP, id="a routine answer approves nothing"),
    ],
)
def test_written_approval_that_the_order_allows(result: str, allows: str | None, expected: str) -> None:
    approved = replace(check(CheckKind.CHILDRENS_SERVICES), result=result)
    of = case(made(replace(NO_CHILDREN, allows=allows)), approved, lives_with=(CHILD,))
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("flag", "expected"),
    [
        pytest.param(alert("SSHO"), CANNOT_TELL, id="alerted to an order that nobody has seen"),
        pytest.param(
            registration("SOPS", "Sexual Harm Prevention Order"), CANNOT_TELL, id="registered, not seen"
        ),
        pytest.param(alert("SOR"), CLEAR, id="registered, and no order spoken of"),
        pytest.param(alert("OHCO"), CLEAR, id="another court order"),
    ],
)
def test_an_order_known_only_as_a_flag_cannot_be_read(flag: Record, expected: str) -> None:
    assert answer(RULE, case(flag, lives_with=(FRIEND,))) == expected
