"""Terms that bar an address which nobody recorded, or which stands in words that only people can read."""

from dataclasses import replace

import pytest

from riskflag.casebook import ASKED, EX_PARTNER, Case, case, condition, order, term
from riskflag.records import Point, Zone
from riskflag.vocabulary import ProhibitionKind
from tests.facts.bands import ELSEWHERE

NO_ENTER = ProhibitionKind.NO_ENTER_ADDRESS
CLOSED = ProhibitionKind.PREMISES_CLOSED
HOMELESS = replace(ASKED, address=None, no_fixed_abode=True)
ALLOWED = "may live there"
CIRCLE = Zone("an area", Point(400000, 300000, 1), 10)


@pytest.mark.parametrize(
    ("of", "unread"),
    [
        pytest.param(case(order(term(NO_ENTER), protects=())), 1, id="it names no address and nobody"),
        pytest.param(case(order(term(NO_ENTER, place=ELSEWHERE), protects=())), 0, id="it names an address"),
        pytest.param(case(order(term(NO_ENTER, zone=CIRCLE), protects=())), 0, id="it names an area instead"),
        pytest.param(case(condition(term(NO_ENTER))), 1, id="a condition, and nobody wrote the address"),
        pytest.param(
            case(condition(term(NO_ENTER, "not to enter the named premises"), EX_PARTNER)),
            1,
            id="a condition that names somebody and leaves the premises out",
        ),
        pytest.param(
            case(condition(term(NO_ENTER, "not to enter The Old Forge"))),
            1,
            id="a condition with a house's name",
        ),
        pytest.param(
            case(condition(term(NO_ENTER, "not to go to her home"), EX_PARTNER)),
            0,
            id="a condition about the home of somebody named",
        ),
        pytest.param(
            case(condition(term(ProhibitionKind.NO_ENTER_HOME_OF))),
            0,
            id="a condition about the victims' homes",
        ),
        pytest.param(
            case(condition(term(ProhibitionKind.LEAVE_PREMISES), EX_PARTNER)),
            1,
            id="a condition to leave a home",
        ),
        pytest.param(
            case(condition(term(NO_ENTER, "not to enter drinking places"))), 0, id="a sort of building"
        ),
        pytest.param(
            case(condition(term(NO_ENTER, "not to enter pubs, or 31 Quay Street"))),
            1,
            id="a sort of building, and one with a number",
        ),
        pytest.param(
            case(order(term(NO_ENTER, "not to enter pubs"))),
            1,
            id="an order that may mean one of them",
        ),
        pytest.param(case(order(term(CLOSED))), 1, id="premises closed, and nobody wrote which"),
        pytest.param(case(order(term(CLOSED, place=ELSEWHERE))), 0, id="other premises closed"),
        pytest.param(case(condition(term(CLOSED))), 1, id="a condition about closed premises"),
        pytest.param(case(order(term(NO_ENTER), protects=()), asked=HOMELESS), 0, id="no address to bar"),
        pytest.param(
            case(order(replace(term(NO_ENTER), allows=ALLOWED), protects=())), 0, id="living is allowed"
        ),
    ],
)
def test_an_address_that_nobody_recorded_is_told(of: Case, unread: int) -> None:
    assert len(of.facts.barred.unread_addresses) == unread
