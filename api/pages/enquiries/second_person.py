"""The page that says that another responsible officer must agree first, and who can help."""

from flask import Response, request

from api.assessments.showing import as_seen_by
from api.auth import actor
from api.pages.forms import OURS
from api.pages.rendering import page
from api.wiring import wired
from riskflag.disclosure import ShownOfficer
from riskflag.vocabulary import PersonId

LOCKED = 423


def second_person_page(person_id: PersonId) -> Response:
    """Why the form of this request was not answered, whom to ask, and the form to be sent again. Raises
    NotFound."""
    reader = actor()
    person = wired().service.looking_up.person(person_id, reader)
    return page(
        "enquiries/second_person.html",
        LOCKED,
        again=[(name, value) for name, value in request.form.items(multi=True) if name != OURS],
        here=request.path,
        officer=_officer(person_id),
        person=person,
        person_id=person_id,
        problems={},
    )


def _officer(person_id: PersonId) -> ShownOfficer | None:
    """Whom the latest answer to this reader names; None where none does."""
    reader, service = actor(), wired().service
    for made in service.caseload.enquiries_about(person_id, reader)[:1]:
        return as_seen_by(reader, service.read_assessment(made.assessment_id, reader)).officer
    return None
