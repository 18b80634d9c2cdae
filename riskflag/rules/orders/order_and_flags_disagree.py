"""Orders and the flags that point to them disagree.

What it flags: An order in force without a flag, a flag though every order has ended, or a closed entry.

Why it matters: Entries go when supervision ends, the order runs on, and the next sentence starts unaware.

What to do: Have the records put right, and register the order again at the new sentence.

Limits: An order for which no code exists is not compared. An offence of harassment explains its alert.
"""

from collections.abc import Iterable
from datetime import date

from riskflag.casebook import alert, case, order, registration, term
from riskflag.facts import Facts
from riskflag.facts.history import FlagFact
from riskflag.facts.orders import OrderFact
from riskflag.records import Registration
from riskflag.reference.flagged_orders import HAS_A_FLAG
from riskflag.reference.flags import FlagTheme
from riskflag.reference.offences import OffenceTheme
from riskflag.rule import BOTH, Clear, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, ProhibitionKind, RuleCode, Severity, Source

NO_FLAG = "An order is in force and no open alert or register entry says so."
NO_ORDER = "An alert or register entry points to an order, and every such order on record has ended."
CLOSED = "A register entry was closed although an order it points to is still in force."
SOURCES = frozenset({Source.PROTECTIVE_ORDERS, Source.ALERTS, Source.REGISTRATIONS})


def check(facts: Facts) -> Outcome:
    """Sets orders against alerts and register entries, both ways."""
    orders = [fact for fact in facts.orders.binding if fact.order.order_type in HAS_A_FLAG]
    if not orders:
        return Clear("No order is on record that a flag could disagree with.")
    flags = [flag for flag in facts.history.flags if FlagTheme.PROTECTIVE_ORDER in flag.themes]
    live = [fact for fact in orders if fact.in_force]
    found = _against(flags, live) if live else _without_order(flags, facts)
    return outcome_of(list(found), "Orders and flags agree.")


def _against(flags: list[FlagFact], in_force: list[OrderFact]) -> Iterable[Finding]:
    orders = tuple(cite(fact.order, fact.described) for fact in in_force)
    if not any(flag.is_open for flag in flags):
        yield Finding(NO_FLAG, orders)
    entries = [flag for flag in flags if isinstance(flag.record, Registration)]
    if entries and not any(entry.is_open for entry in entries):
        yield Finding(CLOSED, (*orders, *(cite(entry.record, entry.described) for entry in entries)))


def _without_order(flags: list[FlagFact], facts: Facts) -> Iterable[Finding]:
    explained = bool(facts.history.convicted_of(OffenceTheme.STALKING_OR_HARASSMENT))
    at_odds = [f for f in flags if f.is_open and not (explained and FlagTheme.HARASSMENT in f.themes)]
    return [Finding(NO_ORDER, (cite(flag.record, flag.described),)) for flag in at_odds]


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
