"""Control and coercion by the person, and never of the person."""

from dataclasses import replace

import pytest

from riskflag.casebook import EX_PARTNER, HER, PARTNER, Case, abuse, assessment, case, conviction
from riskflag.records import AbuseRole, ConvictionOutcome, DomesticAbuseKind, Record
from riskflag.rule import Raised
from riskflag.rules.domestic_abuse.coercive_or_controlling_behaviour import RULE
from riskflag.vocabulary import Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, outcome

CONTROL = DomesticAbuseKind.CONTROLLING_OR_COERCIVE
MONEY = DomesticAbuseKind.ECONOMIC_ABUSE
ROW = DomesticAbuseKind.VERBAL_DISPUTE


def charged(outcome_of_case: ConvictionOutcome, months: int | None = None) -> Record:
    return conviction("00867", "coercion", EX_PARTNER, outcome=outcome_of_case, custody_months=months)


def event(kind: DomesticAbuseKind = ROW, words: str = "", role: AbuseRole = AbuseRole.PERPETRATOR) -> Record:
    return abuse(kind, PARTNER, role=role, words=words)


def assessed(words: str, abuser: bool | None) -> Record:
    return replace(assessment(words=words), domestic_abuse_perpetrator=abuser)


FOUND_BY_COURT = replace(conviction("10501", "assault", EX_PARTNER), domestic_abuse_found=True)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(charged(ConvictionOutcome.CONVICTED)), ACT, id="convicted"),
        pytest.param(case(charged(ConvictionOutcome.PENDING)), ACT, id="charged"),
        pytest.param(case(charged(ConvictionOutcome.ACQUITTED)), CLEAR, id="acquitted"),
        pytest.param(case(charged(ConvictionOutcome.QUASHED)), CLEAR, id="quashed"),
        pytest.param(case(FOUND_BY_COURT), ACT, id="the court found domestic abuse"),
        pytest.param(
            case(replace(FOUND_BY_COURT, outcome=ConvictionOutcome.QUASHED)), CLEAR, id="found, and quashed"
        ),
        pytest.param(case(conviction("10501", "assault", EX_PARTNER)), CLEAR, id="an assault alone"),
        pytest.param(case(event(CONTROL)), ACT, id="an event recorded as control"),
        pytest.param(case(event(words="argument about bills")), CLEAR, id="a row about bills"),
        pytest.param(case(event(MONEY)), CLEAR, id="one sign: money"),
        pytest.param(case(event(MONEY, "took her wages")), CLEAR, id="the same sign said twice"),
        pytest.param(case(event(MONEY, "checks her phone")), ACT, id="money and monitoring"),
        pytest.param(
            case(event(words="tracking her"), event(words="used the children")), ACT, id="two events"
        ),
        pytest.param(
            case(event(words="stopped her seeing friends, threatens to post pictures")),
            ACT,
            id="two in one event",
        ),
        pytest.param(
            case(event(words="He reads her messages; she is not allowed out")), ACT, id="her messages"
        ),
        pytest.param(case(assessed("tracks her, took her wages", True)), ACT, id="only the assessment knows"),
        pytest.param(case(assessed("took her wages", True)), CLEAR, id="one sign in the assessment"),
        pytest.param(
            case(event(MONEY), assessed("took her wages", True)), CLEAR, id="the assessment says it again"
        ),
        pytest.param(case(event(MONEY), assessed("tracks her", True)), ACT, id="it adds a second sign"),
        pytest.param(
            case(event(MONEY), assessed("isolated on the wing", None)), CLEAR, id="of something else"
        ),
        pytest.param(
            case(assessed("tracks her, took her wages", None)), CLEAR, id="it calls nobody an abuser"
        ),
        pytest.param(case(not_asked=(Source.RISK_ASSESSMENTS,)), CANNOT_TELL, id="assessments not asked for"),
        pytest.param(case(event(words="no tracking, not isolated")), CLEAR, id="the record denies it"),
        pytest.param(case(event(CONTROL, role=AbuseRole.VICTIM), person=HER), CLEAR, id="she is controlled"),
        pytest.param(case(event(CONTROL, role=AbuseRole.NOT_CLEAR)), CLEAR, id="nobody says by whom"),
    ],
)
def test_control(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("months", "category"),
    [
        pytest.param(11, False, id="eleven months"),
        pytest.param(12, True, id="twelve months"),
        pytest.param(None, False, id="length unknown"),
    ],
)
def test_a_long_sentence_asks_for_the_category(months: int | None, category: bool) -> None:
    raised = outcome(RULE, case(charged(ConvictionOutcome.CONVICTED, months)))
    assert isinstance(raised, Raised)
    assert ("category 2" in raised.findings[0].because) is category
