"""Children who come to the site of a referral without anybody having named them, set against terms about
children."""

from riskflag.facts import Facts
from riskflag.facts.orders import FROM_CHILDREN, TermFact
from riskflag.facts.protected_children import about_all
from riskflag.vocabulary import ProhibitionKind

_LIVING = frozenset({ProhibitionKind.NO_RESIDE_WITH_CHILDREN})
WHETHER = "whether children come to the site"


def terms_against_children_there(facts: Facts) -> tuple[TermFact, ...]:
    """Terms in force that children at the site would break; a term about living with them only where the
    person would live there. What a term allows is left to whoever decides."""
    referral = facts.referral
    if referral is None or not referral.children_attend:
        return ()
    return _terms(facts)


def whether_children_come_is_open(facts: Facts) -> bool:
    """Whether such a term is in force and nobody has said whether children come to the site."""
    referral = facts.referral
    return referral is not None and referral.children_attend is None and bool(_terms(facts))


def surely_breaks(term: TermFact, facts: Facts) -> bool:
    """Whether any child there breaks it: it is about children in general and allows nothing."""
    return about_all(term, facts.as_of) and not term.term.allows


def _terms(facts: Facts) -> tuple[TermFact, ...]:
    if facts.proposal.address is None:
        return ()
    broken = FROM_CHILDREN if facts.proposal.lives_there else FROM_CHILDREN - _LIVING
    return facts.orders.terms_of(broken)
