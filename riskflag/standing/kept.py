"""What is kept of a screening: enough to tell what is news the next time, and no record and no address."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from riskflag.decisions import GapKey
from riskflag.vocabulary import AssessmentId, RuleCode, Severity, Verdict

OWN_ACCOUNT: Final = "nightly screening"
"""Who asks where nobody did. No account that signs in has a space in it."""


class TurnState(StrEnum):
    """What has become of somebody in a run. Waiting: not screened yet. Done: all that stands was answered
    completely. Incomplete: something could not be told. Failed: what is held could not be read."""

    WAITING = "waiting"
    DONE = "done"
    INCOMPLETE = "incomplete"
    FAILED = "failed"


class Why(StrEnum):
    """Why a proposal stands: what a system holds the address for, or what came of an enquiry about it."""

    MAIN = "main"
    RELEASE = "release"
    RESETTLEMENT_PLAN = "resettlement_plan"
    CURFEW = "curfew"
    LICENCE_RESIDENCE = "licence_residence"
    BAIL = "bail"
    ASKED = "asked"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class KeptFlag:
    """A flag in short.

    code: its rule's
    severity: the gravest of its findings'
    evidence: a digest of each record that it rests on, by system and identifier
    """

    code: RuleCode
    severity: Severity
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer in short.

    proposal: a digest that is equal for two spellings of one property
    why: why the proposal stands
    verdict, complete: as in the answer
    flags: gravest first
    gaps: what could not be told, each by its key
    rests_on: a digest of the records, the enquiry, the rules and the model
    answer: the answer that was stored last about this, by whomever; null where none was
    """

    proposal: str
    why: tuple[Why, ...]
    verdict: Verdict
    complete: bool
    flags: tuple[KeptFlag, ...] = ()
    gaps: tuple[GapKey, ...] = ()
    rests_on: str = ""
    answer: AssessmentId | None = None

    @property
    def approved(self) -> bool:
        """Whether somebody approved it."""
        return Why.APPROVED in self.why


@dataclass(frozen=True, slots=True)
class Change:
    """What is different from the last time, of one proposal. Codes are of rules.

    proposal: as in the outcome
    first_seen: it did not stand the last time
    gone: it does not stand any more
    new: flags that were not raised before
    graver: flags that weigh more than before
    further: flags that rest on a record that they did not rest on before
    lifted: flags that are raised no more
    newly_incomplete: the answer was complete before
    approved_now_stops: it was approved, and a flag that stops is among those above
    """

    proposal: str
    first_seen: bool = False
    gone: bool = False
    new: tuple[RuleCode, ...] = ()
    graver: tuple[RuleCode, ...] = ()
    further: tuple[RuleCode, ...] = ()
    lifted: tuple[RuleCode, ...] = ()
    newly_incomplete: bool = False
    approved_now_stops: bool = False

    @property
    def must_be_told(self) -> bool:
        """Whether an officer must know of it."""
        return bool(self.new or self.graver or self.further) or self.newly_incomplete

    @property
    def is_one(self) -> bool:
        """Whether anything is different at all."""
        return self.must_be_told or self.first_seen or self.gone or bool(self.lifted)


@dataclass(frozen=True, slots=True)
class Kept:
    """All that is kept of somebody's last screening.

    outcomes: of each proposal that stood
    changes: what had changed when this was written
    """

    outcomes: tuple[Outcome, ...] = ()
    changes: tuple[Change, ...] = ()
