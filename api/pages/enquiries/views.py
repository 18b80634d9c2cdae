"""Asking about a proposed address, what was asked before, and agreeing that more is asked."""

from collections.abc import Mapping
from functools import partial
from typing import cast

from flask import Blueprint, Response, redirect
from werkzeug.wrappers import Response as AnyResponse

from api.auth import OFFICER, OFFICER_AND_STAFF, actor, policy
from api.pace import paced
from api.pages.enquiries.address import enquiry_in
from api.pages.enquiries.asking import NO_PROBLEMS, ask
from api.pages.enquiries.household import CHOICES, MOST
from api.pages.enquiries.made import made_before
from api.pages.enquiries.words import AGREEMENTS, PLACES, PURPOSES, RELATIONSHIPS, STATUSES
from api.pages.forms import BLANK, Form, sent
from api.pages.problems import Field, sentences
from api.pages.rendering import page
from api.pages.repeating import new_name
from api.people.schemas import AGREEMENT, Agreement
from api.wiring import wired
from riskflag.errors import BadInput
from riskflag.pace import Asking
from riskflag.vocabulary import PersonId

enquiries = Blueprint("enquiries", __name__)

REASON = {"reason": Field("Why more may be asked", "Choose why more may be asked")}


@enquiries.route("/enquiries")
@policy(OFFICER_AND_STAFF)
def show_enquiries() -> Response:
    """What this reader asked before, and what has changed since"""
    made = wired().service.caseload.enquiries_of(actor())
    return page("enquiries/list.html", made=[made_before(each) for each in made])


@enquiries.route("/people/<opaque:person_id>/address")
@policy(OFFICER_AND_STAFF)
@paced(Asking.LOOKUP)
def show_address_form(person_id: PersonId) -> Response:
    """Where a proposed address is asked about"""
    return _address_form(person_id, BLANK, 1, NO_PROBLEMS, went_on=False)


@enquiries.route("/people/<opaque:person_id>/address", methods=["POST"])
@policy(OFFICER_AND_STAFF)
@paced(Asking.ENQUIRY)
def ask_about_address(person_id: PersonId) -> AnyResponse:
    """Ask about a proposed address, and go to the answer"""
    return ask(person_id, enquiry_in, partial(_address_form, person_id))


@enquiries.route("/people/<opaque:person_id>/agreement")
@policy(OFFICER)
@paced(Asking.LOOKUP)
def show_agreement(person_id: PersonId) -> Response:
    """Where a second officer agrees that more is asked about somebody"""
    return _agreement_form(person_id, BLANK, NO_PROBLEMS)


@enquiries.route("/people/<opaque:person_id>/agreement", methods=["POST"])
@policy(OFFICER)
@paced(Asking.LOOKUP)
def agree(person_id: PersonId) -> AnyResponse:
    """Agree that more addresses are asked about somebody, and go to their page"""
    form = sent()
    try:
        agreement = cast("Agreement", form.load(AGREEMENT))
    except BadInput as refused:
        return _agreement_form(person_id, form, sentences(refused.problems, REASON))
    wired().service.agree_to_further_places(person_id, agreement.reason, actor())
    return redirect(f"/desk/people/{person_id}/agreed", 303)


@enquiries.route("/people/<opaque:person_id>/agreed")
@policy(OFFICER)
@paced(Asking.LOOKUP)
def show_agreed(person_id: PersonId) -> Response:
    """That the agreement was recorded"""
    person = wired().service.looking_up.person(person_id, actor())
    return page("enquiries/agreed.html", person=person, person_id=person_id)


def _address_form(
    person_id: PersonId, form: Form, rows: int, problems: Mapping[str, str], went_on: bool
) -> Response:
    person = wired().service.looking_up.person(person_id, actor())
    return page(
        "enquiries/address.html",
        422 if problems else 200,
        form=form,
        household=CHOICES,
        more=rows < MOST,
        once=form.values.get("once") or new_name(),
        person=person,
        person_id=person_id,
        places=PLACES,
        problems=problems,
        purposes=PURPOSES,
        relationships=RELATIONSHIPS,
        rows=rows,
        statuses=STATUSES,
        went_on=went_on,
    )


def _agreement_form(person_id: PersonId, form: Form, problems: Mapping[str, str]) -> Response:
    person = wired().service.looking_up.person(person_id, actor())
    return page(
        "enquiries/agreement.html",
        422 if problems else 200,
        form=form,
        person=person,
        person_id=person_id,
        problems=problems,
        reasons=AGREEMENTS,
    )
