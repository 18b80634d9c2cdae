"""An answer as resettlement staff may see it: what they may know, what could not be told, whom to ring."""

from flask import Response

from api.assessments.showing import as_seen_by, decisions_as_seen_by
from api.auth import actor
from api.pages.answers.asked_known import known_lines
from api.pages.enquiries.made import decided_in_words
from api.pages.referrals.marks import text_for_staff
from api.pages.rendering import page
from api.wiring import wired
from riskflag.vocabulary import AssessmentId


def small_answer(assessment_id: AssessmentId) -> Response:
    """The answer, and what was decided on it. Raises NotFound."""
    reader = actor()
    about = wired().service.looking_up.answer(assessment_id, reader)
    stored = about.decided.stored
    decisions = decisions_as_seen_by(reader, about.decided)
    return page(
        "answers/small.html",
        answer=as_seen_by(reader, stored),
        asked=tuple(known_lines(stored, reader)),
        answered_again=decisions.answered_again,
        decision=decided_in_words(next(iter(decisions.proposal), None)),
        kind=stored.enquiry.kind.value,
        person=about.person,
        person_id=stored.person_id,
        referral_text=text_for_staff(stored, reader),
    )
