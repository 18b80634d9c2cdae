"""The prison limits contact with children, and a child lives at the address.

What it flags: an open alert for no contact, for letters only or for a decision on risk, and a child here; or
one that allows contact with a named child, and another child here.

Why it matters: whoever may not telephone a child from prison would live with one from the day of release.

What to do: review the level at a risk assessment meeting before release, and add the licence conditions.

Limits: which child an alert means is known only if its words name one; otherwise the person's own is taken to
be meant, and somebody must confirm it. It knows only the people and the ages that were given.
"""

from dataclasses import replace

from riskflag.casebook import CHILD_OF_NINE, OCCUPANTS_UNKNOWN, alert, case
from riskflag.facts import Facts
from riskflag.facts.age_bands import age_bands
from riskflag.facts.child_contact import Allowed, contact_levels, contradictions
from riskflag.facts.history import FlagFact
from riskflag.rule import ADDRESS, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, Relationship, RuleCode, Severity, Source

BECAUSE = {
    Allowed.POSES_RISK: "The prison has decided that the person poses a risk to children; one lives here.",
    Allowed.NO_CHILD: "The prison does not allow this contact with children, and a child lives here.",
    Allowed.ANOTHER_CHILD: "The prison allows contact with a named child only, and another child lives here.",
    Allowed.THIS_CHILD: "Contact with a named child is allowed: confirm that it is the child who lives here.",
}
AGE = "The prison limits contact with children, and somebody here may be a child: find out."


def check(facts: Facts) -> Outcome:
    """Sets every level of contact that is open against the children at the address."""
    levels = contact_levels(facts)
    if not levels:
        return outcome_of([], "No limit on contact with children is open.")
    found = [finding for level in levels for finding in _findings(level, facts)]
    not_known = ["who lives there"] if facts.proposal.household_unknown else []
    not_known += ["whether a child in the person's life lives there"] * facts.household.child_unplaced
    return outcome_of(found, "No child is among those who live here.", not_known)


def _findings(level: FlagFact, facts: Facts) -> list[Finding]:
    found = []
    for allowed, children in contradictions(level, facts):
        cited = cite(level.record, level.described, age_bands((each.who for each in children), facts.as_of))
        found.append(
            Finding(BECAUSE[allowed], (cited,), Severity.ACT if allowed is Allowed.THIS_CHILD else None)
        )
    if facts.household.ages_unknown or facts.household.children_to_confirm:
        found.append(Finding(AGE, (cite(level.record, level.described),), Severity.ACT))
    return found


OWN = replace(CHILD_OF_NINE, relationship=Relationship.CHILD)
RULE = Rule(
    code=RuleCode("CH-CON-01"),
    title="Level of contact with children contradicts the address",
    severity=Severity.STOP,
    harm_families=(HarmFamily.CHILDREN,),
    applies_to=ADDRESS,
    check=check,
    needs=frozenset({Source.ALERTS, Source.CONTACTS}),
    authorities=("P-PPM", "P-ALERT"),
    decides="governor and senior probation officer",
    act_by="before release",
    action="Review the level at a risk assessment meeting; add licence conditions on contact with children.",
    tell=("children's services", "responsible officer"),
    do_not_disclose="Who the child is.",
    examples=(
        raises("No contact, and a child of nine", case(alert("CC1"), lives_with=(CHILD_OF_NINE,))),
        raises("Contact with his own, who lives there", case(alert("CC4"), lives_with=(OWN,)), Severity.ACT),
        clears("No contact, and nobody lives there", case(alert("CC1"))),
        cannot_tell("Nobody said who lives there", case(alert("CC1"), asked=OCCUPANTS_UNKNOWN)),
    ),
)
