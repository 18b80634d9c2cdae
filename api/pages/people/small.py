"""A person's page as resettlement staff need it: who it is, what they can ask, and what they asked before."""

from flask import Response

from api.auth import actor
from api.pages.enquiries.made import made_before
from api.pages.rendering import page
from api.wiring import wired
from riskflag.vocabulary import PersonId


def small_person_page(person_id: PersonId) -> Response:
    """Who this is, and where to go on. Raises NotFound."""
    reader, service = actor(), wired().service
    person = service.looking_up.person(person_id, reader)
    asked = service.caseload.enquiries_about(person_id, reader)
    return page(
        "people/small.html",
        person=person,
        person_id=person_id,
        made=[made_before(each) for each in asked],
    )
