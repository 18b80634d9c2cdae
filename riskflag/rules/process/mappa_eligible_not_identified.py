"""The person qualifies for multi-agency public protection and nobody has said so.

What it flags: an offence, registration or danger that qualifies, without a flag; or a level not set in time.

Why it matters: agencies share what they know of somebody only once somebody has named the case.

What to do: screen the case, set the level, and send the forms to the co-ordinator.

Limits: hospital orders and suspended terms are not seen. A term that ended before a new one does not count.
"""

from riskflag.casebook import case, conviction
from riskflag.facts import Facts
from riskflag.facts.mappa import grounds, level_is_due, level_unset, undecided
from riskflag.facts.quoting import words_of
from riskflag.facts.topics import HISTORY_SOURCES
from riskflag.records import Conviction, Record
from riskflag.reference.flags import FlagTheme
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises, unknown
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

ELIGIBLE = "The record qualifies the person for multi-agency public protection and no flag says so."
WOUNDING = ("00801", "Wounding")
UNSET = "Release is within six months and the level of multi-agency management is not set."


def check(facts: Facts) -> Outcome:
    """Without a flag, whether one is due; with one, whether its level has been set in time."""
    if facts.history.flagged(FlagTheme.MAPPA):
        return _level(facts)
    evidence = tuple(cite(record, _says(record)) for record in grounds(facts))
    open_question = None if evidence else undecided(facts)
    if open_question:
        return unknown(open_question)
    return outcome_of([Finding(ELIGIBLE, evidence)] if evidence else [], "Nothing qualifies the person.")


def _level(facts: Facts) -> Outcome:
    unset, due = level_unset(facts), level_is_due(facts)
    if unset and due is None:
        return unknown("the release date")
    evidence = tuple(cite(flag.record, flag.type.description if flag.type else "") for flag in unset)
    return outcome_of([Finding(UNSET, evidence)] if unset and due else [], "The case is identified.")


def _says(record: Record) -> str:
    months = record.custody_months if isinstance(record, Conviction) else None
    return words_of(record) + (f", {months} months" if months else "")


RULE = Rule(
    code=RuleCode("MAPPA-01"),
    title="Qualifies for multi-agency public protection and is not identified, or has no level",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PROCESS_GAP, HarmFamily.PUBLIC),
    applies_to=BOTH,
    check=check,
    needs=HISTORY_SOURCES | {Source.ORDER_BREACHES, Source.PROTECTIVE_ORDERS, Source.RISK_ASSESSMENTS},
    rests_on_silence_of=frozenset({Source.ALERTS, Source.REGISTRATIONS}),
    authorities=("L-MAPPA", "P-ALERT", "P-NDEL"),
    decides="responsible officer",
    act_by="before release is planned any further",
    action="Screen the case for MAPPA, set the level and send the forms.",
    tell=("the MAPPA co-ordinator", "police"),
    do_not_disclose="Nothing beyond the ordinary rules.",
    examples=(
        raises("Wounding, fourteen months, and no flag", case(conviction(*WOUNDING, custody_months=14))),
        clears("Wounding, eight months", case(conviction(*WOUNDING, custody_months=8))),
        cannot_tell("Wounding, and the sentence is not recorded", case(conviction(*WOUNDING))),
    ),
)
