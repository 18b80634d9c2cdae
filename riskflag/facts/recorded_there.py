"""Contacts whom the record places at the proposed address, or may place there."""

from collections.abc import Iterable
from dataclasses import dataclass

from riskflag.enquiry import Occupant
from riskflag.facts.proposal import ProposalFacts
from riskflag.matching.address import AddressMatch, compare_addresses
from riskflag.matching.person import is_same_person
from riskflag.records import Contact
from riskflag.vocabulary import AddressBand, Visibility

_PERHAPS = frozenset({AddressBand.POSSIBLE, AddressBand.CANNOT_TELL})


@dataclass(frozen=True, slots=True)
class RecordedThere:
    """A contact whom the enquiry does not name and whose recorded address is or may be the proposed one.

    occupant: the contact, as an occupant
    contact: the record
    match: how the recorded address compares with the proposed one; never DIFFERENT
    """

    occupant: Occupant
    contact: Contact
    match: AddressMatch

    @property
    def sure(self) -> bool:
        """Whether it is surely the proposed address."""
        return self.match.band is AddressBand.SAME_PROPERTY

    @property
    def readable(self) -> bool:
        """Whether the recorded address says enough to be compared."""
        return self.match.band is not AddressBand.CANNOT_TELL


def recorded_there(contacts: Iterable[Contact], proposal: ProposalFacts) -> Iterable[RecordedThere]:
    """Every active contact who has an address that is, or may be, the proposed one."""
    if proposal.address is None:
        return
    for contact in contacts:
        if not contact.active or contact.lives_at is None:
            continue
        match = compare_addresses(contact.lives_at, proposal.address)
        here = match.band is AddressBand.SAME_PROPERTY or match.band in _PERHAPS
        if here and not _named(contact, proposal):
            visibility = Visibility.PROTECTED if contact.protected else Visibility.KNOWN_TO_SUBJECT
            yield RecordedThere(Occupant(contact.who, visibility=visibility), contact, match)


def _named(contact: Contact, proposal: ProposalFacts) -> bool:
    return any(is_same_person(occupant.who, contact.who) for occupant in proposal.occupants)
