"""An earlier release was followed quickly by a breach, a recall or a return to the same address.

What it flags: A breach of an order, alleged or proven, or the recall of somebody who is or was bound by an
order, within 28 days of an earlier release.

Why it matters: What went wrong in the first days can go wrong again in them. Inspectors met people who were
back at the same door within days.

What to do: Plan the day of release: the journey away from the area, a bed for the first night, an appointment
that day and monitoring from the start.

Limits: Nobody records who meets the person at the gate, so it is raised whatever is planned this time. A
recall without a release before it on record counts as quick.
"""

from datetime import date

from riskflag.casebook import breach, case, custody, order
from riskflag.facts import Facts
from riskflag.facts.returns import QuickReturn
from riskflag.records import CustodyEvent, CustodyEventKind
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

BREACH = "An order was broken, or is said to have been, soon after an earlier release."
RECALL = "The person was recalled soon after an earlier release and is or was bound by an order."
UNDATED = "The person, who is or was bound by an order, was recalled; the release before it is not on record."


def check(facts: Facts) -> Outcome:
    """Looks for breaches and recalls that followed quickly on a release."""
    findings = [_finding(each) for each in facts.returns.quick]
    not_known = ["when an order was broken"] if facts.returns.undated_breach else []
    return outcome_of(findings, "No breach or recall followed quickly on a release.", not_known)


def _finding(each: QuickReturn) -> Finding:
    if each.release is None:
        return Finding(UNDATED, (cite(each.record, _says(each)),))
    because = RECALL if isinstance(each.record, CustodyEvent) else BREACH
    return Finding(because, (cite(each.release, "released"), cite(each.record, _says(each))))


def _says(each: QuickReturn) -> str:
    words = each.record.words if isinstance(each.record, CustodyEvent) else "order broken"
    return f"{words or 'recalled'}, {each.days if each.days is not None else 'unknown'} days after release"


RELEASED = custody(CustodyEventKind.RELEASED, date(2025, 10, 1))
RECALLED = custody(CustodyEventKind.RECALLED, date(2025, 10, 6), "found at the address of his former wife")
THREE_DAYS_LATER, YEARS_LATER = breach(date(2025, 10, 4)), breach(date(2026, 11, 1))
RULE = Rule(
    code=RuleCode("RO-BRCH-02"),
    title="Quick breach or recall after an earlier release",
    severity=Severity.ACT,
    harm_families=(HarmFamily.DOMESTIC_ABUSE,),
    applies_to=BOTH,
    check=check,
    needs=frozenset({Source.CUSTODY, Source.ORDER_BREACHES, Source.CONVICTIONS, Source.PROTECTIVE_ORDERS}),
    authorities=("I-TTG16",),
    decides="senior probation officer countersigns the plan",
    act_by="before the day of release",
    action="Write a plan for the day: transport, first night, same-day appointment, monitoring from day one.",
    tell=("police", "victim liaison officer", "responsible officer", "mentor provider"),
    do_not_disclose="Where the people whom the orders protect are.",
    examples=(
        raises("He broke the order three days after release", case(RELEASED, THREE_DAYS_LATER)),
        raises("Bound by an order, recalled after five days", case(order(), RELEASED, RECALLED)),
        clears("The breach came a year after release", case(RELEASED, YEARS_LATER)),
        cannot_tell("Nobody asked about custody", case(not_asked=(Source.CUSTODY,))),
    ),
)
