"""What ties an address to drugs, how surely, and for how long."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    MOTHER,
    OTHER_TOWN,
    PROPOSED,
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
from riskflag.facts.drugs import DRUG_USE, changed_since, drug_signs, in_recovery, says_drugs
from riskflag.records import (
    Address,
    CheckKind,
    ConvictionOutcome,
    DecisionKind,
    HealthAndCareKind,
    NamedPerson,
    NoteKind,
    PlaceIncident,
    PlaceIncidentKind,
    Record,
)
from tests.facts.bands import FLAT_IN_IT, NO_NUMBER, NOT_READABLE

DEN = "described as a drug den"
SUPPLIED = conviction("07751", "Supplying cocaine", location=PROPOSED)
NAMESAKE = NamedPerson(MOTHER.name)


def sure(of: Case) -> list[bool]:
    return [sign.sure for sign in drug_signs(of.facts)]


@pytest.mark.parametrize(
    ("text", "address", "use"),
    [
        pytest.param(DEN, True, True, id="a drug den"),
        pytest.param("Cannabis farm found", True, True, id="a cannabis farm"),
        pytest.param("class A supply", True, True, id="class A supply"),
        pytest.param("dealing in heroin", True, True, id="dealing in"),
        pytest.param("sells crack", True, True, id="sells"),
        pytest.param("grows cannabis", True, True, id="grows"),
        pytest.param("a trap house", True, True, id="a trap house"),
        pytest.param("county lines", True, True, id="county lines"),
        pytest.param("closure order made", True, True, id="a closure order"),
        pytest.param("drug paraphernalia seen", True, True, id="paraphernalia"),
        pytest.param("PWITS, 2025", True, True, id="police shorthand"),
        pytest.param("possession with intent to supply", True, True, id="intent to supply"),
        pytest.param("drug-related visits", True, True, id="drug-related"),
        pytest.param("smokes weed", False, True, id="smokes weed"),
        pytest.param("injecting heroin", False, True, id="injects"),
        pytest.param("in active addiction", False, True, id="active addiction"),
        pytest.param("those who live there are active users", False, True, id="active users"),
        pytest.param("going back to a using household", False, True, id="a using household"),
        pytest.param("addicted to crack", False, True, id="addicted"),
        pytest.param("takes prescribed medicine", False, False, id="medicine"),
        pytest.param("the weeding is done", False, False, id="part of another word"),
        pytest.param("no drug use", False, False, id="denied"),
        pytest.param("no evidence of drug dealing", False, False, id="no evidence of it"),
        pytest.param("no concerns about drug use", False, False, id="no concerns about it"),
        pytest.param("no evidence of violence; drug dealing seen", True, True, id="another thing is denied"),
        pytest.param("", False, False, id="nothing is written"),
    ],
)
def test_words_for_drugs(text: str, address: bool, use: bool) -> None:
    """The wider pattern also finds somebody's own use."""
    assert bool(drug_signs(case(note(text)).facts)) is address
    assert bool(drug_signs(case(note(text)).facts, DRUG_USE)) is use
    assert says_drugs(DRUG_USE, text) is use


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param(PROPOSED, [True], id="the address"),
        pytest.param(NO_NUMBER, [False], id="perhaps the address"),
        pytest.param(NOT_READABLE, [False], id="an address nobody can read"),
        pytest.param(FLAT_IN_IT, [], id="a flat in the building"),
        pytest.param(OTHER_TOWN, [], id="another town"),
    ],
)
@pytest.mark.parametrize("what", ["note", "decision", "incident", "offence"])
def test_what_is_on_record_of_a_place(what: str, place: Address, expected: list[bool]) -> None:
    refused = decision(DecisionKind.REFUSED, DEN)
    given = {
        "note": lambda: case(note(DEN, address=place)),
        "decision": lambda: case(replace(refused, address=place)),
        "incident": lambda: case(place=(incident(PlaceIncidentKind.DRUG_USE, address=place),)),
        "offence": lambda: case(replace(SUPPLIED, location=place)),
    }[what]()
    assert sure(given) == expected


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.value) for kind in PlaceIncidentKind])
def test_the_place_register_speaks_of_drugs_by_kind(kind: PlaceIncidentKind) -> None:
    of_drugs = {PlaceIncidentKind.DRUG_SUPPLY, PlaceIncidentKind.DRUG_USE, PlaceIncidentKind.CLOSURE}
    assert bool(sure(case(place=(incident(kind),)))) is (kind in of_drugs)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param(SUPPLIED, [True], id="he supplied drugs there"),
        pytest.param(replace(SUPPLIED, outcome=ConvictionOutcome.CAUTIONED), [True], id="a caution for it"),
        pytest.param(replace(SUPPLIED, outcome=ConvictionOutcome.PENDING), [], id="a charge"),
        pytest.param(replace(SUPPLIED, location=None), [], id="nobody says where"),
        pytest.param(conviction("00806", "ABH", location=PROPOSED), [], id="another offence there"),
    ],
)
def test_an_offence_of_supply_at_the_address(record: Record, expected: list[bool]) -> None:
    assert sure(case(record)) == expected


