"""A licence: every condition with its place, its area, its people and its end."""

from datetime import date

import pytest

from riskflag.records import LicenceCondition, LicenceConditionStatus, Person, Zone
from riskflag.vocabulary import ProhibitionKind
from tests.importers.payloads import content, of, read, rejected, told

Kind = ProhibitionKind
SHAPE = "licence"
IMPORTED = read(content("licence"), SHAPE)
CONDITIONS: dict[str, LicenceCondition] = {each.source_id: each for each in of(IMPORTED, LicenceCondition)}


def test_everything_is_accounted_for() -> None:
    assert (IMPORTED.elements, len(IMPORTED.records), len(of(IMPORTED, Person))) == (8, 6, 1)
    assert rejected(IMPORTED) == [("bespokeConditions[1]", False)]
    for secret in ("Pettigrew", "Quennell", "Quillfeather", "Marrow", "Z1234ZZ"):
        assert secret not in told(IMPORTED)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        pytest.param("1", Kind.OTHER, id="standard"),
        pytest.param("2", Kind.OTHER, id="standard, of post-sentence supervision"),
        pytest.param("3", Kind.EXCLUSION_AREA, id="a code that is known"),
        pytest.param("4", Kind.NO_CONTACT, id="a code that is not known, by its words"),
        pytest.param("5", Kind.CURFEW_AT, id="curfew, by its words"),
        pytest.param("6", Kind.EXCLUSION_AREA, id="bespoke, by its words"),
    ],
)
def test_kinds(name: str, kind: Kind) -> None:
    assert CONDITIONS[name].prohibition.kind is kind


def test_what_was_filled_in_gives_place_area_people_and_end() -> None:
    assert CONDITIONS["3"].prohibition.zone == Zone("Upper Marrow")
    assert [who.name for who in CONDITIONS["4"].names] == ["Isolde Quennell"]
    assert CONDITIONS["4"].prohibition.protects == ("Isolde Quennell",)
    curfew = CONDITIONS["5"].prohibition
    assert curfew.place is not None
    assert (curfew.place.text, curfew.ends_on) == ("14 Quillfeather Row, Marrow, ZZ3 4QF", date(2027, 3, 1))
    around = CONDITIONS["6"].prohibition.zone
    assert around is not None
    assert around.radius_metres == 500


def test_conditions_apply_while_their_supervision_runs() -> None:
    assert (CONDITIONS["2"].starts_on, CONDITIONS["2"].ends_on) == (date(2027, 6, 20), date(2027, 12, 19))
    assert CONDITIONS["1"].recorded_on == date(2026, 10, 14)


def test_a_licence_that_ends_before_it_starts_is_kept_and_told_of() -> None:
    assert (CONDITIONS["1"].starts_on, CONDITIONS["1"].ends_on) == (date(2026, 12, 20), date(2026, 6, 19))
    assert "licenceExpiryDate" in [each.path for each in IMPORTED.contradictions]


def test_a_code_that_nobody_knows_is_a_gap() -> None:
    assert [gap.path for gap in IMPORTED.gaps] == [
        "additionalLicenceConditions[1].code",
        "additionalLicenceConditions[2].code",
    ]


@pytest.mark.parametrize(
    ("code", "status", "whole"),
    [
        pytest.param("ACTIVE", LicenceConditionStatus.APPROVED, True, id="in force"),
        pytest.param("IN_PROGRESS", LicenceConditionStatus.DRAFTED, True, id="being written"),
        pytest.param("REJECTED", LicenceConditionStatus.DRAFTED, True, id="sent back, and still to come"),
        pytest.param("INACTIVE", LicenceConditionStatus.REMOVED, False, id="another has taken its place"),
        pytest.param("IN_ORBIT", LicenceConditionStatus.DRAFTED, False, id="a status that nobody knows"),
        pytest.param(None, LicenceConditionStatus.DRAFTED, False, id="no status"),
    ],
)
def test_the_status_of_the_licence_is_that_of_its_conditions(
    code: str | None, status: LicenceConditionStatus, whole: bool
) -> None:
    licence = content("licence")
    assert isinstance(licence, dict)
    without: dict[str, object] = {
        "additionalLicenceConditions": [],
        "bespokeConditions": [],
        "statusCode": code,
    }
    imported = read(licence | without, SHAPE)
    assert {condition.status for condition in of(imported, LicenceCondition)} == {status}
    assert imported.whole is whole


@pytest.mark.parametrize(
    ("changes", "whole"),
    [
        pytest.param({"statusCode": "VARIATION_SUBMITTED", "isVariation": True}, False, id="not yet agreed"),
        pytest.param({"statusCode": "ACTIVE", "isVariation": True}, True, id="in force"),
        pytest.param({"statusCode": "SUBMITTED", "isVariation": False}, True, id="a first licence"),
        pytest.param({"statusCode": "ACTIVE", "supersededDate": "14/10/2026"}, False, id="superseded"),
    ],
)
def test_a_licence_is_not_all_there_is_while_another_is_in_force(
    changes: dict[str, object], whole: bool
) -> None:
    licence = content("licence")
    assert isinstance(licence, dict)
    without: dict[str, object] = {"additionalLicenceConditions": [], "bespokeConditions": []}
    assert read(licence | without | changes, SHAPE).whole is whole


def filled_in(*answers: tuple[str, str]) -> list[LicenceCondition]:
    """The conditions that become of one that was filled in so."""
    data = [{"field": name, "value": value} for name, value in answers]
    condition = {"id": 9, "text": "Not to enter, and not to contact.", "data": data}
    licence = content("licence")
    assert isinstance(licence, dict)
    came = read(licence | {"additionalLicenceConditions": [condition]}, SHAPE)
    return [each for each in of(came, LicenceCondition) if each.source_id.startswith("9")]


@pytest.mark.parametrize(
    "answers",
    [
        pytest.param(
            (("nameOfIndividual", "Isolde Quennell"), ("nameOfIndividual", "Ambrose Thistle")),
            id="each in a field",
        ),
        pytest.param((("nameOfIndividual", "Isolde Quennell; Ambrose Thistle"),), id="both in one"),
    ],
)
def test_two_people_of_one_condition_are_two_people(answers: tuple[tuple[str, str], ...]) -> None:
    (condition,) = filled_in(*answers)
    assert [who.name for who in condition.names] == ["Isolde Quennell", "Ambrose Thistle"]


def test_two_places_of_one_condition_are_two_conditions() -> None:
    first, second = filled_in(
        ("noEnterPlace", "3 Bramble Court, Marrow, ZZ7 2CC"), ("noEnterPlace", "9 Oak Road, Marrow, ZZ3 1AA")
    )
    places = [each.prohibition.zone or each.prohibition.place for each in (first, second)]
    assert places[0] != places[1]
    assert (first.source_id, second.source_id) == ("9", "9 (2)")


def test_an_active_licence_that_was_superseded_gainsays_itself() -> None:
    licence = content("licence")
    assert isinstance(licence, dict)
    imported = read(licence | {"supersededDate": "14/10/2026 14:00:38"}, SHAPE)
    assert "supersededDate" in [each.path for each in imported.contradictions]
