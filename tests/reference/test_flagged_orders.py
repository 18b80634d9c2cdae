"""Which kinds of order a code can stand for."""

import pytest

from riskflag.reference.flagged_orders import (
    HAS_A_FLAG,
    PROTECTING_SOMEBODY,
    RESTRAINING,
    SEXUAL,
    STALKING,
    orders_flagged_by,
)
from riskflag.reference.flags import (
    FlagTheme,
    FlagType,
    alert_codes,
    find_alert,
    find_register,
    register_codes,
)
from riskflag.vocabulary import OrderType

ALL_FLAGS = (*alert_codes().values(), *register_codes().values())


@pytest.mark.parametrize(
    ("flag", "kinds"),
    [
        pytest.param(find_alert("ohco"), PROTECTING_SOMEBODY, id="harassment or a court order"),
        pytest.param(find_alert("RDV"), PROTECTING_SOMEBODY, id="domestic violence"),
        pytest.param(
            find_register(None, "restraining order (made up)"), RESTRAINING, id="by its description"
        ),
        pytest.param(find_register("SPO"), STALKING, id="stalking protection"),
        pytest.param(find_register("SOPS"), SEXUAL, id="sexual harm prevention"),
        pytest.param(find_alert("SOR"), frozenset(), id="registered sex offender: no order"),
        pytest.param(find_register("ADVP"), frozenset(), id="a register of abuse, with registers for orders"),
    ],
)
def test_what_a_code_stands_for(flag: FlagType, kinds: frozenset[OrderType]) -> None:
    assert orders_flagged_by(flag) == kinds


def test_a_new_code_about_orders_stands_for_one_that_protects_somebody() -> None:
    new = FlagType("NEW1", "Protective order", frozenset({FlagTheme.PROTECTIVE_ORDER}))
    assert orders_flagged_by(new) == PROTECTING_SOMEBODY


@pytest.mark.parametrize("flag", [pytest.param(f, id=f"{f.code} {f.description}") for f in ALL_FLAGS])
def test_only_flags_about_orders_or_domestic_violence_stand_for_any(flag: FlagType) -> None:
    about_orders = FlagTheme.PROTECTIVE_ORDER in flag.themes or flag.code == "RDV"
    assert bool(orders_flagged_by(flag)) == about_orders


@pytest.mark.parametrize(
    "kind",
    [
        OrderType.GANG_INJUNCTION,
        OrderType.CRIMINAL_BEHAVIOUR_ORDER,
        OrderType.UNDERTAKING,
        OrderType.FAMILY_OR_CHILD_ORDER,
        OrderType.DOMESTIC_ABUSE_PROTECTION_NOTICE,
        OrderType.SLAVERY_AND_TRAFFICKING_PREVENTION_ORDER,
    ],
)
def test_kinds_for_which_no_code_is_in_use(kind: OrderType) -> None:
    assert kind not in HAS_A_FLAG
