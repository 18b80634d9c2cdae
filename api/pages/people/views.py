"""Finding a person, and the page of each."""

from collections.abc import Mapping

from flask import Blueprint, Response, redirect
from werkzeug.wrappers import Response as AnyResponse

from api.auth import OFFICER_AND_STAFF, actor, policy
from api.pace import paced
from api.pages.forms import BLANK, Form, sent
from api.pages.people.finding import FIELD, in_sentences, name_in, numbers_in
from api.pages.people.for_officer import officers_person_page
from api.pages.people.small import small_person_page
from api.pages.rendering import page
from api.wiring import wired
from riskflag.errors import BadInput, Conflict, NotFound
from riskflag.pace import Asking
from riskflag.vocabulary import PersonId, Role

people = Blueprint("people", __name__)

SEVERAL = "This number is held for more than one person. Try another number, and have the records put right"


@people.route("/people")
@policy(OFFICER_AND_STAFF)
def show_search() -> Response:
    """Where a person is looked for"""
    return _search(BLANK)


@people.route("/people", methods=["POST"])
@policy(OFFICER_AND_STAFF)
@paced(Asking.LOOKUP)
def find() -> AnyResponse:
    """Find a person by a number, and go to their page"""
    form = sent()
    try:
        found = wired().service.find_person(numbers_in(form), actor())
    except BadInput as refused:
        return _search(form, refused.problems, 422)
    except Conflict:
        return _search(form, {FIELD: SEVERAL}, 409)
    except NotFound:
        return page("people/not_found.html", 404, form=form, problems={})
    return redirect(f"/desk/people/{found}", 303)


@people.route("/people/named", methods=["POST"])
@policy(OFFICER_AND_STAFF)
@paced(Asking.LOOKUP)
def find_by_name() -> Response:
    """Find a person by their name and date of birth, and see who may be meant"""
    form = sent()
    try:
        found = wired().service.looking_up.by_name(name_in(form), actor())
    except BadInput as refused:
        return _search(form, in_sentences(refused.problems), 422)
    except NotFound:
        return page("people/not_found.html", 404, form=form, problems={})
    return page("people/found.html", found=found)


@people.route("/people/<opaque:person_id>")
@policy(OFFICER_AND_STAFF)
@paced(Asking.LOOKUP)
def show_person(person_id: PersonId) -> Response:
    """Somebody's page, as this reader needs it"""
    if actor().role is Role.RESPONSIBLE_OFFICER:
        return officers_person_page(person_id)
    return small_person_page(person_id)


def _search(form: Form, problems: Mapping[str, str] | None = None, status: int = 200) -> Response:
    return page("people/search.html", status, form=form, problems=problems or {})
