"""The Home Office may decide where the person goes.

What it flags: an open flag about deportation or the Home Office, or a foreign national with a year or more.

Why it matters: the person may be detained, removed or bailed elsewhere, and nobody has looked at
that address.

What to do: ask the Home Office what it intends, and have every bail address looked at as any other.

Limits: nationality is read as it was recorded; where it is not, only a sentence that is known to be long asks
for it. Every other rule still speaks about the address.
"""

from dataclasses import replace

from riskflag.casebook import HIM, alert, case, conviction
from riskflag.facts import Facts
from riskflag.facts.dates import written_date
from riskflag.facts.history import FlagFact
from riskflag.facts.immigration import Citizen, citizenship, immigration_flags, sentences_that_make_liable
from riskflag.facts.quoting import words_of
from riskflag.records import Alert
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

FLAGGED = (
    "A flag is open that the person may be deported or removed, or that the Home Office has an interest."
)
AT_ODDS = "A flag about deportation or the Home Office is open, and the record says British or Irish."
LIABLE = "The person is a foreign national with twelve months or more, and so liable to be deported."


def check(facts: Facts) -> Outcome:
    """Open flags, and sentences that make a foreign national liable to deportation."""
    citizen, flags = citizenship(facts.person), immigration_flags(facts)
    because = AT_ODDS if citizen is Citizen.YES else FLAGGED
    findings = [Finding(because, tuple(cite(flag.record, _status(flag)) for flag in flags))] if flags else []
    long, unknown_length = sentences_that_make_liable(facts) if citizen is not Citizen.YES else ((), ())
    if long and citizen is Citizen.NO:
        sentences = tuple(cite(c.record, f"{c.record.custody_months} months") for c in long)
        findings.append(Finding(LIABLE, sentences))
    not_known = ["the nationality of the person"] if long and citizen is Citizen.NOT_KNOWN else []
    if unknown_length and citizen is Citizen.NO and not long:
        not_known.append("the length of a sentence")
    return outcome_of(findings, "Nothing makes this release a matter for the Home Office.", not_known)


def _status(flag: FlagFact) -> str:
    since = flag.record.active_from if isinstance(flag.record, Alert) else flag.record.started_on
    return f"{words_of(flag.record)}: {flag.described}, since {written_date(since)}"


LONG = conviction("09270", "supplying a controlled drug", custody_months=18)
RULE = Rule(
    code=RuleCode("IMM-01"),
    title="Deportation, removal or immigration bail may decide where the person goes",
    severity=Severity.INFORM,
    harm_families=(HarmFamily.PROCESS_GAP,),
    applies_to=BOTH,
    check=check,
    needs=frozenset({Source.ALERTS, Source.REGISTRATIONS, Source.CONVICTIONS}),
    authorities=("L-UKBA", "P-ALERT", "P-NDEL", "P-AFER"),
    decides="responsible officer",
    act_by="before release is planned any further",
    action="Ask the Home Office what it intends; check any bail address; see whether curfew release is open.",
    tell=("the Home Office", "responsible officer"),
    do_not_disclose="Victim, asylum or trafficking information to the Home Office; do not ask it for any.",
    examples=(
        raises("He was served with a deportation order", case(alert("XSDEPORT", "served in May"))),
        clears("British, with eighteen months", case(LONG, person=replace(HIM, nationality="British"))),
        cannot_tell("Eighteen months, and nobody wrote his nationality down", case(LONG)),
    ),
)
