"""Ranking: the gravest first, every finding kept."""

from dataclasses import replace

import pytest

from riskflag.casebook import condition, order, screening, term
from riskflag.flags import HARM_ORDER, rank_flags
from riskflag.records import Record, ScreeningTopic
from riskflag.rule import Clear, Finding, Raised, cite
from riskflag.rulebook import RuleOutcome
from riskflag.vocabulary import HarmFamily, ProhibitionKind, RuleCode, Severity
from tests.test_rulebook import a_rule, explodes

RULE = a_rule(explodes)


def raised(code: str, severity: Severity, family: HarmFamily, *weights: Severity | None) -> RuleOutcome:
    rule = replace(RULE, code=RuleCode(code), severity=severity, harm_families=(family,))
    findings = tuple(Finding(f"finding {n}", severity=w) for n, w in enumerate(weights or (None,)))
    return RuleOutcome(rule, Raised(findings))


DA, PROCESS = HarmFamily.DOMESTIC_ABUSE, HarmFamily.PROCESS_GAP
STOP, ACT, INFORM = Severity.STOP, Severity.ACT, Severity.INFORM


@pytest.mark.parametrize(
    ("outcomes", "order"),
    [
        pytest.param(
            [raised("A", ACT, DA), raised("B", STOP, PROCESS), raised("C", INFORM, DA)],
            ["B", "A", "C"],
            id="stop before act before inform, whatever the harm",
        ),
        pytest.param(
            [raised("A", ACT, PROCESS), raised("B", ACT, DA)],
            ["B", "A"],
            id="abuse before a gap in the process",
        ),
        pytest.param([raised("B", ACT, DA), raised("A", ACT, DA)], ["A", "B"], id="then by code"),
        pytest.param(
            [raised("A", STOP, DA, ACT), raised("B", STOP, PROCESS)],
            ["B", "A"],
            id="a stop rule with only a finding that asks to confirm ranks as act",
        ),
    ],
)
def test_flags_are_ranked(outcomes: list[RuleOutcome], order: list[str]) -> None:
    assert [flag.code for flag in rank_flags(outcomes)] == order


@pytest.mark.parametrize(
    ("record", "first"),
    [
        pytest.param(
            order(term(ProhibitionKind.NO_CONTACT)), "B", id="an order comes before what staff may decide"
        ),
        pytest.param(condition(term(ProhibitionKind.NO_CONTACT)), "B", id="so does a licence condition"),
        pytest.param(screening(ScreeningTopic.HEALTH, concern=False), "A", id="a screening does not"),
    ],
)
def test_among_equals_what_rests_on_an_order_comes_first(record: Record, first: str) -> None:
    rule = replace(RULE, code=RuleCode("B"), severity=STOP, harm_families=(PROCESS,))
    resting = RuleOutcome(rule, Raised((Finding("it says so", (cite(record, "the words"),)),)))
    assert rank_flags([raised("A", STOP, DA), resting])[0].code == first


def test_a_flag_is_as_grave_as_its_gravest_finding_and_keeps_the_others() -> None:
    (flag,) = rank_flags([raised("A", STOP, DA, ACT, None)])
    assert flag.severity is STOP
    assert [f.because for f in flag.findings] == ["finding 1", "finding 0"]


def test_a_rule_that_found_nothing_is_no_flag() -> None:
    assert rank_flags([RuleOutcome(RULE, Clear("nothing"))]) == ()


def test_every_kind_of_harm_has_a_rank() -> None:
    assert set(HARM_ORDER) == set(HarmFamily)
