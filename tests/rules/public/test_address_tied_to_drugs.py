"""Drugs at the proposed address: the register, the notes, the household and recovery."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    CHILD_OF_NINE,
    FRIEND,
    MOTHER,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    Case,
    alert,
    case,
    check,
    contact,
    conversation,
    conviction,
    decision,
    health,
    incident,
    note,
)
from riskflag.records import (
    Address,
    CheckKind,
    DecisionKind,
    HealthAndCareKind,
    NamedPerson,
    NoteKind,
    PlaceIncidentKind,
    Record,
)
from riskflag.rule import Raised
from riskflag.rules.public.address_tied_to_drugs import CONFIRM, RECOVERING, RULE, SAID, UNKNOWN
from riskflag.vocabulary import Uprn
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings, outcome

STREET_ONLY = Address("Elder Row, Fernhill", street="Elder Row", town="Fernhill")
FLAT_ONE, FLAT_TWO = (
    replace(PROPOSED, text=f"Flat {n}, {PROPOSED.text}", uprn=Uprn(f"99000000010{n}"), unit=f"Flat {n}")
    for n in (1, 2)
)
LONG_AGO = date(2023, 11, 21)
RECOVERY = health(HealthAndCareKind.SUBSTANCE_RECOVERY)
OLD_SUPPLY = incident(PlaceIncidentKind.DRUG_SUPPLY, LONG_AGO)
HER_SON = NamedPerson("Dan Sample")


def answered(result: str) -> Record:
    return replace(check(CheckKind.POLICE_DOMESTIC_ABUSE), result=result)


def supplied_at(place: Address) -> Record:
    return conviction("19302", "supplying a controlled drug", location=place)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Described as a drug den.", id="a den"),
        pytest.param("known crack house", id="a crack house"),
        pytest.param("Her brother deals drugs from the flat", id="dealing"),
        pytest.param("Supply of class A from the address", id="supply"),
        pytest.param("drugs warrant executed in May", id="a warrant"),
        pytest.param("closure order made on the flat", id="a closure"),
        pytest.param("Warrant executed under the Misuse of Drugs Act", id="the Act by name"),
        pytest.param("Frequented by drug users", id="drug users"),
        pytest.param("cannabis farm found in the loft", id="a farm"),
        pytest.param("No record of arrears. Drug use on the premises", id="another thing is denied"),
        pytest.param("Not a drug den in 2019, a drug den now", id="denied once, then said"),
    ],
)
def test_a_note_that_ties_the_address_to_drugs_is_raised(text: str) -> None:
    assert answer(RULE, case(note(text))) == ACT
    assert answer(RULE, case(decision(DecisionKind.PENDING, text))) == ACT
    assert answer(RULE, case(answered(text))) == ACT
    assert answer(RULE, case(conversation(MOTHER, words=text), lives_with=(MOTHER,))) == ACT
    assert [f.because for f in findings(RULE, case(asked=replace(ASKED, notes=text)))] == [SAID]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Not a drug den", id="denied"),
        pytest.param("no drug use", id="no use"),
        pytest.param("No known drug use", id="no known use"),
        pytest.param("No evidence of drug use", id="no evidence"),
        pytest.param("Drug free household", id="free of drugs"),
        pytest.param("Lives there as long as he is abstinent from drugs and alcohol", id="abstinent"),
        pytest.param("Occupant on a methadone script, stable", id="treatment of an occupant"),
        pytest.param("He hid in the garden", id="a word that only looks alike"),
    ],
)
def test_a_note_that_denies_it_or_speaks_of_treatment_is_not(text: str) -> None:
    assert answer(RULE, case(note(text), asked=replace(ASKED, notes=text))) == CLEAR
    assert answer(RULE, case(note(text), RECOVERY)) == CLEAR


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(place=(incident(PlaceIncidentKind.DRUG_SUPPLY),)), ACT, id="supply"),
        pytest.param(case(place=(incident(PlaceIncidentKind.DRUG_USE),)), ACT, id="use"),
        pytest.param(case(place=(incident(PlaceIncidentKind.CLOSURE),)), ACT, id="closure"),
        pytest.param(
            case(place=(incident(PlaceIncidentKind.DOMESTIC_ABUSE_CALL),)), CLEAR, id="another sort of call"
        ),
        pytest.param(
            case(place=(incident(PlaceIncidentKind.CLOSURE, address=SAME_STREET),)),
            CLEAR,
            id="two doors away",
        ),
        pytest.param(
            case(
                place=(incident(PlaceIncidentKind.CLOSURE, address=FLAT_TWO),),
                asked=replace(ASKED, address=FLAT_ONE),
            ),
            CLEAR,
            id="the flat next door",
        ),
        pytest.param(
            case(place=(incident(PlaceIncidentKind.CLOSURE, address=FLAT_TWO),)), ACT, id="some flat there"
        ),
        pytest.param(case(place=(OLD_SUPPLY,)), CANNOT_TELL, id="over three years ago, same household?"),
        pytest.param(
            case(place=(replace(OLD_SUPPLY, happened_on=date(2023, 11, 22)),)),
            ACT,
            id="three years ago today",
        ),
        pytest.param(
            case(note("New tenants since the spring"), place=(OLD_SUPPLY,)),
            CLEAR,
            id="another household since",
        ),
        pytest.param(
            case(note("No new tenants"), place=(OLD_SUPPLY,)), CANNOT_TELL, id="the note denies a change"
        ),
        pytest.param(
            case(note("New tenants", address=OTHER_TOWN), place=(OLD_SUPPLY,)),
            CANNOT_TELL,
            id="a note about another address",
        ),
        pytest.param(case(supplied_at(PROPOSED)), ACT, id="the person supplied drugs there"),
        pytest.param(case(supplied_at(OTHER_TOWN)), CLEAR, id="the person supplied drugs elsewhere"),
        pytest.param(
            case(conviction("04600", "shoplifting", location=PROPOSED)), CLEAR, id="another offence there"
        ),
    ],
)
def test_what_happened_there(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_a_street_without_a_number_is_for_somebody_to_confirm() -> None:
    of = case(place=(incident(PlaceIncidentKind.DRUG_USE, address=STREET_ONLY),))
    assert [finding.because for finding in findings(RULE, of)] == [CONFIRM]


def test_something_old_is_named_as_unknown_beside_something_new() -> None:
    came_to = outcome(RULE, case(note("drug den"), place=(OLD_SUPPLY,)))
    assert isinstance(came_to, Raised)
    assert len(came_to.findings) == 1
    assert [gap.what for gap in came_to.missing] == [UNKNOWN]


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(
            case(contact(FRIEND, note="drug dealer"), lives_with=(FRIEND,)), ACT, id="a supplier lives there"
        ),
        pytest.param(case(contact(FRIEND, PROPOSED, "PWITS 2024")), ACT, id="recorded as living there"),
        pytest.param(case(contact(FRIEND, OTHER_TOWN, "drug dealer")), CLEAR, id="lives elsewhere"),
        pytest.param(
            case(contact(FRIEND, note="drug dealer"), lives_with=(CHILD_OF_NINE,)), CLEAR, id="not among them"
        ),
        pytest.param(
            case(contact(FRIEND, note="drug dealer"), lives_with=(HER_SON,)), ACT, id="somebody of that name"
        ),
        pytest.param(
            case(replace(contact(FRIEND, note="drug dealer"), active=False), lives_with=(FRIEND,)),
            CLEAR,
            id="no longer a contact",
        ),
    ],
)
def test_who_lives_there(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(note("Smokes cannabis")), CLEAR, id="an occupant's own use, nobody in recovery"),
        pytest.param(case(note("Smells strongly of cannabis"), RECOVERY), ACT, id="the smell of it"),
        pytest.param(case(note("Smokes cannabis"), RECOVERY), ACT, id="and the person is in recovery"),
        pytest.param(case(note("Smokes cannabis"), alert("OISFL")), ACT, id="from a substance free wing"),
        pytest.param(
            case(note("Smokes cannabis"), alert("OISFL", active_to=LONG_AGO)),
            CLEAR,
            id="who left it long ago",
        ),
        pytest.param(case(note("Does not smoke"), RECOVERY), CLEAR, id="in recovery, to a household without"),
    ],
)
def test_recovery(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_recovery_is_cited_with_what_endangers_it() -> None:
    (finding,) = findings(RULE, case(RECOVERY, note("drug den")))
    assert finding.because == RECOVERING
    assert [cited.says for cited in finding.evidence] == ["drug den", "in recovery"]


def test_police_information_is_named_and_not_repeated() -> None:
    of = case(note("An informant saw drug dealing", NoteKind.POLICE_INFORMATION))
    (finding,) = findings(RULE, of)
    assert [(cited.says, cited.visibility) for cited in finding.evidence] == [
        ("police information", "protected")
    ]


def test_without_an_address_there_is_nothing_to_tie() -> None:
    of = case(note("drug den"), asked=replace(ASKED, address=None, no_fixed_abode=True, notes="drug den"))
    assert answer(RULE, of) == CLEAR
