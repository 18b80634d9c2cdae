"""A weapon was carried or used, and the risk assessment does not reflect it.

What it flags: a weapon offence, a find in custody, a weapon flag or an assessment that tells of a weapon,
without an assessment that considers it.

Why it matters: staff visit homes and providers take people in on an assessment that never heard of a knife.

What to do: review the assessment with the weapon in it, register it, and warn whoever visits or houses him.

Limits: finds in custody count for two years, offences for good, until an assessment has considered them.
"""

from datetime import date

from riskflag.casebook import assessment, case, conviction
from riskflag.facts import Facts
from riskflag.facts.quoting import words_of
from riskflag.facts.weapons import Heeded, how_heeded, weapon_evidence
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

BECAUSE = {
    Heeded.NO_ASSESSMENT: "A weapon is on record, and no risk assessment is.",
    Heeded.NOT_CONSIDERED: "A weapon is on record, and the risk assessment does not consider it.",
    Heeded.BEFORE_THE_WEAPON: "A weapon is on record, and the assessment was made before it.",
    Heeded.LOW: "A weapon is on record, and the risk is assessed as low without considering it.",
    Heeded.NOT_REGISTERED: "A weapon is on record, and no weapon flag or register entry is open.",
}
BLADE = conviction("00826", "Having an article with a blade", on=date(2026, 5, 1))


def check(facts: Facts) -> Outcome:
    """Whether an assessment made after the weapon considered it."""
    weapons = weapon_evidence(facts)
    reason = BECAUSE.get(how_heeded(facts, weapons)) if weapons else None
    if reason is None:
        return outcome_of([], "No weapon is on record that the assessment has not considered.")
    made = facts.history.latest_assessment
    evidence = [cite(record, words_of(record)) for record in weapons]
    evidence += [cite(made, words_of(made))] if made else []
    return outcome_of([Finding(reason, tuple(evidence))], "")


RULE = Rule(
    code=RuleCode("WPN-01"),
    title="Weapon carried or used and not reflected in the risk assessment",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PUBLIC, HarmFamily.STAFF),
    applies_to=BOTH,
    check=check,
    needs=frozenset({Source.CONVICTIONS, Source.CUSTODY, Source.RISK_ASSESSMENTS})
    | {Source.ALERTS, Source.REGISTRATIONS},
    rests_on_silence_of=frozenset({Source.RISK_ASSESSMENTS}),
    authorities=("I-TTG16", "I-MCSW", "R-SVRP", "P-NDEL"),
    decides="responsible officer",
    act_by="before the address is visited or the referral is sent",
    action="Review the assessment, open a weapon register entry, and warn home visitors and the provider.",
    tell=("responsible officer", "whoever visits or houses the person, of the weapon only"),
    do_not_disclose="Where information about a weapon came from.",
    examples=(
        raises("A blade in 2026, an assessment of 2024", case(BLADE, assessment(on=date(2024, 11, 1)))),
        clears("A blade, considered since", case(BLADE, assessment(weapon_considered=True))),
        cannot_tell("Nobody asked for assessments", case(BLADE, not_asked=[Source.RISK_ASSESSMENTS])),
    ),
)
