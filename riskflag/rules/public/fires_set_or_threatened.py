"""The person has set fires, or threatened to.

What it flags: arson, a threat to burn, or fire-setting in custody or an assessment, wherever the person is to
live.

Why it matters: fire kills those who share the building, and a provider who was not told cannot prepare.

What to do: tell the provider the least that is needed, ask the fire service to visit, consider co-residents.

Limits: a single fire over ten years old counts no more once an assessment since then says that there is no
fire-setting. A single fire set under fourteen, endangering nobody, is told and no more.
"""

from dataclasses import replace
from datetime import date

from riskflag.casebook import alert, assessment, case, conviction
from riskflag.enquiry import PlacementKind
from riskflag.facts import Facts
from riskflag.facts.fires import fire_records, quoted, single_fire_of_a_child, single_old_and_assessed
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

ANYWHERE = "The person has set a fire or threatened to, and whoever provides this home must plan for it."
SHARED = "The person has set a fire or threatened to, and others would share this building."
AS_A_CHILD = "The person set a single fire as a young child."
SHARED_HOUSING = frozenset(
    {PlacementKind.SUPPORTED_HOUSING, PlacementKind.HOSTEL, PlacementKind.APPROVED_PREMISES}
)


def check(facts: Facts) -> Outcome:
    """Every record of a fire set or threatened, unless it is a single one of long ago that was assessed."""
    fires = fire_records(facts)
    if not fires or single_old_and_assessed(fires, facts):
        return outcome_of([], "No fire is on record that still counts.")
    evidence = tuple(cite(fire, quoted(fire)) for fire in fires)
    if single_fire_of_a_child(fires, facts):
        return outcome_of([Finding(AS_A_CHILD, evidence, Severity.INFORM)], "")
    shared = facts.proposal.placement in SHARED_HOUSING
    return outcome_of([Finding(SHARED if shared else ANYWHERE, evidence)], "")


ARSON = conviction("05602", "arson not endangering life", method="set light to a shed after a quarrel")
ASSESSED = replace(assessment(), fire_setting=False)
RULE = Rule(
    code=RuleCode("ARS-01"),
    title="Arson or fire-setting",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PUBLIC,),
    applies_to=BOTH,
    check=check,
    needs=frozenset(
        {Source.CONVICTIONS, Source.ALERTS, Source.REGISTRATIONS}
        | {Source.RISK_ASSESSMENTS, Source.CUSTODY, Source.DOMESTIC_ABUSE}
    ),
    authorities=("P-HO", "I-BEND", "R-SVRP"),
    decides="responsible officer, with the housing provider",
    act_by="before the address is used or the referral is sent",
    action="Tell the housing provider the offence, its date and what set it off; refer the home to the fire "
    "service; consider who there could not get out unaided.",
    tell=("responsible officer", "housing provider, the least that is needed", "fire service"),
    do_not_disclose="The rest of the person's history.",
    examples=(
        raises("A conviction for arson", case(ARSON)),
        raises("An open alert for arson", case(alert("XA"))),
        clears("One old fire, assessed", case(replace(ARSON, happened_on=date(2012, 5, 1)), ASSESSED)),
        cannot_tell("Convictions were not asked for", case(not_asked=(Source.CONVICTIONS,))),
    ),
)