ANSWERED = replace(check(CheckKind.POLICE_DOMESTIC_ABUSE), result=DEN)
USES = contact(MOTHER, note="drug use in the home")


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(conversation(MOTHER, words=DEN)), [True], id="the occupier says so"),
        pytest.param(case(ANSWERED), [True], id="a check on this address says so"),
        pytest.param(case(replace(ANSWERED, address=OTHER_TOWN)), [], id="a check on another address"),
        pytest.param(case(USES, lives_with=(MOTHER,)), [True], id="a contact who lives there"),
        pytest.param(case(USES, lives_with=(NAMESAKE,)), [False], id="a contact who may live there"),
        pytest.param(case(USES, lives_with=(NAMESAKE, MOTHER)), [True], id="the surer of two"),
        pytest.param(case(USES), [], id="a contact who lives elsewhere"),
        pytest.param(case(replace(USES, active=False), lives_with=(MOTHER,)), [], id="a contact of the past"),
        pytest.param(case(contact(MOTHER, note="visits"), lives_with=(MOTHER,)), [], id="nothing of drugs"),
    ],
)
def test_what_is_said_of_the_household(of: Case, expected: list[bool]) -> None:
    assert sure(of) == expected


def test_nothing_is_tied_to_no_address() -> None:
    homeless = replace(ASKED, address=None, no_fixed_abode=True)
    given = case(note(DEN), conversation(MOTHER, words=DEN), asked=homeless)
    assert drug_signs(given.facts) == ()


@pytest.mark.parametrize(
    ("on", "old"),
    [
        pytest.param(date(2023, 11, 21), True, id="over three years ago"),
        pytest.param(date(2023, 11, 22), False, id="three years ago to the day"),
        pytest.param(date(2026, 11, 1), False, id="this month"),
    ],
)
def test_what_is_old(on: date, old: bool) -> None:
    (sign,) = drug_signs(case(place=(incident(PlaceIncidentKind.DRUG_SUPPLY, on=on),)).facts)
    assert sign.old is old


SEEN_IN_MAY = replace(note(DEN), happened_on=date(2026, 5, 4))


@pytest.mark.parametrize(
    ("words", "on", "address", "changed"),
    [
        pytest.param("new tenants since June", date(2026, 6, 1), None, True, id="new tenants since"),
        pytest.param("a different household", date(2026, 6, 1), None, True, id="a different household"),
        pytest.param("household has changed", date(2026, 6, 1), None, True, id="the household has changed"),
        pytest.param("new owner", date(2026, 5, 5), PROPOSED, True, id="a new owner the day after"),
        pytest.param("new tenants", date(2026, 5, 4), None, False, id="on the same day"),
        pytest.param("new tenants", date(2026, 5, 3), None, False, id="before it"),
        pytest.param("no new tenants", date(2026, 6, 1), None, False, id="denied"),
        pytest.param("new kitchen", date(2026, 6, 1), None, False, id="something else is new"),
        pytest.param("new tenants", date(2026, 6, 1), NO_NUMBER, False, id="perhaps of another house"),
        pytest.param("new tenants", date(2026, 6, 1), FLAT_IN_IT, False, id="of another flat"),
    ],
)
def test_another_household_lives_there_now(
    words: str, on: date, address: Address | None, changed: bool
) -> None:
    later = replace(note(words, address=address), happened_on=on)
    facts = case(SEEN_IN_MAY, later).facts
    (sign,) = drug_signs(facts)
    assert changed_since(sign, facts) is changed


@pytest.mark.parametrize(
    ("record", "recovering"),
    [
        pytest.param(health(HealthAndCareKind.SUBSTANCE_RECOVERY), True, id="in a programme"),
        pytest.param(health(HealthAndCareKind.MEDICATION), False, id="takes medicine"),
        pytest.param(alert("ISFL"), True, id="lives on a substance-free wing"),
        pytest.param(alert("OISFL"), True, id="by the newer code"),
        pytest.param(alert("ISFL", active_to=date(2026, 1, 1)), False, id="lived there once"),
        pytest.param(alert("XVL"), False, id="another alert"),
    ],
)
def test_who_is_in_recovery(record: Record, recovering: bool) -> None:
    assert bool(in_recovery(case(record).facts)) is recovering


@pytest.mark.parametrize(
    ("records", "incidents", "says"),
    [
        pytest.param((note(DEN),), (), DEN, id="a note in its words"),
        pytest.param((note(DEN, NoteKind.INSPECTION),), (), DEN, id="an inspection in its words"),
        pytest.param(
            (note(DEN, NoteKind.POLICE_INFORMATION),), (), "police information", id="never the police's words"
        ),
        pytest.param(
            (),
            (incident(PlaceIncidentKind.DRUG_SUPPLY),),
            "police information: drug supply",
            id="never the register's words",
        ),
        pytest.param((ANSWERED,), (), DEN, id="a check by its result"),
        pytest.param((SUPPLIED,), (), "Supplying cocaine", id="an offence by its description"),
    ],
)
def test_what_evidence_quotes(
    records: tuple[Record, ...], incidents: tuple[PlaceIncident, ...], says: str
) -> None:
    (sign,) = drug_signs(case(*records, place=incidents).facts)
    assert sign.says == says
