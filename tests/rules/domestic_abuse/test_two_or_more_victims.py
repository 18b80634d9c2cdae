"""How many people the person has abused, and when two names are one victim."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    CHILD_OF_NINE,
    EX_PARTNER,
    MOTHER,
    NEIGHBOUR,
    PARTNER,
    Case,
    abuse,
    case,
    conviction,
    order,
)
from riskflag.records import AbuseRole, Conviction, ConvictionOutcome, DomesticAbuseKind, NamedPerson
from riskflag.rules.domestic_abuse.two_or_more_victims import RULE
from riskflag.vocabulary import OrderType, Relationship, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

HIT_HER = abuse(DomesticAbuseKind.PHYSICAL_VIOLENCE, PARTNER, on=date(2026, 1, 1))
HIT_EX = replace(HIT_HER, other=EX_PARTNER, happened_on=date(2012, 1, 1), recorded_on=date(2012, 1, 1))
ALLEGED = replace(HIT_EX, corroborated=False)
ASSAULT = conviction("10501", "common assault", MOTHER)
ORDER = order(protects=(EX_PARTNER,))
ENDED = replace(ORDER, made_on=date(2019, 1, 1), expires_on=date(2021, 1, 1))
REMARRIED = replace(PARTNER, name="Alice Newname", former_names=("Alice Sample",))
EX_UNNAMED = NamedPerson("ex-partner", Relationship.EX_PARTNER)
SON = NamedPerson("Gus Example", Relationship.CHILD)
FOUND: Conviction = replace(conviction("00806", "bodily harm"), domestic_abuse_found=True)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(HIT_HER, HIT_EX), ACT, id="one lately and one long ago"),
        pytest.param(case(HIT_HER, ASSAULT), ACT, id="a partner and his mother"),
        pytest.param(case(HIT_HER, ENDED), ACT, id="one, and an ended order protected another"),
        pytest.param(case(order(protects=(PARTNER,)), ORDER), ACT, id="two orders"),
        pytest.param(case(order(protects=(PARTNER, EX_PARTNER))), ACT, id="one order for two"),
        pytest.param(case(HIT_HER), CLEAR, id="one"),
        pytest.param(
            case(HIT_HER, *(replace(HIT_HER, happened_on=date(2026, m, 2)) for m in range(2, 6))),
            CLEAR,
            id="five incidents, one victim",
        ),
        pytest.param(case(HIT_HER, replace(HIT_EX, other=REMARRIED)), CLEAR, id="she under another name"),
        pytest.param(case(HIT_EX, ENDED), CLEAR, id="the same one, long ago"),
        pytest.param(
            case(HIT_EX, replace(HIT_HER, happened_on=date(2021, 11, 21))), CLEAR, id="two, all long ago"
        ),
        pytest.param(
            case(HIT_EX, replace(HIT_HER, happened_on=date(2021, 11, 22))), ACT, id="five years to the day"
        ),
        pytest.param(
            case(HIT_EX, replace(ENDED, protects=(MOTHER,), expires_on=None)), ACT, id="protected today"
        ),
        pytest.param(case(HIT_HER, ALLEGED), CLEAR, id="another alleged it once"),
        pytest.param(
            case(HIT_HER, ALLEGED, replace(ALLEGED, happened_on=date(2013, 1, 1))), ACT, id="alleged twice"
        ),
        pytest.param(case(HIT_HER, ALLEGED, ALLEGED), CLEAR, id="one day reported twice"),
        pytest.param(
            case(HIT_HER, order(protects=(EX_PARTNER,), kind=OrderType.RESTRAINING_ORDER_ON_ACQUITTAL)),
            CLEAR,
            id="an order on acquittal",
        ),
        pytest.param(case(HIT_HER, order(protects=(NEIGHBOUR,))), CLEAR, id="an order for a neighbour"),
        pytest.param(
            case(HIT_HER, replace(HIT_EX, person_is=AbuseRole.VICTIM)), CLEAR, id="the other abused him"
        ),
        pytest.param(
            case(HIT_HER, replace(ASSAULT, outcome=ConvictionOutcome.PENDING)), CLEAR, id="only charged"
        ),
        pytest.param(
            case(order(protects=(EX_PARTNER, CHILD_OF_NINE, SON))), CLEAR, id="a mother and her children"
        ),
        pytest.param(
            case(HIT_HER, replace(HIT_EX, other=EX_UNNAMED)), ACT, id="a partner, and an ex without a name"
        ),
        pytest.param(case(HIT_HER, FOUND), CANNOT_TELL, id="one, and abuse of nobody knows whom"),
        pytest.param(case(FOUND), CLEAR, id="abuse of nobody knows whom, and nobody else"),
        pytest.param(case(HIT_HER, HIT_EX, FOUND), ACT, id="two, whoever the third is"),
        pytest.param(case(not_asked=(Source.CONVICTIONS,)), CANNOT_TELL, id="convictions not asked for"),
    ],
)
def test_how_many_were_abused(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("others", "sure"),
    [
        pytest.param((EX_PARTNER,), True, id="another by name and date of birth"),
        pytest.param((NamedPerson("Alice Sample"),), False, id="her name and nothing else"),
        pytest.param((NamedPerson(""),), False, id="a name that cannot be read"),
        pytest.param((EX_PARTNER, NamedPerson("")), True, id="two surely, and one that may be either"),
    ],
)
def test_names_that_may_be_one_are_to_be_confirmed(others: tuple[NamedPerson, ...], sure: bool) -> None:
    of = case(HIT_HER, *(replace(HIT_EX, other=who) for who in others))
    (found,) = findings(RULE, of)
    assert ("different people" in found.because) is sure
    assert ("confirm" in found.because) is not sure


def test_victims_are_told_by_number_and_never_by_name() -> None:
    (found,) = findings(RULE, case(HIT_HER, HIT_EX, ORDER))
    labels = [each.says.partition(":")[0] for each in found.evidence]
    assert labels == ["victim 1", "victim 1", "victim 2"]
    assert not any(name in str(found) for name in (*PARTNER.name.split(), *EX_PARTNER.name.split()))
