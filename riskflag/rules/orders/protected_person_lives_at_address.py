"""Protected person lives at the proposed address.

What it flags: Somebody whom an order or condition in force protects from the person lives, regularly stays
or is last known to live at the proposed address. A match that is not settled asks for confirmation.

Why it matters: Living there breaks the order and brings somebody back within reach of harm. Inspectors found
plans that sent people home to a partner whom an order protected, and nobody had noticed.

What to do: Do not use the address. Only a court can change the order; the protected person's wish cannot.

Limits: It knows the occupants who were named or recorded. Orders against violence alone are left to others.
"""

from collections.abc import Iterable
from dataclasses import replace

from riskflag.casebook import ASKED, EX_PARTNER, OTHER_TOWN, case, order, protected_place, term
from riskflag.facts import Facts
from riskflag.facts.presence import PRESENCE_SOURCES
from riskflag.records import NamedPerson
from riskflag.rule import ADDRESS, Finding, Outcome, Rule, cannot_tell, clears, linked, outcome_of, raises
from riskflag.vocabulary import HarmFamily, ProhibitionKind, RuleCode, Severity

WHOM = "Somebody whom an order or condition protects from the person"
LIVES = f"{WHOM} lives, or regularly stays, at the proposed address."
MAY_LIVE = f"{WHOM} may live or stay there: confirm who they are and that it is this address."


def check(facts: Facts) -> Outcome:
    """Looks for everybody from whom the person must keep away among those who live at the address."""
    findings = list(_findings(facts))
    return outcome_of(findings, "No order keeps the person from anybody who lives there.", _not_known(facts))


def _findings(facts: Facts) -> Iterable[Finding]:
    for present in facts.present:
        terms = [term for term in present.terms if term.keeps_away and not term.allows_living_there]
        if terms or not present.terms:
            yield linked(present, terms, LIVES, MAY_LIVE)


def _not_known(facts: Facts) -> Iterable[str]:
    if facts.proposal.address is None:
        return
    away = [term for term in facts.orders.terms if term.keeps_away and not term.allows_living_there]
    if facts.orders.without_terms:
        yield "the terms of an order in force"
    if any(term.order and not term.covers for term in away):
        yield "whom an order protects"
    if away and not facts.proposal.occupants_stated and not facts.proposal.institution:
        yield "who lives at the address"


ORDER = order(term(ProhibitionKind.NO_CONTACT, "not to contact her directly or indirectly"))
RULE = Rule(
    code=RuleCode("RO-ADDR-01"),
    title="Protected person lives at the proposed address",
    severity=Severity.STOP,
    harm_families=(HarmFamily.DOMESTIC_ABUSE, HarmFamily.STALKING_AND_HARASSMENT, HarmFamily.KNOWN_ADULT),
    applies_to=ADDRESS,
    check=check,
    needs=PRESENCE_SOURCES,
    authorities=("L-RO", "L-5A", "L-42", "L-SPO", "L-DAPO", "I-TTG16", "P-DA"),
    decides="senior probation officer, with the court's variation or discharge in hand",
    act_by="before the address is used",
    action="Find another address, check the terms with the court or police, and mirror them in the licence. "
    "Somebody who wants contact is told how to ask the court; do not arrange it.",
    tell=("responsible officer", "prison offender manager", "victim liaison officer", "police"),
    do_not_disclose="That the protected person lives there, where else they are, or that they spoke.",
    staff_message="This address cannot be used. Speak to the responsible officer.",
    examples=(
        raises("She is named as an occupant", case(ORDER, lives_with=(EX_PARTNER,))),
        raises("Only her name agrees", case(ORDER, lives_with=(NamedPerson("Beth Sample"),)), Severity.ACT),
        clears("She is known to live in another town", case(ORDER, protected_place(EX_PARTNER, OTHER_TOWN))),
        cannot_tell("Nobody said who lives there", case(ORDER, asked=replace(ASKED, occupants_stated=None))),
    ),
)
