"""A notice, an interim order or a bail condition holds the position, or a hearing is due.

What it flags: A domestic violence or abuse protection notice that no court has decided on, an interim order,
bail whose terms reach the address or its occupants, or a hearing within two weeks of release.

Why it matters: The court has not decided yet. Terms can change overnight, in the very days of the release.

What to do: Do not use the address until the outcome is known, and ask again on the day after the hearing.

Limits: A notice runs until the application is decided or withdrawn, whatever end is recorded.
"""

from datetime import date

from riskflag.casebook import TODAY, case, order, term
from riskflag.facts import Facts
from riskflag.facts.dates import written_date
from riskflag.facts.presence import PRESENCE_SOURCES
from riskflag.facts.undecided import Undecided, UndecidedKind
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, linked, outcome_of, raises
from riskflag.vocabulary import HarmFamily, OrderType, ProhibitionKind, RuleCode, Severity, Source

BECAUSE = {
    UndecidedKind.NOTICE: "A protection notice is on record and nothing shows that a court has decided.",
    UndecidedKind.NOTICE_TO_CONFIRM: "A protection notice is on record: confirm what the court decided.",
    UndecidedKind.INTERIM_ORDER: "An interim order is in force and the court has still to decide.",
    UndecidedKind.HEARING: "A hearing about an order is due close to the release.",
}
REACHES = "A bail condition reaches the proposed address or somebody who lives there."
MAY_REACH = "A bail condition may reach the proposed address or somebody there: confirm whether it does."


def check(facts: Facts) -> Outcome:
    """Looks for notices, interim orders and hearings, and for bail that reaches the address."""
    findings = [_finding(each) for each in facts.undecided]
    findings += [linked(bail, bail.terms, REACHES, MAY_REACH) for bail in facts.barred.by_bail]
    return outcome_of(findings, "No notice, interim order, bail condition or hearing touches this release.")


def _finding(each: Undecided) -> Finding:
    says = f"{each.order.described}; hearing: {written_date(each.order.order.hearing_on)}"
    severity = Severity.ACT if each.kind is UndecidedKind.NOTICE_TO_CONFIRM else None
    return Finding(BECAUSE[each.kind], (cite(each.order.order, says),), severity)


NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact her")
FRIDAY, SEPTEMBER = date(2026, 11, 20), date(2026, 9, 28)
SERVED = order(NO_CONTACT, kind=OrderType.DOMESTIC_ABUSE_PROTECTION_NOTICE, made_on=FRIDAY, expires_on=TODAY)
ENDED = order(NO_CONTACT, kind=OrderType.DOMESTIC_VIOLENCE_PROTECTION_ORDER, expires_on=SEPTEMBER)
RULE = Rule(
    code=RuleCode("RO-INT-01"),
    title="Notice, interim order or bail condition in place, or hearing due",
    severity=Severity.STOP,
    harm_families=(HarmFamily.DOMESTIC_ABUSE,),
    applies_to=BOTH,
    check=check,
    needs=PRESENCE_SOURCES,
    authorities=("L-DAPO", "L-DVPO", "L-SPO", "L-BAIL", "L-42"),
    decides="senior probation officer, after the outcome of the hearing",
    act_by="before the address is used; ask again on the day after the hearing",
    action="Do not use the address until the outcome is known; get the new terms and ask again.",
    tell=("responsible officer", "police", "independent domestic violence adviser through the police"),
    do_not_disclose="What the application rests on, and who spoke to the police.",
    examples=(
        raises("A notice was served on Friday and says it ends today", case(SERVED)),
        clears("A protection order of 28 days ended in September", case(ENDED)),
        cannot_tell("Nobody asked for orders", case(not_asked=(Source.PROTECTIVE_ORDERS,))),
    ),
)
