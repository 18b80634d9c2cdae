"""What each role may see of decisions. Allow-list: what is not named here is not shown.

Resettlement staff see whether the address or referral was approved or refused, by whom, and when: what a
named person tells them. Reasons, decisions on flags and on gaps, and how many there are, are for officers.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from riskflag.assessment import Assessment
from riskflag.decisions import (
    MUST_BE_DECIDED,
    Decided,
    Decision,
    DecisionWord,
    GapKey,
    OnProposal,
    OnStatement,
    gap_key,
    sorted_out,
)
from riskflag.errors import NotAllowed
from riskflag.explanation import missing_sentence
from riskflag.vocabulary import Role, RuleCode, Severity


@dataclass(frozen=True, slots=True)
class ShownDecision:
    """One decision as shown.

    decision: what was decided
    decided_at: when
    name: on the address or referral, who decided, by name: whom to ring; null on a flag or a gap
    account: with which account; null where not shown
    role: in what role; null where not shown
    words: the reasons, what was done, or how a gap was closed; null where not shown
    """

    decision: DecisionWord
    decided_at: datetime
    name: str | None
    account: str | None
    role: Role | None
    words: str | None


@dataclass(frozen=True, slots=True)
class ShownFlagDecisions:
    """What was decided on one flag. The flag stands as it was raised.

    code: the rule's code
    title: the flag in one line
    severity: what it asks for, whatever was decided
    must_be_decided: whether an approval waits for a decision on it
    decisions: the latest first; the first is the one that counts
    """

    code: RuleCode
    title: str
    severity: Severity
    must_be_decided: bool
    decisions: tuple[ShownDecision, ...]


@dataclass(frozen=True, slots=True)
class ShownGapDecisions:
    """How something that could not be told was found out. An approval waits for it.

    gap: the key by which a decision names it
    what: what could not be told, and why
    decisions: the latest first
    """

    gap: GapKey
    what: str
    decisions: tuple[ShownDecision, ...]


@dataclass(frozen=True, slots=True)
class ShownDecisions:
    """What was decided on an answer, as one role may see it.

    role: for whom it was written
    proposal: on the address or referral as a whole, the latest first; staff see the latest alone
    answered_again: whether the same was answered later, without what was decided here
    expired: whether the answer is too old to be approved or relied on
    flags: on each flag, gravest first; empty where not shown
    gaps: on each thing that could not be told; empty where not shown
    statement: the words for the recipient of a referral, the latest first; empty where not shown
    """

    role: Role
    proposal: tuple[ShownDecision, ...]
    answered_again: bool
    expired: bool
    flags: tuple[ShownFlagDecisions, ...]
    gaps: tuple[ShownGapDecisions, ...]
    statement: tuple[ShownDecision, ...] = ()


def show_decisions(
    full: Assessment,
    known: Assessment,
    decisions: Iterable[Decision],
    role: Role,
    now: datetime,
    *,
    answered_again: bool,
) -> ShownDecisions:
    """The decisions on an answer for a role.

    full, known: the answer as it was given, worked out from everything and from what staff may know
    decisions: all of them, in the order in which they were made
    Raises NotAllowed for roles that may see no answer.
    """
    decided = sorted_out(decisions)
    if role is Role.RESPONSIBLE_OFFICER:
        return ShownDecisions(
            role=role,
            proposal=_all(decided.proposal),
            answered_again=answered_again,
            expired=now > full.valid_until,
            flags=tuple(_flags(full, decided)),
            gaps=tuple(_gaps(full, decided)),
            statement=_all(decided.statement),
        )
    if role is Role.RESETTLEMENT_STAFF:
        latest = tuple(show_proposal(decision, role) for decision in decided.proposal[:1])
        return ShownDecisions(role, latest, answered_again, now > known.valid_until, flags=(), gaps=())
    raise NotAllowed("this role may not read decisions")


def show_decision(decision: Decision) -> ShownDecision:
    """One decision, for a responsible officer."""
    point = decision.point
    return ShownDecision(
        decision=DecisionWord(decision.word),
        decided_at=decision.decided_at,
        name=point.name if isinstance(point, OnProposal | OnStatement) else None,
        account=decision.account,
        role=decision.role,
        words=point.words,
    )


def show_proposal(decision: Decision, role: Role) -> ShownDecision:
    """The decision on the address or referral for a role. Raises NotAllowed for roles that may see none."""
    if role is Role.RESPONSIBLE_OFFICER:
        return show_decision(decision)
    if role is Role.RESETTLEMENT_STAFF:
        name = decision.point.name if isinstance(decision.point, OnProposal) else None
        word = DecisionWord(decision.word)
        return ShownDecision(word, decision.decided_at, name, account=None, role=None, words=None)
    raise NotAllowed("this role may not read decisions")


def _flags(answer: Assessment, decided: Decided) -> Iterator[ShownFlagDecisions]:
    for flag in answer.flags:
        must = flag.severity in MUST_BE_DECIDED
        made = _all(decided.flags.get(flag.code, ()))
        yield ShownFlagDecisions(flag.code, flag.title, flag.severity, must, made)


def _gaps(answer: Assessment, decided: Decided) -> Iterator[ShownGapDecisions]:
    for gap in answer.gaps:
        yield ShownGapDecisions(gap_key(gap), missing_sentence(gap), _all(decided.gaps.get(gap, ())))


def _all(decisions: Sequence[Decision]) -> tuple[ShownDecision, ...]:
    return tuple(map(show_decision, decisions))
