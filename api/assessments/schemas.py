"""Answers and the decisions on them, as they are sent and sent back."""

from api.answers import answer
from riskflag.decisions import SentDecision
from riskflag.disclosure import ShownAssessment
from riskflag.schema import schema_for
from riskflag.shown_decisions import ShownDecision, ShownDecisions

SHOWN_ASSESSMENT = answer(ShownAssessment)
SENT_DECISION = schema_for(SentDecision)()
SHOWN_DECISION = answer(ShownDecision)
SHOWN_DECISIONS = answer(ShownDecisions)
