"""Asking about a proposed address or a referral, by whichever way it comes in."""

from api.auth import actor
from api.metrics.measures import measures
from api.wiring import wired
from riskflag.enquiry import Enquiry
from riskflag.persistence.repeating import Once
from riskflag.service import StoredAssessment
from riskflag.vocabulary import PersonId


def answer_to(enquiry: Enquiry, person_id: PersonId, once: Once | None) -> StoredAssessment:
    """The answer to whoever asks, stored and counted. Raises NotFound, NeedsSecondPerson and Conflict."""
    service = wired().service
    stored = service.enquire(person_id, enquiry, actor(), once)
    measures().answer(stored, service.scorer)
    return stored
