"""The risk assessment is missing, stale or at odds with the record.

What it flags: no risk of serious harm assessment in a year, or one that later events or other records deny.

Why it matters: a low level that overlooks a knife or two breaches is believed by everybody who plans.

What to do: review the assessment before deciding. Until then the higher reading holds.

Limits: a change of partner or address is not seen here, nor a register review whose due date is not recorded.
"""

from collections.abc import Iterable
from datetime import date

from riskflag.casebook import assessment, case, conviction
from riskflag.facts import Facts, assessed
from riskflag.facts.history import when
from riskflag.facts.quoting import words_of
from riskflag.facts.topics import RECORD_SOURCES
from riskflag.records import Record, RiskAssessment
from riskflag.reference.thresholds import ASSESSMENT_MAX_AGE_DAYS
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

BLADE = conviction("00826", "Having an article with a blade", on=date(2026, 5, 1))


def check(facts: Facts) -> Outcome:
    """Whether there is an assessment, how old it is, and what speaks against it."""
    current = assessed.current_assessment(facts)
    if current is None:
        findings = [Finding("No assessment of the risk of serious harm is on record.")]
    else:
        findings = list(_against(current, facts))
    findings += _found("A register entry is past its date for review.", assessed.overdue_reviews(facts))
    findings += _found(
        "The address is called both unsuitable and settled.", assessed.contradictory_notes(facts)
    )
    return outcome_of(findings, "A recent assessment is on record and nothing speaks against it.")


def _against(current: RiskAssessment, facts: Facts) -> Iterable[Finding]:
    if (facts.as_of - when(current)).days > ASSESSMENT_MAX_AGE_DAYS.value:
        yield from _found("The assessment of the risk of serious harm is more than a year old.", (current,))
    yield from _found(
        "Something material happened after the assessment.", assessed.came_after(current, facts)
    )
    yield from _found("The level is low or medium against the record.", assessed.left_out_of(current, facts))
    others = [flag.record for flag in assessed.other_levels(current, facts)]
    yield from _found("Systems hold different levels of risk of serious harm.", others)


def _found(because: str, records: Iterable[Record]) -> list[Finding]:
    cited = tuple(cite(record, words_of(record)) for record in records)
    return [Finding(because, cited)] if cited else []


RULE = Rule(
    code=RuleCode("RA-01"),
    title="Risk assessment missing, stale or at odds with the record",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PROCESS_GAP,),
    applies_to=BOTH,
    check=check,
    needs=RECORD_SOURCES | {Source.ORDER_BREACHES},
    rests_on_silence_of=frozenset({Source.RISK_ASSESSMENTS}),
    authorities=("I-TTG16", "I-DA23", "I-MCSW", "P-NDEL"),
    decides="senior probation officer",
    act_by="before the address is decided",
    action="The responsible officer reviews the assessment first; until then the higher reading applies.",
    tell=("responsible officer", "senior probation officer"),
    do_not_disclose="Nothing beyond the ordinary rules.",
    examples=(
        raises("Low in 2024, a blade in 2026", case(assessment(on=date(2024, 11, 1)), BLADE)),
        clears(
            "The blade came first, and it was considered", case(assessment(weapon_considered=True), BLADE)
        ),
        cannot_tell("Nobody asked for assessments", case(not_asked=[Source.RISK_ASSESSMENTS])),
    ),
)
