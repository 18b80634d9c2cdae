"""Nobody in the community is ready for this release.

What it flags: no named responsible officer, or one who has not met the person as release comes near.

Why it matters: every other flag is acted on by the responsible officer. Without one it reaches nobody.

What to do: the duty senior probation officer names somebody now, and alerts go to the duty officer till then.

Limits: a meeting counts when its date is recorded. One held before a prison transfer must be held again.
"""

from riskflag.casebook import allocation, case
from riskflag.facts import Facts
from riskflag.facts.dates import working_days_between, written_date
from riskflag.facts.history import when
from riskflag.facts.topics import known_as_dangerous
from riskflag.records import CustodyEventKind, ResponsibleOfficerAllocation
from riskflag.reference.thresholds import ALLOCATION_WORKING_DAYS, RELEASE_PLANNING_DAYS, RELEASE_SOON_DAYS
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises, unknown
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

NOBODY = "No responsible officer is named, and by now one should be."
NOT_MET = "The responsible officer has not met the person, or not since the last prison transfer."


def check(facts: Facts) -> Outcome:
    """Whether somebody is named in time, and has met the person in time."""
    near = facts.proposal.release_within(RELEASE_PLANNING_DAYS.value)
    officer = facts.process.allocation
    due = (near or _sentenced_long_ago(facts)) if officer is None else (_not_met(officer, facts) and near)
    if due is None:
        return unknown("the release date or the date of sentence")
    if not due:
        return outcome_of([], "A responsible officer is named and at work, or not yet due.")
    stop = facts.proposal.release_within(RELEASE_SOON_DAYS.value) and known_as_dangerous(facts)
    evidence = (cite(officer, f"met on: {written_date(officer.met_person_on)}"),) if officer else ()
    because = NOT_MET if officer else NOBODY
    return outcome_of([Finding(because, evidence, Severity.STOP if stop else None)], "")


def _not_met(officer: ResponsibleOfficerAllocation, facts: Facts) -> bool:
    met = officer.met_person_on
    moved = [when(e) for e in facts.history.custody if e.kind is CustodyEventKind.TRANSFERRED]
    return met is None or any(met < day for day in moved)


def _sentenced_long_ago(facts: Facts) -> bool | None:
    sentenced = [when(e) for e in facts.history.custody if e.kind is CustodyEventKind.SENTENCED]
    if not sentenced:
        return None
    late = working_days_between(max(sentenced), facts.as_of) > ALLOCATION_WORKING_DAYS.value
    return late or (None if facts.proposal.release_date is None else False)


RULE = Rule(
    code=RuleCode("PROC-RO-01"),
    title="No responsible officer, or one allocated too late to plan the release",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PROCESS_GAP,),
    applies_to=BOTH,
    check=check,
    needs=frozenset({Source.ALLOCATION, Source.CUSTODY}),
    rests_on_silence_of=frozenset({Source.ALLOCATION}),
    authorities=("I-TTG16", "P-OMIC"),
    decides="duty senior probation officer",
    act_by="today where release is within 28 days, otherwise within 5 working days",
    action="Name an officer and hold a three-way meeting; until then flags go to the duty officer.",
    tell=("senior probation officer", "prison offender manager"),
    do_not_disclose="Nothing beyond the ordinary rules.",
    staff_message="No responsible officer is ready for this release. Ask the duty senior probation officer.",
    examples=(
        raises("Release is nine days away and nobody is named", case(allocation(officer=None))),
        clears("An officer named in September met him in October", case()),
        cannot_tell("Nobody asked who manages him", case(not_asked=[Source.ALLOCATION])),
    ),
)
