"""Who is at the proposed address, and whether any of them is somebody the records speak of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from riskflag.dossier import Dossier
from riskflag.enquiry import Occupant
from riskflag.facts.dates import whole_years
from riskflag.facts.history import HistoryFacts
from riskflag.facts.orders import OrderFacts
from riskflag.facts.proposal import ProposalFacts
from riskflag.matching.address import compare_addresses
from riskflag.matching.person import PersonMatch, compare_people
from riskflag.records import Contact, NamedPerson, OccupierConversation, Record
from riskflag.reference.thresholds import CHILD_AGE
from riskflag.vocabulary import AddressBand, PersonBand, Relationship, Visibility


class LinkedAs(StrEnum):
    """As whom the records speak of an occupant."""

    PROTECTED_PERSON = "protected_person"
    ABUSE_VICTIM = "abuse_victim"
    OFFENCE_VICTIM = "offence_victim"
    ABUSER_OF_THE_PERSON = "abuser_of_the_person"


@dataclass(frozen=True, slots=True)
class Link:
    """An occupant who is, or may be, somebody the records speak of.

    occupant: the occupant
    who: the somebody, as the record describes them
    linked_as: as whom the record speaks of them
    record: the order, event or conviction
    match: how sure it is that they are one person, and what that rests on; never DIFFERENT
    """

    occupant: Occupant
    who: NamedPerson
    linked_as: LinkedAs
    record: Record
    match: PersonMatch

    @property
    def sure(self) -> bool:
        """Whether identity is settled; otherwise somebody must confirm it."""
        return self.match.band is PersonBand.SAME_PERSON


@dataclass(frozen=True, slots=True)
class HouseholdFacts:
    """The household.

    occupants: people said to live or stay there, and contacts recorded as living there
    children: occupants under 18
    ages_unknown: occupants who may be under 18 for all that is known
    links: occupants whom the records speak of
    conversations: what occupiers said, newest first
    contacts: people in the person's life, wherever they live
    """

    occupants: tuple[Occupant, ...]
    children: tuple[Occupant, ...]
    ages_unknown: tuple[Occupant, ...]
    links: tuple[Link, ...]
    conversations: tuple[OccupierConversation, ...]
    contacts: tuple[Contact, ...]

    def linked(self, *roles: LinkedAs) -> tuple[Link, ...]:
        """Links of these roles."""
        return tuple(link for link in self.links if link.linked_as in roles)


def derive_household(
    dossier: Dossier, proposal: ProposalFacts, orders: OrderFacts, history: HistoryFacts
) -> HouseholdFacts:
    """Sets every occupant against everybody the records speak of."""
    occupants = (*proposal.occupants, *_recorded_there(dossier, proposal))
    spoken_of = tuple(_spoken_of(orders, history))
    today = dossier.as_of_date
    ages = [(occupant, under_age(occupant.who, today)) for occupant in occupants]
    conversations = sorted(dossier.of(OccupierConversation), key=_when, reverse=True)
    return HouseholdFacts(
        occupants=occupants,
        children=tuple(occupant for occupant, child in ages if child),
        ages_unknown=tuple(occupant for occupant, child in ages if child is None),
        links=tuple(_links(occupants, spoken_of)),
        conversations=tuple(conversations),
        contacts=dossier.of(Contact),
    )


def under_age(who: NamedPerson, today: date, age: int = CHILD_AGE.value) -> bool | None:
    """Whether somebody is younger than ``age`` whole years today; None where nothing says.

    A parent, grandparent or present partner is taken for an adult unless the record says otherwise.
    """
    if who.date_of_birth is not None:
        return whole_years(who.date_of_birth, today) < age
    if who.is_child is not None:
        return who.is_child
    adults = {Relationship.PARENT, Relationship.GRANDPARENT, Relationship.SPOUSE, Relationship.EX_SPOUSE}
    adults |= {Relationship.PARTNER, Relationship.EX_PARTNER, Relationship.LANDLORD, Relationship.CARER}
    return False if who.relationship in adults else None


def _recorded_there(dossier: Dossier, proposal: ProposalFacts) -> Iterable[Occupant]:
    """Contacts whom the record places at the proposed address and the enquiry does not name."""
    if proposal.address is None:
        return
    for contact in dossier.of(Contact):
        if not contact.active or contact.lives_at is None:
            continue
        band = compare_addresses(contact.lives_at, proposal.address).band
        named = any(
            compare_people(o.who, contact.who).band is PersonBand.SAME_PERSON for o in proposal.occupants
        )
        if band is AddressBand.SAME_PROPERTY and not named:
            visibility = Visibility.PROTECTED if contact.protected else Visibility.KNOWN_TO_SUBJECT
            yield Occupant(contact.who, visibility=visibility)


def _spoken_of(orders: OrderFacts, history: HistoryFacts) -> Iterable[tuple[NamedPerson, LinkedAs, Record]]:
    for order in orders.binding:
        yield from ((who, LinkedAs.PROTECTED_PERSON, order.order) for who in order.order.protects)
    for condition in orders.licence_conditions:
        yield from ((who, LinkedAs.PROTECTED_PERSON, condition) for who in condition.names)
    for abuse in history.abuse_by_person:
        yield abuse.victim, LinkedAs.ABUSE_VICTIM, abuse.record
    for conviction in history.convictions:
        record = conviction.record
        yield from ((who, LinkedAs.OFFENCE_VICTIM, record) for who in record.victims)
    for event in history.abuse_of_person:
        yield event.other, LinkedAs.ABUSER_OF_THE_PERSON, event


def _links(
    occupants: tuple[Occupant, ...], spoken_of: tuple[tuple[NamedPerson, LinkedAs, Record], ...]
) -> Iterable[Link]:
    for occupant in occupants:
        for who, linked_as, record in spoken_of:
            match = compare_people(occupant.who, who)
            if match.band is not PersonBand.DIFFERENT:
                yield Link(occupant, who, linked_as, record, match)


def _when(conversation: OccupierConversation) -> date:
    return conversation.happened_on or conversation.recorded_on
