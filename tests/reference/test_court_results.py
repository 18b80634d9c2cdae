"""What a judicial result's label says of an order."""

import pytest

from riskflag.reference.court_results import CourtResult, ResultEffect, court_result, makes_no_order
from riskflag.reference.orders import all_orders
from riskflag.vocabulary import OrderType

MAKES, VARIES, ENDS = ResultEffect


@pytest.mark.parametrize(
    ("label", "order_type", "effect", "interim"),
    [
        pytest.param("Restraining order", OrderType.RESTRAINING_ORDER, MAKES, False, id="an order"),
        pytest.param(
            "Restraining order made on acquittal",
            OrderType.RESTRAINING_ORDER_ON_ACQUITTAL,
            MAKES,
            False,
            id="on acquittal",
        ),
        pytest.param(
            "Restraining order for a period after acquittal",
            OrderType.RESTRAINING_ORDER_ON_ACQUITTAL,
            MAKES,
            False,
            id="on acquittal, in other words",
        ),
        pytest.param("Restraining order revoked", OrderType.RESTRAINING_ORDER, ENDS, False, id="ended"),
        pytest.param(
            "Restraining order: application to discharge refused, not discharged",
            OrderType.RESTRAINING_ORDER,
            MAKES,
            False,
            id="asked to be ended, and not ended",
        ),
        pytest.param(
            "Domestic abuse protection order varied",
            OrderType.DOMESTIC_ABUSE_PROTECTION_ORDER,
            VARIES,
            False,
            id="varied",
        ),
        pytest.param(
            "Interim sexual risk order", OrderType.SEXUAL_RISK_ORDER, MAKES, True, id="an interim order"
        ),
        pytest.param(
            "Bail reviewed - conditions varied or imposed",
            OrderType.COURT_BAIL,
            VARIES,
            False,
            id="bail varied",
        ),
        pytest.param(
            "Remanded in custody with bail direction",
            OrderType.COURT_BAIL,
            MAKES,
            False,
            id="bail from custody",
        ),
        pytest.param(
            "Remand In care of Local Authority",
            OrderType.COURT_BAIL,
            MAKES,
            False,
            id="a young person's remand",
        ),
        pytest.param(
            "Exclusion not to enter\u00a0for a period with electronic monitoring",
            OrderType.COMMUNITY_OR_SUSPENDED_SENTENCE_ORDER,
            MAKES,
            False,
            id="a requirement, with a blank that does not break",
        ),
        pytest.param(
            "Anti social behaviour injunction",
            OrderType.ANTI_SOCIAL_BEHAVIOUR_INJUNCTION,
            MAKES,
            False,
            id="without its hyphen",
        ),
    ],
)
def test_labels_of_orders(label: str, order_type: OrderType, effect: ResultEffect, interim: bool) -> None:
    assert court_result(label) == CourtResult(order_type, effect, interim)


@pytest.mark.parametrize(
    "label",
    [
        pytest.param("Fine", id="a fine"),
        pytest.param("Remanded on unconditional bail", id="bail without conditions"),
        pytest.param("Defendant's details changed", id="a correction"),
        pytest.param("Electronic Monitoring End - notify contractor", id="the end of a tag ends no order"),
    ],
)
def test_labels_of_no_order(label: str) -> None:
    assert court_result(label) is None
    assert makes_no_order(label)


def test_a_label_that_nobody_knows_is_neither() -> None:
    assert court_result("Lantern Order") is None
    assert not makes_no_order("Lantern Order")


ORDERS = [
    pytest.param(info.name, kind, id=kind.value)
    for kind, info in all_orders().items()
    if kind not in (OrderType.COURT_BAIL, OrderType.OTHER_ORDER)
]


@pytest.mark.parametrize(("name", "order_type"), ORDERS)
def test_every_order_is_known_by_its_name_however_it_is_written(name: str, order_type: OrderType) -> None:
    read = court_result(name.title())
    assert read is not None
    assert read.order_type is order_type
