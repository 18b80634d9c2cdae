"""Asking about a referral."""

from collections.abc import Mapping
from functools import partial

from flask import Blueprint, Response
from werkzeug.wrappers import Response as AnyResponse

from api.auth import OFFICER_AND_STAFF, actor, policy
from api.pace import paced
from api.pages.enquiries.asking import NO_PROBLEMS, ask
from api.pages.enquiries.household import CHOICES, MOST
from api.pages.enquiries.words import PLACES, PURPOSES, RELATIONSHIPS
from api.pages.forms import BLANK, Form
from api.pages.referrals import words
from api.pages.referrals.asking import referral_in
from api.pages.rendering import page
from api.pages.repeating import new_name
from api.wiring import wired
from riskflag.pace import Asking
from riskflag.vocabulary import PersonId

referrals = Blueprint("referrals", __name__)

OFFERED = {
    "attached": words.ATTACHED,
    "consents": words.CONSENTS,
    "household": CHOICES,
    "places": PLACES,
    "progress": words.PROGRESS,
    "purposes": PURPOSES,
    "recipients": words.RECIPIENTS,
    "relationships": RELATIONSHIPS,
    "risks": words.RISKS,
    "yes_or_no": words.YES_OR_NO,
}
"""What can be chosen."""


@referrals.route("/people/<opaque:person_id>/referral")
@policy(OFFICER_AND_STAFF)
@paced(Asking.LOOKUP)
def show_referral_form(person_id: PersonId) -> Response:
    """Where a referral is asked about"""
    return _form(person_id, BLANK, 1, NO_PROBLEMS, went_on=False)


@referrals.route("/people/<opaque:person_id>/referral", methods=["POST"])
@policy(OFFICER_AND_STAFF)
@paced(Asking.ENQUIRY)
def ask_about_referral(person_id: PersonId) -> AnyResponse:
    """Ask about a referral, and go to the answer"""
    return ask(person_id, referral_in, partial(_form, person_id))


def _form(person_id: PersonId, form: Form, rows: int, problems: Mapping[str, str], went_on: bool) -> Response:
    return page(
        "referrals/ask.html",
        422 if problems else 200,
        form=form,
        more=rows < MOST,
        offered=OFFERED,
        once=form.values.get("once") or new_name(),
        person=wired().service.looking_up.person(person_id, actor()),
        person_id=person_id,
        problems=problems,
        rows=rows,
        ticked={name: form.given.get(name, ()) for name in ("risks_stated", "attached")},
        went_on=went_on,
    )
