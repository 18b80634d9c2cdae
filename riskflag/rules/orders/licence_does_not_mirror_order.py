"""No licence condition mirrors an order in force.

What it flags: An order keeps the person from somebody, from children or out of a place, release is close or
the licence is drafted, and no condition covers the same person or area.

Why it matters: Breaking the order can take months to prosecute. Breaking the licence can lead to recall on
the same day. Inspectors saw conditions set without those who knew of the order.

What to do: Add a condition that covers the same person or area, or record why it is not needed.

Limits: Whether there is a licence at all after a sentence has expired is not known here.
"""

from dataclasses import replace

from riskflag.casebook import ASKED, EX_PARTNER, case, condition, order, term
from riskflag.facts import Facts
from riskflag.facts.mirrored import Unmirrored
from riskflag.facts.presence import ORDER_SOURCES
from riskflag.reference.thresholds import RELEASE_SOON_DAYS
from riskflag.rule import BOTH, Clear, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, ProhibitionKind, RuleCode, Severity, Source

NO_MIRROR = "No licence condition covers the same person or area as an order in force."


def check(facts: Facts) -> Outcome:
    """Sets orders in force against the licence, once one is drafted or release is close."""
    if not facts.unmirrored:
        return Clear("Every order in force that keeps the person away is mirrored in the licence.")
    soon = facts.proposal.release_within(RELEASE_SOON_DAYS.value)
    if facts.orders.licence_conditions or soon:
        return outcome_of([_finding(each) for each in facts.unmirrored], NO_MIRROR)
    not_known = ["the release date"] if soon is None else []
    return outcome_of([], "Release is not close and no licence is drafted yet.", not_known)


def _finding(each: Unmirrored) -> Finding:
    return Finding(NO_MIRROR, tuple(cite(each.terms[0].record, term.quoted) for term in each.terms))


NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to approach or communicate with her")
ORDER, MIRROR = order(NO_CONTACT), condition(NO_CONTACT, EX_PARTNER, code="4858cd8b")
NO_DATE = replace(ASKED, release_date=None)
RULE = Rule(
    code=RuleCode("RO-LIC-01"),
    title="No licence condition mirrors the order",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PROCESS_GAP,),
    applies_to=BOTH,
    check=check,
    needs=ORDER_SOURCES,
    rests_on_silence_of=frozenset({Source.LICENCE_CONDITIONS}),
    authorities=("P-CVL", "L-LIC"),
    decides="responsible officer",
    act_by="before the licence is approved",
    action="Add a condition that covers the same person or area, so that a breach can lead to recall.",
    tell=("responsible officer", "prison offender manager", "whoever approves the licence"),
    do_not_disclose="A condition must never print where the protected person lives now.",
    examples=(
        raises("Release is next week and the licence says nothing about her", case(ORDER)),
        clears("The licence forbids contact with her as well", case(ORDER, MIRROR)),
        cannot_tell("Nobody knows the release date", case(ORDER, asked=NO_DATE)),
    ),
)
