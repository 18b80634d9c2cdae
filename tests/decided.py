"""Decisions as tests make them."""

from datetime import datetime

from riskflag.casebook import NOW
from riskflag.decisions import (
    Decision,
    DecisionId,
    FlagDecision,
    OnFlag,
    OnProposal,
    Point,
    ProposalDecision,
)
from riskflag.persistence.assessments import StoredAssessment
from riskflag.vocabulary import PersonId, Role, RuleCode

REFUSED = OnProposal(ProposalDecision.REFUSED, "she lives two doors away", "P. Officer")
APPROVED = OnProposal(ProposalDecision.APPROVED, "everything was looked into", "P. Officer")


def on_flag(
    code: str, decision: FlagDecision = FlagDecision.CONFIRMED, words: str = "as the file says"
) -> OnFlag:
    return OnFlag(RuleCode(code), decision, words)


def decision_on(stored: StoredAssessment, point: Point, number: int = 1, at: datetime = NOW) -> Decision:
    return Decision(
        id=DecisionId(f"{number:032x}"),
        assessment_id=stored.id,
        person_id=stored.person_id or PersonId("0" * 32),
        point=point,
        account="p.officer",
        role=Role.RESPONSIBLE_OFFICER,
        decided_at=at,
    )
