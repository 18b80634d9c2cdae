"""Protective orders and what became of them: terms, service, variations, breaches; licence conditions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from riskflag.records.base import Address, NamedPerson, Point, Record
from riskflag.vocabulary import OrderType, ProhibitionKind, Source, Visibility


class OrderRole(StrEnum):
    """Which side of the order the person is on."""

    BOUND = "bound"
    PROTECTED = "protected"


@dataclass(frozen=True, slots=True)
class ZoneHole:
    """What is left out of a part of an area: a court building within a barred town.

    boundary: corners, in order
    """

    boundary: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class ZonePart:
    """One of several pieces of an area.

    boundary: corners of the piece, in order
    holes: what is left out of it
    """

    boundary: tuple[Point, ...]
    holes: tuple[ZoneHole, ...] = ()


@dataclass(frozen=True, slots=True)
class Zone:
    """An area that a term keeps the person out of: a circle, or polygons on the National Grid.

    description: the area in the order's words
    centre: centre of the circle
    radius_metres: radius of the circle
    boundary: corners of the polygon, in order
    parts: pieces of an area that one polygon cannot draw, because it is in pieces or something is left out
    """

    also_written: ClassVar[Mapping[str, str]] = {
        "geojson": "the area as GeoJSON draws it, beside the description and in place of everything else"
    }

    description: str
    centre: Point | None = None
    radius_metres: int | None = None
    boundary: tuple[Point, ...] = ()
    parts: tuple[ZonePart, ...] = ()

    @property
    def placed(self) -> bool:
        """Whether it is drawn somewhere, and not only around wherever somebody lives."""
        return self.centre is not None or bool(self.boundary or self.parts)


@dataclass(frozen=True, slots=True)
class Prohibition:
    """One term of an order, as kind and wording.

    kind: what sort of term it is
    wording: the term as drafted
    protects: names of the protected people it covers; empty means all whom the order protects
    place: the address it names
    zone: the area it names
    children_under: for a term about a class of children, the age below which a child is in it
    ends_on: when this term ends before the order does
    allows: residence, contact or permission that the term expressly allows, as drafted
    """

    kind: ProhibitionKind
    wording: str
    protects: tuple[str, ...] = ()
    place: Address | None = None
    zone: Zone | None = None
    children_under: int | None = None
    ends_on: date | None = None
    allows: str | None = None


@dataclass(frozen=True, slots=True)
class Variation:
    """A later version of the order: it replaces the terms and the end date.

    varied_on: date of the variation
    sealed_copy_seen: whether somebody has seen the sealed order; if not, the stricter reading holds
    prohibitions: the terms as varied
    expires_on: end date as varied
    duration_wording: duration as varied, in the order's words
    """

    varied_on: date
    sealed_copy_seen: bool
    prohibitions: tuple[Prohibition, ...]
    expires_on: date | None = None
    duration_wording: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectiveOrder(Record):
    """An order, notice, bail term or undertaking that binds the person or protects them.

    order_type: what kind of order it is
    interim: a notice or interim order pending a hearing
    person_is: whether the person is bound by it or protected by it
    court: who made it
    made_on: date made
    protects: the people it protects
    prohibitions: its terms as made
    expires_on: last day on which it is in force; null where none is recorded
    duration_wording: its duration in the order's words ("until further order")
    served_on: date served; null where service is not evidenced
    present_when_made: whether the person or a representative was in court
    discharged_on: date discharged, withdrawn or quashed
    discharge_evidence: what shows the discharge; without it the order is still in force
    hearing_on: next hearing about it
    variations: later versions, oldest first
    """

    source: ClassVar[Source] = Source.PROTECTIVE_ORDERS

    order_type: OrderType
    interim: bool = False
    person_is: OrderRole = OrderRole.BOUND
    court: str | None = None
    made_on: date | None = None
    protects: tuple[NamedPerson, ...] = ()
    prohibitions: tuple[Prohibition, ...] = ()
    expires_on: date | None = None
    duration_wording: str | None = None
    served_on: date | None = None
    present_when_made: bool | None = None
    discharged_on: date | None = None
    discharge_evidence: str | None = None
    hearing_on: date | None = None
    variations: tuple[Variation, ...] = ()

    @property
    def unless_said(self) -> Visibility:
        """An order must not reach the person through us unless something shows that they know of it."""
        told = self.served_on is not None or self.present_when_made is True
        bound_and_told = told and self.person_is is not OrderRole.PROTECTED
        return Visibility.KNOWN_TO_SUBJECT if bound_and_told else Visibility.PROTECTED


class BreachOutcome(StrEnum):
    """How far a breach was proved."""

    CONVICTION = "conviction"
    CAUTION = "caution"
    CIVIL_FINDING = "civil_finding"
    RECALL = "recall"
    ALLEGED = "alleged"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderBreach(Record):
    """One occasion on which an order, a notification duty or a no-contact condition was broken.

    order_id: the source_id of the order, when known
    outcome: how far it was proved
    how: what happened ("attended her home", "telephoned")
    at: where it happened
    """

    source: ClassVar[Source] = Source.ORDER_BREACHES

    order_id: str | None = None
    outcome: BreachOutcome = BreachOutcome.CONVICTION
    how: str = ""
    at: Address | None = None


class LicenceConditionStatus(StrEnum):
    """How far a licence condition has got."""

    DRAFTED = "drafted"
    APPROVED = "approved"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceCondition(Record):
    """One condition of the licence that follows release.

    code: condition code in Create and Vary a Licence
    prohibition: the condition as kind and wording
    status: drafted, approved or removed
    names: people it names
    starts_on: first day it applies
    ends_on: last day it applies
    """

    source: ClassVar[Source] = Source.LICENCE_CONDITIONS

    code: str | None
    prohibition: Prohibition
    status: LicenceConditionStatus = LicenceConditionStatus.DRAFTED
    names: tuple[NamedPerson, ...] = ()
    starts_on: date | None = None
    ends_on: date | None = None
