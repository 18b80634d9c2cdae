"""Convictions look like domestic abuse and no system flags it.

What it flags: proven offences against a partner or relative, breach of an order that protects one, or a
court's finding of abuse, where no alert, register or assessment says that the person abuses.

Why it matters: plans are made from flags, and abuse of relatives is what flags miss most.

What to do: read the case, register the person if it is so, assess, and make the police enquiry.

Limits: it says possible and never more. A breach counts only where the order protects a partner or relative;
where nobody recorded whom it protects, it cannot tell. Only the recorded method and names are read.
"""

from datetime import date

from riskflag.casebook import MOTHER, NEIGHBOUR, case, conviction, order
from riskflag.facts import Facts
from riskflag.facts.abuse_convictions import Domestic, abuse_convictions
from riskflag.facts.quoting import words_of
from riskflag.reference.flags import FlagTheme
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

BECAUSE = "A conviction or breach looks like domestic abuse, and no flag or assessment says so."
FLAGS = frozenset({Source.ALERTS, Source.REGISTRATIONS, Source.RISK_ASSESSMENTS})
OFFENCES = frozenset({Source.CONVICTIONS, Source.ORDER_BREACHES, Source.PROTECTIVE_ORDERS})


def check(facts: Facts) -> Outcome:
    """Where nothing flags the person as a perpetrator, looks for offences that say otherwise."""
    assessed = any(assessment.domestic_abuse_perpetrator for assessment in facts.history.risk_assessments)
    if assessed or facts.history.flagged(FlagTheme.DOMESTIC_ABUSE_PERPETRATOR):
        return outcome_of([], "A flag or an assessment already says that the person abuses.")
    looked_at = abuse_convictions(facts)
    found = [
        Finding(BECAUSE, (cite(each.record, words_of(each.record), each.because),))
        for each in looked_at
        if each.domestic is Domestic.YES
    ]
    unknown = any(each.domestic is Domestic.NOT_KNOWN for each in looked_at)
    nothing = "No conviction or breach on record looks like domestic abuse."
    return outcome_of(found, nothing, ["whom a broken order protects"] if unknown else ())


BROKEN = conviction("00831", "breach of restraining order", on=date(2026, 2, 1))
RULE = Rule(
    code=RuleCode("DA-UNFL-01"),
    title="Conviction evidence of domestic abuse and no flag for it",
    severity=Severity.ACT,
    harm_families=(HarmFamily.DOMESTIC_ABUSE, HarmFamily.PROCESS_GAP),
    applies_to=BOTH,
    check=check,
    needs=FLAGS | OFFENCES,
    rests_on_silence_of=FLAGS,
    authorities=("I-DA23", "P-NDEL", "L-SA26", "L-DAA", "L-CCB"),
    decides="responsible officer",
    act_by="before the address is used or the referral is sent",
    action="Read the case; where it is abuse, register it and complete the spousal assault assessment; ask "
    "the police about domestic abuse. Until then write possible abuse.",
    tell=("responsible officer", "prison offender manager"),
    do_not_disclose="To recipients of referrals: possible abuse as if it were established.",
    examples=(
        raises("An assault on his mother", case(conviction("10501", "common assault", MOTHER))),
        clears("A broken order that protects a neighbour", case(BROKEN, order(protects=(NEIGHBOUR,)))),
        cannot_tell("A broken order nobody has seen", case(BROKEN)),
    ),
)
