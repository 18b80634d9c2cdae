"""The person has stalked somebody, or what is written of them looks like stalking.

What it flags: an offence or order of stalking, a flag or an event that says so, or words that show at least
two of the four markers fixated, obsessive, unwanted and repeated; whoever the victim was.

Why it matters: a stalker goes where the victim is, at home and at work, and sends others too.

What to do: plan areas to keep out of around home and work, plan for devices, and screen for stalking.

Limits: words are read and not understood. A quarrel without two markers, as one about noise, is left out.
"""

from riskflag.casebook import EX_PARTNER, NEIGHBOUR, alert, case, conviction, order
from riskflag.facts import Facts
from riskflag.facts.stalking import Stalking, stalkings
from riskflag.facts.written import DEEDS_IN
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, OrderType, RuleCode, Severity, Source

BECAUSE = {
    Stalking.OFFENCE: "There is a conviction or charge of stalking.",
    Stalking.ORDER: "A court has made an order against the person because of stalking.",
    Stalking.FLAGGED: "A flag says that the person stalks.",
    Stalking.RECORDED: "What is recorded of abuse by the person is stalking or harassment.",
    Stalking.MARKED: "What is written of the person has the marks of stalking: screen for it.",
}


def check(facts: Facts) -> Outcome:
    """Looks for stalking by the person in offences, orders, flags, events and words."""
    findings = [Finding(BECAUSE[how], (cite(record, says),)) for how, record, says in stalkings(facts)]
    return outcome_of(findings, "Nothing on record shows stalking or has its marks.")


AGAINST_A_STRANGER = order(kind=OrderType.STALKING_PROTECTION_ORDER, protects=())
OBSESSED = conviction("19594", "harassment", EX_PARTNER, method="obsessed, repeatedly waited outside")
NOISE = conviction("12509", "intentional harassment", NEIGHBOUR, method="shouted about noise")
RULE = Rule(
    code=RuleCode("ST-01"),
    title="Stalking: an order, an offence or a pattern of fixation",
    severity=Severity.ACT,
    harm_families=(HarmFamily.STALKING_AND_HARASSMENT,),
    applies_to=BOTH,
    check=check,
    needs=DEEDS_IN | {Source.PROTECTIVE_ORDERS},
    authorities=("L-SPO", "P-HO"),
    decides="responsible officer, with the police lead for stalking",
    act_by="before the address is used or the referral is sent",
    action="Ask for areas to keep out of around home and work; plan for telephones and devices; screen for "
    "stalking; consider multi-agency public protection.",
    tell=("police lead for stalking", "victim liaison officer", "responsible officer"),
    do_not_disclose="Where the victim lives or works, and what they drive.",
    examples=(
        raises("An order about stalking protects a stranger", case(AGAINST_A_STRANGER)),
        raises("The prison calls him a stalker", case(alert("RSP"))),
        raises("Harassment: obsessed, and waited outside again and again", case(OBSESSED)),
        clears("One quarrel with a neighbour over noise", case(NOISE)),
        cannot_tell("Alerts were not asked for", case(not_asked=(Source.ALERTS,))),
    ),
)
