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
        pytest.param(
            case(order(NO_CONTACT, kind=OrderType.COURT_BAIL, duration="until trial")),
            INFORM,
            id="bail until trial",
        ),
    ],
)
def test_ends(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("made", "asks"),
    [
        pytest.param(order(NO_CONTACT, duration=None), "treated as in force", id="blank"),
        pytest.param(order(NO_CONTACT, duration="3 y?ars"), "Nobody can read", id="unreadable"),
        pytest.param(RUNS_ON, "until a court ends it", id="further order"),
        pytest.param(order(NO_CONTACT, duration="until charge"), "has no date yet", id="a named event"),
        pytest.param(
            replace(DISCHARGED, duration_wording=None),
            "nothing shows it",
            id="blank and said to be discharged",
        ),
    ],
)
def test_one_order_is_one_finding(made: ProtectiveOrder, asks: str) -> None:
    came_to = outcome(RULE, case(made))
    assert isinstance(came_to, Raised)
    (finding,) = came_to.findings
    assert asks in finding.because
    assert "restraining order" in finding.evidence[0].says
