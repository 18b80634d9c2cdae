"""Risk that nobody wrote down: the record looks like it, and no flag, registration, order or rule says so.

A score raises such a flag or it says nothing. It never lowers, clears or replaces what a rule found.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from riskflag.classifier.harm import OUTCOMES, Harm
from riskflag.classifier.model import Score
from riskflag.classifier.scorer import Scored
from riskflag.classifier.words import of_100_people, weighed
from riskflag.facts import Facts
from riskflag.flags import Flag
from riskflag.reference.flags import FlagTheme
from riskflag.rule import Finding
from riskflag.vocabulary import HarmFamily, RuleCode, Severity

MOST_TOLD = 5
"""How many contributions are told in words. All of them are kept with the score."""
NO_WORD_OF_HARM = frozenset({HarmFamily.PROCESS_GAP, HarmFamily.PERSON_AS_VICTIM})
"""A rule about what was not done, or about harm to the person, does not recognise harm by the person."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """What shows that somebody has recognised a harm.

    code: code of the flag that is raised where nobody has
    families: a rule of any of these kinds of harm has spoken
    themes: an open alert or registration of any of these themes
    """

    code: RuleCode
    families: frozenset[HarmFamily]
    themes: frozenset[FlagTheme]


ABUSE = frozenset({HarmFamily.DOMESTIC_ABUSE, HarmFamily.STALKING_AND_HARASSMENT, HarmFamily.KNOWN_ADULT})
ABUSE_THEMES = frozenset(
    {
        FlagTheme.DOMESTIC_ABUSE_PERPETRATOR,
        FlagTheme.HIGH_RISK_DOMESTIC_ABUSE_MEETING,
        FlagTheme.STALKING,
        FlagTheme.HARASSMENT,
    }
)
ORDER_THEMES = frozenset({FlagTheme.PROTECTIVE_ORDER, FlagTheme.RESTRAINING_ORDER})
VIOLENCE_THEMES = frozenset({FlagTheme.VIOLENCE, FlagTheme.WEAPON, FlagTheme.SERIOUS_HARM_VERY_HIGH})
RECOGNISED = {
    Harm.DOMESTIC_ABUSE: Recognition(RuleCode("MODEL-DA"), ABUSE, ABUSE_THEMES),
    Harm.ORDER_BREACH: Recognition(RuleCode("MODEL-ORDER"), ABUSE, ABUSE_THEMES | ORDER_THEMES),
    Harm.VIOLENCE: Recognition(
        RuleCode("MODEL-VIOL"),
        ABUSE | {HarmFamily.PUBLIC, HarmFamily.STAFF},
        ABUSE_THEMES | VIOLENCE_THEMES | {FlagTheme.SERIOUS_HARM_HIGH},
    ),
}


def unrecognised(facts: Facts, scored: Scored, flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """A flag for each harm whose probability is high enough and that nobody has recognised.

    flags: what the rules raised
    """
    raised = tuple(flags)
    return tuple(
        _flag(score, scored)
        for score in scored.scores
        if score.worth_a_flag and not recognised(score.harm, facts, raised)
    )


def recognised(harm: Harm, facts: Facts, flags: Iterable[Flag]) -> bool:
    """Whether an open alert or registration, or a rule about such harm by the person, speaks of it."""
    by = RECOGNISED[harm]
    return not by.themes.isdisjoint(facts.history.open_themes) or any(
        by.families.intersection(flag.harm_families) and NO_WORD_OF_HARM.isdisjoint(flag.harm_families)
        for flag in flags
    )


def _flag(score: Score, scored: Scored) -> Flag:
    mark = " (demonstration model, learned from simulated people)" if scored.demonstration else ""
    recognition = RECOGNISED[score.harm]
    return Flag(
        code=recognition.code,
        title=f"The record is like that of people who go on to {OUTCOMES[score.harm].title}{mark}",
        severity=Severity.ACT,
        harm_families=tuple(sorted(recognition.families)),
        findings=(Finding(" ".join(_because(score, scored)), (), Severity.ACT),),
        missing=(),
        decides="The responsible officer",
        act_by="before release",
        action=(
            "Read the records that weigh most, named above, as a possible risk that nobody wrote down. "
            "Record what you decide. The score proves nothing about this person and decides nothing."
        ),
        tell=(),
        do_not_disclose="the score, or that a model was asked",
        authorities=(),
        staff_message=None,
    )


def _because(score: Score, scored: Scored) -> Iterable[str]:
    yield of_100_people(score)
    yield "No order, alert, registration or rule speaks of it."
    raising = [what for what, adds in islice(weighed(score, scored), MOST_TOLD) if adds > 0]
    yield f"What raises it most: {'; '.join(raising)}." if raising else "No single fact raises it."
    if scored.unlike_training:
        yield "In part the record is unlike any that the model learned from, and there it only guesses."
