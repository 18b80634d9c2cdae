"""What every record carries, and the two descriptions records share: an address and a named person."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self

from riskflag.vocabulary import Relationship, Source, SourceRecordId, SourceSystem, Uprn, Visibility


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the British National Grid (EPSG:27700).

    easting: metres east of the grid's origin
    northing: metres north of the grid's origin
    precision_metres: how far the true place may lie from it
    """

    easting: int
    northing: int
    precision_metres: int = 100


@dataclass(frozen=True, slots=True)
class Address:
    """A place as somebody wrote it, with whatever structure and identifiers came with it.

    text: the address as written, on one line
    uprn: Unique Property Reference Number, up to twelve digits
    parent_uprn: the UPRN of the building that the property is part of
    unit: flat, room or unit
    number: house number, or number and letter
    street: street name
    town: post town or locality
    postcode: full postcode
    point: where it is, when it has been located
    """

    text: str
    uprn: Uprn | None = None
    parent_uprn: Uprn | None = None
    unit: str | None = None
    number: str | None = None
    street: str | None = None
    town: str | None = None
    postcode: str | None = None
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody other than the person: an occupant, a victim, a protected person, a contact.

    name: the name, or the label the record uses ("Ms A", "mother")
    relationship: what they are to the person
    date_of_birth: when known
    aliases: other names they use
    former_names: names they had before, a maiden name among them
    reference: the same reference in two records means the same human being
    is_child: under 18, when no date of birth says so
    """

    name: str
    relationship: Relationship = Relationship.UNKNOWN
    date_of_birth: date | None = None
    aliases: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    reference: str | None = None
    is_child: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing that one system holds about the person.

    source_system: where it is held
    source_id: what that system calls it
    recorded_on: when it was written down
    happened_on: when it happened; null where nobody knows
    visibility: whether the person already knows what it says; left out, the kind of record decides
    """

    source: ClassVar[Source]
    usual_visibility: ClassVar[Visibility] = Visibility.KNOWN_TO_SUBJECT

    source_system: SourceSystem
    source_id: SourceRecordId
    recorded_on: date
    happened_on: date | None = None
    visibility: Visibility | None = None

    @property
    def protected(self) -> bool:
        """Whether the person must not learn what this record says, or that it exists."""
        said = self.visibility or self.unless_said
        return said is Visibility.PROTECTED or self.always_protected

    @property
    def unless_said(self) -> Visibility:
        """Whether the person knows, where the record does not say."""
        return self.usual_visibility

    @property
    def always_protected(self) -> bool:
        """Whether the person must not learn of it whatever the record says of who knows it."""
        return False

    def known_part(self) -> Self | None:
        """What of this record may reach a reader who must not learn protected things; None for nothing."""
        return None if self.protected else self
