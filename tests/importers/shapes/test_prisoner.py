"""A prisoner of the search service: person, addresses, alerts and offences."""

from riskflag.records import AddressRecord, AddressUse, Alert, Conviction, Person
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
