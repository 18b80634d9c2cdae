"""An answer as responsible officers need it."""

from flask import Response

from api.pages.answers.small import small_answer
from riskflag.vocabulary import AssessmentId


def officers_answer(assessment_id: AssessmentId) -> Response:
    """The answer for a responsible officer. Raises NotFound."""
    return small_answer(assessment_id)
