"""A prisoner of the search service: person, addresses, alerts and offences."""

from datetime import date

import pytest

from riskflag.records import (
    AddressRecord,
    AddressUse,
    Alert,
    Conviction,
    HealthAndCareKind,
    HealthAndCareRecord,
    Person,
)
from tests.importers.payloads import content, of, read, rejected, told

IMPORTED = read(content("prisoner"), "prisoner")


def test_everything_is_accounted_for() -> None:
    assert (IMPORTED.elements, len(IMPORTED.records), len(IMPORTED.found)) == (8, 4, 1)
    assert rejected(IMPORTED) == [
        ("addresses[1]", True),
        ("alerts[1]", False),
        ("personalCareNeeds[0]", True),
    ]
    for secret in ("Pettigrew", "Quillfeather", "Oak", "Z1234ZZ"):
        assert secret not in told(IMPORTED)


def test_the_person_their_alerts_and_their_offences() -> None:
    (person,) = of(IMPORTED, Person)
    assert (person.name, person.noms_number, person.aliases) == (
        "Orlando Basil Pettigrew",
        "Z1234ZZ",
        ("Lando Petty",),
    )
    assert [alert.code for alert in of(IMPORTED, Alert)] == ["XVL"]
    assert [conviction.offence_code for conviction in of(IMPORTED, Conviction)] == ["PH97003"]


def test_an_address_beside_no_fixed_address_is_kept_and_told_of() -> None:
    main, other = of(IMPORTED, AddressRecord)
    assert (main.use, main.address.text) == (AddressUse.MAIN, "14 Quillfeather Row, Marrow, ZZ3 4QF")
    assert (other.use, other.address.text) == (AddressUse.OTHER, "3 Oak Road")
    assert [each.path for each in IMPORTED.contradictions] == ["addresses[2].noFixedAddress"]


def test_a_restricted_patient_was_admitted_to_a_hospital() -> None:
    prisoner = content("prisoner")
    assert isinstance(prisoner, dict)
    moved = {"dischargeDate": "2026-05-01", "dischargedHospitalDescription": "Hazel House"}
    (stay,) = of(read(prisoner | moved | {"restrictedPatient": True}, "prisoner"), HealthAndCareRecord)
    assert (stay.kind, stay.mental_health) == (HealthAndCareKind.HOSPITAL_ADMISSION, True)
    assert (stay.happened_on, stay.words) == (date(2026, 5, 1), "Hazel House")


@pytest.mark.parametrize(
    ("changes", "counted"),
    [
        pytest.param({"recall": True}, ["recall"], id="recalled"),
        pytest.param({"csra": "HIGH"}, ["csra"], id="a danger to a cell mate"),
        pytest.param({"recall": False, "csra": "STANDARD", "restrictedPatient": False}, [], id="none of it"),
    ],
)
def test_what_is_stated_without_a_day_or_a_reason_is_counted(
    changes: dict[str, object], counted: list[str]
) -> None:
    prisoner = content("prisoner")
    assert isinstance(prisoner, dict)
    paths = [path for path, carried in rejected(read(prisoner | changes, "prisoner")) if carried]
    assert paths == ["addresses[1]", "personalCareNeeds[0]", *counted]


@pytest.mark.parametrize("nationality", ["Freedonian", None])
def test_a_nationality_is_kept_as_recorded(nationality: str | None) -> None:
    prisoner = content("prisoner")
    assert isinstance(prisoner, dict)
    (person,) = of(read(prisoner | {"nationality": nationality}, "prisoner"), Person)
    assert person.nationality == nationality
