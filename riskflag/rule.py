"""What a rule is: a check over facts with everything a reader needs to understand and act on its answer.

A check gives exactly one of three outcomes. ``Raised`` stands even when something else is missing;
``Clear`` counts only when every source the rule needs could be relied on; otherwise ``CannotTell``.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from riskflag.casebook import Case
from riskflag.dossier import Missing, MissingReason
from riskflag.facts import Facts
from riskflag.facts.barred import Barred
from riskflag.facts.orders import TermFact
from riskflag.facts.presence import Presence
from riskflag.records import Record
from riskflag.vocabulary import (
    EnquiryKind,
    HarmFamily,
    RuleCode,
    Severity,
    Source,
    SourceRecordId,
    SourceSystem,
    Visibility,
)

ADDRESS = frozenset({EnquiryKind.ADDRESS})
REFERRAL = frozenset({EnquiryKind.REFERRAL})
BOTH = ADDRESS | REFERRAL


@dataclass(frozen=True, slots=True)
class Evidence:
    """One record relied on.

    source: the body of records it belongs to
    source_system, source_id: where it is held and what it is called there
    recorded_on, happened_on: its dates
    says: the words or the fact relied on
    matched: what links it to the proposal ("the name and the relationship agree"); None where nothing had to
    visibility: whether the person already knows it
    """

    source: Source
    source_system: SourceSystem
    source_id: SourceRecordId
    recorded_on: date
    happened_on: date | None
    says: str
    matched: str | None
    visibility: Visibility


def cite(record: Record, says: str, matched: str | None = None) -> Evidence:
    """Evidence from a record: the words relied on, and how it was matched."""
    return Evidence(
        source=record.source,
        source_system=record.source_system,
        source_id=record.source_id,
        recorded_on=record.recorded_on,
        happened_on=record.happened_on,
        says=says,
        matched=matched,
        visibility=Visibility.PROTECTED if record.protected else Visibility.KNOWN_TO_SUBJECT,
    )


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason why a rule is raised.

    because: one sentence in plain English, without names or addresses
    evidence: the records it rests on; empty only where the finding is that nothing is recorded
    severity: when this finding weighs differently from the rule
    """

    because: str
    evidence: tuple[Evidence, ...] = ()
    severity: Severity | None = None


def found(sure: bool, because: str, to_confirm: str, *evidence: Evidence) -> Finding:
    """A finding where ``sure``; else one that asks somebody to confirm it first."""
    return Finding(because if sure else to_confirm, evidence, None if sure else Severity.ACT)


def linked(link: Presence | Barred, terms: Iterable[TermFact], sure: str, unsure: str) -> Finding:
    """A finding that an order has to do with the address: somebody it covers lives there, or a term bars it.

    link: the order and what links it to the address
    terms: those of its terms that matter here
    sure: why it is raised
    unsure: what somebody must first confirm, where the link is not settled
    """
    evidence = [cite(link.record, term.quoted, link.because) for term in terms]
    if not evidence:
        evidence = [cite(link.record, "no term of it is recorded", link.because)]
    if link.seen_in is not None:
        evidence.append(cite(link.seen_in, "places them at the address", link.because))
    return found(link.sure, sure, unsure, *evidence)


@dataclass(frozen=True, slots=True)
class Raised:
    """The rule found something.

    findings: at least one
    missing: what could not be looked at besides; the findings stand
    """

    findings: tuple[Finding, ...]
    missing: tuple[Missing, ...] = ()


@dataclass(frozen=True, slots=True)
class Clear:
    """The rule looked at everything it needs and found nothing. ``because`` says why, in one sentence."""

    because: str


@dataclass(frozen=True, slots=True)
class CannotTell:
    """The rule could not say. ``missing`` names at least one thing."""

    missing: tuple[Missing, ...]


Outcome = Raised | Clear | CannotTell


def outcome_of(findings: list[Finding], otherwise: str, not_known: Iterable[str] = ()) -> Outcome:
    """``Raised`` with the findings, ``CannotTell`` for what is ``not_known``, else ``Clear`` as ``otherwise``
    says. Findings stand whatever is not known besides."""
    if not (findings or not_known):
        return _clear(otherwise)
    missing = tuple(Missing(what, MissingReason.UNKNOWN_FACT) for what in dict.fromkeys(not_known))
    if findings:
        return Raised(tuple(findings), missing)
    return CannotTell(missing) if missing else Clear(otherwise)


@lru_cache(maxsize=1024)
def _clear(because: str) -> Clear:
    """Most rules find nothing in most answers, and give the reason in the same words, which name nobody."""
    return Clear(because)


def unknown(what: str) -> CannotTell:
    """A fact that nobody recorded, named without personal data ("the release date")."""
    return CannotTell((Missing(what, MissingReason.UNKNOWN_FACT),))


class Expected(StrEnum):
    """What an example's outcome must be."""

    RAISED = "raised"
    CLEAR = "clear"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Example:
    """A small case that shows what a rule does. Every example runs as a test and appears in the catalogue.

    story: the case in one sentence
    case: the records and the enquiry
    expected: the outcome
    severity: the flag's severity, where it differs from the rule's
    """

    story: str
    case: Case
    expected: Expected
    severity: Severity | None = None


def raises(story: str, case: Case, severity: Severity | None = None) -> Example:
    """An example in which the rule is raised."""
    return Example(story, case, Expected.RAISED, severity)


def clears(story: str, case: Case) -> Example:
    """A near miss: an example that comes close and is not raised."""
    return Example(story, case, Expected.CLEAR)


def cannot_tell(story: str, case: Case) -> Example:
    """An example in which something needed is missing."""
    return Example(story, case, Expected.CANNOT_TELL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: its check, and all that its reader needs.

    code: the rule's code in the catalogue
    title: what it flags, in a few words
    severity: what a flag asks for, unless a finding says otherwise
    harm_families: the kinds of harm it is about
    applies_to: the kinds of enquiry it runs for
    check: facts to outcome; pure
    needs: sources without which it cannot say that there is nothing
    rests_on_silence_of: sources whose silence is itself the finding; without them it cannot be raised either
    authorities: codes of statutes, policies and inspections it rests on (``reference.authorities``)
    decides: who decides what happens next
    act_by: by when
    action: what to do
    tell: who must be told
    do_not_disclose: what must not be said, and to whom
    staff_message: what resettlement staff read when it is raised; None means the standard line, which says
        only that the responsible officer must be asked
    in_force_from: first day the rule applies
    retired_on: last day it applies; rules are retired, never deleted
    examples: at least one raised, one near miss and one that cannot be told
    """

    code: RuleCode
    title: str
    severity: Severity
    harm_families: tuple[HarmFamily, ...]
    applies_to: frozenset[EnquiryKind]
    check: Callable[[Facts], Outcome]
    needs: frozenset[Source]
    rests_on_silence_of: frozenset[Source] = frozenset()
    authorities: tuple[str, ...]
    decides: str
    act_by: str
    action: str
    tell: tuple[str, ...]
    do_not_disclose: str
    staff_message: str | None = None
    in_force_from: date = date(2026, 11, 22)
    retired_on: date | None = None
    examples: tuple[Example, ...]

    def applies(self, kind: EnquiryKind, day: date) -> bool:
        """Whether the rule runs for this kind of enquiry on this day. A rule always runs from the start of
        records: it speaks about today's question, whenever its file was added."""
        return kind in self.applies_to and (self.retired_on is None or day <= self.retired_on)
