"""What responsible officers decide: on a flag, on a gap, and on the address or referral as a whole. Pure.

The service flags, and a named person decides. A decision stands beside the answer: it changes nothing of it
and lowers or hides no flag. A later decision on the same point takes its place; the earlier ones are kept.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import NewType

from riskflag.assessment import Assessment
from riskflag.dossier import Missing
from riskflag.enquiry import Enquiry
from riskflag.errors import BadInput
from riskflag.flags import Flag
from riskflag.vocabulary import AssessmentId, EnquiryKind, PersonId, Role, RuleCode, Severity

DecisionId = NewType("DecisionId", str)
GapKey = NewType("GapKey", str)

GAP_KEY_CHARACTERS = 16
MUST_BE_DECIDED = frozenset({Severity.STOP, Severity.ACT})
"""What may not be left without a decision where an address or referral is approved."""


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


Point = OnFlag | OnGap | OnProposal


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


@dataclass(frozen=True, slots=True)
class Decided:
    """Every decision on one answer, sorted by what it is on; each the latest first.

    flags: by the flag's code
    gaps: by what was missing
    proposal: on the address or referral as a whole
    """

    flags: Mapping[RuleCode, tuple[Decision, ...]]
    gaps: Mapping[Missing, tuple[Decision, ...]]
    proposal: tuple[Decision, ...]


def gap_key(gap: Missing) -> GapKey:
    """A short name for a gap of an answer, by what it says alone: the same wherever it is worked out."""
    said = "\n".join((gap.what, gap.reason.value, gap.source.value if gap.source else ""))
    return GapKey(sha256(said.encode()).hexdigest()[:GAP_KEY_CHARACTERS])


def sorted_out(recorded: Iterable[Decision]) -> Decided:
    """The decisions on one answer by what they are on. ``recorded``: in the order in which they were made."""
    flags: dict[RuleCode, tuple[Decision, ...]] = {}
    gaps: dict[Missing, tuple[Decision, ...]] = {}
    proposal: tuple[Decision, ...] = ()
    for decision in recorded:
        match decision.point:
            case OnFlag(code=code):
                flags[code] = (decision, *flags.get(code, ()))
            case OnGap(gap=gap):
                gaps[gap] = (decision, *gaps.get(gap, ()))
            case OnProposal():
                proposal = (decision, *proposal)
    return Decided(flags, gaps, proposal)


def refuse_unless_of(point: Point, answer: Assessment) -> None:
    """Raises BadInput, by field, for a point that the answer as given does not hold, or that says too little.

    answer: the whole answer, as it was given
    """
    problems = dict(_unsaid(point))
    if isinstance(point, OnFlag) and all(flag.code != point.code for flag in answer.flags):
        problems["code"] = "is no flag of this answer"
    if isinstance(point, OnGap) and point.gap not in answer.gaps:
        problems["gap"] = "is no gap of this answer"
    if problems:
        raise BadInput(problems)


def refuse_unless_all_decided(
    answer: Assessment, enquiry: Enquiry, decided: Decided, moment: datetime, *, newest: bool
) -> None:
    """Raises BadInput, which names everything that stands in the way of an approval.

    The person decides; this sees to it that nothing was overlooked. What stops or must be done carries a
    decision, what could not be told was found out, and the answer holds now and is the latest.

    answer: the whole answer, as it was given
    decided: all that was decided on it until now
    newest: whether nothing was answered later about the same person and place
    """
    problems = {f"flags.{flag.code}": "has no decision yet" for flag in undecided(answer, decided)}
    problems |= {
        f"gaps.{gap_key(gap)}": "nobody has said how it was closed" for gap in open_gaps(answer, decided)
    }
    if moment > answer.valid_until:
        problems["answer"] = "has expired: ask again, and decide on what is answered then"
    elif not newest:
        problems["answer"] = "is not the latest about this place: decide on the latest"
    if enquiry.kind is EnquiryKind.ADDRESS and enquiry.where is None:
        problems["proposal_decision"] = "must not be approved: no address was proposed"
    if problems:
        raise BadInput(problems)


def undecided(answer: Assessment, decided: Decided) -> tuple[Flag, ...]:
    """The flags that stop or must be acted on, and carry no decision; gravest first."""
    return tuple(
        flag for flag in answer.flags if flag.severity in MUST_BE_DECIDED and not decided.flags.get(flag.code)
    )


def open_gaps(answer: Assessment, decided: Decided) -> tuple[Missing, ...]:
    """What the answer could not tell, and nobody has said how it was found out."""
    return tuple(gap for gap in answer.gaps if not decided.gaps.get(gap))


def _unsaid(point: Point) -> Iterator[tuple[str, str]]:
    """What a decision must say in words, and does not."""
    if not point.words.strip():
        match point:
            case OnFlag(flag_decision=FlagDecision.NOT_APPLICABLE):
                yield "words", "must say why it does not apply"
            case OnFlag(flag_decision=FlagDecision.ACTION_TAKEN):
                yield "words", "must say what was done"
            case OnGap():
                yield "words", "must say how it was closed"
            case OnProposal():
                yield "words", "must give the reasons"
    if isinstance(point, OnProposal) and not point.name.strip():
        yield "name", "must say who decides"
