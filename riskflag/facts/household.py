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
from riskflag.facts.recorded_there import RecordedThere, recorded_there
from riskflag.matching.person import PersonMatch, compare_people
from riskflag.records import Contact, NamedPerson, OccupierConversation, Record
from riskflag.reference.thresholds import CHILD_AGE
from riskflag.vocabulary import PersonBand, Relationship

CHILDREN = frozenset({Relationship.CHILD, Relationship.STEPCHILD})


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
    perhaps: the contact record that may place them at the address; None where it is sure that they live there
    """

    occupant: Occupant
    who: NamedPerson
    linked_as: LinkedAs
    record: Record
    match: PersonMatch
    perhaps: RecordedThere | None = None

    @property
    def sure(self) -> bool:
        """Whether identity and address are settled; otherwise somebody must confirm them."""
        return self.match.band is PersonBand.SAME_PERSON and self.perhaps is None

    @property
    def because(self) -> str:
        """What agreed of the person and, where that is not settled, of the address."""
        if self.perhaps is None:
            return self.match.because
        return f"{self.match.because}; {self.perhaps.match.because}"


@dataclass(frozen=True, slots=True)
class HouseholdFacts:
    """The household.

    occupants: people said to live or stay there, and contacts recorded as living there
    children: occupants under 18
    ages_unknown: occupants who may be under 18 for all that is known
    perhaps_there: contacts whose recorded address may be the proposed one: somebody must confirm it
    homes_unreadable: contacts whose recorded address cannot be compared with the proposed one
    children_to_confirm: those of ``perhaps_there`` who may be under 18 for all that is known
    child_unplaced: whether one of ``homes_unreadable`` is a child, or a child of the person of unknown age
    links: occupants, and contacts who may live there, whom the records speak of
    conversations: what occupiers said, newest first
    contacts: people in the person's life, wherever they live
    """

    occupants: tuple[Occupant, ...]
    children: tuple[Occupant, ...]
    ages_unknown: tuple[Occupant, ...]
    perhaps_there: tuple[RecordedThere, ...]
    homes_unreadable: tuple[RecordedThere, ...]
    children_to_confirm: tuple[RecordedThere, ...]
    child_unplaced: bool
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
    contacts = dossier.of(Contact)
    recorded = tuple(recorded_there(contacts, proposal))
    occupants = (*proposal.occupants, *(each.occupant for each in recorded if each.sure))
    perhaps = tuple(each for each in recorded if not each.sure)
    spoken_of = tuple(_spoken_of(orders, history))
    today = dossier.as_of_date
    ages = [(occupant, under_age(occupant.who, today)) for occupant in occupants]
    conversations = sorted(dossier.of(OccupierConversation), key=_when, reverse=True)
    return HouseholdFacts(
        occupants=occupants,
        children=tuple(occupant for occupant, child in ages if child),
        ages_unknown=tuple(occupant for occupant, child in ages if child is None),
        perhaps_there=tuple(each for each in perhaps if each.readable),
        homes_unreadable=tuple(each for each in perhaps if not each.readable),
        children_to_confirm=tuple(
            each for each in perhaps if each.readable and under_age(each.occupant.who, today) is not False
        ),
        child_unplaced=any(
            taken_for_child(each.occupant.who, today) for each in perhaps if not each.readable
        ),
        links=tuple(
            _links([*((o, None) for o in occupants), *((p.occupant, p) for p in perhaps)], spoken_of)
        ),
        conversations=tuple(conversations),
        contacts=contacts,
    )


def who_may_be_there(household: HouseholdFacts) -> tuple[NamedPerson, ...]:
    """Everybody who lives there, or may for all that their recorded address says."""
    if not (household.occupants or household.perhaps_there):
        return ()
    perhaps = (each.occupant for each in household.perhaps_there)
    return tuple(occupant.who for occupant in (*household.occupants, *perhaps))


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


def taken_for_child(who: NamedPerson, today: date) -> bool:
    """Whether somebody is under age or, where nothing says, a child or stepchild of the person."""
    child = under_age(who, today)
    return who.relationship in CHILDREN if child is None else child


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
    occupants: Iterable[tuple[Occupant, RecordedThere | None]],
    spoken_of: tuple[tuple[NamedPerson, LinkedAs, Record], ...],
) -> Iterable[Link]:
    for occupant, perhaps in occupants:
        for who, linked_as, record in spoken_of:
            match = compare_people(occupant.who, who)
            # Somebody who may be anybody, at an address that may be anywhere, is nobody in particular.
            needed = perhaps is None or perhaps.readable or match.band is PersonBand.SAME_PERSON
            if match.band is not PersonBand.DIFFERENT and needed:
                yield Link(occupant, who, linked_as, record, match, perhaps)


def _when(conversation: OccupierConversation) -> date:
    return conversation.happened_on or conversation.recorded_on
