"""A registered sex offender, or somebody of high risk, has no confirmed address close to release.

What it flags: within twelve weeks of release no address stands for somebody who is or may be a registered sex
offender, whose risk of serious harm is high, or whom agencies manage together.

Why it matters: somebody released to nowhere is seen by nobody, and those at risk cannot be protected.

What to do: refer for approved premises and housing the same day, and tell the police where things stand.

Limits: the plan is stopped from four weeks before release, never the release itself. A bed counts once the
enquiry proposes it and it is confirmed. Anybody else without an address has a rule of their own.
"""

from dataclasses import replace

from riskflag.casebook import ASKED, alert, case
from riskflag.facts import Facts
from riskflag.facts.high_risk import HIGH_RISK_SOURCES, housing_referrals, refused_by, shows_high_risk
from riskflag.facts.settled import VERIFIED_IN, Settled, how_settled
from riskflag.reference.thresholds import RELEASE_PLANNING_DAYS, RELEASE_SOON_DAYS
from riskflag.rule import ADDRESS, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity

FALLS_SHORT = {
    Settled.NO_ADDRESS: "no address is proposed",
    Settled.NOT_VERIFIED: "nobody has verified the address",
    Settled.OUT_OF_DATE: "the address was last confirmed over a month ago",
    Settled.SETTLED: None,
}
REFUSED = "a refusal is on record that is, or may be, about this address"


def check(facts: Facts) -> Outcome:
    """For somebody of high risk, whether an address stands; first told at twelve weeks, stopped at four."""
    shown, days = shows_high_risk(facts), facts.proposal.days_to_release
    if shown and days is None:
        return outcome_of([], "", ["the release date"])
    if not shown or days is None or days > RELEASE_PLANNING_DAYS.value:
        return outcome_of([], "The person is not known to be of high risk, or release is not close.")
    refused, settled = refused_by(facts), how_settled(facts)
    if settled is Settled.CANNOT_TELL and not refused:
        return outcome_of([], "", ["whether anybody has verified the address"])
    soon = days <= RELEASE_SOON_DAYS.value
    short = REFUSED if refused else FALLS_SHORT[settled]
    if short is None or (settled is Settled.OUT_OF_DATE and not soon and not refused):
        return outcome_of([], "An address stands.")
    evidence = [cite(record, says) for record, says in (*shown, *housing_referrals(facts))]
    evidence += [cite(record, "refused") for record in refused]
    because = f"The person is of high risk, {short}, and the days left to release are {max(days, 0)}."
    return outcome_of([Finding(because, tuple(evidence), None if soon else Severity.ACT)], "")


NOWHERE = replace(ASKED, address=None, no_fixed_abode=True)
RULE = Rule(
    code=RuleCode("SO-NFA-01"),
    title="No address for a registered sex offender or somebody of high risk",
    severity=Severity.STOP,
    harm_families=(HarmFamily.SEXUAL_HARM, HarmFamily.PUBLIC),
    applies_to=ADDRESS,
    check=check,
    needs=HIGH_RISK_SOURCES | VERIFIED_IN,
    authorities=("L-SOA-2012", "L-HRA", "L-MAPPA", "I-TTG16", "P-CVL"),
    decides="head of service, who signs the release plan",
    act_by="the same day; until then the release plan is not recorded as complete",
    action="Refer for approved premises and temporary housing, and to the council with consent; tell police; "
    "explain weekly notification; add the licence condition on the region; plan for failure to attend.",
    tell=("senior probation officer", "head of service", "police", "MAPPA co-ordinator", "council"),
    do_not_disclose="Registration or offences, to the council or a landlord, beyond what placement needs.",
    staff_message="No address stands for this release: the plan is not complete. Refer for housing today.",
    examples=(
        raises("Registered, no address, nine days left", case(alert("SOR"), asked=NOWHERE)),
        clears("Low risk and no address", case(asked=NOWHERE)),
        cannot_tell("No release date", case(alert("SOR"), asked=replace(NOWHERE, release_date=None))),
    ),
)
