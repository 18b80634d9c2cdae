"""A decision as somebody sends it, checked against the answer that it is on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from riskflag.assessment import Assessment
from riskflag.decisions.made import (
    FlagDecision,
    GapKey,
    OnFlag,
    OnGap,
    OnProposal,
    Point,
    ProposalDecision,
    gap_key,
)
from riskflag.errors import BadInput
from riskflag.vocabulary import RuleCode

NOT_HERE = "must be left out: it is for another kind of decision"


class DecidedOn(StrEnum):
    """What a decision is on: one flag, one thing that the answer could not tell, or the address or referral
    as a whole."""

    FLAG = "flag"
    GAP = "gap"
    PROPOSAL = "proposal"


class DecisionWord(StrEnum):
    """Everything that can be decided. The first three are on a flag, the fourth is on a gap, the last two are
    on the address or referral."""

    CONFIRMED = "confirmed"
    NOT_APPLICABLE = "not_applicable"
    ACTION_TAKEN = "action_taken"
    CLOSED = "closed"
    APPROVED = "approved"
    REFUSED = "refused"


MAY_BE_DECIDED: Mapping[DecidedOn, tuple[DecisionWord, ...]] = {
    DecidedOn.FLAG: (DecisionWord.CONFIRMED, DecisionWord.NOT_APPLICABLE, DecisionWord.ACTION_TAKEN),
    DecidedOn.GAP: (DecisionWord.CLOSED,),
    DecidedOn.PROPOSAL: (DecisionWord.APPROVED, DecisionWord.REFUSED),
}
"""What can be decided on each."""

MUST_SAY: Mapping[DecisionWord, str] = {
    DecisionWord.NOT_APPLICABLE: "must say why it does not apply",
    DecisionWord.ACTION_TAKEN: "must say what was done",
    DecisionWord.CLOSED: "must say how it was closed, and what was found",
    DecisionWord.APPROVED: "must give the reasons",
    DecisionWord.REFUSED: "must give the reasons",
}
"""What must be said in words. That a flag is confirmed needs none."""


@dataclass(frozen=True, slots=True)
class SentDecision:
    """A decision that an officer makes on an answer, or on one point of it.

    on: a flag, a gap, or the proposal: the address or referral as a whole
    decision: what is decided. On a flag confirmed, not_applicable or action_taken; on a gap closed; on the
        proposal approved or refused
    words: why it does not apply, what was done, how the gap was closed, or the reasons
    code: of a flag, its rule's code; null for anything else
    gap: of a gap, its key as the answer's decisions name it; null for anything else
    name: of a decision on the proposal, who decides, by name; null for anything else
    """

    on: DecidedOn
    decision: DecisionWord
    words: str = ""
    code: RuleCode | None = None
    gap: GapKey | None = None
    name: str | None = None


def point_of(sent: SentDecision, answer: Assessment) -> Point:
    """What was decided, and on what of this answer. Raises BadInput, by field.

    answer: the whole answer, as it was given
    """
    problems = _problems(sent)
    made = _MAKERS[sent.on](sent, answer, problems)
    if made is None or problems:
        raise BadInput(problems)
    return made


def _problems(sent: SentDecision) -> dict[str, str]:
    problems = {}
    allowed = MAY_BE_DECIDED[sent.on]
    if sent.decision not in allowed:
        problems["decision"] = f"must be one of: {', '.join(allowed)}"
    elif sent.decision in MUST_SAY and not sent.words.strip():
        problems["words"] = MUST_SAY[sent.decision]
    for field, on in (("code", DecidedOn.FLAG), ("gap", DecidedOn.GAP), ("name", DecidedOn.PROPOSAL)):
        if sent.on is not on and getattr(sent, field) is not None:
            problems[field] = NOT_HERE
    return problems


def _on_flag(sent: SentDecision, answer: Assessment, problems: dict[str, str]) -> Point | None:
    if sent.code is None or sent.code not in {flag.code for flag in answer.flags}:
        problems["code"] = "must be the code of a flag of this answer"
    if problems or sent.code is None:
        return None
    return OnFlag(sent.code, FlagDecision(sent.decision.value), sent.words.strip())


def _on_gap(sent: SentDecision, answer: Assessment, problems: dict[str, str]) -> Point | None:
    gap = next((gap for gap in answer.gaps if gap_key(gap) == sent.gap), None)
    if gap is None:
        problems["gap"] = "must be the key of a gap of this answer"
    return OnGap(gap, sent.words.strip()) if gap is not None else None


def _on_proposal(sent: SentDecision, _: Assessment, problems: dict[str, str]) -> Point | None:
    name = (sent.name or "").strip()
    if not name:
        problems["name"] = "must say who decides"
    if problems:
        return None
    return OnProposal(ProposalDecision(sent.decision.value), sent.words.strip(), name)


_MAKERS: Mapping[DecidedOn, Callable[[SentDecision, Assessment, dict[str, str]], Point | None]] = {
    DecidedOn.FLAG: _on_flag,
    DecidedOn.GAP: _on_gap,
    DecidedOn.PROPOSAL: _on_proposal,
}
