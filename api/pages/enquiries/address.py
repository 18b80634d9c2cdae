"""The form that asks about a proposed address, read into the same schema as JSON."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from api.pages.enquiries.household import household_in
from api.pages.forms import Form
from api.pages.problems import Field, sentences
from api.pages.repeating import FIELD as ONCE
from api.people.schemas import ADDRESS_ENQUIRY
from riskflag.enquiry import AddressEnquiry
from riskflag.errors import BadInput

NOT_SET, HOUSEHOLD = "release_not_set", "household"
"""Fields of the page that the schema says in another way."""

FIELDS: Mapping[str, Field] = {
    "purpose": Field("Why you are asking", "Choose why you are asking"),
    "release_date": Field("Release date", "Enter the release date, or say that it is not set yet"),
    "address.text": Field("The address", "Enter the address, or say that there is no fixed abode"),
    "address.postcode": Field("The postcode"),
    "address.uprn": Field("The property number (UPRN)"),
    "no_fixed_abode": Field("No fixed abode"),
    "placement": Field("What sort of place it is", "Choose what sort of place it is"),
    "status": Field("How far it is settled", "Choose how far it is settled"),
    "confirmed_on": Field("The day of the written agreement"),
    HOUSEHOLD: Field("Who lives there", "Choose whether anybody else lives there"),
    "occupants.*.who.name": Field("Name of person {row}", "Enter the name of person {row}, or “not known”"),
    "occupants.*.who.relationship": Field(
        "What person {row} is to them", "Choose what person {row} is to them"
    ),
    "occupants.*.who.date_of_birth": Field("Date of birth of person {row}"),
    "use_from": Field("First night there"),
    "use_to": Field("Last night there"),
    "licence_ends_on": Field("End of licence"),
    "notes": Field("What else you know"),
}
"""Every field as it is spoken of, in the order in which the page has them."""

EITHER_DATE = "Enter a release date or say that it is not set yet, not both"
EITHER_PLACE = "Enter an address or say that there is no fixed abode, not both"


def enquiry_in(form: Form) -> AddressEnquiry:
    """What is asked. Raises BadInput, with whole sentences by the form's fields, in the order of the page."""
    given = {name: value for name, value in form.given.items() if name not in (NOT_SET, HOUSEHOLD, ONCE)}
    wrong = {**_release_in(form, given), **_place_in(given), **household_in(form, given)}
    enquiry = None
    try:
        enquiry = replace(form, given=given).load(ADDRESS_ENQUIRY)
    except BadInput as refused:
        wrong = {**sentences(refused.problems, FIELDS), **wrong}
    if wrong:
        raise BadInput(dict(sorted(wrong.items(), key=lambda problem: _place_on_page(problem[0]))))
    return cast("AddressEnquiry", enquiry)


def _release_in(form: Form, given: dict[str, Any]) -> dict[str, str]:
    """The release date, or that there is none yet: one of them must be said."""
    dated = "release_date" in given or "release_date" in form.no_days
    if form.values.get(NOT_SET):
        given.setdefault("release_date", None)
        return {"release_date": EITHER_DATE} if dated else {}
    return {}


def _place_in(given: dict[str, Any]) -> dict[str, str]:
    """The address on one line, with its postcode; or that there is none."""
    address = given.get("address")
    if not isinstance(address, dict):
        return {} if "no_fixed_abode" in given else {"address.text": FIELDS["address.text"].left_out}
    if "no_fixed_abode" in given:
        return {"no_fixed_abode": EITHER_PLACE}
    lines = _last(address, "text").splitlines()
    written = ", ".join(line for each in lines if (line := each.strip().rstrip(",")))
    postcode = _last(address, "postcode")
    if written and postcode and _squeezed(postcode) not in _squeezed(written):
        written = f"{written}, {postcode}"
    given["address"] = {**address, "text": [written]} if written else address
    return {}


def _last(tree: Mapping[str, Any], name: str) -> str:
    found = tree.get(name)
    return str(found[-1]) if isinstance(found, list) and found else ""


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def _place_on_page(name: str) -> tuple[int, str]:
    """Where a problem stands in the summary: rows by their numbers, what is no field of the page last."""
    order = list(FIELDS)
    row = next((part for part in name.split(".") if part.isdigit()), "")
    general = ".".join("*" if part == row and row else part for part in name.split("."))
    place = order.index(general) if general in order else len(order)
    if row:
        return order.index("occupants.*.who.name"), f"{int(row):03}{place:02}"
    return place, ""
