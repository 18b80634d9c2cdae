"""What anybody wrote or said of the proposed address and of whoever lives there."""

from collections.abc import Iterable

from riskflag.facts import Facts
from riskflag.facts.wording import may_be_here
from riskflag.matching.person import may_be_same_person
from riskflag.records import AddressDecision, AddressNote, Contact, Record
from riskflag.vocabulary import Source

SAID_OF_HOUSEHOLD_IN = frozenset(
    {Source.HOUSEHOLD_ENQUIRIES, Source.ADDRESSES, Source.CHECKS, Source.CONTACTS}
)
"""Where it is written."""


def said_of_the_household(facts: Facts) -> tuple[tuple[Record | None, str], ...]:
    """Each text with its record; None for what was said with the enquiry itself."""
    return tuple([(record, text) for record, text in _said(facts) if text])


def _said(facts: Facts) -> Iterable[tuple[Record | None, str]]:
    for said in (*facts.place.notes, *facts.place.decisions):
        if isinstance(said.record, AddressNote | AddressDecision) and may_be_here(said):
            yield said.record, said.record.words
    yield from ((conversation, conversation.words) for conversation in facts.household.conversations)
    yield from ((check, check.result) for check in facts.process.checks)
    yield from (
        (contact, contact.note)
        for contact in facts.household.contacts
        if contact.note and _here(contact, facts)
    )
    yield None, facts.proposal.notes


def _here(contact: Contact, facts: Facts) -> bool:
    """Whether it is, or may be, somebody who lives there."""
    return contact.active and any(
        may_be_same_person(occupant.who, contact.who) for occupant in facts.household.occupants
    )
