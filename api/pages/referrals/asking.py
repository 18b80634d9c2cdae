"""The form that asks about a referral, read into the same schema as JSON."""

from collections.abc import Mapping
from typing import Any, cast

from api.pages.enquiries.filled_in import OCCUPANTS, RELEASE, WHY, load, on_one_line
from api.pages.enquiries.household import CHOICE as HOUSEHOLD
from api.pages.enquiries.household import household_in
from api.pages.forms import Form
from api.pages.problems import Field
from api.people.schemas import REFERRAL_ENQUIRY
from riskflag.enquiry import ReferralEnquiry

FIELDS: Mapping[str, Field] = {
    **WHY,
    "recipient": Field("Who it goes to", "Choose who it goes to"),
    "text": Field("What the referral says"),
    **RELEASE,
    "consent": Field("What the person said", "Choose what the person said about it"),
    "site.text": Field("The address of the site", "Enter the address of the site"),
    "site.postcode": Field("The postcode"),
    "nothing_to_attend": Field("Nothing to attend"),
    "placement": Field("What sort of home it is"),
    HOUSEHOLD: Field("Who is there", "Choose whether anybody else is there"),
    **OCCUPANTS,
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

EITHER_SITE = "Enter the address of the site or say that there is nothing to attend, not both"


def referral_in(form: Form) -> ReferralEnquiry:
    """What is asked. Raises BadInput, with whole sentences by the form's fields, in the order of the page."""

    def settle(given: dict[str, Any]) -> Mapping[str, str]:
        said = form.values.get(HOUSEHOLD) or given.get("occupants")
        return {**_site_in(given), **(household_in(form, given) if said else {})}

    return cast("ReferralEnquiry", load(form, REFERRAL_ENQUIRY, FIELDS, settle))


def _site_in(given: dict[str, Any]) -> dict[str, str]:
    """The site; that there is none; or nothing, where it is not known."""
    site = given.get("site")
    if not isinstance(site, dict):
        return {}
    if "nothing_to_attend" in given:
        return {"nothing_to_attend": EITHER_SITE}
    given["site"] = on_one_line(site)
    return {}
