"""The answer as it is sent back."""

from api.answers import answer
from riskflag.disclosure import ShownAssessment

SHOWN_ASSESSMENT = answer(ShownAssessment)
