"""What is known of every type of order."""

import pytest

from riskflag.reference.authorities import authority
from riskflag.reference.orders import CATALOGUE_GROUPS, OrderInfo, all_orders, order_info, plain_name
from riskflag.vocabulary import Confirmation, OrderType

HARDNESS = [Confirmation.NOT_CONFIRMED, Confirmation.PARTLY_CONFIRMED, Confirmation.CONFIRMED]
EVERY = [pytest.param(order_type, id=order_type.replace("_", " ")) for order_type in OrderType]


@pytest.mark.parametrize("order_type", EVERY)
def test_every_type_has_a_row_with_nothing_left_blank(order_type: OrderType) -> None:
    info = order_info(order_type)
    assert info.order_type is order_type
    assert all([info.name, info.statute, info.made_by, info.usual_duration, info.breach_is])
    assert info.catalogue_group in CATALOGUE_GROUPS


@pytest.mark.parametrize("order_type", EVERY)
def test_no_row_is_harder_than_what_it_rests_on(order_type: OrderType) -> None:
    info = order_info(order_type)
    weakest = [HARDNESS.index(authority(code).confirmation) for code in info.authorities]
    assert HARDNESS.index(info.status) <= min(weakest, default=0)


def test_all_22_groups_of_the_catalogue_are_covered() -> None:
    assert set(CATALOGUE_GROUPS) == set(range(1, 23))
    assert {info.catalogue_group for info in all_orders().values()} == set(CATALOGUE_GROUPS)


@pytest.mark.parametrize(
    ("order_type", "group"),
    [
        pytest.param(OrderType.RESTRAINING_ORDER, 1, id="on conviction"),
        pytest.param(OrderType.RESTRAINING_ORDER_ON_ACQUITTAL, 2, id="on acquittal"),
        pytest.param(OrderType.DOMESTIC_VIOLENCE_PROTECTION_NOTICE, 6, id="the notice goes with its order"),
        pytest.param(
            OrderType.DOMESTIC_ABUSE_PROTECTION_ORDER, 7, id="the newer pair is apart from the older"
        ),
        pytest.param(OrderType.RISK_OF_SEXUAL_HARM_ORDER, 10, id="with the order that replaced it"),
        pytest.param(OrderType.RESPECT_ORDER, 13, id="with the injunctions"),
        pytest.param(OrderType.POLICE_BAIL, 17, id="bail"),
        pytest.param(OrderType.TERRORISM_PREVENTION_MEASURE, 20, id="the other preventive orders"),
        pytest.param(OrderType.CLOSURE_ORDER, 22, id="closure"),
        pytest.param(
            OrderType.COMMUNITY_OR_SUSPENDED_SENTENCE_ORDER,
            20,
            id="requirements of a sentence in the community",
        ),
        pytest.param(OrderType.OTHER_ORDER, 20, id="a kind that nobody knows here"),
    ],
)
def test_types_are_in_their_group(order_type: OrderType, group: int) -> None:
    assert order_info(order_type).catalogue_group == group


@pytest.mark.parametrize(
    ("order_type", "name"),
    [
        pytest.param(OrderType.RESTRAINING_ORDER, "restraining order", id="as it is"),
        pytest.param(
            OrderType.RESTRAINING_ORDER_ON_ACQUITTAL,
            "restraining order made on acquittal",
            id="says that it is",
        ),
        pytest.param(OrderType.NON_MOLESTATION_ORDER, "non-molestation order", id="keeps its hyphen"),
        pytest.param(OrderType.UNDERTAKING, "undertaking to the court", id="says to whom"),
        pytest.param(OrderType.LICENCE, "licence condition", id="the condition and not the licence"),
        pytest.param(
            OrderType.ANTI_SOCIAL_BEHAVIOUR_INJUNCTION, "anti-social behaviour injunction", id="one hyphen"
        ),
        pytest.param(
            OrderType.SEX_OFFENDER_NOTIFICATION,
            "sex offender notification requirement",
            id="the law's own word",
        ),
    ],
)
def test_plain_names(order_type: OrderType, name: str) -> None:
    assert plain_name(order_type) == name


def test_names_read_in_a_sentence_and_are_distinct() -> None:
    names = [info.name for info in all_orders().values()]
    assert len(set(names)) == len(OrderType)
    assert [
        name for name in names if "_" in name or name != name.lower() or name.startswith(("a ", "the "))
    ] == []


