"""A licence: every condition with its place, its area, its people and its end."""

from datetime import date

import pytest

from riskflag.records import LicenceCondition, LicenceConditionStatus, Person, Zone
from riskflag.vocabulary import ProhibitionKind
from tests.importers.payloads import content, of, read, rejected, told

Kind = ProhibitionKind
SHAPE = "licence"
IMPORTED = read(content("licence"), SHAPE)
CONDITIONS = {each.source_id: each for each in of(IMPORTED, LicenceCondition)}


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
        pytest.param("INACTIVE", LicenceConditionStatus.REMOVED, True, id="no longer in force"),
        pytest.param("IN_ORBIT", LicenceConditionStatus.DRAFTED, False, id="a status that nobody knows"),
        pytest.param(None, LicenceConditionStatus.DRAFTED, False, id="no status"),
    ],
)
def test_the_status_of_the_licence_is_that_of_its_conditions(
    code: str | None, status: LicenceConditionStatus, whole: bool
) -> None:
    licence = content("licence")
    assert isinstance(licence, dict)
    without = {"additionalLicenceConditions": [], "bespokeConditions": [], "statusCode": code}
    imported = read(licence | without, SHAPE)
    assert {condition.status for condition in of(imported, LicenceCondition)} == {status}
    assert imported.whole is whole


def test_an_active_licence_that_was_superseded_gainsays_itself() -> None:
    licence = content("licence")
    assert isinstance(licence, dict)
    imported = read(licence | {"supersededDate": "14/10/2026 14:00:38"}, SHAPE)
    assert "supersededDate" in [each.path for each in imported.contradictions]
