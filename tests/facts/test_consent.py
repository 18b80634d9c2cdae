"""When what an occupier said can be taken for consent, and when it cannot."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from riskflag.casebook import (
    ASKED,
    CHILD_OF_NINE,
    EX_PARTNER,
    FRIEND,
    MOTHER,
    OCCUPANTS_UNKNOWN,
    Case,
    abuse,
    case,
    contact,
    conversation,
    conviction,
    order,
    registration,
    term,
)
from riskflag.enquiry import Occupant, PlacementKind
from riskflag.facts.consent import (
    Doubt,
    doubts,
    freely_agreed,
    history_at_home,
    nobody_asked_alone,
    not_known,
)
from riskflag.records import AbuseRole, Consent, DomesticAbuseKind, NamedPerson, Record
from riskflag.vocabulary import ProhibitionKind

SAID = conversation(MOTHER)
EARLIER, LATER = date(2026, 10, 1), date(2026, 11, 10)
NAMESAKE = NamedPerson(MOTHER.name)
CONVICTED = conviction("04600", "Theft from a shop")
ABUSED = abuse(DomesticAbuseKind.THREATS, EX_PARTNER)


def found(*records: Record, lives_with: tuple[NamedPerson, ...] = (MOTHER,)) -> list[Doubt]:
    return [doubt for _, doubt in doubts(case(*records, lives_with=lives_with).facts)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, [], id="agreed alone, knowing of the offences"),
        pytest.param({"consent": Consent.RELUCTANT}, [Doubt.UNWILLING], id="reluctant"),
        pytest.param({"consent": Consent.REFUSES}, [Doubt.UNWILLING], id="refuses"),
        pytest.param({"consent": Consent.NOT_ASKED}, [], id="was not asked"),
        pytest.param({"through_the_person": True}, [Doubt.SECOND_HAND], id="through him"),
        pytest.param(
            {"through_the_person": True, "spoken_to_alone": False}, [Doubt.SECOND_HAND], id="through him only"
        ),
        pytest.param({"spoken_to_alone": False}, [Doubt.IN_HEARING], id="he was in the room"),
        pytest.param({"spoken_to_alone": None}, [], id="nobody says whether he was in the room"),
        pytest.param(
            {"spoken_to_alone": False, "consent": Consent.NOT_ASKED}, [], id="he was there, nothing was asked"
        ),
        pytest.param({"told_of_offences": False}, [Doubt.NOT_TOLD], id="she did not know"),
        pytest.param({"told_of_offences": None}, [], id="nobody says whether she knew"),
        pytest.param(
            {"told_of_offences": False, "consent": Consent.REFUSES},
            [Doubt.UNWILLING],
            id="she refused without knowing",
        ),
        pytest.param(
            {"consent": Consent.RELUCTANT, "spoken_to_alone": False},
            [Doubt.UNWILLING, Doubt.IN_HEARING],
            id="reluctant while he was in the room",
        ),
        pytest.param(
            {"spoken_to_alone": False, "told_of_offences": False},
            [Doubt.IN_HEARING, Doubt.NOT_TOLD],
            id="he was in the room and she did not know",
        ),
    ],
)
def test_what_was_said_and_how(changes: dict[str, Any], expected: list[Doubt]) -> None:
    assert found(replace(SAID, **changes)) == expected


@pytest.mark.parametrize(
    ("words", "unwilling"),
    [
        pytest.param("agreed with some reluctance", True, id="reluctance"),
        pytest.param("agreed reluctantly", True, id="reluctantly"),
        pytest.param("is scared of him", True, id="scared"),
        pytest.param("afraid to say no", True, id="afraid"),
        pytest.param("frightened", True, id="frightened"),
        pytest.param("fearful of a row", True, id="fearful"),
        pytest.param("uneasy about it", True, id="uneasy"),
        pytest.param("unwilling at first", True, id="unwilling"),
        pytest.param("does not want him home", True, id="does not want"),
        pytest.param("I don't want him", True, id="don't want"),
        pytest.param("dont want him", True, id="dont want, without its apostrophe"),
        pytest.param("she did not want trouble", True, id="did not want"),
        pytest.param("asked him to leave last time", True, id="asked him to leave"),
        pytest.param("wants him out by spring", True, id="wants him out"),
        pytest.param("under pressure from his brother", True, id="under pressure"),
        pytest.param("no reluctance", False, id="no reluctance"),
        pytest.param("not reluctant at all", True, id="a denial that is not understood raises a doubt"),
        pytest.param("is never afraid", False, id="never afraid"),
        pytest.param("wants him home", False, id="wants him home"),
        pytest.param("", False, id="nothing is written"),
    ],
)
def test_words_may_say_more_than_the_box_ticked(words: str, unwilling: bool) -> None:
    assert found(replace(SAID, words=words)) == [Doubt.UNWILLING] * unwilling


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        pytest.param(replace(SAID, happened_on=LATER), [], id="she later agreed freely"),
        pytest.param(
            replace(SAID, happened_on=EARLIER), [Doubt.UNWILLING], id="she had agreed freely before"
        ),
        pytest.param(
            replace(SAID, happened_on=LATER, spoken_to_alone=None),
            [Doubt.UNWILLING],
            id="she later agreed, nobody says whether alone",
        ),
        pytest.param(
            replace(SAID, happened_on=LATER, told_of_offences=None),
            [Doubt.UNWILLING],
            id="she later agreed, nobody says what she knew",
        ),
        pytest.param(
            replace(SAID, happened_on=LATER, words="scared"),
            [Doubt.UNWILLING, Doubt.UNWILLING],
            id="she later agreed and was scared",
        ),
        pytest.param(
            replace(SAID, happened_on=LATER, occupier=NAMESAKE),
            [Doubt.UNWILLING],
            id="somebody of her name later agreed",
        ),
        pytest.param(
            replace(SAID, happened_on=LATER, occupier=FRIEND),
            [Doubt.UNWILLING],
            id="another occupier later agreed",
        ),
    ],
)
def test_only_her_own_free_agreement_takes_its_place(later: Record, expected: list[Doubt]) -> None:
    refused = replace(SAID, consent=Consent.REFUSES)
    assert found(refused, later, lives_with=(MOTHER, FRIEND)) == expected


@pytest.mark.parametrize(
    ("lives_with", "placement", "heard"),
    [
        pytest.param((MOTHER,), PlacementKind.PRIVATE_HOUSEHOLD, True, id="she lives there"),
        pytest.param((NAMESAKE,), PlacementKind.PRIVATE_HOUSEHOLD, True, id="somebody of her name does"),
        pytest.param((FRIEND,), PlacementKind.PRIVATE_HOUSEHOLD, True, id="only a friend is listed there"),
        pytest.param((), PlacementKind.PRIVATE_HOUSEHOLD, True, id="nobody is named in another's home"),
        pytest.param((), PlacementKind.NOT_STATED, True, id="nobody is named, nobody says whose home"),
        pytest.param((), PlacementKind.OWN_TENANCY, False, id="nobody is named, in his own tenancy"),
    ],
)
def test_it_matters_whether_she_may_live_there(
    lives_with: tuple[NamedPerson, ...], placement: PlacementKind, heard: bool
) -> None:
    refused = replace(SAID, consent=Consent.REFUSES)
    of = case(refused, lives_with=lives_with, asked=replace(ASKED, placement=placement))
    assert bool(doubts(of.facts)) is heard


@pytest.mark.parametrize(
    ("changes", "free"),
    [
        pytest.param({}, True, id="alone, knowing"),
        pytest.param({"consent": Consent.RELUCTANT}, False, id="reluctant"),
        pytest.param({"spoken_to_alone": False}, False, id="not alone"),
        pytest.param({"spoken_to_alone": None}, False, id="nobody says whether alone"),
        pytest.param({"told_of_offences": False}, False, id="not told"),
        pytest.param({"told_of_offences": None}, False, id="nobody says whether told"),
        pytest.param({"through_the_person": True}, False, id="through him"),
    ],
)
def test_free_agreement(changes: dict[str, Any], free: bool) -> None:
    assert freely_agreed(replace(SAID, **changes)) is free


IN_CHARGE, LODGER = Occupant(MOTHER, main_occupier=True), Occupant(FRIEND)


@pytest.mark.parametrize(
    ("of", "nobody"),
    [
        pytest.param(case(lives_with=(MOTHER,)), True, id="nobody spoke to her"),
        pytest.param(case(SAID, lives_with=(MOTHER,)), False, id="she was asked alone"),
        pytest.param(case(conversation(FRIEND), lives_with=(MOTHER,)), True, id="only a friend was asked"),
        pytest.param(
            case(conversation(NAMESAKE), lives_with=(MOTHER,)), False, id="somebody of her name was asked"
        ),
        pytest.param(
            case(replace(SAID, consent=Consent.REFUSES), lives_with=(MOTHER,)), False, id="she refused, alone"
        ),
        pytest.param(
            case(replace(SAID, consent=Consent.NOT_ASKED), lives_with=(MOTHER,)), True, id="not asked"
        ),
        pytest.param(case(replace(SAID, spoken_to_alone=None), lives_with=(MOTHER,)), True, id="not said"),
        pytest.param(case(replace(SAID, spoken_to_alone=False), lives_with=(MOTHER,)), True, id="not alone"),
        pytest.param(case(SAID, lives_with=(MOTHER, FRIEND)), False, id="one of two adults"),
        pytest.param(case(SAID, lives_with=(IN_CHARGE, LODGER)), False, id="she, whose home it is"),
        pytest.param(
            case(conversation(FRIEND), lives_with=(IN_CHARGE, LODGER)), True, id="the lodger, not she"
        ),
        pytest.param(
            case(conversation(CHILD_OF_NINE), lives_with=(MOTHER, CHILD_OF_NINE)), True, id="only a child"
        ),
        pytest.param(case(), False, id="nobody lives there"),
        pytest.param(
            case(lives_with=(MOTHER,), asked=replace(ASKED, placement=PlacementKind.APPROVED_PREMISES)),
            False,
            id="approved premises",
        ),
        pytest.param(
            case(lives_with=(MOTHER,), asked=replace(ASKED, placement=PlacementKind.HOSTEL)),
            True,
            id="hostel",
        ),
    ],
)
def test_whether_anybody_was_asked_alone(of: Case, nobody: bool) -> None:
    assert nobody_asked_alone(of.facts) is nobody


@pytest.mark.parametrize(
    ("of", "history"),
    [
        pytest.param(case(), False, id="nothing on record"),
        pytest.param(case(ABUSED), True, id="he abused somebody"),
        pytest.param(case(replace(ABUSED, corroborated=False)), True, id="somebody says so"),
        pytest.param(case(replace(ABUSED, person_is=AbuseRole.VICTIM)), False, id="he was abused"),
        pytest.param(case(registration("ADVP", "Domestic Abuse Perpetrator")), True, id="registered"),
        pytest.param(case(contact(MOTHER)), False, id="a contact"),
        pytest.param(
            case(order(term(ProhibitionKind.NO_CONTACT)), lives_with=(EX_PARTNER,)),
            True,
            id="an order protects somebody there",
        ),
        pytest.param(
            case(order(term(ProhibitionKind.NO_CONTACT)), lives_with=(FRIEND,)),
            False,
            id="an order protects somebody who is not there",
        ),
    ],
)
def test_when_silence_is_a_finding(of: Case, history: bool) -> None:
    assert history_at_home(of.facts) is history


WHO, TOLD = "who lives there", "whether the occupier was told of the offences"
UNSAID = replace(SAID, told_of_offences=None)


@pytest.mark.parametrize(
    ("of", "missing"),
    [
        pytest.param(case(ABUSED, asked=OCCUPANTS_UNKNOWN), [WHO], id="abuse, and nobody says who is there"),
        pytest.param(case(asked=OCCUPANTS_UNKNOWN), [], id="no history, and nobody says who is there"),
        pytest.param(case(ABUSED), [], id="abuse, and somebody said that nobody is there"),
        pytest.param(case(CONVICTED, UNSAID, lives_with=(MOTHER,)), [TOLD], id="offences, not said"),
        pytest.param(case(ABUSED, UNSAID, lives_with=(MOTHER,)), [TOLD], id="abuse, not said"),
        pytest.param(case(UNSAID, lives_with=(MOTHER,)), [], id="there is nothing to tell"),
        pytest.param(case(CONVICTED, SAID, lives_with=(MOTHER,)), [], id="told"),
        pytest.param(
            case(CONVICTED, replace(UNSAID, consent=Consent.REFUSES), lives_with=(MOTHER,)), [], id="refused"
        ),
        pytest.param(case(CONVICTED, UNSAID, lives_with=(FRIEND,)), [], id="she does not live there"),
    ],
)
def test_what_must_be_known_first(of: Case, missing: list[str]) -> None:
    assert list(not_known(of.facts, history_at_home(of.facts))) == missing
