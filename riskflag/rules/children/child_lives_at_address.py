"""A child lives at the address and the person may be a risk to children.

What it flags: a child, a pregnant woman or somebody of unknown age lives or stays at the address, and a
flag, an assessment, an offence or children's services say that the person may be a risk to children.

Why it matters: children at home cannot keep away from somebody who harms them.

What to do: do not use the address until children's services have assessed it and answered in writing.

Limits: an offence or a flag prompts an assessment and is no label; some flags speak of somebody else in a
home. It knows only the people and the ages that were given.
"""

from riskflag.casebook import CHILD_OF_NINE, FRIEND, OCCUPANTS_UNKNOWN, case, registration
from riskflag.facts import Facts
from riskflag.facts.risk_to_children import (
    SIGNS_IN,
    pregnancy,
    signs_of_risk_to_children,
    supporting_assessment,
)
from riskflag.rule import ADDRESS, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

CHILD = "A child lives or stays at this address, and the person may be a risk to children."
SUPPORTED = "A child lives here: children's services support the address, and it still has to be decided."
PREGNANCY = "Somebody at this address is said to be pregnant, and the person may be a risk to children."
PERHAPS = "A child may live here, and the person may be a risk to children: confirm where a contact lives."
AGE = "Somebody at this address may be a child, and the person may be a risk to children: find out."


def check(facts: Facts) -> Outcome:
    """Where there are signs of risk to children, looks for children at the address."""
    signs = signs_of_risk_to_children(facts)
    if not signs:
        return outcome_of([], "Nothing on record says that the person may be a risk to children.")
    evidence = tuple(cite(record, says) for record, says in signs)
    supported = supporting_assessment(facts)
    found = []
    if facts.household.children and supported is not None:
        found.append(Finding(SUPPORTED, (*evidence, cite(supported, supported.result)), Severity.ACT))
    elif facts.household.children:
        found.append(Finding(CHILD, evidence))
    if pregnancy(facts):
        found.append(Finding(PREGNANCY, evidence))
    if facts.household.ages_unknown:
        found.append(Finding(AGE, evidence, Severity.ACT))
    for each in facts.household.children_to_confirm:
        seen = cite(each.contact, "may live here", each.match.because)
        found.append(Finding(PERHAPS, (*evidence, seen), Severity.ACT))
    not_known = ["who lives there"] if facts.proposal.household_unknown else []
    not_known += ["whether a child in the person's life lives there"] * facts.household.child_unplaced
    return outcome_of(found, "No child is among those who live here.", not_known)


FLAGGED = registration("RCHD", "Risk to Children")
RULE = Rule(
    code=RuleCode("CH-ADDR-01"),
    title="Child at the address and the person may be a risk to children",
    severity=Severity.STOP,
    harm_families=(HarmFamily.CHILDREN,),
    applies_to=ADDRESS,
    check=check,
    needs=SIGNS_IN | {Source.CONTACTS, Source.HOUSEHOLD_ENQUIRIES},
    authorities=("L-CA", "L-PPRC", "P-PPM", "L-CSODS"),
    decides="senior probation officer, after children's services have answered",
    act_by="before the address is used",
    action="Do not use it until children's services have assessed it; review the risk the person poses.",
    tell=("children's services of the area", "police", "responsible officer", "prison offender manager"),
    do_not_disclose="To the parent or host: only police or children's services tell them.",
    examples=(
        raises("Registered as a risk, with a child of nine", case(FLAGGED, lives_with=(CHILD_OF_NINE,))),
        clears("Only a grown friend lives there", case(FLAGGED, lives_with=(FRIEND,))),
        cannot_tell("Nobody said who lives there", case(FLAGGED, asked=OCCUPANTS_UNKNOWN)),
    ),
)
