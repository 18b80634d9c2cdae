"""An order is known only as a flag, and its terms or whom it protects were not seen.

What it flags: a flag or note speaks of an order, or may stand for one, and none of a kind that it can mean is
on record with its terms and the person it protects.

Why it matters: an address can be set against an order only when somebody has read the order.

What to do: get the order and read it in. Until then treat whoever lives there as possibly protected.

Limits: an order that nobody flagged, noted or recorded cannot be found here.
"""

import re
from collections.abc import Iterable

from riskflag.casebook import alert, case, order, term
from riskflag.facts import Facts
from riskflag.facts.orders import OrderFact
from riskflag.facts.wording import mentions
from riskflag.reference.flagged_orders import ONLY_PERHAPS_AN_ORDER, PROTECTING_SOMEBODY, orders_flagged_by
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, OrderType, ProhibitionKind, RuleCode, Severity, Source

ORDER_WORDS = re.compile(r"\b(?:restraining|non-?molestation|stalking protection) order", re.IGNORECASE)
LACKING = "An order is on record without its terms or without the person it protects."
UNSEEN = "A flag or note speaks of an order, and no such order is on record with its terms."
PERHAPS = "An alert may stand for an order that protects somebody, and no such order is on record."


def check(facts: Facts) -> Outcome:
    """Orders on record that are incomplete, and flags for which there is no complete order."""
    orders = facts.orders.in_force
    complete = {fact.order.order_type for fact in orders if _complete(fact)}
    findings = [Finding(LACKING, (cite(f.order, f.info.name),)) for f in orders if not _complete(f)]
    findings += [finding for finding, kinds in _spoken_of(facts) if not kinds & complete]
    return outcome_of(findings, "Every order that is spoken of is on record with its terms.")


def _complete(fact: OrderFact) -> bool:
    personal = fact.info.domestic or fact.order.order_type in PROTECTING_SOMEBODY
    return bool(fact.terms) and (bool(fact.order.protects) or not personal)


def _spoken_of(facts: Facts) -> Iterable[tuple[Finding, frozenset[OrderType]]]:
    """Every flag or note about an order, and the kinds of order that would answer it."""
    for flag in facts.history.flags:
        in_words = mentions(ORDER_WORDS, flag.words)
        kinds = orders_flagged_by(flag.type) if flag.type else frozenset()
        if flag.is_open and (kinds or in_words):
            perhaps = flag.type and flag.type.code in ONLY_PERHAPS_AN_ORDER and not in_words
            evidence = (cite(flag.record, f"{flag.record.code}: {flag.words}"),)
            yield Finding(PERHAPS if perhaps else UNSEEN, evidence), kinds or PROTECTING_SOMEBODY
    for assessed in (a for a in facts.history.risk_assessments if mentions(ORDER_WORDS, a.words)):
        yield Finding(UNSEEN, (cite(assessed, assessed.words),)), PROTECTING_SOMEBODY


RULE = Rule(
    code=RuleCode("RO-ADDR-07"),
    title="Order known only as a flag: terms or protected person not seen",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PROCESS_GAP, HarmFamily.KNOWN_ADULT),
    applies_to=BOTH,
    check=check,
    needs=frozenset({Source.PROTECTIVE_ORDERS, Source.ALERTS, Source.REGISTRATIONS, Source.RISK_ASSESSMENTS}),
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
