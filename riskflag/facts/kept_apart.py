"""Protected places at the proposed address of which an order or condition in force already speaks."""

from riskflag.facts import Facts
from riskflag.facts.place import ProtectedPlaceFact
from riskflag.facts.presence import Presence
from riskflag.matching.person import is_same_person
from riskflag.vocabulary import AddressBand, EnquiryKind


def is_home_of_somebody_kept_apart(fact: ProtectedPlaceFact, facts: Facts) -> bool:
    """Whether the place surely is the address, and what keeps the person from whoever is there is in force.

    An order that does not forbid living together keeps nobody apart; a match to be confirmed shows nothing.
    Of a referral nothing is said here: the rule about protected people at an address does not run for it.
    """
    if facts.kind is not EnquiryKind.ADDRESS:
        return False
    if fact.match is None or fact.match.band is not AddressBand.SAME_PROPERTY:
        return False
    return any(
        present.sure and _keeps_apart(present) and is_same_person(present.who, fact.record.who)
        for present in facts.present
    )


def _keeps_apart(present: Presence) -> bool:
    forbidding = any(term.keeps_away and not term.allows_living_there for term in present.terms)
    return forbidding or not present.terms
