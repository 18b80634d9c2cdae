"""What the forms about an address and about a referral have in common, read into the same schemas as JSON."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from marshmallow import Schema

from api.pages.enquiries.household import CHOICE as HOUSEHOLD
from api.pages.forms import Form
from api.pages.problems import Field, sentences
from api.pages.repeating import FIELD as ONCE
from riskflag.errors import BadInput

NOT_SET = "release_not_set"
"""The field that says that there is no release date yet."""

WHY: Mapping[str, Field] = {"purpose": Field("Why you are asking", "Choose why you are asking")}
RELEASE: Mapping[str, Field] = {
    "release_date": Field("Release date", "Enter the release date, or say that it is not set yet")
}
FIRST_OF_ROW = "occupants.*.who.name"
OCCUPANTS: Mapping[str, Field] = {
    FIRST_OF_ROW: Field("Name of person {row}", "Enter the name of person {row}, or “not known”"),
    "occupants.*.who.relationship": Field(
        "What person {row} is to them", "Choose what person {row} is to them"
    ),
    "occupants.*.who.date_of_birth": Field("Date of birth of person {row}"),
}
EITHER_DATE = "Enter a release date or say that it is not set yet, not both"


def load(
    form: Form,
    schema: Schema,
    fields: Mapping[str, Field],
    settle: Callable[[dict[str, Any]], Mapping[str, str]],
) -> object:
    """What is asked. Raises BadInput, with whole sentences by the form's fields, in the order of the page.

    fields: every field as it is spoken of, in the order in which the page has them
    settle: writes into what was given what the page says in its own way; gives what is wrong with that
    """
    given = {name: value for name, value in form.given.items() if name not in (NOT_SET, HOUSEHOLD, ONCE)}
    wrong = {**_release_in(form, given), **settle(given)}
    asked: object = None
    try:
        asked = replace(form, given=given).load(schema)
    except BadInput as refused:
        wrong = {**sentences(refused.problems, fields), **wrong}
    if wrong:
        order = list(fields)
        raise BadInput(dict(sorted(wrong.items(), key=lambda problem: _place_on_page(problem[0], order))))
    return asked


def on_one_line(place: Mapping[str, Any]) -> dict[str, Any]:
    """A place as it was written, its address on one line and with its postcode."""
    lines = (line for each in _last(place, "text").splitlines() if (line := each.strip(" ,")))
    written, postcode = ", ".join(lines), _last(place, "postcode")
    if written and postcode and _squeezed(postcode) not in _squeezed(written):
        written = f"{written}, {postcode}"
    return {**place, "text": [written]} if written else dict(place)


def _release_in(form: Form, given: dict[str, Any]) -> dict[str, str]:
    """The release date, or that there is none yet: one of them must be said."""
    dated = "release_date" in given or "release_date" in form.no_days
    if form.values.get(NOT_SET):
        given.setdefault("release_date", None)
        return {"release_date": EITHER_DATE} if dated else {}
    return {}


def _last(tree: Mapping[str, Any], name: str) -> str:
    found = tree.get(name)
    return str(found[-1]) if isinstance(found, list) and found else ""


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def _place_on_page(name: str, order: list[str]) -> tuple[int, str]:
    """Where a problem stands in the summary: rows by their numbers, what is no field of the page last."""
    row = next((part for part in name.split(".") if part.isdigit()), "")
    general = ".".join("*" if part == row and row else part for part in name.split("."))
    place = order.index(general) if general in order else len(order)
    if row:
        return order.index(FIRST_OF_ROW), f"{int(row):03}{place:02}"
    return place, ""
