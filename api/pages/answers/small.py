"""An answer as resettlement staff may see it."""

from flask import Response

from api.assessments.showing import as_seen_by
from api.auth import actor
from api.pages.rendering import page
from api.wiring import wired
from riskflag.vocabulary import AssessmentId


def small_answer(assessment_id: AssessmentId) -> Response:
    """The answer, and what was decided on it. Raises NotFound."""
    reader = actor()
    stored = wired().service.read_assessment(assessment_id, reader)
    return page("answers/small.html", answer=as_seen_by(reader, stored))