MARKS = [
    pytest.param(
        "service_matters",
        {
            OrderType.NON_MOLESTATION_ORDER,
            OrderType.DOMESTIC_VIOLENCE_PROTECTION_NOTICE,
            OrderType.DOMESTIC_VIOLENCE_PROTECTION_ORDER,
            OrderType.DOMESTIC_ABUSE_PROTECTION_NOTICE,
            OrderType.DOMESTIC_ABUSE_PROTECTION_ORDER,
            OrderType.STALKING_PROTECTION_ORDER,
        },
        id="bind from service or from knowing",
    ),
    pytest.param(
        "usually_interim",
        {
            OrderType.DOMESTIC_VIOLENCE_PROTECTION_NOTICE,
            OrderType.DOMESTIC_ABUSE_PROTECTION_NOTICE,
            OrderType.COURT_BAIL,
            OrderType.POLICE_BAIL,
            OrderType.CLOSURE_NOTICE,
        },
        id="hold until somebody decides",
    ),
    pytest.param(
        "domestic",
        {
            OrderType.NON_MOLESTATION_ORDER,
            OrderType.OCCUPATION_ORDER,
            OrderType.UNDERTAKING,
            OrderType.DOMESTIC_VIOLENCE_PROTECTION_NOTICE,
            OrderType.DOMESTIC_VIOLENCE_PROTECTION_ORDER,
            OrderType.DOMESTIC_ABUSE_PROTECTION_NOTICE,
            OrderType.DOMESTIC_ABUSE_PROTECTION_ORDER,
            OrderType.FORCED_MARRIAGE_PROTECTION_ORDER,
            OrderType.FAMILY_OR_CHILD_ORDER,
        },
        id="made between connected people only, so not a restraining order",
    ),
    pytest.param(
        "sexual",
        {
            OrderType.SEXUAL_HARM_PREVENTION_ORDER,
            OrderType.SEXUAL_OFFENCES_PREVENTION_ORDER,
            OrderType.SEXUAL_RISK_ORDER,
            OrderType.RISK_OF_SEXUAL_HARM_ORDER,
            OrderType.SEX_OFFENDER_NOTIFICATION,
        },
        id="made for a sexual risk",
    ),
    pytest.param(
        "excludes_from_premises",
        {
            OrderType.OCCUPATION_ORDER,
            OrderType.UNDERTAKING,
            OrderType.DOMESTIC_VIOLENCE_PROTECTION_NOTICE,
            OrderType.DOMESTIC_VIOLENCE_PROTECTION_ORDER,
            OrderType.DOMESTIC_ABUSE_PROTECTION_NOTICE,
            OrderType.DOMESTIC_ABUSE_PROTECTION_ORDER,
            OrderType.ANTI_SOCIAL_BEHAVIOUR_INJUNCTION,
            OrderType.RESPECT_ORDER,
            OrderType.YOUTH_INJUNCTION,
            OrderType.HOUSING_INJUNCTION,
            OrderType.FAMILY_OR_CHILD_ORDER,
            OrderType.CLOSURE_NOTICE,
            OrderType.CLOSURE_ORDER,
        },
        id="can put somebody out of their own home",
    ),
]


@pytest.mark.parametrize(("mark", "types"), MARKS)
def test_which_types_carry_a_mark(mark: str, types: set[OrderType]) -> None:
    assert {order_type for order_type, info in all_orders().items() if getattr(info, mark)} == types


@pytest.mark.parametrize(
    ("order_type", "status"),
    [
        pytest.param(OrderType.RESTRAINING_ORDER, Confirmation.CONFIRMED, id="statute read"),
        pytest.param(OrderType.STALKING_PROTECTION_ORDER, Confirmation.CONFIRMED, id="statute read too"),
        pytest.param(
            OrderType.NON_MOLESTATION_ORDER, Confirmation.PARTLY_CONFIRMED, id="some sections not read"
        ),
        pytest.param(OrderType.RESPECT_ORDER, Confirmation.PARTLY_CONFIRMED, id="may not be in force"),
        pytest.param(OrderType.OCCUPATION_ORDER, Confirmation.NOT_CONFIRMED, id="from knowledge"),
        pytest.param(OrderType.HARASSMENT_INJUNCTION, Confirmation.NOT_CONFIRMED, id="nothing was checked"),
    ],
)
def test_how_far_a_row_was_checked(order_type: OrderType, status: Confirmation) -> None:
    assert order_info(order_type).status is status


def test_a_notice_does_not_end_with_the_hearing_date() -> None:
    notices = [
        order_info(OrderType.DOMESTIC_ABUSE_PROTECTION_NOTICE),
        order_info(OrderType.DOMESTIC_VIOLENCE_PROTECTION_NOTICE),
    ]
    assert all("not only the 48 hours" in notice.usual_duration for notice in notices)


def test_rows_are_values() -> None:
    assert isinstance(order_info(OrderType.LICENCE), OrderInfo)
    assert order_info(OrderType.LICENCE) is order_info(OrderType.LICENCE)
