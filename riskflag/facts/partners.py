"""Partners and former partners of the person among those who live at the proposed address."""

import re
from collections.abc import Iterable

from riskflag.enquiry import Occupant
from riskflag.facts import Facts
from riskflag.facts.household import under_age
from riskflag.facts.recorded_there import RecordedThere
from riskflag.facts.wording import mentions
from riskflag.matching.person import may_be_same_person
from riskflag.vocabulary import INTIMATE, Relationship

_PRESENT = frozenset({Relationship.SPOUSE, Relationship.PARTNER})
_CALLED_PARTNER = re.compile(
    r"\b(?:girl|boy|pen[- ]?)friend\b|\bpen[- ]?pal\b|\bpartner\b|\bdating\b|\bin a relationship\b",
    re.IGNORECASE,
)


def partners_here(facts: Facts) -> tuple[Occupant, ...]:
    """Adults at the address who are partners, or whom a contact record calls so whatever the enquiry says."""
    return tuple(
        occupant
        for occupant in facts.household.occupants
        if not under_age(occupant.who, facts.as_of)
        and (occupant.who.relationship in INTIMATE or _called_partner(occupant, facts))
    )


def partners_to_confirm(facts: Facts) -> tuple[RecordedThere, ...]:
    """Partners in the contacts whose recorded address may be the proposed one."""
    return tuple(each for each in facts.household.perhaps_there if each.occupant.who.relationship in INTIMATE)


def unclear_ties(facts: Facts) -> Iterable[str]:
    """What must be known before it can be said that no partner lives there."""
    if facts.proposal.household_unknown:
        yield "who lives there"
    if any(occupant.who.relationship is Relationship.UNKNOWN for occupant in facts.household.occupants):
        yield "what somebody who lives there is to the person"
    if any(each.occupant.who.relationship in _PRESENT for each in facts.household.homes_unreadable):
        yield "whether a partner of the person lives there"


def _called_partner(occupant: Occupant, facts: Facts) -> bool:
    return any(
        may_be_same_person(contact.who, occupant.who)
        for contact in facts.household.contacts
        if contact.who.relationship in INTIMATE or mentions(_CALLED_PARTNER, contact.note)
    )
