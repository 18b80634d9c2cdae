"""The form that asks about a proposed address, read into the same schema as JSON."""

from collections.abc import Mapping
from typing import Any, cast

from api.pages.enquiries.filled_in import OCCUPANTS, RELEASE, WHY, load, on_one_line
from api.pages.enquiries.household import CHOICE as HOUSEHOLD
from api.pages.enquiries.household import household_in
from api.pages.forms import Form
from api.pages.problems import Field
from api.people.schemas import ADDRESS_ENQUIRY
from riskflag.enquiry import AddressEnquiry

FIELDS: Mapping[str, Field] = {
    **WHY,
    **RELEASE,
    "address.text": Field("The address", "Enter the address, or say that there is no fixed abode"),
    "address.postcode": Field("The postcode"),
    "address.uprn": Field("The property number (UPRN)"),
    "no_fixed_abode": Field("No fixed abode"),
    "placement": Field("What sort of place it is", "Choose what sort of place it is"),
    "status": Field("How far it is settled", "Choose how far it is settled"),
    "confirmed_on": Field("The day of the written agreement"),
    HOUSEHOLD: Field("Who lives there", "Choose whether anybody else lives there"),
    **OCCUPANTS,
    "use_from": Field("First night there"),
    "use_to": Field("Last night there"),
    "licence_ends_on": Field("End of licence"),
    "notes": Field("What else you know"),
}
"""Every field as it is spoken of, in the order in which the page has them."""

EITHER_PLACE = "Enter an address or say that there is no fixed abode, not both"


def enquiry_in(form: Form) -> AddressEnquiry:
    """What is asked. Raises BadInput, with whole sentences by the form's fields, in the order of the page."""

    def settle(given: dict[str, Any]) -> Mapping[str, str]:
        return {**_place_in(given), **household_in(form, given)}

    return cast("AddressEnquiry", load(form, ADDRESS_ENQUIRY, FIELDS, settle))


def _place_in(given: dict[str, Any]) -> dict[str, str]:
    """The address, or that there is none."""
    address = given.get("address")
    if not isinstance(address, dict):
        return {} if "no_fixed_abode" in given else {"address.text": FIELDS["address.text"].left_out}
    if "no_fixed_abode" in given:
        return {"no_fixed_abode": EITHER_PLACE}
    given["address"] = on_one_line(address)
    return {}
