"""What was proposed, in words, and how soon somebody is to be released."""

from datetime import date

from riskflag.enquiry import AddressEnquiry, Enquiry
from riskflag.records import RecipientKind

NOT_READABLE = "What was proposed cannot be read"
RECIPIENTS = {
    RecipientKind.HOUSING_PROVIDER: "a housing provider",
    RecipientKind.APPROVED_PREMISES: "approved premises",
    RecipientKind.SUBSTANCE_MISUSE_SERVICE: "a drug and alcohol service",
    RecipientKind.MENTAL_HEALTH_SERVICE: "a mental health service",
    RecipientKind.EMPLOYER: "an employer",
    RecipientKind.MENTOR: "a mentor",
    RecipientKind.EDUCATION: "education or training",
    RecipientKind.BENEFITS: "benefits",
    RecipientKind.OTHER: "another service",
}


def proposal_in_words(enquiry: Enquiry | None) -> str:
    """The address, or the kind of recipient and its site; that it cannot be read, where it is None."""
    if enquiry is None:
        return NOT_READABLE
    if isinstance(enquiry, AddressEnquiry):
        return _address(enquiry)
    where = f", {enquiry.site.text}" if enquiry.site is not None else ""
    return f"Referral to {RECIPIENTS[enquiry.recipient]}{where}"


def how_soon(day: date | None, today: date) -> str:
    """How far off a day is: in 9 days. Nothing where no day is known."""
    if day is None:
        return ""
    days = (day - today).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if days in near:
        return near[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def _address(enquiry: AddressEnquiry) -> str:
    if enquiry.address is not None:
        return enquiry.address.text
    return "No fixed address" if enquiry.no_fixed_abode else "No address was proposed"
