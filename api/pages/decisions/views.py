"""What waits for a responsible officer's decision, and recording one."""

from dataclasses import replace

from flask import Blueprint, Response, redirect
from werkzeug.wrappers import Response as AnyResponse

from api.assessments.schemas import SENT_DECISION
from api.auth import OFFICER, actor, policy
from api.pace import paced
from api.pages.answers.for_officer import officers_answer
from api.pages.answers.points import NotTaken, place_of
from api.pages.decisions.waiting import waiting
from api.pages.forms import Form, sent
from api.pages.rendering import page
from api.pages.repeating import FIELD, once
from api.wiring import wired
from riskflag.decisions import SentDecision
from riskflag.dossier import LONDON
from riskflag.errors import BadInput
from riskflag.pace import Asking
from riskflag.vocabulary import AssessmentId

decisions = Blueprint("decisions", __name__)


@decisions.route("/decisions")
@policy(OFFICER)
def show_caseload() -> Response:
    """What waits for this officer's decision, the soonest release first"""
    today = wired().clock().astimezone(LONDON).date()
    awaited = wired().service.caseload.awaiting_decision(actor())
    return page("decisions/list.html", waiting=[waiting(each, today) for each in awaited])


@decisions.route("/answers/<opaque:assessment_id>/decisions", methods=["POST"])
@policy(OFFICER)
@paced(Asking.LOOKUP)
def decide(assessment_id: AssessmentId) -> AnyResponse:
    """Record what this officer decides, on one point of an answer or on the whole"""
    form = sent()
    try:
        wired().service.deciding.record(assessment_id, _decision(form), actor(), once(form))
    except BadInput as refused:
        return officers_answer(assessment_id, NotTaken(form.values, refused.problems))
    return redirect(f"/desk/answers/{assessment_id}#{place_of(form.values)}", 303)


def _decision(form: Form) -> SentDecision:
    given = {name: value for name, value in form.given.items() if name != FIELD}
    loaded = replace(form, given=given).load(SENT_DECISION)
    if not isinstance(loaded, SentDecision):
        raise BadInput({"form": "is none of this page"})
    return loaded
