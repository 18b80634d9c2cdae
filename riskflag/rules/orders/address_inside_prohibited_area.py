"""The proposed address lies inside an area that an order or condition forbids.

What it flags: The address is inside a forbidden area, or within a stated distance of somebody the order
protects. An address too close to the edge to call asks for somebody to look at the map.

Why it matters: Every journey home would break the order or the licence. Inspectors found plans that paid no
attention to where victims lived.

What to do: Use another address or ask for a variation. Look also at the way to the probation office, to the
pharmacy and to work.

Limits: It reads areas that were drawn; one that only names a place elsewhere leaves the answer open. An area
that applies at certain times only is read as always.
"""

from collections.abc import Iterable

from riskflag.casebook import EX_PARTNER, PROPOSED, case, order, protected_place, term
from riskflag.facts import Facts
from riskflag.facts.barred import BarredBy
from riskflag.facts.presence import ORDER_SOURCES
from riskflag.records import Point, Zone
from riskflag.rule import ADDRESS, Outcome, Rule, cannot_tell, clears, linked, outcome_of, raises
from riskflag.vocabulary import HarmFamily, ProhibitionKind, RuleCode, Severity, Source

INSIDE = "The proposed address is inside an area that an order or licence condition forbids."
TOO_CLOSE = "The address may be in a forbidden area: look at the map, and at what the term allows."


def check(facts: Facts) -> Outcome:
    """Looks for areas of orders and conditions in which the address lies."""
    findings = [
        linked(barred, barred.terms, INSIDE, TOO_CLOSE)
        for barred in facts.barred.terms
        if barred.by is BarredBy.AREA
    ]
    return outcome_of(findings, "The address is in no forbidden area that is on record.", _not_known(facts))


def _not_known(facts: Facts) -> Iterable[str]:
    if facts.proposal.address is not None and facts.orders.without_terms:
        yield "the terms of an order in force"
    if facts.barred.unread_areas:
        yield "whether the address is in a forbidden area"


CENTRE = Point(400000, 300300)
WIDE, NARROW, EDGE = (Zone("the estate", CENTRE, radius) for radius in (600, 100, 350))
AREA = ProhibitionKind.EXCLUSION_AREA
FROM_HER = term(ProhibitionKind.NO_APPROACH, "not to go within 100 metres of her", zone=Zone("", None, 100))
HER_HOME = protected_place(EX_PARTNER, PROPOSED)
RULE = Rule(
    code=RuleCode("RO-ADDR-03"),
    title="Address inside a prohibited area, distance or exclusion zone",
    severity=Severity.STOP,
    harm_families=(HarmFamily.STALKING_AND_HARASSMENT, HarmFamily.DOMESTIC_ABUSE, HarmFamily.PUBLIC),
    applies_to=ADDRESS,
    check=check,
    needs=ORDER_SOURCES | {Source.PROTECTED_PLACES},
    authorities=("L-RO", "P-CVL", "L-CBO", "L-DAPO"),
    decides="responsible officer and senior probation officer; the court where an order draws the area",
    act_by="before the address is used",
    action="Use another address or seek a variation, and check the journeys the person will have to make.",
    tell=("responsible officer", "electronic monitoring provider if tagged", "police"),
    do_not_disclose="The centre of the area and the reason for it: both can lead to a protected home.",
    staff_message="This address cannot be used. Speak to the responsible officer.",
    examples=(
        raises("The house is well inside the area", case(order(term(AREA, zone=WIDE)))),
        raises("The edge is too close to call", case(order(term(AREA, zone=EDGE))), Severity.ACT),
        raises("She lives here, and a distance is set", case(order(FROM_HER), HER_HOME)),
        clears("The house is outside the area", case(order(term(AREA, zone=NARROW)))),
        cannot_tell("Nobody drew the area", case(order(term(AREA, "to keep out of the estate")))),
    ),
)
