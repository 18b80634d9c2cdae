"""An assessment as one role may see it. Allow-list: what is not named here is not shown.

Resettlement staff get an answer that was worked out without anything protected (``Dossier.known_part``), so
it cannot depend on protected data; and of that only the messages that rules mark as safe for them, and one
standing line: a responsible officer must decide any address or referral for this person.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from riskflag.assessment import Assessment, LookedAt, Unanswered
from riskflag.dossier import Missing, MissingReason
from riskflag.errors import NotAllowed
from riskflag.explanation import authority_sentence, evidence_sentence, headline, missing_sentence, remedy
from riskflag.flags import SEVERITY_ORDER, Flag
from riskflag.shown_scores import ShownScores, show_scores
from riskflag.shown_statement import ShownStatement, show_statement
from riskflag.vocabulary import HarmFamily, Role, RuleCode, Severity, Verdict

STANDING_LINE = "A responsible officer must decide any address or referral for this person."
WITHHELD_LINE = f"What is held in confidence is not shown here. {STANDING_LINE}"
STOP_LINE = "This address cannot be used. Speak to the responsible officer."
REFERRAL_STOP_LINE = "This referral cannot go ahead as it is. Speak to the responsible officer."
READ_FIRST = 5
"""How many flags somebody can take in at once. Every STOP is read first, however many there are."""
MORE_LINE = "There is more that the responsible officer must deal with. Speak to them."


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """One reason: why, and every record it rests on.

    as_under: an earlier flag that cites all this evidence already; null where none does
    """

    because: str
    severity: Severity
    evidence: tuple[str, ...]
    as_under: RuleCode | None = None


@dataclass(frozen=True, slots=True)
class ShownFlag:
    """A flag as shown. Fields that this role may not see are null or empty.

    severity: what it asks for
    message: the flag in one line
    code: the rule's code
    harm_families: the kinds of harm
    findings: why, with evidence
    action: what to do
    decides: who decides
    act_by: by when
    tell: who must be told
    do_not_disclose: what must not be said
    basis: statute, policy or inspection, with how far it was confirmed
    not_looked_at: what could not be looked at besides
    """

    severity: Severity
    message: str
    code: RuleCode | None = None
    harm_families: tuple[HarmFamily, ...] = ()
    findings: tuple[ShownFinding, ...] = ()
    action: str | None = None
    decides: str | None = None
    act_by: str | None = None
    tell: tuple[str, ...] = ()
    do_not_disclose: str | None = None
    basis: tuple[str, ...] = ()
    not_looked_at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownGap:
    """Something that could not be told: what and why, how to close it, and which rules wait for it."""

    what: str
    remedy: str
    rules: tuple[RuleCode, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownOfficer:
    """Whom to ask."""

    name: str
    team: str
    telephone: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class ShownAssessment:
    """The answer as one role may see it.

    role: for whom it was written
    verdict: flags_raised, incomplete or no_flags_found
    complete: whether everything that should have been looked at was
    headline: the answer in words
    standing_line: what is always true for this reader; null where nothing is
    as_of: the moment it speaks of
    valid_until: after this it is expired and may not be relied on
    expired: whether it is
    flags: gravest first
    read_first: how many of the flags are to be read first; the others may be folded away, never left out
    not_told: what could not be told, and how to close each gap
    looked_at: rules that looked and found nothing, with the reason
    data_quality_tasks: records to put right, by system and identifier
    officer: whom to ask; null where nobody is recorded
    rulebook: fingerprint of the rulebook; null where not shown
    statement: of a referral, the draft for its recipient; null for an address, and where not shown
    scores: what the instruments and the learned model say; null where not shown
    """

    role: Role
    verdict: Verdict
    complete: bool
    headline: str
    standing_line: str | None
    as_of: datetime
    valid_until: datetime
    expired: bool
    flags: tuple[ShownFlag, ...]
    read_first: int
    not_told: tuple[ShownGap, ...]
    looked_at: tuple[LookedAt, ...]
    data_quality_tasks: tuple[str, ...]
    officer: ShownOfficer | None
    rulebook: str | None
    statement: ShownStatement | None = None
    scores: ShownScores | None = None


def show(full: Assessment, known: Assessment, role: Role, now: datetime) -> ShownAssessment:
    """The assessment for a role.

    full: worked out from everything
    known: worked out from what a reader may know who must not learn protected things
    now: the moment of reading; an expired answer is shown as incomplete

    Raises NotAllowed for roles that may see no assessment.
    """
    if role is Role.RESPONSIBLE_OFFICER:
        return _for_officer(full.at(now), expired=now > full.valid_until)
    if role is Role.RESETTLEMENT_STAFF:
        return _for_staff(known.at(now), expired=now > known.valid_until)
    raise NotAllowed("this role may not read assessments")


def _for_officer(assessment: Assessment, expired: bool) -> ShownAssessment:
    return ShownAssessment(
        role=Role.RESPONSIBLE_OFFICER,
        verdict=assessment.verdict,
        complete=assessment.complete,
        headline=headline(assessment.verdict, assessment.complete),
        standing_line=None,
        as_of=assessment.as_of,
        valid_until=assessment.valid_until,
        expired=expired,
        flags=tuple(_evidence_once(map(_whole_flag, assessment.flags))),
        read_first=_read_first(assessment.flags),
        not_told=tuple(_gaps(assessment.gaps, assessment)),
        looked_at=assessment.looked_at,
        data_quality_tasks=tuple(
            f"{task.source_system.value} {task.source_id}: {task.what}" for task in assessment.tasks
        ),
        officer=_officer(assessment),
        rulebook=assessment.rulebook,
        statement=show_statement(assessment.statement),
        scores=show_scores(assessment.scores),
    )


def _for_staff(assessment: Assessment, expired: bool) -> ShownAssessment:
    open_gaps = [gap for gap in assessment.gaps if gap.reason is not MissingReason.WITHHELD]
    verdict = Verdict.FLAGS_RAISED if assessment.flags else Verdict.INCOMPLETE
    stop = STOP_LINE if assessment.statement is None else REFERRAL_STOP_LINE
    flags = tuple(_staff_flags(assessment.flags, stop))
    return ShownAssessment(
        role=Role.RESETTLEMENT_STAFF,
        verdict=verdict,
        complete=False,
        headline=headline(verdict, complete=False),
        standing_line=STANDING_LINE,
        as_of=assessment.as_of,
        valid_until=assessment.valid_until,
        expired=expired,
        flags=flags,
        read_first=len(flags),
        not_told=(
            *(ShownGap(missing_sentence(gap), remedy(gap)) for gap in open_gaps if _may_be_named(gap)),
            ShownGap(WITHHELD_LINE, "Ask the responsible officer."),
        ),
        looked_at=(),
        data_quality_tasks=(),
        officer=_officer(assessment),
        rulebook=None,
    )


def _may_be_named(gap: Missing) -> bool:
    """A failed rule would be named by its code, and a code says what was looked for."""
    return gap.reason is not MissingReason.RULE_FAILED


def _staff_flags(flags: Iterable[Flag], stop: str) -> Iterable[ShownFlag]:
    """One line a message: two flags that say the same to staff are one. ``stop`` is said of whatever stops
    and has no message of its own."""
    shown: dict[str, Severity] = {}
    for flag in flags:
        standard = stop if flag.severity is Severity.STOP else MORE_LINE
        message = flag.staff_message or standard
        severity = flag.severity if message != MORE_LINE else Severity.ACT
        shown[message] = min(shown.get(message, severity), severity, key=SEVERITY_ORDER.index)
    for message, severity in sorted(shown.items(), key=lambda item: SEVERITY_ORDER.index(item[1])):
        yield ShownFlag(severity=severity, message=message)


def _whole_flag(flag: Flag) -> ShownFlag:
    return ShownFlag(
        severity=flag.severity,
        message=flag.title,
        code=flag.code,
        harm_families=flag.harm_families,
        findings=tuple(_each_reason_once(flag)),
        action=flag.action,
        decides=flag.decides,
        act_by=flag.act_by,
        tell=flag.tell,
        do_not_disclose=flag.do_not_disclose,
        basis=tuple(authority_sentence(authority) for authority in flag.authorities),
        not_looked_at=tuple(missing_sentence(missing) for missing in flag.missing),
    )


def _evidence_once(flags: Iterable[ShownFlag]) -> Iterable[ShownFlag]:
    """Says of each finding which earlier flag cites the same evidence: its reader has read it by then."""
    cited: dict[str, RuleCode | None] = {}
    for flag in flags:
        yield replace(flag, findings=tuple(_with_reference(finding, cited) for finding in flag.findings))
        for sentence in (each for finding in flag.findings for each in finding.evidence):
            cited.setdefault(sentence, flag.code)


def _with_reference(finding: ShownFinding, cited: Mapping[str, RuleCode | None]) -> ShownFinding:
    under = {cited.get(sentence) for sentence in finding.evidence}
    return replace(finding, as_under=under.pop()) if len(under) == 1 else finding


def _read_first(flags: Sequence[Flag]) -> int:
    """Every STOP, and as many more as make up the number that can be taken in at once."""
    stops = sum(flag.severity is Severity.STOP for flag in flags)
    return max(stops, min(READ_FIRST, len(flags)))


def _each_reason_once(flag: Flag) -> Iterable[ShownFinding]:
    """Findings that give one reason, equally grave, are one to their reader, with all their evidence."""
    reasons: dict[tuple[str, Severity], dict[str, None]] = {}
    for finding in flag.findings:
        evidence = reasons.setdefault((finding.because, finding.severity or flag.severity), {})
        evidence.update(dict.fromkeys(evidence_sentence(each) for each in finding.evidence))
    for (because, severity), sentences in reasons.items():
        yield ShownFinding(because, severity, tuple(sentences))


def _gaps(gaps: Iterable[Missing], assessment: Assessment) -> Iterable[ShownGap]:
    for gap in gaps:
        yield ShownGap(missing_sentence(gap), remedy(gap), tuple(_waiting(gap, assessment.unanswered)))


def _waiting(gap: Missing, unanswered: Iterable[Unanswered]) -> Iterable[RuleCode]:
    return (rule.code for rule in unanswered if gap in rule.missing)


def _officer(assessment: Assessment) -> ShownOfficer | None:
    officer = assessment.officer
    if officer is None or officer.officer is None:
        return None
    return ShownOfficer(officer.officer, officer.team, officer.telephone, officer.email)
