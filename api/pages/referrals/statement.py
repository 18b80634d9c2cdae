"""The words for the recipient of a referral: drafted, edited by the responsible officer, and confirmed."""

from collections.abc import Mapping
from dataclasses import replace

from flask import Blueprint, Response, redirect
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from api.assessments.showing import as_seen_by, decisions_as_seen_by
from api.auth import OFFICER, actor, policy
from api.pace import paced
from api.pages.forms import BLANK, Form, sent
from api.pages.problems import Field, sentences
from api.pages.proposals import RECIPIENTS
from api.pages.referrals.marks import ShownText, text_for_officer
from api.pages.rendering import page
from api.pages.repeating import new_name, once
from api.wiring import wired
from riskflag.decisions import DecidedOn, DecisionWord, SentDecision
from riskflag.disclosure import ShownAssessment
from riskflag.enquiry import ReferralEnquiry
from riskflag.errors import BadInput
from riskflag.pace import Asking
from riskflag.service import Actor, StoredAssessment
from riskflag.vocabulary import AssessmentId

statements = Blueprint("statements", __name__)

SENTENCE, MORE = "sentence-", "more"
FIELDS = {
    "words": Field("What you tell them", "Write what the recipient is told"),
    "name": Field("Your name", "Enter your name"),
    "answer": Field("This answer"),
}
FIRST = {"words": f"{SENTENCE}0", "on": "form", "answer": "form"}
"""Where on the page a problem is that belongs to all of it."""

LEFT_OUT = {"must say who decides": "is needed"}
"""Reasons that mean no more than that nothing was filled in."""

NO_PROBLEMS: Mapping[str, str] = {}


@statements.route("/answers/<opaque:assessment_id>/statement")
@policy(OFFICER)
@paced(Asking.LOOKUP)
def show_statement(assessment_id: AssessmentId) -> Response:
    """The draft for the recipient, to be edited, and what was confirmed before"""
    return _statement_page(assessment_id, BLANK)


@statements.route("/answers/<opaque:assessment_id>/statement", methods=["POST"])
@policy(OFFICER)
@paced(Asking.LOOKUP)
def confirm_statement(assessment_id: AssessmentId) -> AnyResponse:
    """Confirm the words for the recipient. Nothing is sent"""
    form = sent()
    decision = SentDecision(
        DecidedOn.STATEMENT,
        DecisionWord.STATEMENT_CONFIRMED,
        _words_in(form),
        name=form.values.get("name", ""),
    )
    try:
        wired().service.deciding.record(assessment_id, decision, actor(), once(form))
    except BadInput as refused:
        return _statement_page(assessment_id, form, refused.problems)
    return redirect(f"/desk/answers/{assessment_id}/statement", 303)


def _words_in(form: Form) -> str:
    """Every sentence that was not emptied, each on a line of its own, in the order of the draft."""
    numbered = sorted(
        (int(name.removeprefix(SENTENCE)), value)
        for name, value in form.values.items()
        if name.startswith(SENTENCE) and name.removeprefix(SENTENCE).isdecimal()
    )
    told = [*(value for _, value in numbered), form.values.get(MORE, "")]
    return "\n".join(each.strip() for each in told if each.strip())


def _statement_page(
    assessment_id: AssessmentId, form: Form, problems: Mapping[str, str] = NO_PROBLEMS
) -> Response:
    reader = actor()
    about = wired().service.looking_up.answer(assessment_id, reader)
    answer = as_seen_by(reader, about.decided.stored)
    if answer.statement is None:
        raise NotFound
    confirmed = decisions_as_seen_by(reader, about.decided).statement
    said = sentences({field: LEFT_OUT.get(reason, reason) for field, reason in problems.items()}, FIELDS)
    return page(
        "referrals/statement.html",
        422 if problems else 200,
        answer=answer,
        assessment_id=assessment_id,
        confirmed=confirmed,
        form=form,
        marks=_marks(about.decided.stored, answer, confirmed[0].words, reader) if confirmed else None,
        name=about.person.name,
        once=new_name(),
        problems={FIRST.get(field, field): each for field, each in said.items()},
        recipient=RECIPIENTS[answer.statement.recipient],
    )


def _marks(
    stored: StoredAssessment, answer: ShownAssessment, words: str | None, reader: Actor
) -> ShownText | None:
    """The confirmed words, looked at as the text of a referral is. What the referral leaves out is not said
    of them."""
    if not isinstance(stored.enquiry, ReferralEnquiry):
        return None
    confirmed = replace(stored, enquiry=replace(stored.enquiry, text=words))
    return text_for_officer(confirmed, replace(answer, flags=()), reader)
