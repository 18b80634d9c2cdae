"""The checks on this person at this address have not come back, or came back with a concern.

What it flags: no police check, or no children's services check where one is due, came back in three months;
or an answer raises a concern and no later one takes it back.

Why it matters: what police and children's services know of a household is often on no other record.

What to do: send the checks, chase what was sent, and approve nothing before the answers are read.

Limits: a check of another address says nothing of this one. What an answer says is for its reader to weigh.
"""

from dataclasses import replace

from riskflag.casebook import case
from riskflag.casebook import check as asked_for
from riskflag.facts import Facts
from riskflag.facts.checks_due import checks_outstanding, dates_of
from riskflag.facts.topics import HISTORY_SOURCES
from riskflag.records import CheckKind
from riskflag.rule import ADDRESS, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source, Visibility

BECAUSE = {
    CheckKind.POLICE_DOMESTIC_ABUSE: "No answer from a police domestic abuse check on this address came back "
    "in the last three months.",
    CheckKind.CHILDRENS_SERVICES: "No answer from children's services on this address came back in the last "
    "three months.",
}
CONCERN = "A check that came back raises a concern: read the answer before anything is approved."
NO_ANSWER = asked_for(CheckKind.POLICE_DOMESTIC_ABUSE, returned_on=None)
WORRYING = replace(asked_for(CheckKind.POLICE_DOMESTIC_ABUSE), concerns=True, result="called out twice")


def check(facts: Facts) -> Outcome:
    """What an answer says that raises a concern, which the person must not learn; then what is missing."""
    findings = []
    for each in facts.process.concerns:
        answer = cite(each, each.result or "raises a concern")
        findings.append(Finding(CONCERN, (replace(answer, visibility=Visibility.PROTECTED),)))
    for kind, sent in checks_outstanding(facts):
        findings.append(Finding(BECAUSE[kind], tuple(cite(each, dates_of(each)) for each in sent)))
    return outcome_of(findings, "The checks that are due on this address have come back, or none are due.")


RULE = Rule(
    code=RuleCode("CHK-01"),
    title="Police or children's services check on this person and address missing, or raising a concern",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PROCESS_GAP, HarmFamily.DOMESTIC_ABUSE, HarmFamily.CHILDREN),
    applies_to=ADDRESS,
    check=check,
    needs=HISTORY_SOURCES | {Source.CHECKS, Source.CONTACTS},
    rests_on_silence_of=frozenset({Source.CHECKS}),
    authorities=("I-BEND", "I-DA23", "I-EM22", "L-CA", "P-AFER", "P-DA"),
    decides="responsible officer",
    act_by="before the address is approved",
    action="Send the checks or chase them; do not approve the address before they are back and read.",
    tell=("police", "children's services", "responsible officer"),
    do_not_disclose="What an answer says, beyond those who need it to decide.",
    staff_message="The checks on this address have not come back, so it cannot be approved yet.",
    examples=(
        raises("A check was sent nineteen days ago and nobody answered", case(NO_ANSWER)),
        raises("The police answered with a concern", case(WORRYING)),
        clears("Both checks came back twelve days ago", case()),
        cannot_tell("Nobody asked whether checks were made", case(not_asked=[Source.CHECKS])),
    ),
)
