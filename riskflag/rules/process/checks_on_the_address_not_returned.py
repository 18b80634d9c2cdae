"""The checks on this person at this address have not come back.

What it flags: no police check, or no children's services check where one is due, came back in three months.

Why it matters: what police and children's services know of a household is often on no other record.

What to do: send the checks, chase what was sent, and approve nothing before the answers are read.

Limits: a check of another address says nothing of this one. What an answer says is for other rules.
"""

from riskflag.casebook import case
from riskflag.casebook import check as asked_for
from riskflag.facts import Facts
from riskflag.facts.dates import written_date
from riskflag.facts.topics import HISTORY_SOURCES, may_harm_a_household
from riskflag.records import Check, CheckKind
from riskflag.reference.thresholds import CHECK_MAX_AGE_DAYS
from riskflag.rule import ADDRESS, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

POLICE = "No answer from a police domestic abuse check on this address came back in the last three months."
CHILDREN = "No answer from children's services on this address came back in the last three months."
NO_ANSWER = asked_for(CheckKind.POLICE_DOMESTIC_ABUSE, returned_on=None)


def check(facts: Facts) -> Outcome:
    """The police check for everybody; children's services where a child may be and there is a history."""
    findings: list[Finding] = []
    if facts.proposal.address is not None and not facts.proposal.institution:
        findings += _missing(facts, CheckKind.POLICE_DOMESTIC_ABUSE, POLICE)
        if _child_may_be_there(facts) and may_harm_a_household(facts):
            findings += _missing(facts, CheckKind.CHILDRENS_SERVICES, CHILDREN)
    return outcome_of(findings, "The checks that are due on this address have come back, or none are due.")


def _missing(facts: Facts, kind: CheckKind, because: str) -> list[Finding]:
    sent = [each for each in facts.process.checks if each.kind is kind]
    for each in sent:
        if each.returned_on and 0 <= (facts.as_of - each.returned_on).days <= CHECK_MAX_AGE_DAYS.value:
            return []
    return [Finding(because, tuple(cite(each, _dates(each)) for each in sent))]


def _dates(sent: Check) -> str:
    requested, returned = (written_date(day, "never") for day in (sent.requested_on, sent.returned_on))
    return f"requested {requested}, returned {returned}"


def _child_may_be_there(facts: Facts) -> bool:
    household = facts.household
    return bool(household.children or household.ages_unknown or not facts.proposal.occupants_stated)


RULE = Rule(
    code=RuleCode("CHK-01"),
    title="No current police or children's services check on this person and address",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PROCESS_GAP, HarmFamily.DOMESTIC_ABUSE, HarmFamily.CHILDREN),
    applies_to=ADDRESS,
    check=check,
    needs=HISTORY_SOURCES | {Source.CHECKS, Source.CONTACTS},
    rests_on_silence_of=frozenset({Source.CHECKS}),
    authorities=("I-BEND", "I-DA23", "I-EM22", "L-CA", "P-AFER", "P-DA"),
    decides="responsible officer",
    act_by="before the address is approved",
    action="Send the checks or chase them; do not record the address as approved until they are back.",
    tell=("police", "children's services", "responsible officer"),
    do_not_disclose="What an answer says, beyond those who need it to decide.",
    staff_message="The checks on this address have not come back, so it cannot be approved yet.",
    examples=(
        raises("A check was sent nineteen days ago and nobody answered", case(NO_ANSWER)),
        clears("Both checks came back twelve days ago", case()),
        cannot_tell("Nobody asked whether checks were made", case(not_asked=[Source.CHECKS])),
    ),
)
