"""Threats that still count: at somebody and recent, or about release; and outbursts at nobody."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    MOTHER,
    Case,
    abuse,
    alert,
    assessment,
    case,
    contact,
    conversation,
    conviction,
    custody,
    note,
    screening,
)
from riskflag.facts.threats import threats
from riskflag.records import (
    AbuseRole,
    ConvictionOutcome,
    CustodyEventKind,
    DomesticAbuseKind,
    Record,
    ScreeningTopic,
)
from riskflag.rules.domestic_abuse.threats_to_kill_or_harm import BECAUSE, RULE
from riskflag.vocabulary import Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

LAST_DAY, TOO_OLD = date(2024, 11, 22), date(2024, 11, 21)
TO_KILL = conviction("00301", "threats to kill", EX_PARTNER, on=LAST_DAY)
EVENT = abuse(DomesticAbuseKind.THREATS, EX_PARTNER, on=LAST_DAY)
SAID = "said he would kill his former partner"


def heard(words: str, on: date = date(2026, 11, 18)) -> Record:
    return custody(CustodyEventKind.VIOLENCE, on, words)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(TO_KILL), ACT, id="two years ago to the day"),
        pytest.param(
            case(replace(TO_KILL, happened_on=TOO_OLD, convicted_on=TOO_OLD)), CLEAR, id="a day longer ago"
        ),
        pytest.param(case(replace(TO_KILL, happened_on=TOO_OLD)), ACT, id="made earlier, proved since"),
        pytest.param(case(replace(TO_KILL, victims=())), ACT, id="nobody recorded whom"),
        pytest.param(case(replace(TO_KILL, outcome=ConvictionOutcome.PENDING)), ACT, id="charged"),
        pytest.param(case(replace(TO_KILL, outcome=ConvictionOutcome.ACQUITTED)), CLEAR, id="acquitted"),
        pytest.param(case(conviction("00528", "threatening message", on=LAST_DAY)), ACT, id="sent one"),
        pytest.param(case(conviction("OF61014", "threats to kill")), ACT, id="by the court's code"),
        pytest.param(case(conviction("12511", "provocation of violence")), CLEAR, id="an affray"),
        pytest.param(case(EVENT), ACT, id="threatened his former partner"),
        pytest.param(case(replace(EVENT, happened_on=TOO_OLD)), CLEAR, id="threatened her longer ago"),
        pytest.param(case(replace(EVENT, person_is=AbuseRole.VICTIM, words="threats")), CLEAR, id="she did"),
        pytest.param(case(heard(SAID, LAST_DAY)), ACT, id="overheard in custody"),
        pytest.param(case(heard(SAID, TOO_OLD)), CLEAR, id="overheard longer ago"),
        pytest.param(case(heard(f"{SAID} on release", date(2019, 1, 1))), ACT, id="years ago, about release"),
        pytest.param(case(alert("XVL", "threatened to stab his wife")), ACT, id="in an alert"),
        pytest.param(case(note(SAID)), ACT, id="in a note on the address"),
        pytest.param(
            case(conversation(MOTHER, words="he said he will hurt her"), lives_with=(MOTHER,)),
            ACT,
            id="told by his mother",
        ),
        pytest.param(case(contact(EX_PARTNER, note="threatened to kill her by letter")), ACT, id="by letter"),
        pytest.param(case(screening(ScreeningTopic.VIOLENCE, True, SAID)), ACT, id="in the screening"),
        pytest.param(case(not_asked=(Source.CONTACTS,)), CANNOT_TELL, id="contacts were not asked for"),
    ],
)
def test_what_shows_a_threat(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("'I'll finish her when I'm out'", ACT, id="when I'm out"),
        pytest.param("I will get him", ACT, id="get him"),
        pytest.param("vowed to murder the witness", ACT, id="a witness"),
        pytest.param("told his cellmate he was going to stab them", ACT, id="stab them"),
        pytest.param("repeated threats by letter to kill his mother", ACT, id="his mother"),
        pytest.param("texted 'you're dead'", ACT, id="you're dead"),
        pytest.param("threatens to hurt people once he is released", ACT, id="anybody, once released"),
        pytest.param("Threatened to kill Beth Corrie.", ACT, id="somebody by name"),
        pytest.param("said that he will hurt Beth", ACT, id="a first name"),
        pytest.param("threatened to kill beth", ACT, id="a name in small letters"),
        pytest.param("told the officer he'd stab the man at number 12", ACT, id="somebody without a name"),
        pytest.param("Overheard: he's going to kill Mr Ash", ACT, id="overheard"),
        pytest.param("threats to kill made against Beth", ACT, id="made against somebody"),
        pytest.param("I'll finish Level 2 English", CLEAR, id="a course"),
        pytest.param("he said he will kill time", CLEAR, id="time"),
        pytest.param("he says he would kill for a cigarette", CLEAR, id="for a cigarette"),
        pytest.param("said he will kill himself", CLEAR, id="he said it of himself"),
        pytest.param("shouted at the television that he would kill the referee", CLEAR, id="the television"),
        pytest.param("yelled 'I'll kill them' at the telly", CLEAR, id="a team on the television"),
        pytest.param(
            "Outburst while watching TV: shouted he would kill him. No target.", CLEAR, id="no target"
        ),
        pytest.param("shouted at the television that he would kill Beth", ACT, id="at it, and of somebody"),
        pytest.param("yelled at the TV that he would kill her", ACT, id="at it, and of a woman"),
        pytest.param("Swore at the TV. Told his cellmate he will kill him.", ACT, id="at it first"),
        pytest.param("shouted at the TV 'I'll kill him when I'm out'", ACT, id="at it, and of release"),
        pytest.param("threatened to harm himself", CLEAR, id="himself"),
        pytest.param("denied threatening to kill her", CLEAR, id="it is denied"),
        pytest.param("risk is greatest on release", CLEAR, id="a risk on release"),
        pytest.param("would harm a partner if left unchecked", CLEAR, id="what he might do"),
        pytest.param("wants to get his children back", CLEAR, id="his children back"),
        pytest.param("she is dead", CLEAR, id="a bereavement"),
        pytest.param("", CLEAR, id="nothing is written"),
    ],
)
@pytest.mark.parametrize("assessed", [pytest.param(True, id="assessment"), pytest.param(False, id="custody")])
def test_what_words_are_a_threat(words: str, expected: str, assessed: bool) -> None:
    assert answer(RULE, case(assessment(words=words) if assessed else heard(words))) == expected


def test_each_way_of_knowing_has_its_sentence() -> None:
    of = case(TO_KILL, EVENT, heard(SAID), heard("I'll hurt her when I'm out"))
    assert [how for how, _, _ in threats(of.facts)] == list(BECAUSE)
    assert [found.because for found in findings(RULE, of)] == list(BECAUSE.values())
    assert [each.says for found in findings(RULE, of) for each in found.evidence][2] == SAID
