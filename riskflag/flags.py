"""Outcomes -> ranked flags. The gravest first; every finding is kept, none is hidden or lowered.

Among flags that are equally grave, one that rests on an order or a licence comes first: no member of staff
can decide it away.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from riskflag.dossier import Missing
from riskflag.reference.authorities import Authority, authority
from riskflag.rule import Finding, Raised, Rule
from riskflag.rulebook import RuleOutcome
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

SEVERITY_ORDER = (Severity.STOP, Severity.ACT, Severity.INFORM)
HARM_ORDER = (
    HarmFamily.DOMESTIC_ABUSE,
    HarmFamily.CHILDREN,
    HarmFamily.PERSON_AS_VICTIM,
    HarmFamily.STALKING_AND_HARASSMENT,
    HarmFamily.SEXUAL_HARM,
    HarmFamily.KNOWN_ADULT,
    HarmFamily.EXPLOITATION,
    HarmFamily.PUBLIC,
    HarmFamily.STAFF,
    HarmFamily.VULNERABILITY,
    HarmFamily.PROCESS_GAP,
)
_PLACE_OF_HARM = {family: place for place, family in enumerate(HARM_ORDER)}
_PLACE_OF_SEVERITY = {severity: place for place, severity in enumerate(SEVERITY_ORDER)}
BINDING = frozenset({Source.PROTECTIVE_ORDERS, Source.LICENCE_CONDITIONS})


@dataclass(frozen=True, slots=True)
class Flag:
    """A raised rule, with everything its reader needs, as it stood when it was raised.

    Fields are as in ``rule.Rule``; severity is the gravest of the findings', each of which says its own.
    """

    code: RuleCode
    title: str
    severity: Severity
    harm_families: tuple[HarmFamily, ...]
    findings: tuple[Finding, ...]
    missing: tuple[Missing, ...]
    decides: str
    act_by: str
    action: str
    tell: tuple[str, ...]
    do_not_disclose: str
    authorities: tuple[Authority, ...]
    staff_message: str | None


def rank_flags(outcomes: Iterable[RuleOutcome]) -> tuple[Flag, ...]:
    """Flags for every raised rule, in order."""
    return in_order(_flag(o.rule, o.outcome) for o in outcomes if isinstance(o.outcome, Raised))


def in_order(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """Flags gravest first, then by harm, then by code."""
    return tuple(sorted(flags, key=_rank))


def _flag(rule: Rule, raised: Raised) -> Flag:
    findings = [f if f.severity else Finding(f.because, f.evidence, rule.severity) for f in raised.findings]
    findings.sort(key=_finding_gravity)
    return Flag(
        code=rule.code,
        title=rule.title,
        severity=findings[0].severity or rule.severity,
        harm_families=rule.harm_families,
        findings=tuple(findings),
        missing=raised.missing,
        decides=rule.decides,
        act_by=rule.act_by,
        action=rule.action,
        tell=rule.tell,
        do_not_disclose=rule.do_not_disclose,
        authorities=tuple(authority(code) for code in rule.authorities),
        staff_message=rule.staff_message,
    )


def _rank(flag: Flag) -> tuple[int, bool, int, str]:
    harm = min([_PLACE_OF_HARM[family] for family in flag.harm_families])
    return _gravity(flag.severity), not _binding(flag), harm, flag.code


def _binding(flag: Flag) -> bool:
    """Whether the gravest finding rests first of all on an order or a licence condition."""
    evidence = flag.findings[0].evidence
    return bool(evidence) and evidence[0].source in BINDING


def _finding_gravity(finding: Finding) -> int:
    return _gravity(finding.severity or Severity.STOP)


def _gravity(severity: Severity) -> int:
    return _PLACE_OF_SEVERITY[severity]
