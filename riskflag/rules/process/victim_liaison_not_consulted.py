"""A victim is due to be offered contact, and victim liaison does not have the case or was not asked.

What it flags: a violent or sexual offence with a year or more, or domestic abuse, and no victim liaison,
or none that it was asked in the twelve weeks before release.

Why it matters: only victim liaison may know where a victim lives and what they fear of this address.

What to do: ask victim liaison whether the area is safe, yes or no, and for the victim's views on conditions.

Limits: a victim who wants no contact is in no less danger. Hospital orders and suspended terms are not seen.
"""

from riskflag.casebook import EX_PARTNER, case, conviction, registration
from riskflag.casebook import check as asked_of
from riskflag.facts import Facts
from riskflag.facts.quoting import quoted, words_of
from riskflag.facts.victim_contact import asked_lately, eligible_offences, length_unknown, offered
from riskflag.records import CheckKind, Conviction, Record
from riskflag.reference.thresholds import RELEASE_PLANNING_DAYS
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises, unknown
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

NOT_OFFERED = "The offence entitles a victim to be offered contact, and nothing shows that anybody has."
NOT_ASKED = "Release is within twelve weeks and victim liaison was not asked about the address or conditions."
NOTHING = "No victim is due to be offered contact, or victim liaison was asked in time."
WOUNDING = conviction("00501", "Wounding with intent", EX_PARTNER, custody_months=72)
OFFERED = registration("INVI", "Victim Contact")


def check(facts: Facts) -> Outcome:
    """Whether victim liaison has a case that it should have, and was asked before release."""
    offences, known_to_liaison = eligible_offences(facts), offered(facts)
    evidence = [cite(each, _says(each, facts)) for each in (*offences, *known_to_liaison)]
    if not known_to_liaison:
        if not offences and length_unknown(facts):
            return unknown("the length of a sentence")
        return outcome_of([Finding(NOT_OFFERED, tuple(evidence))] if offences else [], NOTHING)
    soon = facts.proposal.release_within(RELEASE_PLANNING_DAYS.value)
    if asked_lately(facts) or soon is False:
        return outcome_of([], NOTHING)
    return (
        unknown("the release date") if soon is None else outcome_of([Finding(NOT_ASKED, tuple(evidence))], "")
    )


def _says(record: Record, facts: Facts) -> str:
    if isinstance(record, Conviction):
        return f"{words_of(record)}, {record.custody_months or 'unknown'} months"
    return quoted(record, facts)


RULE = Rule(
    code=RuleCode("PROC-VCS-01"),
    title="Victim due to be offered contact, or victim liaison not asked",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PROCESS_GAP, HarmFamily.DOMESTIC_ABUSE),
    applies_to=BOTH,
    check=check,
    needs=frozenset({Source.CONVICTIONS, Source.PROTECTIVE_ORDERS, Source.REGISTRATIONS, Source.CHECKS})
    | {Source.PROTECTED_PLACES},
    rests_on_silence_of=frozenset({Source.REGISTRATIONS, Source.CHECKS, Source.PROTECTED_PLACES}),
    authorities=("P-VCS", "L-DVCVA", "L-VAC"),
    decides="responsible officer",
    act_by="twelve weeks before release; at once where that is past",
    action="Ask victim liaison whether the area is safe, yes or no, and invite the victim's views.",
    tell=("victim liaison officer", "responsible officer"),
    do_not_disclose="That victim liaison has the case, or what a victim asks, to the person or the prison.",
    examples=(
        raises("Wounding with intent, six years, and victim liaison has nothing", case(WOUNDING)),
        raises("Contact was offered, and nobody has asked before release", case(WOUNDING, OFFERED)),
        clears("It was asked three weeks ago", case(WOUNDING, OFFERED, asked_of(CheckKind.VICTIM_LIAISON))),
        clears("Theft, three weeks", case(conviction("04600", "Theft from a shop", custody_months=1))),
        cannot_tell("Nobody asked victim liaison's records", case(not_asked=[Source.PROTECTED_PLACES])),
    ),
)
