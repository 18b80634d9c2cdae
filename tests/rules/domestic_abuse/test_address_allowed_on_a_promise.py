"""Addresses allowed on a promise that nobody monitors."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import OTHER_TOWN, PROPOSED, SAME_STREET, Case, case, decision
from riskflag.records import Address, AddressDecision, DecisionKind
from riskflag.rule import Raised
from riskflag.rules.domestic_abuse.address_allowed_on_a_promise import RULE
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, outcome

ABSTINENT = "may stay there as long as he is abstinent from drugs and alcohol"
WITH_CONDITIONS = DecisionKind.APPROVED_WITH_CONDITIONS


def allowed(
    words: str = ABSTINENT,
    kind: DecisionKind = WITH_CONDITIONS,
    on: date = date(2026, 11, 1),
    at: Address | None = None,
    monitoring: str = "",
    contingency: str = "",
) -> AddressDecision:
    return replace(decision(kind, words, monitoring, contingency), happened_on=on, address=at)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(allowed()), ACT, id="as long as he is abstinent"),
        pytest.param(case(allowed("provided she keeps to the rules")), ACT, id="provided that"),
        pytest.param(case(allowed("on condition that there is no drinking")), ACT, id="on condition"),
        pytest.param(case(allowed("fine if he stays off heroin")), ACT, id="if he stays off"),
        pytest.param(case(allowed("approved if abstinent")), ACT, id="if abstinent"),
        pytest.param(
            case(allowed("AS LONG AS he behaves", DecisionKind.APPROVED)), ACT, id="plainly approved"
        ),
        pytest.param(case(allowed(kind=DecisionKind.PENDING)), ACT, id="not yet decided, on a promise"),
        pytest.param(case(allowed(kind=DecisionKind.REFUSED)), CLEAR, id="refused"),
        pytest.param(case(allowed("approved", DecisionKind.APPROVED)), CLEAR, id="approved outright"),
        pytest.param(case(allowed("weekly visits agreed")), CLEAR, id="conditions, and no promise"),
        pytest.param(case(allowed("")), CANNOT_TELL, id="conditions that nobody wrote down"),
        pytest.param(case(allowed("", DecisionKind.APPROVED)), CLEAR, id="approved without a word"),
        pytest.param(case(allowed(monitoring="alcohol tag")), ACT, id="monitored, and nowhere else to go"),
        pytest.param(case(allowed(contingency="hostel bed")), ACT, id="a bed elsewhere, and no monitoring"),
        pytest.param(
            case(allowed(monitoring="alcohol tag, visits", contingency="hostel bed")), CLEAR, id="both"
        ),
        pytest.param(case(allowed(monitoring=" ", contingency="\t")), ACT, id="blank is nothing"),
        pytest.param(
            case(allowed(), allowed("approved", DecisionKind.APPROVED, date(2026, 11, 10))),
            CLEAR,
            id="approved outright since",
        ),
        pytest.param(
            case(allowed(), allowed(kind=DecisionKind.REFUSED, on=date(2026, 11, 10))),
            CLEAR,
            id="refused since",
        ),
        pytest.param(
            case(allowed(on=date(2026, 11, 10)), allowed("approved", DecisionKind.APPROVED)),
            ACT,
            id="the promise came later",
        ),
        pytest.param(case(allowed(at=PROPOSED)), ACT, id="this address, by name"),
        pytest.param(case(allowed(at=OTHER_TOWN)), CLEAR, id="another address"),
        pytest.param(case(allowed(at=SAME_STREET)), CLEAR, id="a neighbour's address"),
    ],
)
def test_promises(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_it_quotes_the_words_and_says_what_is_lacking() -> None:
    raised = outcome(RULE, case(allowed(monitoring="alcohol tag")))
    assert isinstance(raised, Raised)
    (finding,) = raised.findings
    assert finding.evidence[0].says == ABSTINENT
    assert "another place to go" in finding.because
    assert "monitoring" not in finding.because
