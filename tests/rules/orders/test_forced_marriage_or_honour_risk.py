"""Whether family lives at the address once a record shows forced marriage or honour-based abuse."""

from dataclasses import replace

import pytest

from riskflag.casebook import ASKED, EX_PARTNER, FRIEND, MOTHER, Case, case, conviction, order, term
from riskflag.enquiry import PlacementKind
from riskflag.records import ConvictionOutcome, NamedPerson, OrderRole
from riskflag.rules.orders.forced_marriage_or_honour_risk import RULE
from riskflag.vocabulary import OrderType, ProhibitionKind, Relationship
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, STOP, answer

TERM = term(ProhibitionKind.NO_CONTACT, "not to contact her")
BINDS = order(TERM, kind=OrderType.FORCED_MARRIAGE_PROTECTION_ORDER)
MUTILATION = order(TERM, kind=OrderType.FEMALE_GENITAL_MUTILATION_PROTECTION_ORDER)
PROTECTS = replace(BINDS, person_is=OrderRole.PROTECTED)
UNCLE = NamedPerson("Jon Example", Relationship.OTHER_RELATIVE)
SOMEBODY = NamedPerson("Kit Sample")
NOT_STATED = replace(ASKED, occupants_stated=None)
BREACH = conviction("06697", "breach of a forced marriage protection order")


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(BINDS, lives_with=(UNCLE,)), STOP, id="his uncle's house, where the niece stays"),
        pytest.param(
            case(MUTILATION, lives_with=(MOTHER,)), STOP, id="a mutilation order, and his mother's house"
        ),
        pytest.param(
            case(PROTECTS, lives_with=(MOTHER,)), STOP, id="an order protects her; her mother lives there"
        ),
        pytest.param(case(PROTECTS, lives_with=(EX_PARTNER,)), STOP, id="a former partner is family too"),
        pytest.param(
            case(PROTECTS, asked=replace(NOT_STATED, placement=PlacementKind.APPROVED_PREMISES)),
            CLEAR,
            id="premises",
        ),
        pytest.param(case(PROTECTS), CLEAR, id="a refuge where nobody she knows lives"),
        pytest.param(case(BINDS, lives_with=(FRIEND,)), CLEAR, id="a friend"),
        pytest.param(case(BINDS, lives_with=(SOMEBODY,)), ACT, id="somebody whose tie nobody recorded"),
        pytest.param(case(BINDS, lives_with=(SOMEBODY, MOTHER)), STOP, id="somebody, and his mother"),
        pytest.param(case(BINDS, asked=NOT_STATED), CANNOT_TELL, id="nobody said who lives there"),
        pytest.param(
            case(BREACH, lives_with=(MOTHER,)), STOP, id="he was convicted of breaking such an order"
        ),
        pytest.param(
            case(replace(BREACH, outcome=ConvictionOutcome.PENDING), lives_with=(MOTHER,)),
            STOP,
            id="he is charged",
        ),
        pytest.param(
            case(replace(BREACH, outcome=ConvictionOutcome.ACQUITTED), lives_with=(MOTHER,)),
            CLEAR,
            id="acquitted",
        ),
        pytest.param(case(order(TERM), lives_with=(MOTHER,)), CLEAR, id="another kind of order"),
        pytest.param(case(lives_with=(MOTHER,)), CLEAR, id="no such record"),
    ],
)
def test_family_at_the_address(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected
