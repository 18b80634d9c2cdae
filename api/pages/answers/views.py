"""An answer, as its reader may see it."""

from flask import Blueprint, Response

from api.auth import OFFICER_AND_STAFF, actor, policy
from api.pace import paced
from api.pages.answers.for_officer import officers_answer
from api.pages.answers.small import small_answer
from riskflag.pace import Asking
from riskflag.vocabulary import AssessmentId, Role

answers = Blueprint("answers", __name__)


@answers.route("/answers/<opaque:assessment_id>")
@policy(OFFICER_AND_STAFF)
@paced(Asking.LOOKUP)
def show_answer(assessment_id: AssessmentId) -> Response:
    """An answer given before, as this reader may see it"""
    if actor().role is Role.RESPONSIBLE_OFFICER:
        return officers_answer(assessment_id)
    return small_answer(assessment_id)
