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
    OnStatement,
    Point,
    ProposalDecision,
    gap_key,
)
from riskflag.errors import BadInput
from riskflag.vocabulary import RuleCode

LEFT_OPEN = "must not leave anything in square brackets: fill it in, or take it out"
NOT_HERE = "must be left out: it is for another kind of decision"


class DecidedOn(StrEnum):
    """What a decision is on: one flag, one thing that the answer could not tell, the address or referral as a
    whole, or the words for the recipient of a referral."""

    FLAG = "flag"
    GAP = "gap"
    PROPOSAL = "proposal"
    STATEMENT = "statement"


class DecisionWord(StrEnum):
    """Everything that can be decided. The first three are on a flag, the fourth is on a gap, the next two are
    on the address or referral, and the last is on the words for its recipient."""

    CONFIRMED = "confirmed"
    NOT_APPLICABLE = "not_applicable"
    ACTION_TAKEN = "action_taken"
    CLOSED = "closed"
    APPROVED = "approved"
    REFUSED = "refused"
    STATEMENT_CONFIRMED = "statement_confirmed"


MAY_BE_DECIDED: Mapping[DecidedOn, tuple[DecisionWord, ...]] = {
    DecidedOn.FLAG: (DecisionWord.CONFIRMED, DecisionWord.NOT_APPLICABLE, DecisionWord.ACTION_TAKEN),
    DecidedOn.GAP: (DecisionWord.CLOSED,),
    DecidedOn.PROPOSAL: (DecisionWord.APPROVED, DecisionWord.REFUSED),
    DecidedOn.STATEMENT: (DecisionWord.STATEMENT_CONFIRMED,),
}
"""What can be decided on each."""

MUST_SAY: Mapping[DecisionWord, str] = {
    DecisionWord.NOT_APPLICABLE: "must say why it does not apply",
    DecisionWord.ACTION_TAKEN: "must say what was done",
    DecisionWord.CLOSED: "must say how it was closed, and what was found",
    DecisionWord.APPROVED: "must give the reasons",
    DecisionWord.REFUSED: "must give the reasons",
    DecisionWord.STATEMENT_CONFIRMED: "is needed: the words that the recipient is told",
}
"""What must be said in words. That a flag is confirmed needs none."""


@dataclass(frozen=True, slots=True)
class SentDecision:
    """A decision that an officer makes on an answer, or on one point of it.

    on: a flag, a gap, the proposal (the address or referral as a whole), or the statement: the words for the
        recipient of a referral
    decision: what is decided. On a flag confirmed, not_applicable or action_taken; on a gap closed; on the
        proposal approved or refused; on the statement statement_confirmed
    words: why it does not apply, what was done, how the gap was closed, the reasons, or all that the
        recipient is told
    code: of a flag, its rule's code; null for anything else
    gap: of a gap, its key as the answer's decisions name it; null for anything else
    name: of a decision on the proposal or the statement, who decides, by name; null for anything else
    """

    on: DecidedOn
    decision: DecisionWord
    words: str = ""
    code: RuleCode | None = None
    gap: GapKey | None = None
    name: str | None = None


_ONLY_ON: Mapping[str, frozenset[DecidedOn]] = {
    "code": frozenset({DecidedOn.FLAG}),
    "gap": frozenset({DecidedOn.GAP}),
    "name": frozenset({DecidedOn.PROPOSAL, DecidedOn.STATEMENT}),
}
"""Fields that are for some kinds of decision alone."""


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
    for field, on in _ONLY_ON.items():
        if sent.on not in on and getattr(sent, field) is not None:
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


def _on_statement(sent: SentDecision, answer: Assessment, problems: dict[str, str]) -> Point | None:
    name = (sent.name or "").strip()
    if not name:
        problems["name"] = "must say who decides"
    if "[" in sent.words or "]" in sent.words:
        problems["words"] = LEFT_OPEN
    if answer.statement is None:
        problems["on"] = "must not be the statement: no referral was asked about"
    if problems or answer.statement is None:
        return None
    return OnStatement(answer.statement.recipient, sent.words.strip(), name)


_MAKERS: Mapping[DecidedOn, Callable[[SentDecision, Assessment, dict[str, str]], Point | None]] = {
    DecidedOn.FLAG: _on_flag,
    DecidedOn.GAP: _on_gap,
    DecidedOn.PROPOSAL: _on_proposal,
    DecidedOn.STATEMENT: _on_statement,
}
