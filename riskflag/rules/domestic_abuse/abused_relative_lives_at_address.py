"""A relative the person abused lives at the proposed address.

What it flags: a parent, sibling, grandparent, child of 16 or more or other relative at the address whom the
record says the person harmed, threatened, controlled or stole from. No conviction is needed.

Why it matters: abuse of relatives is missed more often than abuse of partners, and relatives take people in
reluctantly when nowhere else is found.

What to do: do not approve it for want of another place; find one. Abstinence alone protects nobody.

Limits: it knows only abuse whose victim is named; children under 16 have rules of their own.
"""

from riskflag.casebook import MOTHER, OCCUPANTS_UNKNOWN, abuse, case, conversation, conviction
from riskflag.facts import Facts
from riskflag.facts.abused_occupants import ABUSE_SOURCES, AbusedOccupant, Ground, abused_occupants
from riskflag.facts.household import under_age
from riskflag.records import Consent, DomesticAbuseKind
from riskflag.rule import ADDRESS, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity

SAYS = {
    Ground.ABUSED: "The person is recorded as having abused a relative who lives or stays at this address.",
    Ground.ORDER: "An order that does not keep the two apart protects a relative here from the person.",
    Ground.DECIDED: "The person abused a relative here and a senior officer approved it: check the plan.",
    Ground.ONE_OLD_REPORT: "One old report, not grave, says that the person abused a relative here.",
    Ground.ORDER_TO_CHECK: "An order now ended, yet to start or made on acquittal protects a relative here.",
    Ground.TO_CONFIRM: "Somebody here may be a relative the person abused: confirm who and where.",
    Ground.SIDE_NOT_CLEAR: "A record of abuse with a relative here does not say who harmed whom: find out.",
}
STOPS = frozenset({Ground.ABUSED, Ground.ORDER})


OWN_RULES_BELOW = 16


def check(facts: Facts) -> Outcome:
    """Looks for relatives the person abused among the people at the address."""
    found = [
        _finding(each)
        for each in abused_occupants(facts)
        if each.relative and not under_age(each.occupant.who, facts.as_of, OWN_RULES_BELOW)
    ]
    not_known = facts.history.abuse_by_person and facts.proposal.household_unknown
    nobody = "The person is not recorded as having abused any relative here."
    return outcome_of(found, nobody, ["who lives there"] if not_known else ())


def _finding(each: AbusedOccupant) -> Finding:
    evidence = tuple(cite(*found) for found in each.evidence)
    return Finding(SAYS[each.ground], evidence, None if each.ground in STOPS else Severity.ACT)


VIOLENCE = abuse(DomesticAbuseKind.PHYSICAL_VIOLENCE, MOTHER)
RELUCTANT = conversation(MOTHER, Consent.RELUCTANT)
RULE = Rule(
    code=RuleCode("DA-ADDR-02"),
    title="A relative the person abused lives at the address",
    severity=Severity.STOP,
    harm_families=(HarmFamily.DOMESTIC_ABUSE,),
    applies_to=ADDRESS,
    check=check,
    needs=ABUSE_SOURCES,
    authorities=("L-DAA", "L-DVDS", "P-DA", "I-DA23", "I-TTG16"),
    decides="senior probation officer",
    act_by="before the address is used",
    action="Look for another place. Where it is permitted: conditions, visits in the first week, a line to "
    "help for the relative, a way out. Police may warn relatives under common law only.",
    tell=("responsible officer", "senior probation officer", "police", "adult safeguarding team"),
    do_not_disclose="To the person: that the relative was reluctant or said anything.",
    examples=(
        raises("Violence to his mother, who is reluctant", case(VIOLENCE, RELUCTANT, lives_with=(MOTHER,))),
        clears(
            "A pub fight, and a mother who agrees",
            case(conviction("10501", "common assault"), conversation(MOTHER), lives_with=(MOTHER,)),
        ),
        cannot_tell("Nobody said who lives there", case(VIOLENCE, asked=OCCUPANTS_UNKNOWN)),
    ),
)
