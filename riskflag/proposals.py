"""Whether two enquiries propose the same: one address, or one kind of recipient at one site."""

from riskflag.enquiry import Enquiry, ReferralEnquiry
from riskflag.probing.counting import distinct_addresses
from riskflag.probing.place import canonical_place, place_of

Proposal = tuple[str, ...]


def proposal_of(enquiry: Enquiry) -> Proposal:
    """What is proposed, in a form that is equal for two spellings of one property. Never to be logged."""
    recipient = (enquiry.recipient.value,) if isinstance(enquiry, ReferralEnquiry) else ()
    place = (canonical_place(enquiry.where),) if enquiry.where is not None else ()
    return enquiry.kind.value, *recipient, *place


def may_be_one(one: Enquiry, other: Enquiry) -> bool:
    """Whether the two may propose the same: also where the addresses only do not contradict each other."""
    if proposal_of(one) == proposal_of(other):
        return True
    if one.kind is not other.kind or one.where is None or other.where is None:
        return False
    return distinct_addresses((place_of(one.where), place_of(other.where))) == 1
