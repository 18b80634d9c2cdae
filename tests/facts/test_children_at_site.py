"""Children who come to the site of a referral, set against terms about children."""

from dataclasses import replace

import pytest

from riskflag.casebook import CHILD_OF_NINE, MENTORED, REFERRED, Case, case, order, term
from riskflag.enquiry import ReferralEnquiry
from riskflag.facts.children_at_site import (
    surely_breaks,
    terms_against_children_there,
    whether_children_come_is_open,
)
from riskflag.records import Prohibition
from riskflag.rules.orders.children_protected_by_order import RULE as PROTECTED
from riskflag.rules.sexual_harm.sexual_order_conflicts_with_address import RULE as SEXUAL
from riskflag.vocabulary import OrderType, ProhibitionKind
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, STOP, answer

CONTACT = term(ProhibitionKind.NO_CONTACT_WITH_CHILDREN, "no contact with any child")
LIVING = term(ProhibitionKind.NO_RESIDE_WITH_CHILDREN, "not to live with any child")
BY_LEAVE = replace(CONTACT, allows="supervised contact at the centre")
CLINIC = replace(MENTORED, children_attend=True)
HOME = replace(REFERRED, children_attend=True)


def asked(enquiry: ReferralEnquiry, *terms: Prohibition, named: bool = False) -> Case:
    """A man under a sexual harm prevention order with these terms, and this referral."""
    protects = (CHILD_OF_NINE,) if named else ()
    made = order(*terms, kind=OrderType.SEXUAL_HARM_PREVENTION_ORDER, protects=protects)
    return case(made, asked=enquiry)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(asked(CLINIC, CONTACT), STOP, id="they come, and he may not meet them"),
        pytest.param(asked(CLINIC, LIVING), CLEAR, id="they come, and he may not live with them"),
        pytest.param(asked(HOME, LIVING), STOP, id="they come to where he would live"),
        pytest.param(asked(CLINIC, BY_LEAVE), ACT, id="some contact is allowed"),
        pytest.param(asked(CLINIC, CONTACT, named=True), ACT, id="one child is named"),
        pytest.param(asked(replace(CLINIC, children_attend=False), CONTACT), CLEAR, id="none come"),
        pytest.param(asked(replace(CLINIC, children_attend=None), CONTACT), CANNOT_TELL, id="nobody knows"),
        pytest.param(
            asked(replace(CLINIC, site=None, nothing_to_attend=True), CONTACT), CLEAR, id="by telephone"
        ),
    ],
)
def test_both_rules_about_children_look_at_who_comes_to_the_site(of: Case, expected: str) -> None:
    assert answer(PROTECTED, of) == expected
    assert answer(SEXUAL, of) == expected


def test_an_address_and_a_person_without_such_terms_have_none() -> None:
    assert not terms_against_children_there(case(asked=CLINIC).facts)
    assert not terms_against_children_there(case().facts)
    assert not whether_children_come_is_open(case().facts)
    assert not whether_children_come_is_open(case(asked=replace(CLINIC, children_attend=None)).facts)


def test_a_term_breaks_surely_where_it_is_about_any_child_and_allows_nothing() -> None:
    facts = asked(CLINIC, CONTACT, BY_LEAVE).facts
    assert [surely_breaks(each, facts) for each in terms_against_children_there(facts)] == [True, False]
