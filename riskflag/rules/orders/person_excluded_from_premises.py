"""An order or a closure excludes the person from the premises, even from their own home.

What it flags: An occupation order, a domestic abuse order or notice, an injunction, an undertaking or a
closure reaches the proposed address.

Why it matters: A tenancy is no answer to it, and records that show the tenancy show nothing of the order.

What to do: Do not use the address. Advice about the tenancy is a separate matter.

Limits: A closure in the place register counts for the six months that a closure can last.
"""

from datetime import date

from riskflag.casebook import PROPOSED, case, incident, order, term
from riskflag.facts import Facts
from riskflag.facts.dates import months_before
from riskflag.facts.orders import TermFact
from riskflag.facts.presence import PRESENCE_SOURCES
from riskflag.records import PlaceIncident, PlaceIncidentKind
from riskflag.rule import ADDRESS, Outcome, Rule, cannot_tell, cite, clears, found, linked, outcome_of, raises
from riskflag.vocabulary import HarmFamily, OrderType, ProhibitionKind, RuleCode, Severity, Source

LONGEST_CLOSURE_MONTHS = 6
EXCLUDED = "An order or undertaking excludes the person from the proposed address, whoever holds the tenancy."
MAY_EXCLUDE = "An order or undertaking may exclude the person from the proposed address: confirm it."
CLOSED = "The premises were closed by a notice or order that may still run."
MAY_BE_CLOSED = "Premises that may be these were closed: confirm the address."


def check(facts: Facts) -> Outcome:
    """Looks for such orders among the terms that bar the address, and for closures of the place."""
    findings = [
        linked(barred, barred.terms, EXCLUDED, MAY_EXCLUDE)
        for barred in facts.barred.terms
        if any(_excludes(each) for each in barred.terms)
    ]
    oldest = months_before(facts.as_of, LONGEST_CLOSURE_MONTHS)
    for here in facts.place.incidents:
        closure = isinstance(here.record, PlaceIncident) and here.record.kind is PlaceIncidentKind.CLOSURE
        if closure and (here.record.happened_on or oldest) >= oldest:
            matched = here.match.because if here.match else None
            findings.append(found(here.sure, CLOSED, MAY_BE_CLOSED, cite(here.record, "closure", matched)))
    terms = [each for each in facts.barred.unread_addresses if _excludes(each)]
    not_known = ["the address that an order names"] if terms else []
    return outcome_of(findings, "No order or closure excludes the person from it.", not_known)


def _excludes(each: TermFact) -> bool:
    return each.order is not None and each.order.info.excludes_from_premises


OCCUPATION = OrderType.OCCUPATION_ORDER
LEAVE = term(ProhibitionKind.OCCUPATION_EXCLUSION, "to leave the house and not to return", PROPOSED)
ENDED = order(LEAVE, kind=OCCUPATION, expires_on=date(2026, 8, 31))
ITS_HOME = order(term(ProhibitionKind.LEAVE_PREMISES, "to leave the home"), kind=OCCUPATION)
RULE = Rule(
    code=RuleCode("OCC-01"),
    title="Order or closure excludes the person from these premises",
    severity=Severity.STOP,
    harm_families=(HarmFamily.DOMESTIC_ABUSE,),
    applies_to=ADDRESS,
    check=check,
    needs=PRESENCE_SOURCES | {Source.PLACE_REGISTER},
    authorities=("L-33", "L-DAPO", "L-DVPO", "L-ASB", "L-CAPA", "L-CLOSE"),
    decides="the court",
    act_by="before the address is used",
    action="Do not use the address; refer the person for housing advice about the tenancy.",
    tell=("responsible officer", "police", "housing, that the address cannot be used and no more"),
    do_not_disclose="The domestic abuse behind the order, to a landlord or anybody without a need to know.",
    examples=(
        raises("He is the tenant and an occupation order is in force", case(order(LEAVE, kind=OCCUPATION))),
        raises("Police closed the house this month", case(place=(incident(PlaceIncidentKind.CLOSURE),))),
        clears("The occupation order ended in August", case(ENDED)),
        cannot_tell("The order does not say which home he must leave", case(ITS_HOME)),
    ),
)
