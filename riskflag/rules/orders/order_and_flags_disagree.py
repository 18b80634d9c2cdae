"""Orders and the flags that point to them disagree.

What it flags: An order in force without a flag, a flag though every order has ended, or a closed entry.

Why it matters: Entries go when supervision ends, the order runs on, and the next sentence starts unaware.

What to do: Have the records put right, and register the order again at the new sentence.

Limits: One alert is for harassment offences and for court orders alike; such an offence explains it.
"""

from collections.abc import Iterable
from datetime import date

from riskflag.casebook import alert, case, order, registration, term
from riskflag.facts import Facts
from riskflag.facts.history import FlagFact
from riskflag.facts.orders import NOT_REPEATED, OrderFact
from riskflag.records import Registration
from riskflag.reference.flags import FlagTheme
from riskflag.reference.offences import OffenceTheme
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, ProhibitionKind, RuleCode, Severity, Source

NO_FLAG = "An order is in force and no open alert or register entry says so."
NO_ORDER = "An alert or register entry points to an order, and every order on record has ended."
CLOSED = "A register entry was closed although an order it points to is still in force."
SOURCES = frozenset({Source.PROTECTIVE_ORDERS, Source.ALERTS, Source.REGISTRATIONS})
THEMES = frozenset({FlagTheme.PROTECTIVE_ORDER, FlagTheme.RESTRAINING_ORDER})


def check(facts: Facts) -> Outcome:
    """Sets orders against alerts and register entries, both ways."""
    if not facts.orders.binding:
        return outcome_of([], "No order is on record that a flag could disagree with.")
    flags = [flag for flag in facts.history.flags if flag.themes & THEMES]
    in_force = [fact for fact in facts.orders.in_force if fact.order.order_type not in NOT_REPEATED]
    against = _against(flags, in_force) if facts.orders.in_force else _without_order(flags, facts)
    return outcome_of(list(against), "Orders and flags agree.")


def _against(flags: list[FlagFact], in_force: list[OrderFact]) -> Iterable[Finding]:
    orders = tuple(cite(fact.order, fact.described) for fact in in_force)
    if in_force and not any(flag.is_open for flag in flags):
        yield Finding(NO_FLAG, orders)
    entries = [flag for flag in flags if isinstance(flag.record, Registration)]
    if in_force and entries and not any(entry.is_open for entry in entries):
        yield Finding(CLOSED, (*orders, *(cite(entry.record, entry.described) for entry in entries)))


def _without_order(flags: list[FlagFact], facts: Facts) -> Iterable[Finding]:
    explained = bool(facts.history.convicted_of(OffenceTheme.STALKING_OR_HARASSMENT))
    for flag in flags:
        if flag.is_open and not (explained and FlagTheme.HARASSMENT in flag.themes):
            yield Finding(NO_ORDER, (cite(flag.record, flag.described),))


ORDER = order(term(ProhibitionKind.NO_CONTACT, "not to contact her"))
ENDED = registration("RSTO", "Restraining Order", ended_on=date(2021, 8, 1))
RULE = Rule(
    code=RuleCode("RO-REG-01"),
    title="Order and flags disagree",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PROCESS_GAP,),
    applies_to=BOTH,
    check=check,
    needs=SOURCES,
    rests_on_silence_of=SOURCES,
    authorities=("P-NDEL", "P-ALERT", "L-DPA"),
    decides="responsible officer and prison offender manager",
    act_by="within 5 working days",
    action="Correct the alert, the register entry or the order record; register a running order again.",
    tell=("responsible officer", "prison offender manager", "case administrator"),
    do_not_disclose="Nothing beyond what each record's own readers may see.",
    examples=(
        raises("The entry closed in 2021 and the order runs on", case(ORDER, alert("OHCO"), ENDED)),
        clears("The order and the alert agree", case(ORDER, alert("OHCO"))),
        cannot_tell("Nobody asked for register entries", case(ORDER, not_asked=(Source.REGISTRATIONS,))),
    ),
)
