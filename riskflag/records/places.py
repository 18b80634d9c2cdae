"""Places and who is in them: the person's addresses, contacts, occupiers, protected places, the register."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar

from riskflag.records.base import Address, NamedPerson, Record
from riskflag.records.whereabouts import Whereabouts
from riskflag.vocabulary import Source, Visibility


class AddressUse(StrEnum):
    """What one system holds the address for."""

    MAIN = "main"
    PREVIOUS = "previous"
    RELEASE = "release"
    RESETTLEMENT_PLAN = "resettlement_plan"
    CURFEW = "curfew"
    LICENCE_RESIDENCE = "licence_residence"
    BAIL = "bail"
    POLICE_NOTIFIED = "police_notified"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressRecord(Record):
    """An address one system holds for the person.

    address: the place
    use: what it is held for
    starts_on: first day
    ends_on: last day; null while it is current
    person_is_tenant: whether the person holds the tenancy or owns it; null unknown
    """

    source: ClassVar[Source] = Source.ADDRESSES

    address: Address
    use: AddressUse
    starts_on: date | None = None
    ends_on: date | None = None
    person_is_tenant: bool | None = None


class NoteKind(StrEnum):
    """Where what is said about an address came from."""

    STAFF = "staff"
    POLICE_INFORMATION = "police_information"
    INSPECTION = "inspection"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressNote(Record):
    """Something written about an address.

    address: the place; null means the proposed address
    kind: where it came from
    words: what was written
    """

    source: ClassVar[Source] = Source.HOUSEHOLD_ENQUIRIES
    usual_visibility: ClassVar[Visibility] = Visibility.PROTECTED

    address: Address | None
    kind: NoteKind
    words: str


class Consent(StrEnum):
    """What the occupier says about the person living there."""

    AGREES = "agrees"
    RELUCTANT = "reluctant"
    REFUSES = "refuses"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupierConversation(Record):
    """What an occupier said, and how they were asked.

    occupier: who was asked
    consent: what they said
    spoken_to_alone: asked where the person could not hear; null unknown
    through_the_person: the answer came through the person
    told_of_offences: they knew what they were agreeing to; null unknown
    words: what was written
    """

    source: ClassVar[Source] = Source.HOUSEHOLD_ENQUIRIES
    usual_visibility: ClassVar[Visibility] = Visibility.PROTECTED

    occupier: NamedPerson
    consent: Consent
    spoken_to_alone: bool | None = None
    through_the_person: bool = False
    told_of_offences: bool | None = None
    words: str = ""


class DecisionKind(StrEnum):
    """What was decided about an address."""

    APPROVED = "approved"
    APPROVED_WITH_CONDITIONS = "approved_with_conditions"
    REFUSED = "refused"
    PENDING = "pending"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressDecision(Record):
    """A decision about the person living at an address.

    address: the place; null means the proposed address
    decision: what was decided
    words: the decision as written
    decided_by: role and grade of who decided
    monitoring: how a condition is checked (alcohol tag, drug tests); empty where nothing is recorded
    contingency: where the person goes if it fails; empty where nothing is recorded
    victim_contact_plan: how the person at risk can reach help; empty where nothing is recorded
    """

    source: ClassVar[Source] = Source.ADDRESSES

    address: Address | None
    decision: DecisionKind
    words: str = ""
    decided_by: str = ""
    monitoring: str = ""
    contingency: str = ""
    victim_contact_plan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Record):
    """Somebody in the person's life.

    who: the contact, with their relationship to the person
    lives_at: where they live
    active: still a contact
    note: what was written
    """

    source: ClassVar[Source] = Source.CONTACTS

    who: NamedPerson
    lives_at: Address | None = None
    active: bool = True
    note: str = ""


class ProtectedPlaceKind(StrEnum):
    """What a protected person does at a protected place."""

    HOME = "home"
    WORK = "work"
    SCHOOL = "school"
    VISITS = "visits"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedPlace(Record):
    """Where somebody who must be protected from the person can be found. The most dangerous record held.

    who: the protected person, victim or witness
    kind: what they do there
    address: the place; null where it is withheld, unknown or a refuge
    verified_on: when police or victim liaison last confirmed it
    withheld: the holder will answer yes or no only
    """

    source: ClassVar[Source] = Source.PROTECTED_PLACES
    usual_visibility: ClassVar[Visibility] = Visibility.PROTECTED

    who: NamedPerson
    kind: ProtectedPlaceKind = ProtectedPlaceKind.HOME
    address: Whereabouts | None = field(default=None, repr=False)
    verified_on: date | None = None
    withheld: bool = False


class PlaceIncidentKind(StrEnum):
    """What the register says of a place."""

    DRUG_SUPPLY = "drug_supply"
    DRUG_USE = "drug_use"
    CLOSURE = "closure"
    DOMESTIC_ABUSE_CALL = "domestic_abuse_call"
    SUPERVISED_PERSON_LIVES_THERE = "supervised_person_lives_there"
    PROTECTED_IN_ANOTHER_CASE = "protected_in_another_case"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceIncident(Record):
    """Something the place register holds about an address, from records that are not the person's own.

    address: the place
    kind: what it is
    words: what may be said of it
    """

    source: ClassVar[Source] = Source.PLACE_REGISTER
    usual_visibility: ClassVar[Visibility] = Visibility.PROTECTED

    address: Address
    kind: PlaceIncidentKind
    words: str = ""


class KnownAs(StrEnum):
    """What other people's records say of somebody."""

    PROTECTED = "protected"
    VICTIM = "victim"
    SUPERVISED = "supervised"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownElsewhere(Record):
    """What other people's records say of somebody at the address. It names nobody but whom the enquiry names.

    who: the occupant, as the enquiry has them
    known_as: what is said of them
    sure: whether it is surely they; otherwise somebody must confirm it
    because: what agreed
    """

    source: ClassVar[Source] = Source.PLACE_REGISTER
    usual_visibility: ClassVar[Visibility] = Visibility.PROTECTED

    who: NamedPerson
    known_as: KnownAs
    sure: bool
    because: str
