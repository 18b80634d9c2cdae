"""What stands against the proposed address where a requirement, or a curfew asked about, ties the person to
it."""

from collections.abc import Iterable

from riskflag.facts import Facts
from riskflag.facts.barred import Barred
from riskflag.facts.orders import TermFact
from riskflag.facts.presence import Presence
from riskflag.facts.required import CollisionKind
from riskflag.vocabulary import AddressBand


def against_where_tied(
    facts: Facts,
) -> Iterable[tuple[CollisionKind, Presence | Barred, tuple[TermFact, ...]]]:
    """Everybody whom an order protects and who lives here; for a curfew, each term that bars the address too.
    Nothing where nothing ties the person to it."""
    curfew = facts.proposal.for_curfew
    if curfew or any(each.band is AddressBand.SAME_PROPERTY for each in facts.required.addresses):
        for present in facts.present:
            terms = tuple(t for t in present.terms if t.keeps_away and not t.allows_living_there)
            if terms:
                yield CollisionKind.PROTECTED_HOME, present, terms
    if curfew:
        yield from ((CollisionKind.BARRED, barred, barred.terms) for barred in facts.barred.terms)
