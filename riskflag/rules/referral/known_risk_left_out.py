"""The referral leaves out a known risk that its recipient needs.

What it flags: a risk that the record knows, that this kind of recipient needs, and that neither the text nor
a form surely states.

Why it matters: inspectors found referrals of a line or two that said nothing of risk. Whoever was not told
houses, meets or teaches the person unprepared.

What to do: tell the recipient the least that is needed, on a recorded basis, and send the referral again.

Limits: who needs what is a table to be settled locally. Words that may or may not state a risk are left for
a person to check. A pack that the recipient acknowledged covers what was recorded by then.
"""

from dataclasses import replace
from datetime import date

from riskflag.casebook import REFERRED, case, conviction
from riskflag.facts import Facts
from riskflag.facts.known_risks import KNOWN_FROM
from riskflag.facts.quoting import gravest, quoted
from riskflag.facts.referral_text import Untold, text_withheld, untold_risks
from riskflag.reading.themes import Stance
from riskflag.rule import REFERRAL, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity

MOST_RECORDS = 3
SAYS = {
    None: "The referral does not tell of a known risk that this recipient needs",
    Stance.DENIED: "The referral denies a risk that the record knows and that this recipient needs",
    Stance.UNSURE: "The text may or may not tell of a known risk that this recipient needs, so check it",
}


def check(facts: Facts) -> Outcome:
    """Every risk that the recipient needs, is known and is not surely stated."""
    untold = list(untold_risks(facts))
    if untold and text_withheld(facts):
        return outcome_of([], "", ["what the referral says"])
    return outcome_of([_finding(each, facts) for each in untold], "It tells what its recipient needs.")


def _finding(untold: Untold, facts: Facts) -> Finding:
    need = untold.need
    why = f"{need.why[0].lower()}{need.why[1:]}"
    because = f"{SAYS[untold.stance]} ({need.theme.value.replace('_', ' ')}): {why}."
    records = gravest(untold.records, MOST_RECORDS)
    return Finding(because, tuple(cite(record, quoted(record, facts)) for record in records))


ARSON = conviction("05602", "arson not endangering life", on=date(2020, 5, 1))
TOLD = replace(REFERRED, text="Fire-setting 2020, see risk pack.")
RULE = Rule(
    code=RuleCode("REF-OMIT-01"),
    title="Referral leaves out a known risk that its recipient needs",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PROCESS_GAP,),
    applies_to=REFERRAL,
    check=check,
    needs=KNOWN_FROM,
    authorities=("I-TTG16", "L-DPA", "P-DA", "L-MAPPA"),
    decides="responsible officer",
    act_by="before the recipient meets or houses the person",
    action="Complete the least that this recipient needs, record the basis, and send the referral again.",
    tell=("the recipient, the least that is needed", "responsible officer"),
    do_not_disclose="Who was harmed, where anybody protected is, or anything this recipient does not need.",
    staff_message="This referral may be incomplete. The responsible officer must complete it before it goes.",
    examples=(
        raises("Arson is on record and the referral asks for a room", case(ARSON, asked=REFERRED)),
        clears("The referral tells of the fire", case(ARSON, asked=TOLD)),
        cannot_tell("Nobody handed over the text", case(ARSON, asked=replace(REFERRED, text=None))),
    ),
)
