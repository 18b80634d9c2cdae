"""An offence took place at the proposed address.

What it flags: a conviction, caution, charge or abuse by the person here, or harm done in this building.
It stops where whoever was harmed still lives there, unless it was since approved with safeguards.

Why it matters: going back to where it happened brings the person back to whoever it happened to.

What to do: plan another address from the day of conviction, and give advice about the tenancy.

Limits: an offence recorded without a place is not seen, nor is whether premises have since closed. Theft and
the like elsewhere in the building, such as in a shop below, are left out.
"""

from riskflag.casebook import PARTNER, PROPOSED, SAME_STREET, case, conviction
from riskflag.facts import Facts
from riskflag.facts.abused_occupants import decided_about
from riskflag.facts.place import HappenedHere
from riskflag.facts.quoting import words_of
from riskflag.records import AbuseRole, Conviction, ConvictionOutcome, DomesticAbuseEvent
from riskflag.reference.offences import OffenceTheme, find_offence
from riskflag.rule import ADDRESS, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import AddressBand, HarmFamily, RuleCode, Severity, Source

HERE = "The person is recorded as offending at this address."
STILL_THERE = "The person offended at this address, and somebody who was harmed still lives or stays here."
BUILDING = "The person is recorded as harming somebody in this building."
CONFIRM = "The person may have offended at this address: confirm whether it is the same."
UNPROVEN = frozenset({ConvictionOutcome.ACQUITTED, ConvictionOutcome.QUASHED})
SLIGHT = frozenset({OffenceTheme.ACQUISITIVE})


def check(facts: Facts) -> Outcome:
    """Looks for offences and abuse by the person located at the address."""
    found = [_finding(here, facts) for here in facts.place.offences if _counts(here)]
    return outcome_of(found, "No offence is recorded as having taken place at this address.")


def _counts(here: HappenedHere) -> bool:
    record = here.record
    if isinstance(record, Conviction):
        offence = find_offence(record.offence_code)
        slight = offence is not None and offence.themes <= SLIGHT and not record.victims
        return record.outcome not in UNPROVEN and (here.sure or not slight)
    return isinstance(record, DomesticAbuseEvent) and record.person_is is AbuseRole.PERPETRATOR


def _finding(here: HappenedHere, facts: Facts) -> Finding:
    evidence = (cite(here.record, words_of(here.record), here.match.because if here.match else None),)
    harmed = {link.occupant for link in facts.household.links if link.sure and link.record is here.record}
    if here.sure and harmed:
        open_still = harmed - set(decided_about(here.record, facts))
        return Finding(STILL_THERE, evidence, Severity.STOP if open_still else None)
    building = here.match is not None and here.match.band is AddressBand.SAME_BUILDING
    return Finding(HERE if here.sure else BUILDING if building else CONFIRM, evidence)


ASSAULT = conviction("10501", "common assault", PARTNER, location=PROPOSED)
RULE = Rule(
    code=RuleCode("DA-OFF-01"),
    title="Offence took place at the proposed address",
    severity=Severity.ACT,
    harm_families=(HarmFamily.DOMESTIC_ABUSE, HarmFamily.KNOWN_ADULT),
    applies_to=ADDRESS,
    check=check,
    needs=frozenset({Source.CONVICTIONS, Source.DOMESTIC_ABUSE}),
    authorities=("I-TTG16", "P-DA"),
    decides="responsible officer",
    act_by="from the day of conviction, and before the address is used",
    action="Plan another address; advise on the tenancy.",
    tell=("responsible officer", "housing provider"),
    do_not_disclose="To the housing provider: more than that the address cannot be used.",
    examples=(
        raises("An assault at this flat", case(ASSAULT)),
        raises(
            "An assault there, and she still lives there", case(ASSAULT, lives_with=(PARTNER,)), Severity.STOP
        ),
        clears("A theft four doors away", case(conviction("04600", "shoplifting", location=SAME_STREET))),
        cannot_tell("Convictions were not asked for", case(not_asked=(Source.CONVICTIONS,))),
    ),
)
