"""What is asked: may this person live at this address, and with whom?"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from riskflag.records import Address, NamedPerson
from riskflag.vocabulary import Visibility


class Purpose(StrEnum):
    """Why the question is asked. Every enquiry states one."""

    RELEASE_PLANNING = "release_planning"
    HOME_DETENTION_CURFEW = "home_detention_curfew"
    BAIL_ADDRESS = "bail_address"
    CHANGE_OF_ADDRESS = "change_of_address"
    RE_SCREENING = "re_screening"


class ProposalStatus(StrEnum):
    """How far the address has been settled."""

    NONE = "none"
    MENTIONED = "mentioned"
    PREVIOUS_ADDRESS = "previous_address"
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    NOT_STATED = "not_stated"


class PlacementKind(StrEnum):
    """What sort of place it is."""

    PRIVATE_HOUSEHOLD = "private_household"
    OWN_TENANCY = "own_tenancy"
    SUPPORTED_HOUSING = "supported_housing"
    HOSTEL = "hostel"
    APPROVED_PREMISES = "approved_premises"
    HOSPITAL_OR_CARE_HOME = "hospital_or_care_home"
    NOT_STATED = "not_stated"


INSTITUTIONS = frozenset({PlacementKind.APPROVED_PREMISES, PlacementKind.HOSPITAL_OR_CARE_HOME})


@dataclass(frozen=True, slots=True)
class Occupant:
    """Somebody who lives at, or regularly stays at, the proposed address.

    who: the occupant, with their relationship to the person
    main_occupier: holds the tenancy or owns it, or speaks for the household
    visits_only: does not live there but regularly stays
    visibility: protected where the person must not learn that this is known
    """

    who: NamedPerson
    main_occupier: bool | None = None
    visits_only: bool = False
    visibility: Visibility = Visibility.KNOWN_TO_SUBJECT


@dataclass(frozen=True, slots=True)
class AddressEnquiry:
    """One proposed address for one person.

    purpose: why it is asked
    address: the proposed address; null with ``no_fixed_abode``, or where none is proposed
    no_fixed_abode: release without an address
    occupants: who lives there
    occupants_stated: whether somebody has said who lives there, even if nobody does; null unknown
    status: how far the address has been settled
    confirmed_on: when the landlord or occupier confirmed it in writing
    placement: what sort of place it is
    release_date: planned release; null unknown
    licence_ends_on: end of the licence; null unknown
    use_from: first night there; null means from release
    use_to: last night there; null unknown or open
    notes: anything else that was said
    """

    purpose: Purpose
    address: Address | None = None
    no_fixed_abode: bool = False
    occupants: tuple[Occupant, ...] = ()
    occupants_stated: bool | None = None
    status: ProposalStatus = ProposalStatus.NOT_STATED
    confirmed_on: date | None = None
    placement: PlacementKind = PlacementKind.NOT_STATED
    release_date: date | None = None
    licence_ends_on: date | None = None
    use_from: date | None = None
    use_to: date | None = None
    notes: str = ""

    def known_part(self) -> "AddressEnquiry":
        """The enquiry without occupants whose presence the person must not learn of."""
        return replace(
            self, occupants=tuple(o for o in self.occupants if o.visibility is Visibility.KNOWN_TO_SUBJECT)
        )
