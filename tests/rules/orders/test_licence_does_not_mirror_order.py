"""Whether the licence covers the people and places that orders protect, and when that is asked."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    MOTHER,
    OTHER_TOWN,
    PARTNER,
    Case,
    case,
    condition,
    conviction,
    order,
    term,
)
from riskflag.records import LicenceConditionStatus, NamedPerson
from riskflag.rule import Raised
from riskflag.rules.orders.licence_does_not_mirror_order import RULE
from riskflag.vocabulary import OrderType, ProhibitionKind, Relationship, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, outcome

NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact her")
NO_VIOLENCE = term(ProhibitionKind.NO_VIOLENCE_OR_HARASSMENT, "not to use violence")
AREA = term(ProhibitionKind.EXCLUSION_AREA, "to keep out of the town")
NO_CHILD = term(ProhibitionKind.NO_RESIDE_WITH_CHILDREN, "not to live with children")
GOOD_CONDUCT = term(ProhibitionKind.OTHER, "to be of good behaviour")
VICTIMS = term(ProhibitionKind.NO_CONTACT, "not to contact any victim of your offences")
MIRROR = condition(NO_CONTACT, EX_PARTNER, code="4858cd8b")
JUST_HER_NAME = NamedPerson("Beth Sample", Relationship.UNKNOWN)
IN_SPRING = replace(ASKED, release_date=date(2027, 3, 1))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(order(NO_CONTACT)), ACT, id="release in nine days and nothing drafted"),
        pytest.param(
            case(order(NO_CONTACT), condition(GOOD_CONDUCT)), ACT, id="only the standard conditions"
        ),
        pytest.param(case(order(NO_CONTACT), MIRROR), CLEAR, id="the licence forbids contact with her"),
        pytest.param(
            case(order(NO_CONTACT), condition(NO_CONTACT, JUST_HER_NAME)),
            CLEAR,
            id="it gives her name and no more",
        ),
        pytest.param(
            case(order(NO_CONTACT), condition(replace(NO_CONTACT, wording="not to contact Beth Sample"))),
            CLEAR,
            id="her name stands in its wording",
        ),
        pytest.param(
            case(order(NO_CONTACT), condition(NO_CONTACT, PARTNER)), ACT, id="it is about somebody else"
        ),
        pytest.param(
            case(order(NO_CONTACT, protects=(EX_PARTNER, MOTHER)), MIRROR),
            ACT,
            id="two are protected, one is covered",
        ),
        pytest.param(
            case(order(NO_CONTACT), replace(MIRROR, status=LicenceConditionStatus.REMOVED)),
            ACT,
            id="it was removed",
        ),
        pytest.param(
            case(order(NO_CONTACT), condition(VICTIMS), conviction("00801", "assault", EX_PARTNER)),
            CLEAR,
            id="it covers victims, and she is one",
        ),
        pytest.param(
            case(order(NO_CONTACT), condition(VICTIMS)), ACT, id="it covers victims; she is not known as one"
        ),
        pytest.param(case(order(AREA, protects=())), ACT, id="an area without a condition"),
        pytest.param(case(order(AREA, protects=()), condition(AREA)), CLEAR, id="an area with one"),
        pytest.param(
            case(order(AREA, protects=()), condition(NO_CONTACT)), ACT, id="an area, and a contact condition"
        ),
        pytest.param(
            case(order(NO_CHILD, protects=()), condition(GOOD_CONDUCT, code="fce34fb2")),
            CLEAR,
            id="the condition's code says that it is about children",
        ),
        pytest.param(case(order(NO_VIOLENCE)), CLEAR, id="nothing to mirror"),
        pytest.param(case(order(NO_CONTACT, expires_on=date(2026, 9, 1))), CLEAR, id="the order has ended"),
        pytest.param(
            case(order(NO_CONTACT, kind=OrderType.COURT_BAIL)), CLEAR, id="bail is not for a licence"
        ),
        pytest.param(case(order(NO_CONTACT), asked=IN_SPRING), CLEAR, id="release in spring, no licence yet"),
        pytest.param(
            case(order(NO_CONTACT), condition(GOOD_CONDUCT), asked=IN_SPRING),
            ACT,
            id="release in spring, drafted",
        ),
        pytest.param(
            case(order(NO_CONTACT), asked=replace(ASKED, release_date=None)),
            CANNOT_TELL,
            id="release date unknown",
        ),
        pytest.param(
            case(order(NO_CONTACT), asked=replace(ASKED, release_date=date(2026, 10, 1))),
            ACT,
            id="already released",
        ),
        pytest.param(
            case(order(NO_CONTACT), not_asked=(Source.LICENCE_CONDITIONS,)),
            CANNOT_TELL,
            id="nobody asked for the licence, which is not an empty licence",
        ),
    ],
)
def test_mirrors(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_the_condition_need_not_repeat_every_term() -> None:
    her_home = term(ProhibitionKind.NO_ATTEND_ADDRESS, "not to attend her home", OTHER_TOWN)
    assert answer(RULE, case(order(NO_CONTACT, her_home), MIRROR)) == CLEAR


def test_the_evidence_quotes_the_terms() -> None:
    came_to = outcome(RULE, case(order(NO_CONTACT, AREA)))
    assert isinstance(came_to, Raised)
    assert [e.says.rpartition(": ")[2] for e in came_to.findings[0].evidence] == [
        NO_CONTACT.wording,
        AREA.wording,
    ]
