"""What one rule makes of one case, in one word, for tables."""

from riskflag.casebook import Case
from riskflag.flags import rank_flags
from riskflag.rule import Clear, Finding, Outcome, Raised, Rule
from riskflag.rulebook import RuleOutcome, build_rulebook

CLEAR = "clear"
CANNOT_TELL = "cannot tell"
STOP = "stop"
ACT = "act"
INFORM = "inform"


def outcome(rule: Rule, of: Case) -> Outcome:
    """The rule's outcome, as the engine gives it."""
    (answer,) = build_rulebook([rule], "").run(of.facts)
    return answer.outcome


def answer(rule: Rule, of: Case) -> str:
    """``clear``, ``cannot tell``, or the severity of the flag."""
    came_to = outcome(rule, of)
    if isinstance(came_to, Raised):
        (flag,) = rank_flags([RuleOutcome(rule, came_to)])
        return flag.severity.value
    return CLEAR if isinstance(came_to, Clear) else CANNOT_TELL


def findings(rule: Rule, of: Case) -> tuple[Finding, ...]:
    """What the rule found; nothing where it is not raised."""
    came_to = outcome(rule, of)
    return came_to.findings if isinstance(came_to, Raised) else ()
