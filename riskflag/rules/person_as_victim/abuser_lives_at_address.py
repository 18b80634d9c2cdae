"""The person was abused, and whoever did it lives at the proposed address.

What it flags: somebody who abused the person, or a partner the person calls controlling or fears, lives at
the address; or the person was abused by somebody unnamed and would live with a partner.

Why it matters: people go back to whoever harmed them when nothing else is offered, and come to more harm.

What to do: speak to the person alone; offer a refuge, a women's service or other housing; respect the choice.

Limits: the abuser's relatives, or lifts and money from them, are not seen. A choice made with a safety plan
that a senior officer approved makes it an action.
"""

from riskflag.casebook import EX_PARTNER, HER, MOTHER, OCCUPANTS_UNKNOWN, PARTNER, abuse, case
from riskflag.facts import Facts
from riskflag.facts.address_decisions import decided_by_senior
from riskflag.facts.partners import unclear_ties
from riskflag.facts.person_abused import SIGNS_IN, AbuserHere, Sign, abusers_here, may_have_been_abused
from riskflag.records import AbuseRole, DomesticAbuseKind
from riskflag.rule import ADDRESS, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity

SAYS = {
    Sign.ABUSER: "Somebody recorded as having abused the person lives or stays at this address.",
    Sign.CALLED_CONTROLLING: "The person calls a partner controlling or abusive, and a partner lives here.",
    Sign.TO_CONFIRM: "Somebody here may be one who abused the person: ask the person alone who this is.",
    Sign.SIDE_NOT_CLEAR: "A record of abuse with somebody here does not say who harmed whom: ask alone.",
    Sign.NOT_NAMED: "The person was abused, nobody recorded by whom, and a partner lives here: ask alone.",
}
STOPS = frozenset({Sign.ABUSER, Sign.CALLED_CONTROLLING})


def check(facts: Facts) -> Outcome:
    """Looks for whoever abused the person among those who live at the address."""
    nobody = "Nobody known to have abused the person lives here."
    if not may_have_been_abused(facts):
        return outcome_of([], nobody)
    chosen = decided_by_senior(facts) is not None
    found = [_finding(each, chosen) for each in abusers_here(facts)]
    return outcome_of(found, nobody, unclear_ties(facts))


def _finding(each: AbuserHere, chosen: bool) -> Finding:
    evidence = (cite(each.record, each.says, each.matched),) if each.record else ()
    stops = each.sign in STOPS and not chosen
    return Finding(SAYS[each.sign], evidence, None if stops else Severity.ACT)


CONTROL = DomesticAbuseKind.CONTROLLING_OR_COERCIVE
BY_PARTNER = abuse(CONTROL, PARTNER, role=AbuseRole.VICTIM)
BY_EX = abuse(CONTROL, EX_PARTNER, role=AbuseRole.VICTIM)
RULE = Rule(
    code=RuleCode("VIC-ADDR-01"),
    title="The person was abused and the address is the abuser's",
    severity=Severity.STOP,
    harm_families=(HarmFamily.PERSON_AS_VICTIM, HarmFamily.DOMESTIC_ABUSE),
    applies_to=ADDRESS,
    check=check,
    needs=SIGNS_IN,
    authorities=("I-TTG16", "P-DA", "L-DAA", "P-NDEL", "L-MARAC", "L-DA78"),
    decides="the person, by informed choice, with the responsible officer and senior probation officer",
    act_by="before the address is used",
    action="Speak alone; offer a refuge, a women's service or other housing; refer to adviser and MARAC. "
    "Do not telephone the address. Somebody made homeless by abuse has priority need in England.",
    tell=(
        "responsible officer",
        "independent domestic violence adviser or women's centre",
        "MARAC co-ordinator",
    ),
    do_not_disclose="To anybody at the address: the disclosure, a new address, appointments, release times.",
    examples=(
        raises("Back to a controlling partner", case(BY_PARTNER, person=HER, lives_with=(PARTNER,))),
        clears("Abused by an ex, she returns to her mother", case(BY_EX, person=HER, lives_with=(MOTHER,))),
        cannot_tell("Nobody said who lives there", case(BY_PARTNER, person=HER, asked=OCCUPANTS_UNKNOWN)),
    ),
)
