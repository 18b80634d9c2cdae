"""The police must be told of this address.

What it flags: somebody who must notify the police of where they live, or who has a sexual offence on record
and of whom nothing says whether they must.

Why it matters: a notification missed is an offence, and the police cannot watch an address they do not know.

What to do: name the police station, put the dates into the plan for the first day, and tell the police.

Limits: an offence is known as sexual by its code; whether it and its sentence bring notification, and for how
long, is for somebody to check. A registration that was closed does not show that the period has ended.
"""

from riskflag.casebook import CHILD_OF_NINE, alert, case, conviction
from riskflag.facts import Facts
from riskflag.facts.notification import (
    NOTIFICATION_SOURCES,
    must_notify,
    notification_unsettled,
    sentence,
    sexual_convictions,
)
from riskflag.rule import ADDRESS, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

ADDRESS_DUE = "The police must be told of this address within three days of release or of moving in."
WEEKLY = "Without a main home, the person must notify the police within three days and then each week."
CHILD = "Somebody under 18 lives here, and twelve hours in such a household must be notified to the police."
CHECK = "A sexual offence is on record and nothing says whether the person must notify the police."
AGES = "whether anybody under 18 lives there"


def check(facts: Facts) -> Outcome:
    """What must be notified where the person must notify; else whether that is known."""
    registered = must_notify(facts)
    if not registered:
        unsettled = tuple(cite(record, sentence(record)) for record in notification_unsettled(facts))
        nobody = "Nothing on record brings notification to the police."
        return outcome_of([Finding(CHECK, unsettled)] if unsettled else [], nobody)
    evidence = (
        *(cite(record, says) for record, says in registered),
        *(cite(record, sentence(record)) for record in sexual_convictions(facts)),
    )
    findings = [Finding(WEEKLY if facts.proposal.no_fixed_abode else ADDRESS_DUE, evidence)]
    if facts.household.children:
        findings.append(Finding(CHILD, evidence))
    household = facts.household
    perhaps = household.ages_unknown or household.children_to_confirm or household.child_unplaced
    return outcome_of(findings, "", [AGES] if facts.proposal.household_unknown or perhaps else ())


REGISTERED = alert("SOR")
RULE = Rule(
    code=RuleCode("SO-NOT-01"),
    title="Police must be told of the address",
    severity=Severity.ACT,
    harm_families=(HarmFamily.SEXUAL_HARM, HarmFamily.PROCESS_GAP),
    applies_to=ADDRESS,
    check=check,
    needs=NOTIFICATION_SOURCES,
    authorities=("L-SOA", "L-SOA-2012", "L-SOA-80", "P-HO"),
    decides="police officer who manages registered sex offenders",
    act_by="three days after release; seven days anywhere else in twelve months must be told too",
    action="The prison offender manager confirms the police station; the responsible officer puts "
    "notification in the plan for the first day; where nobody knows of a duty, ask the police.",
    tell=("police officer who manages registered sex offenders", "responsible officer"),
    do_not_disclose="That the person is registered, to a landlord, employer or host, unless police or the "
    "multi-agency meeting decide so.",
    examples=(
        raises("Registered, to a household with a child", case(REGISTERED, lives_with=(CHILD_OF_NINE,))),
        clears("Not required to register", case(conviction("01908", "rape", on=None), alert("SONR"))),
        cannot_tell("Registrations were not asked for", case(not_asked=(Source.REGISTRATIONS,))),
    ),
)
