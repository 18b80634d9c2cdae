"""What was decided about the proposed address, and whether enough was done before it was decided."""

from datetime import date

from riskflag.enquiry import Occupant
from riskflag.facts import Facts
from riskflag.facts.place import HappenedHere
from riskflag.facts.wording import may_be_here
from riskflag.matching.person import is_same_person
from riskflag.records import AddressDecision, CheckKind, Consent, DecisionKind

APPROVALS = frozenset({DecisionKind.APPROVED, DecisionKind.APPROVED_WITH_CONDITIONS})
SENIOR = ("senior probation officer", "head of ")
"""Words in a decider's grade that show the seniority asked for; anything else is read as too junior."""
CHECKS = (CheckKind.POLICE_DOMESTIC_ABUSE, CheckKind.CHILDRENS_SERVICES)


def governing_decision(facts: Facts) -> tuple[AddressDecision, HappenedHere] | None:
    """The newest decision that is, or may be, about the proposed address, and how it is linked to it."""
    for here in facts.place.decisions:
        if isinstance(here.record, AddressDecision) and may_be_here(here):
            return here.record, here
    return None


def decided_by_senior(facts: Facts) -> AddressDecision | None:
    """The decision that governs, if a senior officer approved this very address with a plan by which the
    person at risk can reach help."""
    governing = governing_decision(facts)
    if governing is None or not governing[1].sure:
        return None
    decision = governing[0]
    senior = any(words in decision.decided_by.casefold() for words in SENIOR)
    planned = bool(decision.victim_contact_plan.strip())
    return decision if decision.decision in APPROVALS and senior and planned else None


def decided_with_safeguards(facts: Facts, occupant: Occupant, since: date) -> bool:
    """Whether a senior officer approved the address after ``since``, once the occupant had been spoken to
    alone and had agreed, and both checks had come back."""
    decision = decided_by_senior(facts)
    if decision is None:
        return False
    decided_on = decision.happened_on or decision.recorded_on
    returned = {c.kind for c in facts.process.checks if c.returned_on and since < c.returned_on <= decided_on}
    return since < decided_on and returned.issuperset(CHECKS) and _agreed_alone(facts, occupant, decided_on)


def _agreed_alone(facts: Facts, occupant: Occupant, by: date) -> bool:
    """Whether the last thing the occupant said, and said alone, was that they agree."""
    for said in facts.household.conversations:
        if is_same_person(said.occupier, occupant.who):
            alone = said.spoken_to_alone is True and said.told_of_offences is True
            in_time = (said.happened_on or said.recorded_on) <= by
            return in_time and alone and said.consent is Consent.AGREES and not said.through_the_person
    return False
