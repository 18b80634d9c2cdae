"""An order or condition in force names the proposed address, or bars the home of somebody who lives there.

What it flags: A term keeps the person out of the address that is proposed, whoever lives there now.

Why it matters: The address stays forbidden after the protected person has moved, until the court takes it out
of the order. Going there is a breach on the first day.

What to do: Do not use the address. If the reason for the term has gone, the court may be asked to vary the
order; until it has, the address stays barred.

Limits: It compares addresses as they were recorded. A similar address in the street is not the same address.
"""

from collections.abc import Iterable

from riskflag.casebook import EX_PARTNER, FRIEND, PROPOSED, SAME_STREET, case, order, term
from riskflag.facts import Facts
from riskflag.facts.barred import BarredBy
from riskflag.facts.presence import PRESENCE_SOURCES
from riskflag.rule import ADDRESS, Outcome, Rule, cannot_tell, clears, linked, outcome_of, raises
from riskflag.vocabulary import HarmFamily, ProhibitionKind, RuleCode, Severity

NAMED = "An order or condition in force names the proposed address and keeps the person out of it."
PERHAPS = "An order or condition names an address that may be, or take in, this one: confirm whether it is."
HOME = "An order or condition bars the home of somebody who lives at the proposed address."
PERHAPS_HOME = "An order or condition bars the home of somebody who may live here: confirm who they are."


def check(facts: Facts) -> Outcome:
    """Looks for terms that bar the address by name, or as the home of somebody who lives there."""
    findings = [
        linked(barred, barred.terms, NAMED, PERHAPS)
        if barred.by is BarredBy.NAME
        else linked(barred, barred.terms, HOME, PERHAPS_HOME)
        for barred in facts.barred.terms
        if barred.by is not BarredBy.AREA
    ]
    return outcome_of(findings, "No order or condition in force bars the address.", _not_known(facts))


def _not_known(facts: Facts) -> Iterable[str]:
    if facts.proposal.address is not None and facts.orders.without_terms:
        yield "the terms of an order in force"
    if facts.barred.unread_addresses:
        yield "the address that an order or condition names"


BARRED = term(ProhibitionKind.NO_ATTEND_ADDRESS, "not to attend her home", PROPOSED)
NEXT_DOOR = term(ProhibitionKind.NO_ATTEND_ADDRESS, "not to attend her home", SAME_STREET)
HER_HOME = term(ProhibitionKind.NO_ATTEND_ADDRESS, "not to attend wherever she lives")
LEAVE = term(ProhibitionKind.LEAVE_PREMISES, "to leave the family home")
RULE = Rule(
    code=RuleCode("RO-ADDR-02"),
    title="Order names the proposed address, whoever lives there now",
    severity=Severity.STOP,
    harm_families=(HarmFamily.STALKING_AND_HARASSMENT, HarmFamily.DOMESTIC_ABUSE),
    applies_to=ADDRESS,
    check=check,
    needs=PRESENCE_SOURCES,
    authorities=("L-RO", "L-42", "L-33", "L-DAPO", "L-SPO", "L-CBO"),
    decides="the court, by varying the order",
    act_by="before the address is used",
    action="Find another address. If the reason for the term has gone, the court may be asked to vary it.",
    tell=("responsible officer", "prison offender manager", "police", "victim liaison officer"),
    do_not_disclose="Whether the protected person still lives there.",
    staff_message="This address cannot be used. Speak to the responsible officer.",
    examples=(
        raises("The order names this house; she has left it", case(order(BARRED), lives_with=(FRIEND,))),
        raises("Her home is barred and she lives here", case(order(HER_HOME), lives_with=(EX_PARTNER,))),
        clears("The order names another house in the street", case(order(NEXT_DOOR))),
        cannot_tell("It does not say which home he must leave", case(order(LEAVE))),
    ),
)
