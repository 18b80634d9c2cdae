"""The person has threatened to kill or harm somebody, lately or for the time after release.

What it flags: an offence of threats to kill, a recorded threat to a partner or relative, or words anywhere in
the record that threaten somebody, within two years; and any threat about release, whenever it was made.

Why it matters: a threat that names a time and a person is a plan until somebody shows that it is not.

What to do: tell the police the same day, review the plan, and look again at the address and the way there.

Limits: words are read and not understood, and who spoke them is not checked. What was shouted at a television
and at nobody else is left out unless it speaks of release.
"""

from datetime import date

from riskflag.casebook import EX_PARTNER, Case, case, conviction, custody
from riskflag.facts import Facts
from riskflag.facts.threats import Threat, threats
from riskflag.facts.written import DEEDS_IN, SAID_IN
from riskflag.records import CustodyEventKind
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

BECAUSE = {
    Threat.OFFENCE: "There is a recent conviction or charge of threatening to kill.",
    Threat.RECORDED: "A recent threat to a partner or relative is recorded.",
    Threat.WRITTEN: "Somebody wrote of a recent threat to kill or harm a particular person.",
    Threat.ON_RELEASE: "Somebody wrote of a threat for the time after release.",
}


def check(facts: Facts) -> Outcome:
    """Looks for threats by the person in offences, events and words."""
    findings = [Finding(BECAUSE[how], (cite(record, says),)) for how, record, says in threats(facts)]
    return outcome_of(findings, "No threat that still counts is on record.")


def _heard(words: str) -> Case:
    return case(custody(CustodyEventKind.VIOLENCE, date(2026, 11, 18), words))


RULE = Rule(
    code=RuleCode("TTK-01"),
    title="Threats to kill, or to harm on release",
    severity=Severity.ACT,
    harm_families=(HarmFamily.KNOWN_ADULT, HarmFamily.DOMESTIC_ABUSE),
    applies_to=BOTH,
    check=check,
    needs=DEEDS_IN | SAID_IN,
    authorities=("P-HO", "L-MAPPA"),
    decides="police; of the release plan, a senior probation officer",
    act_by="the same day",
    action="Tell the police today; whether a life is threatened is theirs to judge and to act on. Review the "
    "plan for managing risk, the address and the journey to it.",
    tell=("police", "senior probation officer", "duty governor"),
    do_not_disclose="To whoever was threatened: only the police tell them. To the person: that it was heard.",
    examples=(
        raises(
            "Overheard by telephone: he will finish her when he is out",
            _heard("I'll finish her when I'm out"),
        ),
        raises("Convicted last year", case(conviction("00301", "threats to kill", EX_PARTNER))),
        clears("Swore at the television", _heard("shouted at the television that he would kill the referee")),
        cannot_tell("Custody records were not asked for", case(not_asked=(Source.CUSTODY,))),
    ),
)
