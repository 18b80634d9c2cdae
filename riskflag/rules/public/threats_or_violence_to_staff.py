"""The person has threatened or hurt people at work, or lost a home or a service over it.

What it flags: a flag about risk to staff, an assault on somebody at work, an assessed risk to staff, or an
eviction or ban for threats or violence that anybody wrote down.

Why it matters: a landlord, hostel or visitor who was not told meets the person alone. Inspectors found an
eviction for threats that was in one system and left out of every referral.

What to do: tell whoever will house or visit the person what they need for safety, before they meet.

Limits: text is read by words and sentences. An eviction for another reason, such as rent, says nothing here.
"""

from dataclasses import replace
from datetime import date

from riskflag.casebook import alert, assessment, case, conviction
from riskflag.facts import Facts
from riskflag.facts.staff_risk import StaffRisk, staff_risks
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RiskLevel, RuleCode, Severity, Source

BECAUSE = {
    StaffRisk.FLAGGED: "A flag warns of a risk to staff.",
    StaffRisk.CONVICTED: "The person assaulted somebody who was doing their job.",
    StaffRisk.ASSESSED: "The risk assessment puts the risk to staff at medium or higher.",
    StaffRisk.WRITTEN: "The record tells of threats or violence to staff, or of a home lost over them.",
}


def check(facts: Facts) -> Outcome:
    """Every record, in any system, of threats or violence to those who work with the person."""
    findings = [Finding(BECAUSE[kind], (cite(record, says),)) for kind, record, says in staff_risks(facts)]
    return outcome_of(findings, "No threat or violence to staff that still counts is on record.")


EVICTED = assessment(words="Evicted in 2025 for threatening the hostel's night worker.")
ARREARS = assessment(words="Evicted in 2025 for rent arrears.")
PARAMEDIC = conviction("00873", "Assault of an emergency worker", on=date(2025, 3, 1))
TO_STAFF = replace(assessment(), to_staff=RiskLevel.MEDIUM)
RULE = Rule(
    code=RuleCode("STAFF-01"),
    title="Threats or violence to staff or landlords",
    severity=Severity.ACT,
    harm_families=(HarmFamily.STAFF,),
    applies_to=BOTH,
    check=check,
    needs=frozenset(
        {Source.ALERTS, Source.REGISTRATIONS, Source.CONVICTIONS, Source.RISK_ASSESSMENTS, Source.CUSTODY}
        | {Source.HOUSEHOLD_ENQUIRIES, Source.REFERRALS}
    ),
    authorities=("I-TTG16", "P-NDEL", "P-CVL"),
    decides="responsible officer",
    act_by="before anybody meets or houses the person",
    action="Tell providers and visitors what they need for safety; plan no lone visits; refuse nobody help.",
    tell=("responsible officer", "whoever receives the referral", "staff who visit homes"),
    do_not_disclose="The names of staff who were threatened or hurt.",
    examples=(
        raises("The risk assessment tells of an eviction for threats", case(EVICTED)),
        raises("He hit a paramedic last year", case(PARAMEDIC)),
        raises("The prison warns that he has assaulted staff", case(alert("XSA"))),
        raises("The assessment puts the risk to staff at medium", case(TO_STAFF)),
        clears("He was evicted for rent arrears", case(ARREARS)),
        cannot_tell("Nobody asked for risk assessments", case(not_asked=(Source.RISK_ASSESSMENTS,))),
    ),
)
