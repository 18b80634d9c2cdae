"""A person's page as responsible officers need it."""

from flask import Response

from api.pages.people.small import small_person_page
from riskflag.vocabulary import PersonId


def officers_person_page(person_id: PersonId) -> Response:
    """The page of this person for a responsible officer. Raises NotFound."""
    return small_person_page(person_id)
