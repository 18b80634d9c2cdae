"""Children at the proposed address whom an order or condition protects, by name or as children."""

from collections.abc import Iterable
from datetime import date

from riskflag.facts.household import HouseholdFacts, taken_for_child, under_age
from riskflag.facts.orders import FROM_CHILDREN, OrderFacts, TermFact
from riskflag.facts.presence import Presence
from riskflag.reference.thresholds import CHILD_AGE


def derive_protected_children(
    orders: OrderFacts, present: tuple[Presence, ...], household: HouseholdFacts, today: date
) -> tuple[Presence, ...]:
    """Named children, then occupants of the age that a term is about; not sure where an age is unknown."""
    terms = orders.terms_of(FROM_CHILDREN) if orders.terms else ()
    return (
        *(each for each in present if _is_child(each, today)),
        *(each for term in terms if about_all(term, today) for each in _of_that_age(term, household, today)),
    )


def _is_child(present: Presence, today: date) -> bool:
    if under_age(present.who, today) is None and any(t.term.kind in FROM_CHILDREN for t in present.terms):
        return True
    return taken_for_child(present.who, today)


def about_all(term: TermFact, today: date) -> bool:
    """Whether a term is about children in general: it gives an age, or it names nobody known as a child."""
    names_a_child = any(taken_for_child(who, today) for who in term.covers)
    return term.term.children_under is not None or not names_a_child


def _of_that_age(term: TermFact, household: HouseholdFacts, today: date) -> Iterable[Presence]:
    limit = term.term.children_under or CHILD_AGE.value
    for occupant in household.occupants:
        child = under_age(occupant.who, today, limit)
        if child is not False:
            because = "the age of an occupant" if child else "the age of an occupant is not known"
            yield Presence(term.record, (term,), occupant.who, None, because, sure=bool(child))
    for each in household.perhaps_there:
        if under_age(each.occupant.who, today, limit) is not False:
            because = f"the age of a contact; {each.match.because}"
            yield Presence(term.record, (term,), each.occupant.who, each.contact, because, sure=False)
