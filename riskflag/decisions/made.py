"""Decisions as they were made, and what each answer carries of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import NewType

from riskflag.dossier import Missing
from riskflag.records import RecipientKind
from riskflag.vocabulary import AssessmentId, PersonId, Role, RuleCode

DecisionId = NewType("DecisionId", str)
GapKey = NewType("GapKey", str)

GAP_KEY_CHARACTERS = 16


class FlagDecision(StrEnum):
    """What an officer decides on a flag."""

    CONFIRMED = "confirmed"
    NOT_APPLICABLE = "not_applicable"
    ACTION_TAKEN = "action_taken"


class ProposalDecision(StrEnum):
    """What an officer decides on the address or referral."""

    APPROVED = "approved"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class OnFlag:
    """A decision on one flag of an answer.

    code: the rule's code
    flag_decision: what was decided
    words: why it does not apply, or what was done; may be empty where it is confirmed
    """

    code: RuleCode
    flag_decision: FlagDecision
    words: str = ""


@dataclass(frozen=True, slots=True)
class OnGap:
    """How something that the answer could not tell was found out.

    gap: what it could not tell
    words: how it was closed, and what was found
    """

    gap: Missing
    words: str


@dataclass(frozen=True, slots=True)
class OnProposal:
    """The decision on the address or referral as a whole.

    proposal_decision: what was decided
    words: why
    name: who decides, by name: whom staff ring
    """

    proposal_decision: ProposalDecision
    words: str
    name: str


@dataclass(frozen=True, slots=True)
class OnStatement:
    """The words for the recipient of a referral, as an officer confirmed them. Nothing was sent with it.

    recipient: for whom they are
    words: all of them
    name: who confirmed them, by name
    """

    recipient: RecipientKind
    words: str
    name: str


CONFIRMED_STATEMENT = "statement_confirmed"
Point = OnFlag | OnGap | OnProposal | OnStatement


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision, as it was recorded.

    id: opaque
    assessment_id: of which answer
    person_id: about whom
    point: on what, and what was decided
    account, role: who decided, as they signed in
    decided_at: when
    """

    id: DecisionId
    assessment_id: AssessmentId
    person_id: PersonId
    point: Point
    account: str
    role: Role
    decided_at: datetime

    @property
    def word(self) -> str:
        """What was decided, in one word of a closed list."""
        match self.point:
            case OnFlag():
                return self.point.flag_decision.value
            case OnProposal():
                return self.point.proposal_decision.value
            case OnGap():
                return "closed"
            case OnStatement():
                return CONFIRMED_STATEMENT


@dataclass(frozen=True, slots=True)
class Decided:
    """Every decision on one answer, sorted by what it is on; each the latest first.

    flags: by the flag's code
    gaps: by what was missing
    proposal: on the address or referral as a whole
    statement: the words for the recipient of a referral
    """

    flags: Mapping[RuleCode, tuple[Decision, ...]]
    gaps: Mapping[Missing, tuple[Decision, ...]]
    proposal: tuple[Decision, ...]
    statement: tuple[Decision, ...] = ()


def gap_key(gap: Missing) -> GapKey:
    """A short name for a gap of an answer, by what it says alone: the same wherever it is worked out."""
    said = "\n".join((gap.what, gap.reason.value, gap.source.value if gap.source else ""))
    return GapKey(sha256(said.encode()).hexdigest()[:GAP_KEY_CHARACTERS])


def sorted_out(recorded: Iterable[Decision]) -> Decided:
    """The decisions on one answer by what they are on. ``recorded``: in the order in which they were made."""
    flags: dict[RuleCode, tuple[Decision, ...]] = {}
    gaps: dict[Missing, tuple[Decision, ...]] = {}
    proposal: tuple[Decision, ...] = ()
    statement: tuple[Decision, ...] = ()
    for decision in recorded:
        match decision.point:
            case OnFlag(code=code):
                flags[code] = (decision, *flags.get(code, ()))
            case OnGap(gap=gap):
                gaps[gap] = (decision, *gaps.get(gap, ()))
            case OnProposal():
                proposal = (decision, *proposal)
            case OnStatement():
                statement = (decision, *statement)
    return Decided(flags, gaps, proposal, statement)
