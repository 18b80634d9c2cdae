"""The list of known premises, which an auditor keeps: hostels, approved premises, courts, prisons, offices.

Many people are asked about there, and that says nothing. So that nobody borrows a hostel's address for the
place that they seek, all that an enquiry says of where it is must be on the list.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from riskflag.matching.place import distance_metres
from riskflag.probing.place import canonical_building, place_of
from riskflag.records.base import Address, Point

NEAR_METRES = 100
"""How far from a listed location one that an enquiry gives may lie."""


class PremisesReason(StrEnum):
    """Why the list is changed."""

    FALSE_ALERT = "false_alert"
    NEWLY_OPENED = "newly_opened"
    ROUTINE_REVIEW = "routine_review"
    CLOSED = "closed"
    LISTED_IN_ERROR = "listed_in_error"


@dataclass(frozen=True, slots=True)
class KnownPremises:
    """One building on the list.

    name: what it is called, for the auditor
    address: the whole building, never a flat or room of it; with its UPRN and location where they are known
    listed_by: who says that it belongs on the list
    listed_on: when they said so
    """

    name: str = field(repr=False)
    address: Address = field(repr=False)
    listed_by: str
    listed_on: date

    @property
    def building(self) -> str:
        """What it is looked up by: never to be logged or kept unsealed."""
        return canonical_building(self.address)


def is_among(address: Address, listed: Iterable[KnownPremises]) -> bool:
    """Whether an address is one of these premises, or a flat or room of it.

    What the address says besides, each UPRN and its location, must be that of these premises too.
    """
    building, door = canonical_building(address), place_of(address).door
    same = [
        each.address for each in listed if each.building == building and place_of(each.address).door == door
    ]
    known = {uprn for each in same for uprn in uprns(each)}
    return bool(same) and uprns(address) <= known and _is_near(address.point, same)


def uprns(address: Address) -> frozenset[str]:
    """Every UPRN that the address says, without zeros in front."""
    said = ((uprn or "").strip().lstrip("0") for uprn in (address.uprn, address.parent_uprn))
    return frozenset(uprn for uprn in said if uprn)


def _is_near(point: Point | None, same: Iterable[Address]) -> bool:
    if point is None:
        return True
    known = (each.point for each in same)
    return any(each is not None and distance_metres(point, each) <= NEAR_METRES for each in known)
