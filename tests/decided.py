"""Decisions as tests make them, and rulebooks whose answers have something to decide."""

from dataclasses import replace

from riskflag.casebook import NOW
from riskflag.decisions import DecidedOn, DecisionWord, GapKey, SentDecision, gap_key
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.rule import Outcome, Rule
from riskflag.rulebook import build_rulebook
from riskflag.service import StoredAssessment
from riskflag.vocabulary import EnquiryKind, Role, RuleCode, Severity
from tests.test_rulebook import FOUND, NOTHING, UNKNOWN, a_rule

OFFICER = Actor("p.officer", Role.RESPONSIBLE_OFFICER)
ENTRY = AuditEntry(NOW, OFFICER, Action.DECISION_RECORDED)
PROPOSAL = DecidedOn.PROPOSAL
REFUSED = SentDecision(PROPOSAL, DecisionWord.REFUSED, "she lives two doors away", name="P. Officer")
APPROVED = SentDecision(PROPOSAL, DecisionWord.APPROVED, "everything was looked into", name="P. Officer")

STOP, ACT, INFORM, GAP = "TEST-1", "TEST-2", "TEST-3", "TEST-4"
"""Rules of this book: what each raises, and one that cannot tell."""


def _rule(code: str, severity: Severity, outcome: Outcome) -> Rule:
    made = a_rule(lambda _: outcome, code)
    return replace(made, severity=severity, applies_to=frozenset(EnquiryKind))


FLAGS = [
    _rule(STOP, Severity.STOP, FOUND),
    _rule(ACT, Severity.ACT, FOUND),
    _rule(INFORM, Severity.INFORM, FOUND),
]
TO_DECIDE = build_rulebook([*FLAGS, _rule(GAP, Severity.ACT, UNKNOWN)], "to decide")
"""Every answer has a flag of each severity, and a gap."""
ONLY_FLAGS = build_rulebook([*FLAGS, _rule(GAP, Severity.ACT, NOTHING)], "only flags")


def on_flag(
    code: str, decision: DecisionWord = DecisionWord.CONFIRMED, words: str = "as the file says"
) -> SentDecision:
    return SentDecision(DecidedOn.FLAG, decision, words, code=RuleCode(code))


def on_gap(gap: GapKey, words: str = "rang the court: there is none") -> SentDecision:
    return SentDecision(DecidedOn.GAP, DecisionWord.CLOSED, words, gap=gap)


def all_points(stored: StoredAssessment) -> list[SentDecision]:
    """Everything that must be decided before this answer's proposal may be approved."""
    flags = [on_flag(code) for code in (STOP, ACT)]
    return [*flags, *(on_gap(gap_key(gap)) for gap in stored.full.gaps)]
