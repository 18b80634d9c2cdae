"""Rules as they are sent back."""

from api.answers import answer, answers
from riskflag.catalogue import RuleDescription

RULE = answer(RuleDescription)
RULES = answers(RuleDescription)
