"""A home detention curfew case: the address, who lives there, what was said and decided."""

import copy
from typing import Any

import pytest

from riskflag.records import (
    AddressDecision,
    AddressNote,
    AddressRecord,
    AddressUse,
    Check,
    CheckKind,
    Consent,
    Contact,
    DecisionKind,
    LicenceCondition,
    LicenceConditionStatus,
    OccupierConversation,
    Referral,
)
from riskflag.vocabulary import ProhibitionKind, Relationship
from tests.importers.payloads import content, of, read, rejected, told

Kind = ProhibitionKind
SHAPE = "hdc-assessment"
CASE: Any = content("hdc_assessment")
IMPORTED = read(CASE, SHAPE)


def changed(*path: str, to: object) -> object:
    case = copy.deepcopy(CASE)
    part = case
    for name in path[:-1]:
        part = part[name]
    part[path[-1]] = to
    return case


def test_everything_is_accounted_for() -> None:
    assert (IMPORTED.elements, len(IMPORTED.records)) == (22, 16)
    assert [carries_no_record for _, carries_no_record in rejected(IMPORTED)] == [True] * 6
    for secret in ("Quennell", "Quillfeather", "ZZ3", "garden", "Marrow"):
        assert secret not in told(IMPORTED)


def test_the_curfew_address_and_whoever_lives_there() -> None:
    (address,) = of(IMPORTED, AddressRecord)
    assert (address.use, address.address.text) == (AddressUse.CURFEW, "14 Quillfeather Row, Marrow, ZZ3 4QF")
    assert [(who.who.name, who.who.relationship, who.who.is_child) for who in of(IMPORTED, Contact)] == [
        ("Isolde Quennell", Relationship.EX_PARTNER, False),
        ("Perdita Quennell", Relationship.CHILD, True),
    ]
    assert {who.lives_at for who in of(IMPORTED, Contact)} == {address.address}


def test_what_was_said_is_kept_from_the_person() -> None:
    notes, decisions = of(IMPORTED, AddressNote), of(IMPORTED, AddressDecision)
    assert [note.words.rpartition(": ")[2] for note in notes] == [
        "pushed her in the garden",
        "a call to the house in May",
    ]
    assert [(each.decision, each.words) for each in decisions] == [
        (DecisionKind.REFUSED, "children live there"),
        (DecisionKind.REFUSED, "see police"),
    ]
    assert all(each.protected for each in (*notes, *decisions, *of(IMPORTED, OccupierConversation)))


@pytest.mark.parametrize(
    ("said", "consent"),
    [
        pytest.param("Yes", Consent.AGREES, id="agrees"),
        pytest.param("No", Consent.REFUSES, id="refuses"),
        pytest.param("we shall see", None, id="neither: cannot be read"),
    ],
)
def test_the_occupiers_consent(said: str, consent: Consent | None) -> None:
    imported = read(changed("licence", "curfew", "curfewAddressReview", "consent", to=said), SHAPE)
    given = [each.consent for each in of(imported, OccupierConversation)]
    assert given == ([consent] if consent else [])
    assert bool(imported.unreadable) is (consent is None)


def test_victim_liaison_and_what_is_awaited_are_checks() -> None:
    awaited, liaison = of(IMPORTED, Check)
    assert (awaited.kind, awaited.returned_on) == (CheckKind.OTHER, None)
    assert (liaison.kind, liaison.concerns, liaison.result) == (
        CheckKind.VICTIM_LIAISON,
        True,
        "asks for the whole of Marrow",
    )


def test_conditions_are_kept_by_code_and_by_words() -> None:
    conditions = of(IMPORTED, LicenceCondition)
    assert [(each.code, each.prohibition.kind, each.status) for each in conditions] == [
        ("EXCLUSION_ADDRESS", Kind.NO_ENTER_ADDRESS, LicenceConditionStatus.DRAFTED),
        ("EXCLUSIONAREA", Kind.EXCLUSION_AREA, LicenceConditionStatus.DRAFTED),
        ("LANTERNS", Kind.OTHER, LicenceConditionStatus.DRAFTED),
        (None, Kind.NO_APPROACH, LicenceConditionStatus.APPROVED),
        (None, Kind.OTHER, LicenceConditionStatus.DRAFTED),
    ]
    place = conditions[0].prohibition.place
    assert place is not None
    assert place.text == "3 Bramble Court, Marrow"
    assert len({each.source_id for each in conditions}) == len(conditions)
    assert len(IMPORTED.gaps) == 1


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        pytest.param("Yes", True, id="yes is kept"),
        pytest.param("No", False, id="no carries no record"),
        pytest.param("Unsure", True, id="what is neither is kept"),
    ],
)
def test_an_offence_against_a_resident(said: str, kept: bool) -> None:
    path = ("licence", "proposedAddress", "curfewAddress", "cautionedAgainstResident")
    notes = of(read(changed(*path, to=said), SHAPE), AddressNote)
    assert any("offence against a resident" in note.words for note in notes) is kept


def test_a_referral_to_other_housing_is_a_referral() -> None:
    assert [each.text for each in of(IMPORTED, Referral)] == ["Marrow"]
    none = read(changed("licence", "proposedAddress", "bassReferral", "decision", to="No"), SHAPE)
    assert of(none, Referral) == []


def test_a_form_without_any_of_it_holds_nothing() -> None:
    assert read({"stage": "ELIGIBILITY", "licence": {}}, SHAPE).elements == 0
