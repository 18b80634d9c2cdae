"""Finding a person, and the page of each."""

from flask import Blueprint, Response

from api.auth import OFFICER_AND_STAFF, actor, policy
from api.pace import paced
from api.pages.people.for_officer import officers_person_page
from api.pages.people.small import small_person_page
from riskflag.pace import Asking
from riskflag.vocabulary import PersonId, Role

people = Blueprint("people", __name__)


@people.route("/people/<opaque:person_id>")
@policy(OFFICER_AND_STAFF)
@paced(Asking.LOOKUP)
def show_person(person_id: PersonId) -> Response:
    """Somebody's page, as this reader needs it"""
    if actor().role is Role.RESPONSIBLE_OFFICER:
        return officers_person_page(person_id)
    return small_person_page(person_id)
