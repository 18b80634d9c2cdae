"""What is asked: may this person live at this address, and with whom? Is this referral safe and complete?"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from riskflag.reading.themes import DisclosureTheme, RiskTheme
from riskflag.records import Address, NamedPerson, RecipientKind, ReferralStatus
from riskflag.vocabulary import EnquiryKind, Visibility


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
    occupants_stated: whether somebody has said who lives there, even if nobody does; false where there may be
        others than are named; null unknown
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

    @property
    def kind(self) -> EnquiryKind:
        """What is being asked about."""
        return EnquiryKind.ADDRESS

    @property
    def where(self) -> Address | None:
        """The place in question."""
        return self.address

    @property
    def gives_a_home(self) -> bool:
        """Whether the person would live there."""
        return True

    def known_part(self) -> "AddressEnquiry":
        """The enquiry without occupants whose presence the person must not learn of."""
        return replace(self, occupants=_known(self.occupants))


class ReferralConsent(StrEnum):
    """What the person said to being referred, and to what is told of them."""

    GIVEN = "given"
    REFUSED = "refused"
    NOT_ASKED = "not_asked"
    NOT_STATED = "not_stated"


GIVES_A_HOME = frozenset({RecipientKind.HOUSING_PROVIDER, RecipientKind.APPROVED_PREMISES})
"""Recipients at whose site the person would live."""


@dataclass(frozen=True, slots=True)
class ReferralEnquiry:
    """One referral of one person to one recipient.

    purpose: why it is asked
    recipient: kind of recipient
    site: where the person would go; null unknown
    nothing_to_attend: all is done by telephone, by post or on line, so that there is no site
    placement: what sort of home the site is; not_stated for a site that the person only attends
    occupants: who is known to live, work or attend there
    occupants_stated: whether somebody has said who is there, even if nobody else is; false where there may be
        others than are named; null unknown
    children_attend: whether children live at the site or come to it; null unknown
    regulated_work: whether the work, course or role is with children or adults at risk; null unknown
    kept_apart: the other day or entrance agreed and recorded so that two people do not meet; empty for none
    text: what the referral says, in its own words; null where nobody handed it over
    risks_stated: risks that it states beside its text, in a form or an attachment
    attached: what its attachments hold that may be more than is needed
    risk_pack_acknowledged_on: when the recipient acknowledged a full pack of risk information
    agreement: whether an agreement on sharing information covers the recipient; null unknown
    mappa_need_recorded: multi-agency public protection recorded why a statutory recipient needs more
    consent: what the person said to it
    status: how far it has got
    sent_on: when it was sent
    acknowledged_on: when the recipient said that it had arrived
    outcome: what came of it, in words
    suitable: whether what was offered is suitable; null unknown
    confirmed_start_on: the day from which the recipient has confirmed a place, a room or an appointment
    missed_on: appointments missed
    provider_will_close: whether the provider has said that it will end its support; null unknown
    address_status: how far the address to which the person is released has been settled
    address_confirmed_on: when the landlord or occupier of that address confirmed it in writing
    release_date: planned release; null unknown
    licence_ends_on: end of the licence; null unknown
    notes: anything else that was said
    """

    purpose: Purpose
    recipient: RecipientKind
    site: Address | None = None
    nothing_to_attend: bool = False
    placement: PlacementKind = PlacementKind.NOT_STATED
    occupants: tuple[Occupant, ...] = ()
    occupants_stated: bool | None = None
    children_attend: bool | None = None
    regulated_work: bool | None = None
    kept_apart: str = ""
    text: str | None = None
    risks_stated: tuple[RiskTheme, ...] = ()
    attached: tuple[DisclosureTheme, ...] = ()
    risk_pack_acknowledged_on: date | None = None
    agreement: bool | None = None
    mappa_need_recorded: bool = False
    consent: ReferralConsent = ReferralConsent.NOT_STATED
    status: ReferralStatus = ReferralStatus.DRAFTED
    sent_on: date | None = None
    acknowledged_on: date | None = None
    outcome: str | None = None
    suitable: bool | None = None
    confirmed_start_on: date | None = None
    missed_on: tuple[date, ...] = ()
    provider_will_close: bool | None = None
    address_status: ProposalStatus = ProposalStatus.NOT_STATED
    address_confirmed_on: date | None = None
    release_date: date | None = None
    licence_ends_on: date | None = None
    notes: str = ""

    @property
    def kind(self) -> EnquiryKind:
        """What is being asked about."""
        return EnquiryKind.REFERRAL

    @property
    def where(self) -> Address | None:
        """The place in question."""
        return self.site

    @property
    def gives_a_home(self) -> bool:
        """Whether the person would live with the recipient, and not only attend."""
        return self.recipient in GIVES_A_HOME or self.placement is not PlacementKind.NOT_STATED

    def known_part(self) -> "ReferralEnquiry":
        """The enquiry without people whose presence the person must not learn of, and without what was agreed
        so as to keep them apart."""
        return replace(self, occupants=_known(self.occupants), kept_apart="")


Enquiry = AddressEnquiry | ReferralEnquiry


def _known(occupants: tuple[Occupant, ...]) -> tuple[Occupant, ...]:
    return tuple(o for o in occupants if o.visibility is Visibility.KNOWN_TO_SUBJECT)
