"""An order is known only as a flag, and its terms or whom it protects were not seen.

What it flags: a flag or note speaks of an order, or may stand for one, and none of a kind that it can mean is
on record with its terms and the person it protects.

Why it matters: an address can be set against an order only when somebody has read the order.

What to do: get the order and read it in. Until then treat whoever lives there as possibly protected.

Limits: an order that nobody flagged, noted or recorded cannot be found here.
"""

from riskflag.casebook import alert, case, order, term
from riskflag.facts import Facts
from riskflag.facts.orders import OrderFact
from riskflag.facts.spoken_orders import orders_spoken_of
from riskflag.reference.flagged_orders import PROTECTING_SOMEBODY
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, ProhibitionKind, RuleCode, Severity, Source

LACKING = "An order is on record without its terms or without the person it protects."
UNSEEN = "A flag or note speaks of an order, and no such order is on record with its terms."
PERHAPS = "An alert may stand for an order that protects somebody, and no such order is on record."


def check(facts: Facts) -> Outcome:
    """Orders on record that are incomplete, and flags and notes for which there is no complete order."""
    orders = facts.orders.in_force
    findings = [Finding(LACKING, (cite(f.order, f.info.name),)) for f in orders if not _complete(f)]
    complete = {fact.order.order_type for fact in orders if _complete(fact)}
    theirs = {fact.order.order_type for fact in facts.orders.protecting_in_force}
    for spoken in orders_spoken_of(facts):
        if not spoken.kinds & (complete | theirs if spoken.either_side else complete):
            evidence = (cite(spoken.record, spoken.says),) if spoken.record else ()
            findings.append(Finding(PERHAPS if spoken.perhaps else UNSEEN, evidence))
    return outcome_of(findings, "Every order that is spoken of is on record with its terms.")


def _complete(fact: OrderFact) -> bool:
    personal = fact.info.domestic or fact.order.order_type in PROTECTING_SOMEBODY
    return bool(fact.terms) and (bool(fact.order.protects) or not personal)


RULE = Rule(
    code=RuleCode("RO-ADDR-07"),
    title="Order known only as a flag: terms or protected person not seen",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PROCESS_GAP, HarmFamily.KNOWN_ADULT),
    applies_to=BOTH,
    check=check,
    needs=frozenset(
        {
            Source.PROTECTIVE_ORDERS,
            Source.ALERTS,
            Source.REGISTRATIONS,
            Source.RISK_ASSESSMENTS,
            Source.CHECKS,
        }
        | {Source.SCREENING, Source.HOUSEHOLD_ENQUIRIES, Source.CONTACTS}
    ),
    rests_on_silence_of=frozenset({Source.PROTECTIVE_ORDERS}),
    authorities=("P-NDEL", "P-ALERT", "L-RO", "I-TTG16"),
    decides="responsible officer",
    act_by="within 5 working days, and before the address is used",
    action="Get the order from the court or the police computer, read in its terms and ask again.",
    tell=("responsible officer", "prison offender manager", "the court", "police"),
    do_not_disclose="Whom the order may protect, until the order itself has been seen.",
    examples=(
        raises("An alert says that a court made an order; no order is on file", case(alert("OHCO"))),
        clears("The order is on file", case(alert("OHCO"), order(term(ProhibitionKind.NO_CONTACT)))),
        cannot_tell("Nobody asked for orders", case(alert("OHCO"), not_asked=[Source.PROTECTIVE_ORDERS])),
    ),
)
