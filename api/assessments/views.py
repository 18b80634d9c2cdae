"""Answers that were given before, and what officers decide on them."""

from http import HTTPStatus

from api.assessments.schemas import SENT_DECISION, SHOWN_ASSESSMENT, SHOWN_DECISION, SHOWN_DECISIONS
from api.assessments.showing import as_seen_by, decisions_as_seen_by
from api.auth import OFFICER, OFFICER_AND_STAFF, actor, policy
from api.pace import paced
from api.repeating import DESCRIBED, once
from api.section import Section
from api.wiring import wired
from riskflag.decisions import SentDecision
from riskflag.disclosure import ShownAssessment
from riskflag.pace import Asking
from riskflag.shown_decisions import ShownDecision, ShownDecisions, show_decision
from riskflag.vocabulary import AssessmentId

assessments = Section("assessments", "Answers that were given before, and what officers decide on them.")


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


@assessments.route("/assessments/<opaque:assessment_id>/decisions")
@policy(OFFICER_AND_STAFF, refusals=(404,))
@paced(Asking.LOOKUP)
@assessments.response(HTTPStatus.OK, SHOWN_DECISIONS)
def read_decisions(assessment_id: AssessmentId) -> ShownDecisions:
    """Read what was decided on an answer

    A responsible officer reads every decision, the latest first, beside flags that stand as they were raised,
    and which of them an approval waits for. Staff read whether the address or referral was approved or
    refused, by whom, and when.
    """
    reader = actor()
    return decisions_as_seen_by(reader, wired().service.deciding.read(assessment_id, reader))


@assessments.route("/assessments/<opaque:assessment_id>/decisions", methods=["POST"])
@policy(OFFICER, refusals=(404, 409))
@paced(Asking.LOOKUP)
@assessments.doc(parameters=[DESCRIBED])
@assessments.arguments(SENT_DECISION)
@assessments.response(HTTPStatus.CREATED, SHOWN_DECISION, description="recorded")
def decide(sent: SentDecision, assessment_id: AssessmentId) -> ShownDecision:
    """Record a decision on an answer

    On one of its flags, on something that it could not tell, or on the address or referral as a whole. The
    answer stays as it was given. An approval is refused while a flag that stops or must be acted on has no
    decision, while nobody has said how a gap was closed, once the answer has expired, and where the same was
    answered again since; the errors name everything that is in the way. A refusal needs its reasons alone.
    """
    return show_decision(wired().service.deciding.record(assessment_id, sent, actor(), once()))
