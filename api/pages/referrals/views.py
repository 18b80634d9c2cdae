"""Asking about a referral."""

from collections.abc import Mapping

from flask import Blueprint, Response, redirect
from werkzeug.wrappers import Response as AnyResponse

from api.auth import OFFICER_AND_STAFF, actor, policy
from api.pace import paced
from api.pages.enquiries.household import CHOICES, MOST, changes_rows, rows_of, with_rows_changed
from api.pages.enquiries.second_person import second_person_page
from api.pages.enquiries.words import PLACES, PURPOSES, RELATIONSHIPS
from api.pages.forms import BLANK, Form, sent
from api.pages.referrals import words
from api.pages.referrals.asking import referral_in
from api.pages.rendering import page
from api.pages.repeating import new_name, once
from api.people.asking import answer_to
from api.wiring import wired
from riskflag.errors import BadInput, NeedsSecondPerson
from riskflag.pace import Asking
from riskflag.vocabulary import PersonId

referrals = Blueprint("referrals", __name__)

NO_PROBLEMS: Mapping[str, str] = {}
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
    return _form(person_id, BLANK, 1)


@referrals.route("/people/<opaque:person_id>/referral", methods=["POST"])
@policy(OFFICER_AND_STAFF)
@paced(Asking.ENQUIRY)
def ask_about_referral(person_id: PersonId) -> AnyResponse:
    """Ask about a referral, and go to the answer"""
    form = sent()
    if changes_rows(form):
        return _form(person_id, *with_rows_changed(form), went_on=True)
    try:
        enquiry = referral_in(form)
    except BadInput as refused:
        return _form(person_id, form, len(rows_of(form)), refused.problems)
    try:
        stored = answer_to(enquiry, person_id, once(form))
    except NeedsSecondPerson:
        return second_person_page(person_id)
    return redirect(f"/desk/answers/{stored.id}", 303)


def _form(
    person_id: PersonId,
    form: Form,
    rows: int,
    problems: Mapping[str, str] = NO_PROBLEMS,
    *,
    went_on: bool = False,
) -> Response:
    """The form. ``went_on``: a row was added or taken away, so the reader goes on with the last of them."""
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
