"""It is not settled which version of an order holds.

What it flags: A variation not seen under seal, two records of what may be one order, a hearing about a final
order, and words that an order in force was lifted or changed.

Why it matters: Plans are made on what was heard of a change, and an order that still holds is then broken.

What to do: Hold to the stricter reading until the sealed order has been seen.

Limits: What was written may speak of another order than the one that is in force.
"""

from dataclasses import replace
from datetime import date

from riskflag.casebook import assessment, case, order, term
from riskflag.facts import Facts
from riskflag.facts.order_versions import Unsettled, UnsettledOrder, unsettled_orders, versions
from riskflag.facts.spoken_orders import TEXT_SOURCES
from riskflag.records import Variation
from riskflag.rule import (
    BOTH,
    Evidence,
    Finding,
    Outcome,
    Rule,
    cannot_tell,
    cite,
    clears,
    outcome_of,
    raises,
)
from riskflag.vocabulary import HarmFamily, ProhibitionKind, RuleCode, Severity, Source

BECAUSE = {
    Unsettled.NOT_SEEN: "An order was varied: nobody saw it under seal, or the change is still to come.",
    Unsettled.TO_BE_HEARD: "A court is still to hear something about an order, so its terms may change.",
    Unsettled.RECORDED_TWICE: "Two records that may be of one order differ in its terms or its end.",
    Unsettled.SAID_TO_BE_OVER: "Somebody wrote that an order is over, and on record one is in force.",
    Unsettled.SAID_TO_BE_CHANGED: "Somebody wrote of a change to an order, and no sealed copy was seen.",
}


def check(facts: Facts) -> Outcome:
    """Looks for versions that differ, hearings to come and words that speak of a change."""
    findings = [Finding(BECAUSE[each.why], _evidence(each)) for each in unsettled_orders(facts)]
    return outcome_of(findings, "It is settled which version of every order in force holds.")


def _evidence(each: UnsettledOrder) -> tuple[Evidence, ...]:
    said = [cite(each.said_in, each.says)] if each.said_in else []
    return (*said, *(cite(fact.order, says) for fact in each.orders for says in versions(fact.order)))


NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact her")
SOLICITORS = term(ProhibitionKind.NO_CONTACT, "not to contact her but through solicitors")
UNSEEN = Variation(date(2026, 2, 1), False, (SOLICITORS,), duration_wording="until further order")
VARIED, LIFTED = replace(order(NO_CONTACT), variations=(UNSEEN,)), assessment(words="The order was lifted.")
SEEN = replace(VARIED, variations=(replace(UNSEEN, sealed_copy_seen=True),))
RULE = Rule(
    code=RuleCode("RO-TIME-04"),
    title="Order varied, or said to be: which version holds is not settled",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PROCESS_GAP,),
    applies_to=BOTH,
    check=check,
    needs=TEXT_SOURCES | {Source.PROTECTIVE_ORDERS, Source.ALERTS, Source.REGISTRATIONS, Source.ADDRESSES},
    authorities=("L-RO", "L-42"),
    decides="responsible officer, with the sealed order in hand",
    act_by="before the address is used",
    action="Get the sealed order from the court; use the stricter reading until it has been seen.",
    tell=("responsible officer", "prison offender manager"),
    do_not_disclose="Who asked the court for the change, and what they told it.",
    examples=(
        raises("A variation that nobody has seen under seal", case(VARIED)),
        raises("The assessment says that it was lifted", case(order(NO_CONTACT), LIFTED)),
        clears("The sealed variation was seen", case(SEEN)),
        cannot_tell("Nobody asked for orders", case(not_asked=(Source.PROTECTIVE_ORDERS,))),
    ),
)
