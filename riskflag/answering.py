"""An answer as it is stored, whoever asked: the whole of it, and the one from what the person may know."""

from dataclasses import replace
from uuid import uuid4

from riskflag.assessment import Assessment, assess
from riskflag.dossier import Dossier, PlaceKnowledge
from riskflag.enquiry import Enquiry
from riskflag.persistence.assessments import StoredAssessment
from riskflag.persistence.audit import Action, AuditEntry
from riskflag.rulebook import Rulebook
from riskflag.vocabulary import AssessmentId, EnquiryKind, PersonId

ASSESSED = {
    EnquiryKind.ADDRESS: Action.ADDRESS_ASSESSED,
    EnquiryKind.REFERRAL: Action.REFERRAL_ASSESSED,
}
"""What the audit says was done where a question was answered."""


def with_open_answer(
    person_id: PersonId | None,
    dossier: Dossier,
    enquiry: Enquiry,
    full: Assessment,
    rulebook: Rulebook,
    entry: AuditEntry,
) -> StoredAssessment:
    """The answer, with the one that resettlement staff's view is made from. It cannot depend on anything
    protected: it is worked out without that.

    full: the whole answer
    entry: who asked, and when
    """
    return StoredAssessment(
        id=AssessmentId(uuid4().hex),
        person_id=person_id,
        enquiry=enquiry,
        full=full,
        open=assess(dossier.known_part(), enquiry.known_part(), PlaceKnowledge(), rulebook),
        asked_by=entry.actor.name,
        asked_role=entry.actor.role,
        asked_at=entry.at,
    )


def about(entry: AuditEntry, stored: StoredAssessment) -> AuditEntry:
    """The entry with which this answer is given."""
    return replace(
        entry,
        person_id=stored.person_id,
        assessment_id=stored.id,
        purpose=stored.enquiry.purpose,
        detail=stored.full.verdict.value,
    )
