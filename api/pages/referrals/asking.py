"""The form that asks about a referral, read into the same schema as JSON."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from api.pages.enquiries.household import CHOICE as HOUSEHOLD
from api.pages.enquiries.household import household_in
from api.pages.forms import Form
from api.pages.problems import Field, sentences
from api.pages.repeating import FIELD as ONCE
from api.people.schemas import REFERRAL_ENQUIRY
from riskflag.enquiry import ReferralEnquiry
from riskflag.errors import BadInput

NOT_SET = "release_not_set"
"""The field of the page that says that there is no release date yet."""

FIELDS: Mapping[str, Field] = {
    "purpose": Field("Why you are asking", "Choose why you are asking"),
    "recipient": Field("Who it goes to", "Choose who it goes to"),
    "text": Field("What the referral says"),
    "release_date": Field("Release date", "Enter the release date, or say that it is not set yet"),
    "consent": Field("What the person said", "Choose what the person said about it"),
    "site.text": Field("The address of the site", "Enter the address of the site"),
    "site.postcode": Field("The postcode"),
    "nothing_to_attend": Field("Nothing to attend"),
    "placement": Field("What sort of home it is"),
    HOUSEHOLD: Field("Who is there", "Choose whether anybody else is there"),
    "occupants.*.who.name": Field("Name of person {row}", "Enter the name of person {row}, or “not known”"),
    "occupants.*.who.relationship": Field(
        "What person {row} is to them", "Choose what person {row} is to them"
    ),
    "occupants.*.who.date_of_birth": Field("Date of birth of person {row}"),
    "children_attend": Field("Whether children are there"),
    "regulated_work": Field("Whether it is work with children or adults at risk"),
    "kept_apart": Field("What keeps people apart"),
    "risks_stated": Field("Risks told in a form or attachment"),
    "attached": Field("What is attached"),
    "agreement": Field("Whether an agreement covers it"),
    "mappa_need_recorded": Field("Why they need more"),
    "risk_pack_acknowledged_on": Field("The day on which the risk pack was acknowledged"),
    "status": Field("How far it has got", "Choose how far it has got"),
    "sent_on": Field("The day on which it was sent"),
    "acknowledged_on": Field("The day on which it arrived"),
    "outcome": Field("What came of it"),
    "suitable": Field("Whether what was offered is suitable"),
    "confirmed_start_on": Field("The day from which it is confirmed"),
    "provider_will_close": Field("Whether the support will end"),
    "licence_ends_on": Field("End of licence"),
    "notes": Field("What else you know"),
}
"""Every field as it is spoken of, in the order in which the page has them."""

EITHER_DATE = "Enter a release date or say that it is not set yet, not both"
EITHER_SITE = "Enter the address of the site or say that there is nothing to attend, not both"


def referral_in(form: Form) -> ReferralEnquiry:
    """What is asked. Raises BadInput, with whole sentences by the form's fields, in the order of the page."""
    given = {name: value for name, value in form.given.items() if name not in (NOT_SET, HOUSEHOLD, ONCE)}
    wrong = {**_release_in(form, given), **_site_in(given)}
    if form.values.get(HOUSEHOLD) or given.get("occupants"):
        wrong |= household_in(form, given)
    enquiry = None
    try:
        enquiry = replace(form, given=given).load(REFERRAL_ENQUIRY)
    except BadInput as refused:
        wrong = {**sentences(refused.problems, FIELDS), **wrong}
    if wrong:
        raise BadInput(dict(sorted(wrong.items(), key=lambda problem: _place_on_page(problem[0]))))
    return cast("ReferralEnquiry", enquiry)


def _release_in(form: Form, given: dict[str, Any]) -> dict[str, str]:
    """The release date, or that there is none yet: one of them must be said."""
    dated = "release_date" in given or "release_date" in form.no_days
    if form.values.get(NOT_SET):
        given.setdefault("release_date", None)
        return {"release_date": EITHER_DATE} if dated else {}
    return {}


def _site_in(given: dict[str, Any]) -> dict[str, str]:
    """The site on one line with its postcode; that there is none; or nothing, where it is not known."""
    site = given.get("site")
    if not isinstance(site, dict):
        return {}
    if "nothing_to_attend" in given:
        return {"nothing_to_attend": EITHER_SITE}
    written = ", ".join(line for each in _last(site, "text").splitlines() if (line := each.strip(" ,")))
    postcode = _last(site, "postcode")
    if written and postcode and _squeezed(postcode) not in _squeezed(written):
        written = f"{written}, {postcode}"
    given["site"] = {**site, "text": [written]} if written else site
    return {}


def _last(tree: Mapping[str, Any], name: str) -> str:
    found = tree.get(name)
    return str(found[-1]) if isinstance(found, list) and found else ""


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def _place_on_page(name: str) -> tuple[int, str]:
    """Where a problem stands in the summary; what is no field of the page comes last."""
    general = ".".join("*" if part.isdigit() else part for part in name.split("."))
    order = list(FIELDS)
    return order.index(general) if general in order else len(order), name
