"""What is proposed and for when."""

from dataclasses import dataclass
from datetime import date, timedelta

from riskflag.enquiry import (
    INSTITUTIONS,
    AddressEnquiry,
    Enquiry,
    Occupant,
    PlacementKind,
    ProposalStatus,
    Purpose,
    ReferralEnquiry,
)
from riskflag.records import Address, RecipientKind
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
        """Whether something with these days (None = no known limit) is live on any day of the window.

        Days of which the last comes before the first limit nothing: either of them may be the wrong one.
        """
        if starts_on is not None and ends_on is not None and ends_on < starts_on:
            return True
        begins_in_time = starts_on is None or self.last is None or starts_on <= self.last
        return begins_in_time and (ends_on is None or ends_on >= self.first)


@dataclass(frozen=True, slots=True)
class ProposalFacts:
    """The enquiry as rules read it.

    address: the proposed address, or the site of a referral; None where there is none
    lives_there: whether the person would live at it; a site may be one that they only attend
    no_fixed_abode: release without an address
    occupants: who is said to live there
    occupants_stated: whether anybody has said who lives there, and nobody that there may be others
    status: how far it has been settled
    confirmed_on: date of written confirmation
    placement: what sort of place it is
    release_date: planned release; None unknown
    days_to_release: whole days from the question to release; negative once past; None unknown
    licence_ends_on: end of the licence; None unknown
    use_from: first night at the address; None means from release
    window: the days for which the answer must hold
    notes: what else was said
    for_curfew: asked so that the person may be tagged there
    """

    address: Address | None
    lives_there: bool
    no_fixed_abode: bool
    occupants: tuple[Occupant, ...]
    occupants_stated: bool
    status: ProposalStatus
    confirmed_on: date | None
    placement: PlacementKind
    release_date: date | None
    days_to_release: int | None
    licence_ends_on: date | None
    use_from: date | None
    window: Window
    notes: str
    for_curfew: bool

    @property
    def institution(self) -> bool:
        """No private household to ask about: approved premises, a hospital or a care home, or a site at which
        the person would not live."""
        return self.placement in INSTITUTIONS or not self.lives_there

    @property
    def household_unknown(self) -> bool:
        """Whether an address is proposed where others may live, and nobody has said who does."""
        return self.address is not None and not self.institution and not self.occupants_stated

    def release_within(self, days: int) -> bool | None:
        """Whether release is at most ``days`` away (or past); None where the release date is unknown."""
        return None if self.days_to_release is None else self.days_to_release <= days


def derive_proposal(today: date, enquiry: Enquiry) -> ProposalFacts:
    """Reads the enquiry on the day of the question."""
    release = enquiry.release_date
    status, confirmed_on = _settled(enquiry)
    return ProposalFacts(
        address=_address(enquiry),
        lives_there=enquiry.gives_a_home,
        no_fixed_abode=_no_fixed_abode(enquiry),
        occupants=enquiry.occupants,
        occupants_stated=_all_named(enquiry),
        status=status,
        confirmed_on=confirmed_on,
        placement=_placement(enquiry),
        release_date=release,
        days_to_release=None if release is None else (release - today).days,
        licence_ends_on=enquiry.licence_ends_on,
        use_from=enquiry.use_from if isinstance(enquiry, AddressEnquiry) else None,
        window=Window(today, _last_day(today, enquiry)),
        notes=enquiry.notes,
        for_curfew=enquiry.purpose is Purpose.HOME_DETENTION_CURFEW,
    )


def _address(enquiry: Enquiry) -> Address | None:
    if isinstance(enquiry, ReferralEnquiry):
        return None if enquiry.nothing_to_attend else enquiry.site
    return None if enquiry.no_fixed_abode else enquiry.address


def _settled(enquiry: Enquiry) -> tuple[ProposalStatus, date | None]:
    """How far the address to be released to has been settled, and when it was confirmed in writing."""
    if isinstance(enquiry, ReferralEnquiry):
        return enquiry.address_status, enquiry.address_confirmed_on
    return enquiry.status, enquiry.confirmed_on


def _no_fixed_abode(enquiry: Enquiry) -> bool:
    """Whether the person has no address to go to. A request for housing that has found no site yet has found
    none; of any other referral only the enquiry can say."""
    if isinstance(enquiry, AddressEnquiry):
        return enquiry.no_fixed_abode or enquiry.address is None
    unsettled = {ProposalStatus.NONE, ProposalStatus.NOT_STATED}
    seeks_one = enquiry.gives_a_home and enquiry.site is None and enquiry.address_status in unsettled
    return seeks_one or enquiry.address_status is ProposalStatus.NONE


def _placement(enquiry: Enquiry) -> PlacementKind:
    stated = enquiry.placement is not PlacementKind.NOT_STATED
    if isinstance(enquiry, AddressEnquiry) or stated:
        return enquiry.placement
    premises = enquiry.recipient is RecipientKind.APPROVED_PREMISES
    return PlacementKind.APPROVED_PREMISES if premises else PlacementKind.NOT_STATED


def _last_day(today: date, enquiry: Enquiry) -> date | None:
    address = enquiry if isinstance(enquiry, AddressEnquiry) else None
    ends = (address.use_to if address else None) or enquiry.licence_ends_on
    if ends is None:
        return None
    answer_ends = today + timedelta(hours=ANSWER_VALID_HOURS.value)
    begins = address.use_from if address else None
    return max(day for day in (today, answer_ends, enquiry.release_date, begins, ends) if day)


def _all_named(enquiry: Enquiry) -> bool:
    """Whether the household is known. Where somebody says that it is not, it is not, whoever is named."""
    return bool(enquiry.occupants) if enquiry.occupants_stated is None else enquiry.occupants_stated
