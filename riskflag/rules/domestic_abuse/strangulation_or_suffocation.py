"""The person has strangled or suffocated a partner or relative, or may have.

What it flags: an offence of strangulation or suffocation, an event recorded as such, or words in any record
that suggest one, however long ago it was.

Why it matters: of all that can be known of abuse, hands round the throat warn most strongly of killing.

What to do: review the level of risk, which is high unless somebody gives reasons, and refer to MARAC.

Limits: words are read and not understood, so somebody must confirm what only they suggest. What was done to
somebody known to be no partner or relative, as in a robbery, is left out.
"""

from riskflag.casebook import EX_PARTNER, NEIGHBOUR, case, conviction
from riskflag.facts import Facts
from riskflag.facts.strangulation import Strangling, stranglings
from riskflag.facts.written import DEEDS_IN
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

BECAUSE = {
    Strangling.PROVED: "The person was found to have strangled or suffocated a partner or relative.",
    Strangling.CHARGED: "The person is charged with strangling or suffocating a partner or relative.",
    Strangling.RECORDED: "The person is recorded as having strangled or suffocated a partner or relative.",
    Strangling.VICTIM_UNKNOWN: "The person strangled or suffocated somebody, or is charged with it: confirm "
    "whether it was a partner or relative.",
    Strangling.SUGGESTED: "The words of a record suggest possible strangulation or suffocation: confirm it.",
}


def check(facts: Facts) -> Outcome:
    """Looks for strangulation by the person in offences, events and words."""
    findings = [Finding(BECAUSE[how], (cite(record, says),)) for how, record, says in stranglings(facts)]
    return outcome_of(findings, "Nothing on record shows or suggests strangulation or suffocation.")


ROUND_THE_THROAT = conviction("10501", "common assault", EX_PARTNER, method="hands round her throat")
RULE = Rule(
    code=RuleCode("DA-STR-01"),
    title="Strangulation or suffocation, ever",
    severity=Severity.ACT,
    harm_families=(HarmFamily.DOMESTIC_ABUSE,),
    applies_to=BOTH,
    check=check,
    needs=DEEDS_IN,
    authorities=("L-NFS", "R-GLASS", "P-HO"),
    decides="responsible officer; of an address with a partner, a senior probation officer",
    act_by="before the address is used or the referral is sent",
    action="Review the risk of serious harm: high unless reasons are written. Refer to MARAC. Use no address "
    "with a partner unless a senior probation officer decides so.",
    tell=("police", "MARAC co-ordinator", "responsible officer"),
    do_not_disclose="To the person: what a partner or anybody near them said.",
    examples=(
        raises("Common assault, by hands round her throat", case(ROUND_THE_THROAT)),
        raises("A conviction for strangling her", case(conviction("00877", "strangulation", EX_PARTNER))),
        clears("A neighbour was choked", case(conviction("00504", "attempt to choke", NEIGHBOUR))),
        cannot_tell("Convictions were not asked for", case(not_asked=(Source.CONVICTIONS,))),
    ),
)
