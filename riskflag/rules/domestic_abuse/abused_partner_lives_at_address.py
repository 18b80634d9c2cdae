"""Somebody the person abused lives at the proposed address.

What it flags: a partner, former partner or other occupant (relatives have a rule of their own) whom the
person is recorded as having abused, where no order already keeps the two apart.

Why it matters: whoever was harmed before is most at risk, and most of them have no order.

What to do: treat the address as not approved, make the domestic abuse enquiries, look for another address.

Limits: it knows only abuse whose victim is named. A senior decision with safeguards makes it an action,
because whether a MARAC considered it is not held.
"""

from datetime import date

from riskflag.casebook import EX_PARTNER, OCCUPANTS_UNKNOWN, PARTNER, abuse, case, conviction
from riskflag.facts import Facts
from riskflag.facts.abused_occupants import ABUSE_SOURCES, AbusedOccupant, Ground, abused_occupants
from riskflag.records import DomesticAbuseKind
from riskflag.rule import ADDRESS, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity

SAYS = {
    Ground.ABUSED: "The person is recorded as having abused somebody who lives or stays at this address.",
    Ground.ORDER: "An order that does not keep the two apart protects somebody here from the person.",
    Ground.DECIDED: "The person abused somebody here and a senior officer approved it: check the plan.",
    Ground.ONE_OLD_REPORT: "One old report, not grave, says that the person abused somebody here.",
    Ground.ORDER_TO_CHECK: "An order now ended, yet to start or made on acquittal protects somebody here.",
    Ground.TO_CONFIRM: "Somebody here may be one whom the person abused: confirm who and where they are.",
    Ground.SIDE_NOT_CLEAR: "A record of abuse with somebody here does not say who harmed whom: find out.",
}
STOPS = frozenset({Ground.ABUSED, Ground.ORDER})


def check(facts: Facts) -> Outcome:
    """Looks for those the person abused, relatives apart, among the people at the address."""
    found = [_finding(each) for each in abused_occupants(facts) if not each.relative]
    not_known = facts.history.abuse_by_person and facts.proposal.household_unknown
    nobody = "The person is not recorded as having abused anybody here who is not a relative."
    return outcome_of(found, nobody, ["who lives there"] if not_known else ())


def _finding(each: AbusedOccupant) -> Finding:
    evidence = tuple(cite(*found) for found in each.evidence)
    return Finding(SAYS[each.ground], evidence, None if each.ground in STOPS else Severity.ACT)


ASSAULT = conviction("10501", "common assault", PARTNER)
OLD_REPORT = abuse(DomesticAbuseKind.DAMAGE, PARTNER, date(2018, 5, 1), corroborated=False)
RULE = Rule(
    code=RuleCode("DA-ADDR-01"),
    title="Somebody the person abused lives at the address",
    severity=Severity.STOP,
    harm_families=(HarmFamily.DOMESTIC_ABUSE,),
    applies_to=ADDRESS,
    check=check,
    needs=ABUSE_SOURCES,
    authorities=("L-DAA", "P-DA", "I-EM22", "L-MARAC", "I-DA23"),
    decides="senior probation officer",
    act_by="before the address is used",
    action="Treat it as not approved: police and children's services enquiries, a spousal assault risk "
    "assessment, a MARAC referral where the threshold is met, and another address.",
    tell=("responsible officer", "police", "independent domestic violence adviser", "MARAC co-ordinator"),
    do_not_disclose="To the person: who raised it. Ask whoever lives there only in private.",
    examples=(
        raises(
            "Two assaults on the partner he would live with", case(ASSAULT, ASSAULT, lives_with=(PARTNER,))
        ),
        raises("One old unsupported report", case(OLD_REPORT, lives_with=(PARTNER,)), Severity.ACT),
        clears("He abused an earlier partner", case(ASSAULT, lives_with=(EX_PARTNER,))),
        cannot_tell("Nobody said who lives there", case(ASSAULT, asked=OCCUPANTS_UNKNOWN)),
    ),
)
