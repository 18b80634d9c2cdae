"""What responsible officers decide: on a flag, on a gap, and on the address or referral as a whole. Pure.

The service flags, and a named person decides. A decision stands beside the answer: it changes nothing of it
and lowers or hides no flag. A later decision on the same point takes its place; the earlier ones are kept.
"""

from riskflag.decisions.checks import (
    MUST_BE_DECIDED,
    open_gaps,
    refuse_unless_all_decided,
    refuse_where_expired,
    undecided,
)
from riskflag.decisions.made import (
    Decided,
    Decision,
    DecisionId,
    FlagDecision,
    GapKey,
    OnFlag,
    OnGap,
    OnProposal,
    OnStatement,
    Point,
    ProposalDecision,
    gap_key,
    sorted_out,
)
from riskflag.decisions.sent import MAY_BE_DECIDED, DecidedOn, DecisionWord, SentDecision, point_of

__all__ = [
    "MAY_BE_DECIDED",
    "MUST_BE_DECIDED",
    "Decided",
    "DecidedOn",
    "Decision",
    "DecisionId",
    "DecisionWord",
    "FlagDecision",
    "GapKey",
    "OnFlag",
    "OnGap",
    "OnProposal",
    "OnStatement",
    "Point",
    "ProposalDecision",
    "SentDecision",
    "gap_key",
    "open_gaps",
    "point_of",
    "refuse_unless_all_decided",
    "refuse_where_expired",
    "sorted_out",
    "undecided",
]
