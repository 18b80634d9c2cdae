"""A referral that leaves out what its recipient needs."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    MENTORED,
    REFERRED,
    Case,
    alert,
    assessment,
    case,
    conviction,
    order,
    term,
)
from riskflag.reading.themes import RiskTheme
from riskflag.records import RecipientKind, RiskAssessment
from riskflag.rules.referral.known_risk_left_out import RULE
from riskflag.vocabulary import ProhibitionKind, RiskLevel, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

ARSON = conviction("05602", "arson not endangering life", EX_PARTNER, on=date(2020, 5, 1))
STAFF: RiskAssessment = replace(assessment(), to_staff=RiskLevel.MEDIUM)
NOT_WITH_CHILDREN = order(term(ProhibitionKind.NO_RESIDE_WITH_CHILDREN), protects=())
JOB = replace(MENTORED, recipient=RecipientKind.EMPLOYER)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(
            case(STAFF, asked=replace(REFERRED, text="Housing please, NFA.")),
            ACT,
            id="an eviction and a line",
        ),
        pytest.param(case(ARSON, asked=REFERRED), ACT, id="a fire, and the landlord is not told"),
        pytest.param(
            case(ARSON, asked=replace(REFERRED, text="Fire-setting in 2020.")),
            CLEAR,
            id="the landlord is told",
        ),
        pytest.param(
            case(ARSON, asked=replace(REFERRED, text="No history of arson.")), ACT, id="it is denied"
        ),
        pytest.param(
            case(ARSON, asked=replace(REFERRED, text="Arson? unclear")), ACT, id="it is only hinted at"
        ),
        pytest.param(
            case(ARSON, asked=replace(REFERRED, risks_stated=(RiskTheme.ARSON,))),
            CLEAR,
            id="the form tells it",
        ),
        pytest.param(case(ARSON, asked=MENTORED), CLEAR, id="a mentor needs no word of it"),
        pytest.param(case(NOT_WITH_CHILDREN, asked=REFERRED), ACT, id="a bar on living with children"),
        pytest.param(case(NOT_WITH_CHILDREN, asked=JOB), ACT, id="and on work with them"),
        pytest.param(
            case(ARSON, STAFF, asked=JOB), CLEAR, id="an employer hears of bars and of nothing else"
        ),
        pytest.param(
            case(ARSON, asked=replace(REFERRED, risk_pack_acknowledged_on=date(2026, 11, 15))),
            CLEAR,
            id="the pack was acknowledged",
        ),
        pytest.param(
            case(ARSON, asked=replace(REFERRED, text=None)), CANNOT_TELL, id="nobody handed over the text"
        ),
        pytest.param(
            case(asked=replace(REFERRED, text=None)), CLEAR, id="and nothing is known that it could lack"
        ),
        pytest.param(
            case(ARSON, asked=REFERRED, not_asked=[Source.ALERTS]),
            ACT,
            id="what is known stands whatever is not",
        ),
        pytest.param(
            case(asked=REFERRED, not_asked=[Source.ALERTS]), CANNOT_TELL, id="alerts were not asked for"
        ),
    ],
)
def test_what_a_referral_leaves_out(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("A room please.", "does not tell of", id="silent"),
        pytest.param("No arson.", "denies", id="denied"),
        pytest.param("Arson? unclear", "check it", id="to be checked"),
    ],
)
def test_how_it_is_put(text: str, says: str) -> None:
    (finding,) = findings(RULE, case(ARSON, asked=replace(REFERRED, text=text)))
    assert says in finding.because
    assert "(arson)" in finding.because
    assert [evidence.says for evidence in finding.evidence] == ["arson not endangering life (convicted)"]


def test_each_risk_has_a_finding_of_its_own_with_the_gravest_records() -> None:
    fires = [replace(ARSON, happened_on=date(2020 + n, 1, 1)) for n in range(5)]
    found = findings(RULE, case(*fires, alert("XA"), STAFF, asked=REFERRED))
    assert [len(each.evidence) for each in found] == [3, 1]
