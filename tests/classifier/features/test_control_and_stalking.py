"""Control and stalking count by the kinds of coded record that show them."""

from datetime import date

import pytest

from riskflag.casebook import EX_PARTNER, Case, abuse, alert, case, conviction, order
from riskflag.records import AbuseRole, DomesticAbuseKind
from riskflag.vocabulary import OrderType, Source
from tests.classifier.features.values import value_of

KIND = DomesticAbuseKind
CONTROL = abuse(KIND.CONTROLLING_OR_COERCIVE, EX_PARTNER)
MONEY = abuse(KIND.ECONOMIC_ABUSE, EX_PARTNER, on=date(2024, 1, 1))
PROVEN_CONTROL = conviction("00867", "controlling or coercive behaviour", EX_PARTNER)
FOLLOWED = abuse(KIND.STALKING_OR_HARASSMENT, EX_PARTNER)
PROVEN_STALKING = conviction("00865", "stalking involving fear of violence", EX_PARTNER)
STALKING_ORDER = order(kind=OrderType.STALKING_PROTECTION_ORDER)


@pytest.mark.parametrize(
    ("of", "signs"),
    [
        pytest.param(case(), 0, id="nothing on record"),
        pytest.param(case(CONTROL), 1, id="recorded as control"),
        pytest.param(case(CONTROL, CONTROL), 1, id="recorded twice"),
        pytest.param(case(CONTROL, MONEY), 2, id="control, and money taken"),
        pytest.param(case(CONTROL, MONEY, PROVEN_CONTROL), 3, id="and a conviction"),
        pytest.param(
            case(abuse(KIND.VERBAL_DISPUTE, EX_PARTNER, words="tracks her phone, takes her wages")),
            0,
            id="words alone are for a rule to read",
        ),
        pytest.param(
            case(abuse(KIND.CONTROLLING_OR_COERCIVE, EX_PARTNER, role=AbuseRole.VICTIM)),
            0,
            id="the person was controlled",
        ),
        pytest.param(case(not_asked=(Source.DOMESTIC_ABUSE,)), None, id="the police were not asked"),
        pytest.param(case(CONTROL, not_asked=(Source.CONVICTIONS,)), 1, id="what is known stands"),
    ],
)
def test_signs_of_control(of: Case, signs: int | None) -> None:
    assert value_of("coercive_control_indicators", of) == signs


@pytest.mark.parametrize(
    ("of", "signs"),
    [
        pytest.param(case(), 0, id="nothing on record"),
        pytest.param(case(PROVEN_STALKING), 1, id="convicted"),
        pytest.param(case(STALKING_ORDER), 1, id="an order against stalking"),
        pytest.param(case(FOLLOWED), 1, id="recorded as stalking or harassment"),
        pytest.param(case(alert("RSP")), 1, id="an open alert"),
        pytest.param(case(PROVEN_STALKING, STALKING_ORDER, FOLLOWED), 3, id="three kinds of record"),
        pytest.param(case(alert("OHCO", "fixated and obsessed")), 0, id="words alone are for a rule to read"),
        pytest.param(case(order()), 0, id="an order of another kind"),
        pytest.param(case(not_asked=(Source.ALERTS,)), None, id="the alerts were not asked for"),
        pytest.param(case(FOLLOWED, not_asked=(Source.ALERTS,)), 1, id="what is known stands"),
    ],
)
def test_signs_of_stalking(of: Case, signs: int | None) -> None:
    assert value_of("stalking_indicators", of) == signs
