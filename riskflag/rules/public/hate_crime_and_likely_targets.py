"""The person has committed hate crime, and people it may be aimed at would be near.

What it flags: an offence aggravated by hate, or an open flag for hate or for risk to a group, where the home
is shared, or a victim of such an offence lives here or close by.

Why it matters: those who share a home with the person, or live next door, cannot keep out of the way.

What to do: look at rooms, residents and staff before the placement, and at victims among the neighbours.

Limits: nobody's protected characteristics are read, so any shared home is taken to hold likely targets. What
happens in a private household or in the neighbourhood at large is not known.
"""

from dataclasses import replace

from riskflag.casebook import ASKED, NEIGHBOUR, SAME_STREET, alert, case, conviction
from riskflag.enquiry import PlacementKind
from riskflag.facts import Facts
from riskflag.facts.hate import Target, hate_records, targets, targets_unknown
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

BECAUSE = {
    Target.SHARED_SITE: "The person has committed or is flagged for hate crime, and the home is shared.",
    Target.VICTIM_LIVES_HERE: "A victim of the person's hate crime lives or stays here.",
    Target.PERHAPS_VICTIM: "Somebody here may be a victim of the person's hate crime: confirm who they are.",
    Target.NEIGHBOURS: "A hate crime by the person was done close by, or its victim can be found close by.",
}


def check(facts: Facts) -> Outcome:
    """Where there is hate crime, looks at who shares the home and who lives close by."""
    hate = hate_records(facts)
    if not hate:
        return outcome_of([], "No hate crime is on record.")
    found = [
        Finding(BECAUSE[target], tuple(cite(*said) for said in evidence))
        for target, evidence in targets(facts, hate)
    ]
    alone = "The home is not shared, and no victim of hate crime is known here or close by."
    return outcome_of(found, alone, () if found else tuple(targets_unknown(facts)))


ASSAULT = conviction("00860", "racially aggravated bodily harm", NEIGHBOUR)
HOSTEL = replace(ASKED, placement=PlacementKind.HOSTEL)
UNSAID = replace(ASKED, placement=PlacementKind.NOT_STATED)
RULE = Rule(
    code=RuleCode("HATE-01"),
    title="Hate crime, and likely targets in the home or close by",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PUBLIC,),
    applies_to=BOTH,
    check=check,
    needs=frozenset({Source.CONVICTIONS, Source.ALERTS, Source.REGISTRATIONS})
    | {Source.CONTACTS, Source.PROTECTED_PLACES},
    authorities=("P-NDEL", "P-ALERT", "P-HO"),
    decides="responsible officer, with the housing provider",
    act_by="before the address is used or the referral is sent",
    action="Assess the risk of the placement: rooms, residents, mix of staff, and victims among neighbours.",
    tell=("responsible officer", "housing provider, the least that is needed"),
    do_not_disclose="To the person: anything about other residents and who they are.",
    examples=(
        raises("Racially aggravated assault, and a hostel", case(ASSAULT, asked=HOSTEL)),
        raises("The same, in the street he would live in", case(replace(ASSAULT, location=SAME_STREET))),
        clears("The same, and a home of his own", case(ASSAULT)),
        cannot_tell("Nobody said whether the home is shared", case(alert("XR"), asked=UNSAID)),
    ),
)
