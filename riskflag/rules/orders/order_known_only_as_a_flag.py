"""An order is known only as a flag, and its terms or whom it protects were not seen.

What it flags: a flag or note speaks of an order that is not on record, or not with its terms.

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
from riskflag.reference.flags import FlagTheme
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, OrderType, ProhibitionKind, RuleCode, Severity, Source

RESTRAINING = frozenset({OrderType.RESTRAINING_ORDER, OrderType.RESTRAINING_ORDER_ON_ACQUITTAL})
PERSONAL = RESTRAINING | {OrderType.STALKING_PROTECTION_ORDER, OrderType.HARASSMENT_INJUNCTION}
ORDER_WORDS = re.compile(r"\b(?:restraining|non-?molestation|stalking protection) order", re.IGNORECASE)
LACKING = "An order is on record without its terms or without the person it protects."
UNSEEN = "A flag or note speaks of an order, and no such order is on record."


def check(facts: Facts) -> Outcome:
    """Orders on record that are incomplete, and flags for which there is no complete order."""
    orders = facts.orders.in_force
    complete = [fact for fact in orders if _complete(fact)]
    findings = [Finding(LACKING, (cite(f.order, f.info.name),)) for f in orders if not _complete(f)]
    for finding, themes in _spoken_of(facts):
        if not any(_answers(themes, fact) for fact in complete):
            findings.append(finding)
    return outcome_of(findings, "Every order that is spoken of is on record with its terms.")


def _complete(fact: OrderFact) -> bool:
    personal = fact.info.domestic or fact.order.order_type in PERSONAL
    return bool(fact.terms) and (bool(fact.order.protects) or not personal)


def _spoken_of(facts: Facts) -> Iterable[tuple[Finding, frozenset[FlagTheme]]]:
    for flag in facts.history.flags:
        told = FlagTheme.PROTECTIVE_ORDER in flag.themes or flag.record.code == "RDV"
        if flag.is_open and (told or mentions(ORDER_WORDS, flag.words)):
            yield Finding(UNSEEN, (cite(flag.record, f"{flag.record.code}: {flag.words}"),)), flag.themes
    for assessed in (a for a in facts.history.risk_assessments if mentions(ORDER_WORDS, a.words)):
        yield Finding(UNSEEN, (cite(assessed, assessed.words),)), frozenset()


def _answers(themes: frozenset[FlagTheme], fact: OrderFact) -> bool:
    right_type = FlagTheme.RESTRAINING_ORDER not in themes or fact.order.order_type in RESTRAINING
    return right_type and (fact.info.sexual or FlagTheme.SEXUAL not in themes)


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
