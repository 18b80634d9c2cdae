"""Terms that bar the person from somebody's company, or a kind of company, set against who lives there."""

from collections.abc import Iterable

from riskflag.enquiry import INSTITUTIONS, PlacementKind
from riskflag.facts import Facts
from riskflag.facts.household import who_may_be_there
from riskflag.facts.orders import TermFact
from riskflag.facts.presence import Presence
from riskflag.vocabulary import ProhibitionKind

SHARED = INSTITUTIONS | {PlacementKind.SUPPORTED_HOUSING, PlacementKind.HOSTEL}
"""Placements in which others live whom the enquiry need not name."""
ASSOCIATION = frozenset({ProhibitionKind.NO_ASSOCIATION})


def barred_company(facts: Facts) -> Iterable[tuple[Presence, tuple[TermFact, ...]]]:
    """Everybody at the address with whom a term in force forbids the person to associate."""
    for present in facts.present:
        terms = tuple(t for t in present.terms if t.term.kind in ASSOCIATION and not t.allows_living_there)
        if terms:
            yield present, terms


def terms_about_a_group(facts: Facts) -> Iterable[TermFact]:
    """Terms in force against association that list nobody, and whose words name nobody who lives there.
    Nothing where nobody else lives at the address."""
    terms = facts.orders.terms_of(ASSOCIATION)
    if not terms or not _lives_with_others(facts):
        return
    found = [term for present in facts.present for term in present.terms]
    for term in terms:
        if not (term.covers or term.allows_living_there or any(term is each for each in found)):
            yield term


def company_unknown(facts: Facts) -> bool:
    """Whether an address is proposed and nobody has said who lives there, in an institution too."""
    return facts.proposal.address is not None and not facts.proposal.occupants_stated


def _lives_with_others(facts: Facts) -> bool:
    if facts.proposal.address is None:
        return False
    return bool(who_may_be_there(facts.household)) or facts.proposal.placement in SHARED
