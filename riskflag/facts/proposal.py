"""What is proposed and for when."""

from dataclasses import dataclass
from datetime import date, timedelta

from riskflag.dossier import Dossier
from riskflag.enquiry import INSTITUTIONS, AddressEnquiry, Occupant, PlacementKind, ProposalStatus, Purpose
from riskflag.records import Address
from riskflag.reference.thresholds import ANSWER_VALID_HOURS


@dataclass(frozen=True, slots=True)
class Window:
    """The days for which an answer must hold: closed at both ends, in Europe/London dates.

    first: the day of the question
    last: the last day the address or the licence runs; None where no end is known
    """

    first: date
    last: date | None

    def touches(self, starts_on: date | None, ends_on: date | None) -> bool:
        """Whether something with these days (None = no known limit) is live on any day of the window."""
        begins_in_time = starts_on is None or self.last is None or starts_on <= self.last
        return begins_in_time and (ends_on is None or ends_on >= self.first)


@dataclass(frozen=True, slots=True)
class ProposalFacts:
    """The enquiry as rules read it.

    address: the proposed address; None where none is proposed
    no_fixed_abode: release without an address
    occupants: who is said to live there
    occupants_stated: whether anybody has said who lives there
    status: how far it has been settled
    confirmed_on: date of written confirmation
    placement: what sort of place it is
    release_date: planned release; None unknown
    days_to_release: whole days from the question to release; negative once past; None unknown
    licence_ends_on: end of the licence; None unknown
    window: the days for which the answer must hold
    notes: what else was said
    for_curfew: asked so that the person may be tagged there
    """

    address: Address | None
    no_fixed_abode: bool
    occupants: tuple[Occupant, ...]
    occupants_stated: bool
    status: ProposalStatus
    confirmed_on: date | None
    placement: PlacementKind
    release_date: date | None
    days_to_release: int | None
    licence_ends_on: date | None
    window: Window
    notes: str
    for_curfew: bool

    @property
    def institution(self) -> bool:
        """Approved premises, a hospital or a care home: no private household to ask about."""
        return self.placement in INSTITUTIONS

    @property
    def household_unknown(self) -> bool:
        """Whether an address is proposed where others may live, and nobody has said who does."""
        return self.address is not None and not self.institution and not self.occupants_stated

    def release_within(self, days: int) -> bool | None:
        """Whether release is at most ``days`` away (or past); None where the release date is unknown."""
        return None if self.days_to_release is None else self.days_to_release <= days


def derive_proposal(dossier: Dossier, enquiry: AddressEnquiry) -> ProposalFacts:
    """Reads the enquiry on the day of the question."""
    today = dossier.as_of_date
    release = enquiry.release_date
    return ProposalFacts(
        address=None if enquiry.no_fixed_abode else enquiry.address,
        no_fixed_abode=enquiry.no_fixed_abode or enquiry.address is None,
        occupants=enquiry.occupants,
        occupants_stated=bool(enquiry.occupants) or enquiry.occupants_stated is True,
        status=enquiry.status,
        confirmed_on=enquiry.confirmed_on,
        placement=enquiry.placement,
        release_date=release,
        days_to_release=None if release is None else (release - today).days,
        licence_ends_on=enquiry.licence_ends_on,
        window=Window(today, _last_day(today, enquiry)),
        notes=enquiry.notes,
        for_curfew=enquiry.purpose is Purpose.HOME_DETENTION_CURFEW,
    )


def _last_day(today: date, enquiry: AddressEnquiry) -> date | None:
    ends = enquiry.use_to or enquiry.licence_ends_on
    if ends is None:
        return None
    answer_ends = today + timedelta(hours=ANSWER_VALID_HOURS.value)
    return max(day for day in (today, answer_ends, enquiry.release_date, enquiry.use_from, ends) if day)
