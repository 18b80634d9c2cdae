"""The address is allowed on a promise that nobody checks.

What it flags: the newest decision allows the address as long as the person stays abstinent or behaves, and
does not say both how that is monitored and where the person goes if it fails.

Why it matters: the promise fails first, and the one who finds out is whoever lives there.

What to do: add testing or electronic monitoring, visits, a line to help and another address; have it signed.

Limits: it reads the words of the decision, and trusts that what is recorded as monitoring is being done.
"""

import re

from riskflag.casebook import case, decision
from riskflag.facts import Facts
from riskflag.facts.address_decisions import governing_decision
from riskflag.records import AddressDecision, DecisionKind
from riskflag.rule import ADDRESS, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

PROMISE = re.compile(
    r"\b(?:as|so) long as\b|\bon (?:the )?(?:condition|understanding)\b|\bprovid(?:ed|ing)\b|\bsubject to\b"
    r"|\b(?:if|while|whilst|unless) (?:he|she|they|the person|abstinent|sober|drug[- ]free|clean)\b"
    r"|\bpromis(?:es|ed)\b",
    re.IGNORECASE,
)
CONDITIONAL = DecisionKind.APPROVED_WITH_CONDITIONS


def check(facts: Facts) -> Outcome:
    """Reads the newest decision about the address."""
    governing = governing_decision(facts)
    if governing is None or governing[0].decision is DecisionKind.REFUSED:
        return outcome_of([], "No decision on record allows the address.")
    made, here = governing
    if not (made.monitoring.strip() and made.contingency.strip()) and PROMISE.search(made.words):
        because = f"The address is allowed on a promise, without {_lacking(made)} on record."
        matched = here.match.because if here.match else None
        return outcome_of([Finding(because, (cite(made, made.words, matched),))], "")
    wordless = made.decision is CONDITIONAL and not made.words.strip()
    nothing = "The decision rests on no promise, or on one that is monitored."
    return outcome_of([], nothing, ["the conditions of the address decision"] if wordless else ())


def _lacking(made: AddressDecision) -> str:
    plans = {
        "monitoring": made.monitoring,
        "another place to go": made.contingency,
        "a way to help for whoever lives there": made.victim_contact_plan,
    }
    return " or ".join(plan for plan, words in plans.items() if not words.strip())


ABSTINENT = "may stay there as long as he is abstinent"
RULE = Rule(
    code=RuleCode("DA-CON-01"),
    title="Address allowed only on a promise that nobody monitors",
    severity=Severity.ACT,
    harm_families=(HarmFamily.DOMESTIC_ABUSE, HarmFamily.KNOWN_ADULT),
    applies_to=ADDRESS,
    check=check,
    needs=frozenset({Source.ADDRESSES}),
    authorities=("I-TTG16",),
    decides="senior probation officer",
    act_by="before release",
    action="Add testing or electronic monitoring, visits, a way to help and another address; sign it off.",
    tell=("responsible officer", "senior probation officer"),
    do_not_disclose="To the person: what anybody who lives there said.",
    examples=(
        raises("Allowed as long as he stays abstinent", case(decision(CONDITIONAL, ABSTINENT))),
        clears("An alcohol tag and a bed elsewhere", case(decision(CONDITIONAL, ABSTINENT, "tag", "hostel"))),
        cannot_tell("Conditions that nobody wrote down", case(decision(CONDITIONAL, ""))),
    ),
)
