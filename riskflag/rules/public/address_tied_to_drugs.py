"""The address is tied to drugs.

What it flags: supply, production, use or a closure at the address, somebody in the household who supplies, or
a person in recovery who would live with somebody who uses.

Why it matters: a home where drugs are used undoes recovery, and draws the person into supply or debt.

What to do: look for another address while the person is in custody, and hand treatment over.

Limits: text is read by words. What is older than three years counts until a note says that another household
lives there; until then it cannot tell. Treatment of an occupant alone is no reason.
"""

from riskflag.casebook import FRIEND, case, health, incident, note
from riskflag.facts import Facts
from riskflag.facts.drugs import DRUG_ADDRESS, DRUG_USE, changed_since, drug_signs, in_recovery, says_drugs
from riskflag.records import HealthAndCareKind, PlaceIncidentKind
from riskflag.rule import ADDRESS, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

TIED = "The record ties this address, or somebody in it, to drugs."
RECOVERING = "The person is in recovery, and the record ties this address, or somebody in it, to drugs."
CONFIRM = "The record ties an address or a person to drugs, and somebody must confirm whether it is this one."
SAID = "The notes with this proposal describe the address as one where drugs are supplied or used."
UNKNOWN = "whether the same household lives there as when the address was last tied to drugs"


def check(facts: Facts) -> Outcome:
    """What the register says happened there, and what anybody wrote of the place or the household."""
    recovery = in_recovery(facts)
    words = DRUG_USE if recovery else DRUG_ADDRESS
    signs = drug_signs(facts, words)
    reason = RECOVERING if recovery else TIED
    findings = [
        Finding(
            reason if sign.sure else CONFIRM,
            (cite(sign.record, sign.says, sign.matched), *(cite(r, "in recovery") for r in recovery)),
        )
        for sign in signs
        if not sign.old
    ]
    if facts.proposal.address is not None and says_drugs(words, facts.proposal.notes):
        findings.append(Finding(SAID))
    undecided = any(sign.old and not changed_since(sign, facts) for sign in signs)
    return outcome_of(findings, "Nothing on record ties this address to drugs.", [UNKNOWN] * undecided)


SUPPLY = incident(PlaceIncidentKind.DRUG_SUPPLY)
RULE = Rule(
    code=RuleCode("DRUG-01"),
    title="Drugs are supplied or used at the address",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PUBLIC, HarmFamily.VULNERABILITY),
    applies_to=ADDRESS,
    check=check,
    needs=frozenset(
        {Source.PLACE_REGISTER, Source.HOUSEHOLD_ENQUIRIES, Source.ADDRESSES, Source.CHECKS}
        | {Source.CONTACTS, Source.CONVICTIONS, Source.HEALTH_AND_CARE, Source.ALERTS}
    ),
    authorities=("I-TTG16",),
    decides="responsible officer",
    act_by="before the address is used; start while the person is in custody",
    action="Look for another address; hand drug treatment over to the community with a first appointment; "
    "arrange naloxone to take home.",
    tell=("responsible officer", "drug treatment provider"),
    do_not_disclose="What police information says, to the person, the household or a provider.",
    examples=(
        raises("A note calls it a drug den", case(note("Described as a drug den"))),
        raises("Police know of supply there", case(place=(SUPPLY,))),
        raises(
            "In recovery, and a friend there smokes cannabis",
            case(health(HealthAndCareKind.SUBSTANCE_RECOVERY), note("Smokes cannabis"), lives_with=(FRIEND,)),
        ),
        clears("An occupant is stable in treatment", case(note("On a methadone script, stable"))),
        cannot_tell("The place register was not asked", case(not_asked=(Source.PLACE_REGISTER,))),
    ),
)
