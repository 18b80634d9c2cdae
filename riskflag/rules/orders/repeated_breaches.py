"""Protective orders were broken again and again.

What it flags: Two proven breaches of orders, notification duties or no-contact conditions within five years,
or one in the year before this custody. What happened on one day counts once.

Why it matters: Inspectors saw people convicted of breach after breach while hardly anybody asked why. Without
an answer the next release ends in the same way.

What to do: Find out why the breaches happened and write down what will be different this time: a place to
live, health, drink, the reasons for contact.

Limits: Allegations do not count. Where nobody knows when it happened, the day of recording stands in.
"""

from datetime import date

from riskflag.casebook import breach, case, custody
from riskflag.facts import Facts
from riskflag.facts.dates import months_before, years_before
from riskflag.facts.history import when
from riskflag.records import Conviction, CustodyEventKind, OrderBreach, Record
from riskflag.reference.thresholds import BREACH_COUNT, BREACH_YEARS, RECENT_BREACH_MONTHS
from riskflag.rule import BOTH, Clear, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

SEVERAL = "Protective orders, or duties like them, were broken more than once in the last five years."
RECENT = "A protective order, or a duty like one, was broken in the year before this custody."
ELSE = "No pattern of proven breaches is on record."


def check(facts: Facts) -> Outcome:
    """Counts the occasions on which an order was broken and somebody found so."""
    if not facts.history.breaches:
        return Clear("No proven breach is on record.")
    since = years_before(facts.as_of, BREACH_YEARS.value)
    late = [record for record in facts.history.breaches if when(record) >= since]
    if len(late) >= BREACH_COUNT.value:
        return outcome_of([Finding(SEVERAL, tuple(cite(r, _how(r)) for r in late))], ELSE)
    began = facts.returns.custody_began
    year = months_before(began or facts.as_of, RECENT_BREACH_MONTHS.value)
    recent = [record for record in facts.history.breaches if when(record) >= year]
    findings = [Finding(RECENT, tuple(cite(r, _how(r)) for r in recent))] if recent else []
    return outcome_of(findings, ELSE, [] if began or recent else ["when this custody began"])


def _how(record: Record) -> str:
    if isinstance(record, OrderBreach):
        return f"{record.outcome.value}: {record.how or 'how it was broken is not recorded'}"
    return record.description if isinstance(record, Conviction) else "breach"


RECEIVED = custody(CustodyEventKind.RECEIVED, date(2026, 8, 3))
YEARLY = tuple(breach(date(year, 5, 1), "attended her home") for year in (2022, 2023, 2024, 2026))
RULE = Rule(
    code=RuleCode("RO-BRCH-01"),
    title="Repeated breaches of protective orders",
    severity=Severity.ACT,
    harm_families=(HarmFamily.DOMESTIC_ABUSE, HarmFamily.STALKING_AND_HARASSMENT),
    applies_to=BOTH,
    check=check,
    needs=frozenset({Source.ORDER_BREACHES, Source.CONVICTIONS, Source.CUSTODY}),
    authorities=("I-TTG16", "L-RO", "P-HO"),
    decides="responsible officer",
    act_by="before release",
    action="Write down why the breaches happened and what will change; weigh electronic monitoring, somebody "
    "to meet the person at the gate, MAPPA and MARAC.",
    tell=("police", "victim liaison officer", "MAPPA co-ordinator"),
    do_not_disclose="What the people whom the orders protect have said.",
    examples=(
        raises("Four breaches in four years", case(RECEIVED, *YEARLY)),
        clears("One breach in 2015 and none since", case(RECEIVED, breach(date(2015, 5, 1)))),
        cannot_tell("One in 2025; it is not known when custody began", case(breach(date(2025, 5, 1)))),
    ),
)
