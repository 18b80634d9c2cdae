"""An order in force runs until further order, or nobody recorded when it ends.

What it flags: An order in force has no end date, ends with an event that has still to come, or is said to be
discharged with nothing that shows it.

Why it matters: Such an order outlives sentence, supervision and the register entry that used to point to it.
Somebody who reads a blank as an end sends the person into a breach.

What to do: Treat the order as in force. Where its end is blank or cannot be read, ask the court.

Limits: An order with a readable end date that has passed is left to the rules about history.
"""

from datetime import date

from riskflag.casebook import case, order, term
from riskflag.facts import Facts
from riskflag.facts.order_ends import EndKind
from riskflag.facts.orders import OrderFact, discharge_shown
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, ProhibitionKind, RuleCode, Severity, Source

RUNS_ON = "An order has no end date: it is in force until a court ends it."
EVENT = "An order runs until something that has no date yet: it is in force until that is known to have come."
BLANK = "No end date is recorded for an order: it is treated as in force until the court confirms its end."
UNREADABLE = "Nobody can read when an order ends: it is treated as in force until the court confirms its end."
NOT_SHOWN = "An order is said to be discharged and nothing shows it: it is treated as in force."
SAYS: dict[EndKind, tuple[str, Severity | None]] = {
    EndKind.UNTIL_FURTHER_ORDER: (RUNS_ON, None),
    EndKind.ON_NAMED_EVENT: (EVENT, None),
    EndKind.NOT_RECORDED: (BLANK, Severity.ACT),
    EndKind.UNREADABLE: (UNREADABLE, Severity.ACT),
}


def check(facts: Facts) -> Outcome:
    """Looks at how the end of every order in force is known; one finding an order."""
    findings = [
        _finding(fact) for fact in facts.orders.in_force if _said_to_have_ended(fact) or fact.end_kind in SAYS
    ]
    return outcome_of(findings, "Every order in force has an end date.")


def _finding(fact: OrderFact) -> Finding:
    because, severity = (NOT_SHOWN, Severity.ACT) if _said_to_have_ended(fact) else SAYS[fact.end_kind]
    return Finding(because, (cite(fact.order, fact.described),), severity)


def _said_to_have_ended(fact: OrderFact) -> bool:
    return fact.order.discharged_on is not None and discharge_shown(fact.order) is None


NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact her")
BLANK_END = order(NO_CONTACT, duration=None)
FIVE_YEARS = order(NO_CONTACT, made_on=date(2016, 5, 4), expires_on=date(2021, 5, 3))
RULE = Rule(
    code=RuleCode("RO-TIME-03"),
    title="Order without an end date is in force",
    severity=Severity.INFORM,
    harm_families=(HarmFamily.DOMESTIC_ABUSE, HarmFamily.PROCESS_GAP),
    applies_to=BOTH,
    check=check,
    needs=frozenset({Source.PROTECTIVE_ORDERS}),
    authorities=("L-RO", "L-5A", "L-SPO", "P-NDEL"),
    decides="responsible officer",
    act_by="before release",
    action="Keep treating the order as in force; confirm the end, or its absence, with the court.",
    tell=("responsible officer",),
    do_not_disclose="Nothing beyond what the order itself says.",
    examples=(
        raises("Made in 2025 until further order", case(order(NO_CONTACT))),
        raises("The end date is blank", case(BLANK_END), Severity.ACT),
        clears("It was made for five years and ended in 2021", case(FIVE_YEARS)),
        cannot_tell("Nobody asked for orders", case(not_asked=(Source.PROTECTIVE_ORDERS,))),
    ),
)
