"""What a missing, further-order or unreadable end means; a discharge needs something that shows it."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import Case, case, condition, order, term
from riskflag.records import OrderRole, ProtectiveOrder, Variation
from riskflag.rule import Raised
from riskflag.rules.orders.order_without_end_date import RULE
from riskflag.vocabulary import OrderType, ProhibitionKind
from tests.rules.answers import ACT, CLEAR, INFORM, answer, outcome

NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact her")
RUNS_ON = order(NO_CONTACT)
NEXT_MAY = date(2027, 5, 1)
LAST_MAY = date(2026, 5, 1)
DISCHARGED = replace(RUNS_ON, discharged_on=LAST_MAY)


def varied(expires_on: date | None, wording: str | None, seen: bool = True) -> ProtectiveOrder:
    """The order, varied to end then."""
    version = Variation(date(2026, 9, 1), seen, (NO_CONTACT,), expires_on, wording)
    return replace(RUNS_ON, variations=(version,))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(
            case(order(NO_CONTACT, made_on=date(2016, 4, 4))),
            INFORM,
            id="2016, until further order, still in force",
        ),
        pytest.param(case(order(NO_CONTACT, duration="indefinitely")), INFORM, id="indefinite"),
        pytest.param(case(order(NO_CONTACT, duration=None)), ACT, id="blank"),
        pytest.param(case(order(NO_CONTACT, duration="  ")), ACT, id="only spaces"),
        pytest.param(case(order(NO_CONTACT, duration="3 y?ars")), ACT, id="nobody can read it"),
        pytest.param(case(order(NO_CONTACT, expires_on=NEXT_MAY)), CLEAR, id="ends next May"),
        pytest.param(case(order(NO_CONTACT, expires_on=LAST_MAY)), CLEAR, id="ended last May"),
        pytest.param(case(DISCHARGED), ACT, id="said to be discharged, nothing shows it"),
        pytest.param(
            case(replace(DISCHARGED, discharge_evidence="court record of 1 May")),
            CLEAR,
            id="shown to be discharged",
        ),
        pytest.param(
            case(replace(order(NO_CONTACT, expires_on=NEXT_MAY), discharged_on=LAST_MAY)),
            ACT,
            id="said to be discharged, and its end date is still to come",
        ),
        pytest.param(case(varied(NEXT_MAY, None)), CLEAR, id="varied to end next May"),
        pytest.param(
            case(varied(NEXT_MAY, None, seen=False)), ACT, id="nobody saw the varied order: the longer end"
        ),
        pytest.param(
            case(order(NO_CONTACT, kind=OrderType.STALKING_PROTECTION_ORDER)),
            INFORM,
            id="a stalking protection order",
        ),
        pytest.param(
            case(order(NO_CONTACT, kind=OrderType.RESTRAINING_ORDER_ON_ACQUITTAL)),
            INFORM,
            id="made on acquittal",
        ),
        pytest.param(
            case(replace(RUNS_ON, person_is=OrderRole.PROTECTED)),
            CLEAR,
            id="an order that protects the person",
        ),
        pytest.param(case(condition(NO_CONTACT)), CLEAR, id="a licence condition is not an order"),
        pytest.param(case(RUNS_ON, order(NO_CONTACT, duration=None)), ACT, id="two orders, and one is blank"),
    ],
)
def test_ends(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_a_blank_end_both_informs_and_asks_for_the_end() -> None:
    came_to = outcome(RULE, case(order(NO_CONTACT, duration=None)))
    assert isinstance(came_to, Raised)
    assert [finding.severity for finding in came_to.findings] == [None, "act"]
    assert all("restraining order" in e.says for finding in came_to.findings for e in finding.evidence)
