"""Which proposals stand for somebody, what screening them came to in short, and what of it is news. Pure.

An answer is worked out when somebody asks. The order made a week later, and the address that another system
holds and nobody asked about, are found by asking again what stands, of everybody, and comparing.
"""

from riskflag.standing.asked import AskedFor
from riskflag.standing.change import NowAndBefore, compared
from riskflag.standing.kept import OWN_ACCOUNT, Change, Kept, KeptFlag, Outcome, TurnState, Why
from riskflag.standing.outcome import outcome_of, rests_on
from riskflag.standing.proposals import StandingProposal, proposals_standing
from riskflag.standing.scope import Scope, scope_of

__all__ = [
    "OWN_ACCOUNT",
    "AskedFor",
    "Change",
    "Kept",
    "KeptFlag",
    "NowAndBefore",
    "Outcome",
    "Scope",
    "StandingProposal",
    "TurnState",
    "Why",
    "compared",
    "outcome_of",
    "proposals_standing",
    "rests_on",
    "scope_of",
]
