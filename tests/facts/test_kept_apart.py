"""Protected places of which an order in force already speaks."""

from dataclasses import replace

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    NEIGHBOUR,
    PROPOSED,
    SAME_STREET,
    Case,
    case,
    condition,
    order,
    protected_place,
    term,
)
from riskflag.facts.kept_apart import is_home_of_somebody_kept_apart
from riskflag.records import Address
from riskflag.vocabulary import EnquiryKind, ProhibitionKind

AWAY = term(ProhibitionKind.NO_CONTACT, "not to contact her")
AT_THE_ADDRESS = protected_place(EX_PARTNER, PROPOSED)
LIVING_ALLOWED = replace(AWAY, allows="to live with her")


def kept_apart(of: Case) -> bool:
    (place,) = of.facts.place.protected
    return is_home_of_somebody_kept_apart(place, of.facts)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(order(AWAY), AT_THE_ADDRESS), True, id="an order keeps him from her"),
        pytest.param(case(condition(AWAY, EX_PARTNER), AT_THE_ADDRESS), True, id="a licence condition does"),
        pytest.param(case(order(), AT_THE_ADDRESS), True, id="an order of which no term is recorded"),
        pytest.param(case(order(LIVING_ALLOWED), AT_THE_ADDRESS), False, id="it lets him live with her"),
        pytest.param(case(AT_THE_ADDRESS), False, id="no order"),
        pytest.param(
            case(order(AWAY, protects=(NEIGHBOUR,)), AT_THE_ADDRESS), False, id="an order for somebody else"
        ),
        pytest.param(
            case(order(AWAY), protected_place(EX_PARTNER, SAME_STREET)), False, id="she lives four doors away"
        ),
        pytest.param(
            case(order(AWAY), protected_place(EX_PARTNER, Address("Elder Row"))), False, id="perhaps here"
        ),
        pytest.param(case(order(AWAY), protected_place(EX_PARTNER, None)), False, id="withheld"),
    ],
)
def test_who_is_already_spoken_of(of: Case, expected: bool) -> None:
    assert kept_apart(of) is expected


def test_of_a_referral_nothing_is_left_out() -> None:
    facts = replace(case(order(AWAY), AT_THE_ADDRESS).facts, kind=EnquiryKind.REFERRAL)
    assert not is_home_of_somebody_kept_apart(facts.place.protected[0], facts)
