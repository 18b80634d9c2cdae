"""Records about the person contradict each other.

What it flags: duplicate records, flags that deny each other, an order in doubt, impossible dates.

Why it matters: whoever reads only one of two records plans on the one that may be wrong.

What to do: find out which is right and correct the other. Until then the safer reading holds.

Limits: two spellings of one name or address are no conflict. Addresses that differ have a rule of their own.
"""

from collections.abc import Callable, Iterable, Mapping

from riskflag.casebook import alert, case, registration
from riskflag.facts import Facts, conflicts
from riskflag.facts.assessed import contradictory_notes
from riskflag.facts.quoting import words_of
from riskflag.records import Record
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

CONFLICTS: Mapping[str, Callable[[Facts], Iterable[Record]]] = {
    "The person has more than one record, and the other has not been read in.": conflicts.duplicate_records,
    "Open flags deny each other.": conflicts.opposite_flags,
    "A flag is open, and its own words say that it no longer holds.": conflicts.taken_back_in_words,
    "An order is said to be discharged and nothing shows it.": conflicts.discharged_without_evidence,
    "Dates on a record cannot all be right.": conflicts.impossible_dates,
    "An order keeps the person at an address and out of it.": conflicts.required_and_forbidden,
    "The address is called both unsuitable and settled.": contradictory_notes,
}
TWICE = registration("KDUP", "Known Duplicate Offender")


def check(facts: Facts) -> Outcome:
    """Every kind of conflict in turn."""
    findings: list[Finding] = []
    for because, find in CONFLICTS.items():
        records = find(facts)
        if records:
            findings.append(Finding(because, tuple(cite(record, words_of(record)) for record in records)))
    return outcome_of(findings, "No two records contradict each other.")


RULE = Rule(
    code=RuleCode("PROC-CONF-01"),
    title="Identity, order, flag or address facts contradict each other",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PROCESS_GAP,),
    applies_to=BOTH,
    check=check,
    needs=frozenset({Source.ALERTS, Source.REGISTRATIONS, Source.PROTECTIVE_ORDERS, Source.CONVICTIONS})
    | {Source.HOUSEHOLD_ENQUIRIES, Source.ADDRESSES},
    authorities=("L-DPA", "I-TTG16"),
    decides="responsible officer",
    act_by="before the address is decided",
    action="Find out which record is right, correct the other at its source, and merge nothing unasked.",
    tell=("prison offender manager", "responsible officer", "the data team of each system"),
    do_not_disclose="Nothing beyond the ordinary rules.",
    examples=(
        raises("The register says that he has a second record", case(TWICE)),
        clears("An open flag with nothing against it", case(alert("XVL", "assaulted another prisoner"))),
        cannot_tell("Nobody asked for registrations", case(not_asked=[Source.REGISTRATIONS])),
    ),
)
