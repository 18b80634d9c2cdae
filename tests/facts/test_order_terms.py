"""What a term keeps the person from, what it allows, and how evidence quotes it."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import PROPOSED, case, condition, order, term
from riskflag.records import Prohibition, ProtectiveOrder
from riskflag.vocabulary import OrderType, ProhibitionKind

NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact her")


@pytest.mark.parametrize(
    ("allows", "living"),
    [
        (None, False),
        ("", False),
        ("to reside with her", True),
        ("residence at the family home", True),
        ("to live together", True),
        ("cohabitation", True),
        ("to stay overnight", True),
        ("letters through solicitors", False),
        ("contact at her house, but not to live there", False),
        ("to live there unless she objects", False),
        ("contact, save that he may not stay", False),
        ("delivery of letters", False),
    ],
)
def test_what_is_allowed(allows: str | None, living: bool) -> None:
    (fact,) = case(order(replace(NO_CONTACT, allows=allows))).facts.orders.terms
    assert fact.allows_living_there is living


@pytest.mark.parametrize(
    ("drafted", "keeps_away"),
    [
        pytest.param(NO_CONTACT, True, id="no contact"),
        pytest.param(
            term(ProhibitionKind.NO_ATTEND_ADDRESS, "not to attend her home"), True, id="wherever she lives"
        ),
        pytest.param(term(ProhibitionKind.NO_ATTEND_ADDRESS, "keep out", PROPOSED), False, id="one house"),
        pytest.param(
            term(ProhibitionKind.NO_ENTER_HOME_OF, "keep out", PROPOSED), True, id="her home, and which"
        ),
        pytest.param(term(ProhibitionKind.NO_VIOLENCE_OR_HARASSMENT), False, id="no violence"),
        pytest.param(term(ProhibitionKind.EXCLUSION_AREA), False, id="an area"),
    ],
)
def test_whom_it_keeps_away(drafted: Prohibition, keeps_away: bool) -> None:
    (fact,) = case(order(drafted)).facts.orders.terms
    assert fact.keeps_away is keeps_away


@pytest.mark.parametrize(
    ("made", "words"),
    [
        pytest.param(order(NO_CONTACT), "until further order", id="further order"),
        pytest.param(order(NO_CONTACT, expires_on=date(2027, 1, 2)), "until 2 January 2027", id="a date"),
        pytest.param(order(NO_CONTACT, duration=None), "end not recorded", id="blank"),
        pytest.param(order(NO_CONTACT, duration="??"), "end unreadable", id="unreadable"),
        pytest.param(order(NO_CONTACT, duration="until trial"), "2025, until trial:", id="a named event"),
        pytest.param(order(NO_CONTACT, made_on=None), "date made not recorded", id="no date"),
        pytest.param(replace(order(NO_CONTACT), court=None), "court not recorded", id="no court"),
    ],
)
def test_evidence_gives_type_court_dates_and_wording(made: ProtectiveOrder, words: str) -> None:
    (fact,) = case(made).facts.orders.terms
    assert fact.quoted.startswith("restraining order, ")
    assert words in fact.quoted
    assert fact.quoted.endswith(": not to contact her")


def test_a_condition_is_quoted_as_one() -> None:
    (fact,) = case(condition(NO_CONTACT)).facts.orders.terms
    assert fact.quoted == "licence condition: not to contact her"


@pytest.mark.parametrize(
    ("kind", "unread"), [(OrderType.RESTRAINING_ORDER, 1), (OrderType.SEX_OFFENDER_NOTIFICATION, 0)]
)
def test_an_order_without_terms_cannot_be_read(kind: OrderType, unread: int) -> None:
    assert len(case(order(kind=kind)).facts.orders.without_terms) == unread
