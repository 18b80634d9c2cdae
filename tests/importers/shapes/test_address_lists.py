"""Lists of addresses: nDelius, prison-api, OS Places, the licence service's search, people at an address."""

from datetime import date

import pytest

from riskflag.errors import BadInput
from riskflag.importers.intake import read_content
from riskflag.records import (
    Address,
    AddressNote,
    AddressRecord,
    AddressUse,
    PlaceIncident,
    PlaceIncidentKind,
    Point,
)
from tests.importers.payloads import NOW, content, of, read, rejected, told

PRISON = read(content("prison_addresses"), "prison-addresses")
PLACES = read(content("os_places"), "os-places")
NEIGHBOURS = read(content("people_at_address"), "people-at-address")


@pytest.mark.parametrize(
    ("name", "shape", "elements", "rejects"),
    [
        pytest.param(
            "delius_addresses", "delius-addresses", 4, [("contactDetails.addresses[2]", False)], id="nDelius"
        ),
        pytest.param(
            "prison_addresses", "prison-addresses", 6, [("[2]", True), ("[3]", False)], id="prison-api"
        ),
        pytest.param("os_places", "os-places", 2, [("results[1]", False)], id="OS Places"),
        pytest.param("licence_address_search", "licence-address-search", 2, [("[1]", False)], id="licence"),
        pytest.param(
            "people_at_address",
            "people-at-address",
            4,
            [("personAddresses[1]", True), ("personAddresses[3]", False)],
            id="people at an address",
        ),
    ],
)
def test_everything_is_accounted_for(
    name: str, shape: str, elements: int, rejects: list[tuple[str, bool]]
) -> None:
    imported = read(content(name), shape)
    assert imported.elements == elements
    assert rejected(imported) == rejects
    for secret in ("Teasel", "TEASEL", "Quillfeather", "Bramble", "Oak", "ZZ5", "Z765432"):
        assert secret not in told(imported)


def test_an_address_of_ndelius_that_was_left_is_a_previous_one() -> None:
    left, held = of(read(content("delius_addresses"), "delius-addresses"), AddressRecord)
    assert (left.use, left.ends_on, left.person_is_tenant) == (AddressUse.PREVIOUS, date(2020, 2, 23), True)
    assert (left.address.text, left.address.number) == (
        "Teasel House, 9 Teasel Street, Marrow, ZZ5 1AB",
        "9",
    )
    assert (held.use, held.starts_on) == (AddressUse.OTHER, None)


def test_what_staff_wrote_of_an_address_is_kept_with_it_and_from_the_person() -> None:
    (note,) = of(read(content("delius_addresses"), "delius-addresses"), AddressNote)
    assert note.address is not None
    assert (note.words, note.address.number, note.protected) == ("sold", "9", True)


@pytest.mark.parametrize(
    ("changes", "records", "rejects", "told_of"),
    [
        pytest.param({"streetName": None, "notes": "sofas"}, 0, 2, 0, id="a note on having none is counted"),
        pytest.param({"streetName": "Teasel Street"}, 1, 0, 1, id="an address all the same"),
        pytest.param({"buildingName": "Teasel House"}, 1, 0, 1, id="a building without a street"),
    ],
)
def test_no_fixed_abode(changes: dict[str, object], records: int, rejects: int, told_of: int) -> None:
    entry = {"noFixedAbode": True, "town": "Marrow", **changes}
    imported = read({"contactDetails": {"addresses": [entry]}}, "delius-addresses")
    counted = (len(imported.records), len(imported.rejects), len(imported.contradictions))
    assert counted == (records, rejects, told_of)


@pytest.mark.parametrize(
    ("primary", "use"),
    [
        pytest.param(True, AddressUse.MAIN, id="still the primary address"),
        pytest.param(False, AddressUse.PREVIOUS, id="no longer anything"),
    ],
)
def test_a_use_that_is_over_ends_no_primary_address(primary: bool, use: AddressUse) -> None:
    over = {"addressId": 1, "addressUsage": "CURFEW", "activeFlag": False}
    address = {"premise": "9", "street": "Teasel Street", "primary": primary, "addressUsages": [over]}
    assert [each.use for each in of(read([address], "prison-addresses"), AddressRecord)] == [use]


def test_every_use_of_a_prison_address_is_a_record() -> None:
    uses = [(each.source_id, each.use) for each in of(PRISON, AddressRecord)]
    assert uses[:3] == [
        ("71-HDC", AddressUse.CURFEW),
        ("71-HOME", AddressUse.MAIN),
        ("71-ZEPPELIN", AddressUse.OTHER),
    ]
    assert uses[3][1] is AddressUse.MAIN
    assert [gap.path for gap in PRISON.gaps] == ["[0].addressUsages[2].addressUsage"]


def test_an_end_before_its_start_is_kept_and_told_of() -> None:
    curfew = of(PRISON, AddressRecord)[0]
    assert (curfew.starts_on, curfew.ends_on) == (date(2026, 8, 2), date(2024, 7, 1))
    assert "[0].addressUsages[0]" in [each.path for each in PRISON.contradictions]


def test_part_of_a_postcode_stands_in_the_text_alone() -> None:
    address = of(PRISON, AddressRecord)[0].address
    assert (address.text[-4:], address.postcode, address.unit) == (" ZZ5", None, "Flat 2")


def test_a_place_is_located_on_the_national_grid() -> None:
    (place,) = of(PLACES, Address)
    assert (place.uprn, place.parent_uprn, place.unit) == ("900000000001", "900000000000", "FLAT 2")
    assert place.point == Point(400100, 300201, precision_metres=1)


def test_a_place_on_another_grid_is_not_located() -> None:
    held = content("os_places")
    assert isinstance(held, dict)
    header = {"dataset": "DPA", "output_srs": "EPSG:4326", "totalresults": 9}
    imported = read(held | {"header": header}, "os-places")
    assert [place.point for place in of(imported, Address)] == [None]
    assert [gap.path for gap in imported.gaps] == ["header.totalresults", "header.output_srs"]


@pytest.mark.parametrize(
    ("starts", "ends", "there"),
    [
        pytest.param("2020-01-01", "2021-01-01", False, id="has left"),
        pytest.param("2020-01-01", None, True, id="lives there"),
        pytest.param("2022-01-01", "2021-01-01", True, id="left before they came: nobody knows"),
    ],
)
def test_whether_somebody_else_still_lives_there(starts: str, ends: str | None, there: bool) -> None:
    address = {"id": 9, "streetName": "Bramble Court", "startDate": starts, "endDate": ends}
    came = read({"personAddresses": [{"address": address, "matchScore": 100}]}, "people-at-address")
    assert bool(of(came, PlaceIncident)) is there


def test_somebody_else_who_lives_there_is_known_of_the_place_and_not_named() -> None:
    first, second = of(NEIGHBOURS, PlaceIncident)
    assert first.kind is PlaceIncidentKind.SUPERVISED_PERSON_LIVES_THERE
    assert (first.recorded_on, first.happened_on) == (date(2026, 6, 10), date(2025, 8, 3))
    assert first.words.endswith("(approved premises)")
    assert "Z765432" not in f"{first} {second}"
    assert [gap.path for gap in NEIGHBOURS.gaps] == ["personAddresses[2].matchScore"]


def test_a_persons_entry_that_lost_a_part_does_not_pass_for_addresses_alone() -> None:
    whole = content("delius_person")
    assert isinstance(whole, dict)
    left = {name: value for name, value in whole.items() if name != "otherIds"}
    with pytest.raises(BadInput) as refused:
        read_content(left, NOW)
    assert set(refused.value.problems) == {"payload"}
