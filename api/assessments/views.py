"""Answers that were given before."""

from http import HTTPStatus

from api.assessments.schemas import SHOWN_ASSESSMENT
from api.assessments.showing import as_seen_by
from api.auth import OFFICER_AND_STAFF, actor, policy
from api.pace import paced
from api.section import Section
from api.wiring import wired
from riskflag.disclosure import ShownAssessment
from riskflag.pace import Asking
from riskflag.vocabulary import AssessmentId

assessments = Section("assessments", "Answers that were given before.")


@assessments.route("/assessments/<opaque:assessment_id>")
@policy(OFFICER_AND_STAFF, refusals=(404,))
@paced(Asking.LOOKUP)
@assessments.response(HTTPStatus.OK, SHOWN_ASSESSMENT)
def read_assessment(assessment_id: AssessmentId) -> ShownAssessment:
    """Read an answer again

    It is what the reader's role may see of it. Once it has expired it says so, and is incomplete.
    """
    reader = actor()
    return as_seen_by(reader, wired().service.read_assessment(assessment_id, reader))
