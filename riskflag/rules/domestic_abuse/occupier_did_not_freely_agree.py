"""Nobody freely agreed that the person may live at the address.

What it flags: an occupier is reluctant, answered through the person or in their hearing, or was not told of
the offences; or, where there is abuse to fear, no adult there is recorded as asked alone.

Why it matters: people who are afraid say yes when the person is listening.

What to do: speak to the main occupier alone and safely, and give them a way to say no that stays private.

Limits: where no abuse by the person is on record and no order protects anybody there, that nobody asked is
left to the rules on checks. What occupiers say is known only when it is written down.
"""

from dataclasses import replace

from riskflag.casebook import MOTHER, OCCUPANTS_UNKNOWN, abuse, case, conversation
from riskflag.facts import Facts
from riskflag.facts.consent import Doubt, doubts, history_at_home, nobody_asked_alone, not_known
from riskflag.facts.perpetrator import PERPETRATOR_SOURCES
from riskflag.facts.quoting import words_of
from riskflag.records import DomesticAbuseKind
from riskflag.rule import ADDRESS, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

SAYS = {
    Doubt.UNWILLING: "Somebody who lives here is reluctant or refuses.",
    Doubt.SECOND_HAND: "The agreement of somebody who lives here came through the person.",
    Doubt.IN_HEARING: "Somebody who lives here was not asked alone.",
    Doubt.NOT_TOLD: "Somebody who lives here agreed before they were told of the offences.",
    Doubt.NOT_LISTED: "Somebody who was asked and is not listed here is reluctant or refuses: find out why.",
}
SILENCE = "Abuse by the person, or an order protecting somebody here, is on record: no adult was asked alone."
ASKED_OF = PERPETRATOR_SOURCES | {Source.HOUSEHOLD_ENQUIRIES, Source.CONTACTS, Source.LICENCE_CONDITIONS}


def check(facts: Facts) -> Outcome:
    """Reads what occupiers said, and where there is abuse to fear whether anybody was asked."""
    found = [Finding(SAYS[why], (cite(said, words_of(said)),)) for said, why in doubts(facts)]
    at_home = history_at_home(facts)
    # Enquiries that nobody saw are no silence.
    seen = Source.HOUSEHOLD_ENQUIRIES not in facts.unavailable
    if not found and at_home and seen and nobody_asked_alone(facts):
        found.append(Finding(SILENCE))
    settled = "Those who live here agreed, or nothing on record makes their silence a danger."
    return outcome_of(found, settled, not_known(facts, at_home))


VIOLENCE = abuse(DomesticAbuseKind.PHYSICAL_VIOLENCE, MOTHER)
SECOND_HAND = replace(conversation(MOTHER, alone=None), through_the_person=True)
RULE = Rule(
    code=RuleCode("DA-OCC-01"),
    title="Occupier's consent missing, second-hand, reluctant or not given alone",
    severity=Severity.ACT,
    harm_families=(HarmFamily.DOMESTIC_ABUSE, HarmFamily.KNOWN_ADULT),
    applies_to=ADDRESS,
    check=check,
    needs=ASKED_OF,
    authorities=("P-AFER", "I-BEND", "P-DA"),
    decides="responsible officer",
    act_by="before the address is used",
    action="Speak to the occupier alone and safely; let them say no in private.",
    tell=("responsible officer",),
    do_not_disclose="To the person: that anybody refused. Say only that the address is not approved.",
    examples=(
        raises("He says that his mother does not mind", case(SECOND_HAND, lives_with=(MOTHER,))),
        raises("Violence to his mother, whom nobody asked", case(VIOLENCE, lives_with=(MOTHER,))),
        clears("His mother agrees, asked alone", case(VIOLENCE, conversation(MOTHER), lives_with=(MOTHER,))),
        cannot_tell("Nobody said who lives there", case(VIOLENCE, asked=OCCUPANTS_UNKNOWN)),
    ),
)
