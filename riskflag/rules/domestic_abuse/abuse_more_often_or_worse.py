"""Recorded abuse by the person comes more often, or grows worse.

What it flags: three incidents within a year, one within a year of a MARAC, the last three each worse than the
one before, or the last two much closer together; time in custody is not counted.

Why it matters: abuse that grows does not stop at a release, and each step makes the next one likelier.

What to do: refer to MARAC, review the SARA and the plan for managing risk.

Limits: reports of one day are one incident. What ended more than five years at liberty ago is left out, and
an incident without a date is not counted. Severity is ranked by the kind of event or offence alone.
"""

from dataclasses import replace
from datetime import date

from riskflag.casebook import PARTNER, abuse, case, conviction
from riskflag.facts import Facts
from riskflag.facts.escalation import (
    Escalation,
    escalations,
    may_escalate_by_either_side,
    may_escalate_undated,
    ranked,
)
from riskflag.facts.quoting import words_of
from riskflag.records import DomesticAbuseKind
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source, Visibility

BECAUSE = {
    Escalation.OFTEN: "Three or more incidents of abuse lie within a year at liberty.",
    Escalation.AFTER_MEETING: "Abuse followed within a year of a meeting about high risk of domestic abuse.",
    Escalation.WORSE: "Each of the last three incidents of abuse was worse than the one before.",
    Escalation.FASTER: "The time between the last incidents of abuse has halved.",
}


def check(facts: Facts) -> Outcome:
    """Looks for abuse that comes more often or grows worse; the person must not learn of a meeting."""
    found = []
    for how, others, happened in escalations(facts):
        evidence = [replace(cite(r, words_of(r)), visibility=Visibility.PROTECTED) for r in others]
        evidence += [cite(incident.record, ranked(incident)) for incident in happened]
        found.append(Finding(BECAUSE[how], tuple(evidence)))
    not_known = ["when some of the abuse happened"] * may_escalate_undated(facts)
    not_known += ["who harmed whom"] * may_escalate_by_either_side(facts)
    nothing = "What abuse is on record neither comes more often nor grows worse."
    return outcome_of(found, nothing, () if found else not_known)


QUARREL = abuse(DomesticAbuseKind.VERBAL_DISPUTE, PARTNER, on=date(2026, 1, 5))
ASSAULT = conviction("10501", "common assault", PARTNER, on=date(2026, 3, 5))
BODILY_HARM = conviction("00806", "assault occasioning actual bodily harm", PARTNER, on=date(2026, 5, 5))
CALLS = [abuse(DomesticAbuseKind.VERBAL_DISPUTE, PARTNER, on=date(2014, m, 5)) for m in (1, 6, 10)]
RULE = Rule(
    code=RuleCode("DA-ESC-01"),
    title="Domestic abuse escalates in frequency or severity",
    severity=Severity.ACT,
    harm_families=(HarmFamily.DOMESTIC_ABUSE,),
    applies_to=BOTH,
    check=check,
    needs=frozenset({Source.DOMESTIC_ABUSE, Source.CONVICTIONS, Source.ORDER_BREACHES})
    | {Source.PROTECTIVE_ORDERS, Source.REGISTRATIONS, Source.ALERTS, Source.CUSTODY},
    authorities=("L-MARAC", "R-ODARA"),
    decides="responsible officer",
    act_by="before the address is used or the referral is sent",
    action="Refer to MARAC; review the SARA and the plan for managing risk.",
    tell=("MARAC co-ordinator", "police", "independent domestic violence adviser"),
    do_not_disclose="To the person: that a MARAC was held.",
    examples=(
        raises("A quarrel, an assault, bodily harm, in five months", case(QUARREL, ASSAULT, BODILY_HARM)),
        clears("Three calls in 2014", case(*CALLS)),
        cannot_tell("Police records of abuse were not asked for", case(not_asked=(Source.DOMESTIC_ABUSE,))),
    ),
)
