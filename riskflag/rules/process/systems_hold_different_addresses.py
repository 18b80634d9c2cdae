"""Systems hold different addresses for one release.

What it flags: curfew, licence, plan, bail, police or prison records, or the proposal, that differ.

Why it matters: one address is looked at and the person is sent to another. Inspectors saw that happen.

What to do: settle on one address, correct the others, and ask about every one of them until then.

Limits: addresses that follow each other by date are not compared, nor past homes and other addresses. Whether
two requirements can both be kept is for another rule.
"""

from dataclasses import replace

from riskflag.casebook import OTHER_TOWN, PROPOSED, case, own_address
from riskflag.facts import Facts
from riskflag.facts.dates import written_date
from riskflag.facts.recorded_addresses import disagreement
from riskflag.records import AddressRecord, AddressUse
from riskflag.rule import ADDRESS, Outcome, Rule, cannot_tell, cite, clears, found, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source, SourceSystem

DIFFERENT = "Systems hold different addresses for the same time, or another than the proposed one."
TO_CONFIRM = "Systems hold addresses that may or may not be one and the same: confirm whether they are."
CURFEW = own_address(OTHER_TOWN, AddressUse.CURFEW, SourceSystem.NOMIS)
PLAN = own_address(PROPOSED, AddressUse.RESETTLEMENT_PLAN, SourceSystem.RESETTLEMENT_PASSPORT)


def check(facts: Facts) -> Outcome:
    """One finding, with every address that is held for the release."""
    differ = disagreement(facts) if facts.place.own_addresses else None
    findings = []
    if differ is not None:
        evidence = (cite(record, _says(record)) for record in differ.held)
        findings.append(found(differ.sure, DIFFERENT, TO_CONFIRM, *evidence))
    return outcome_of(findings, "No two systems hold different addresses for the same time.")


def _says(record: AddressRecord) -> str:
    starts, ends = (f"{written_date(day, 'no date')}" for day in (record.starts_on, record.ends_on))
    return f"{record.use.value.replace('_', ' ')}, from {starts} to {ends}: {record.address.text}"


RULE = Rule(
    code=RuleCode("PROC-HDC-01"),
    title="Different addresses for curfew, licence, plan, police or bail",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PROCESS_GAP,),
    applies_to=ADDRESS,
    check=check,
    needs=frozenset({Source.ADDRESSES}),
    authorities=("I-TTG16", "P-HDC"),
    decides="responsible officer",
    act_by="before any of the addresses is approved",
    action="Settle on one address, correct the others, and ask about each; what stops any of them stands.",
    tell=("responsible officer", "prison curfew team", "electronic monitoring provider"),
    do_not_disclose="Show the person's own addresses only, never another's.",
    staff_message="Systems hold different addresses for this release. Settle on one and have each looked at.",
    examples=(
        raises("The curfew is held for one home and the plan for another", case(CURFEW, PLAN)),
        clears("The same house, written another way", case(PLAN, replace(CURFEW, address=PROPOSED))),
        cannot_tell("Nobody asked for his addresses", case(PLAN, not_asked=[Source.ADDRESSES])),
    ),
)
