"""A behaviour order, injunction or other preventive order limits areas, company or conduct at the address.

What it flags: The address lies in an area that such an order forbids, somebody with whom it forbids to
associate lives there, or it has a term that only a person can set against the address.

Why it matters: The police and the council keep these orders, and whoever plans a release seldom sees them.

What to do: Do not use an address inside a forbidden area. Otherwise read the term and plan around it.

Limits: It reads no map that was not drawn. Terms about things alone, such as knives, are left out.
"""

from dataclasses import replace

from riskflag.casebook import OCCUPANTS_UNKNOWN, case, order, term
from riskflag.facts import Facts
from riskflag.facts.presence import PRESENCE_SOURCES
from riskflag.facts.preventive import (
    forbidden_areas,
    forbidden_company,
    forbidden_groups,
    not_known,
    terms_to_read,
)
from riskflag.records import NamedPerson, Point, Zone
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, linked, outcome_of, raises
from riskflag.vocabulary import HarmFamily, OrderType, ProhibitionKind, Relationship, RuleCode, Severity

AREA = "The address is in an area or a building that a preventive order forbids."
MAY_BE_AREA = "A preventive order may forbid the address: look at the map, and at what the term allows."
BARRED = "Somebody with whom a preventive order forbids the person to associate lives at the address."
MAY_BE_BARRED = "Somebody at the address may be one whom a preventive order bars as company: confirm it."
GROUP = "A preventive order bars a kind of company: make sure that nobody at the address is of it."
NOTHING = "No preventive order in force speaks of this address."
TO_READ = "A preventive order has a term that only a person can read: set it against the address."


def check(facts: Facts) -> Outcome:
    """Looks at areas, at company and at terms of no known kind in every preventive order in force."""
    if not facts.orders.in_force:
        return outcome_of([], NOTHING)
    findings = [linked(area, area.terms, AREA, MAY_BE_AREA) for area in forbidden_areas(facts)]
    findings = [replace(found, severity=found.severity or Severity.STOP) for found in findings]
    findings += [linked(who, terms, BARRED, MAY_BE_BARRED) for who, terms in forbidden_company(facts)]
    findings += [Finding(GROUP, (cite(term.record, term.quoted),)) for term in forbidden_groups(facts)]
    findings += [Finding(TO_READ, (cite(term.record, term.quoted),)) for term in terms_to_read(facts)]
    return outcome_of(findings, NOTHING, not_known(facts))


TOWN, STATION = (Zone("", Point(400000, 300300), radius) for radius in (600, 100))
IN_TOWN, BEGGING, COMPANY = (
    order(each, kind=OrderType.CRIMINAL_BEHAVIOUR_ORDER, protects=())
    for each in (
        term(ProhibitionKind.EXCLUSION_AREA, "not to enter the town centre", zone=TOWN),
        term(ProhibitionKind.OTHER, "not to beg outside the station", zone=STATION),
        term(ProhibitionKind.NO_ASSOCIATION, "not to associate with Ned Sample"),
    )
)
RIVAL = NamedPerson("Ned Sample", Relationship.CO_DEFENDANT)
RULE = Rule(
    code=RuleCode("CBO-01"),
    title="Preventive order limits area, company or conduct at the address",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PUBLIC,),
    applies_to=BOTH,
    check=check,
    needs=PRESENCE_SOURCES,
    authorities=("L-CBO", "L-ASB", "L-GANG", "L-KCPO", "L-CAPA"),
    decides="responsible officer; a court where the address is inside a forbidden area",
    act_by="before the address is used",
    action="Do not use an address inside a forbidden area; otherwise read the terms and plan around them.",
    tell=("responsible officer", "police"),
    do_not_disclose="Anything of the people whom the order names, beyond what the order itself says.",
    examples=(
        raises("The hostel is inside the town centre he may not enter", case(IN_TOWN), Severity.STOP),
        raises("Somebody he may not associate with lives there", case(COMPANY, lives_with=(RIVAL,))),
        clears("He may not beg outside a station elsewhere", case(BEGGING)),
        cannot_tell("Nobody said who lives there", case(COMPANY, asked=OCCUPANTS_UNKNOWN)),
    ),
)
