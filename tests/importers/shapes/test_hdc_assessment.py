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


@pytest.mark.parametrize(
    ("answers", "notes", "contradictions"),
    [
        pytest.param({"nonDisclosableInformation": "No"}, ["a call to the house in May"], 1, id="denied"),
        pytest.param({"nonDisclosableInformation": None}, ["a call to the house in May"], 1, id="unsaid"),
        pytest.param(
            {"nonDisclosableInformation": "No", "nonDisclosableInformationDetails": ""}, [], 0, id="none"
        ),
    ],
)
def test_what_must_not_be_disclosed_is_kept_whatever_the_form_says_of_it(
    answers: dict[str, object], notes: list[str], contradictions: int
) -> None:
    risk = CASE["licence"]["risk"]["riskManagement"] | answers
    came = read(changed("licence", "risk", "riskManagement", to=risk), SHAPE)
    assert [note.words for note in of(came, AddressNote) if "garden" not in note.words] == notes
    assert len(came.contradictions) == contradictions


def test_actions_that_the_risk_still_needs_are_awaited() -> None:
    risk = CASE["licence"]["risk"]["riskManagement"] | {"planningActions": "Yes"}
    came = read(changed("licence", "risk", "riskManagement", to=risk), SHAPE)
    awaited = [each.result for each in of(came, Check) if each.kind is CheckKind.OTHER]
    assert "actions are needed before the risk at the address can be managed" in awaited


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(("licence", "proposedAddress", "rejections"), id="an address that was rejected before"),
        pytest.param(("licence", "risk", "riskManagement", "manageInTheCommunity"), id="an answer on risk"),
        pytest.param(("licence", "finalChecks"), id="the last checks"),
    ],
)
def test_no_part_of_the_form_is_dropped_without_a_word(path: tuple[str, ...]) -> None:
    came = read(changed(*path, to={"decision": "No"}), SHAPE)
    assert len(came.rejects) == len(IMPORTED.rejects) + 1


@pytest.mark.parametrize(("bespoke", "gaps"), [([], 1), ([{"text": "Not to sing."}], 0)])
def test_conditions_that_the_form_asks_for_and_does_not_hold_are_missed(
    bespoke: list[object], gaps: int
) -> None:
    conditions = {"standard": {"additionalConditionsRequired": "Yes"}, "bespoke": bespoke}
    came = read(changed("licence", "licenceConditions", to=conditions), SHAPE)
    assert len(came.gaps) == gaps


def test_a_referral_to_other_housing_is_a_referral() -> None:
    assert [each.text for each in of(IMPORTED, Referral)] == ["Marrow"]
    none = read(changed("licence", "proposedAddress", "bassReferral", "decision", to="No"), SHAPE)
    assert of(none, Referral) == []


def test_a_form_without_any_of_it_holds_nothing() -> None:
    assert read({"stage": "ELIGIBILITY", "licence": {}}, SHAPE).elements == 0
