"""Zones drawn as GeoJSON in every payload that carries records."""

import csv
import io
import json
from typing import Any

import pytest

from riskflag.casebook import NOW, order
from riskflag.errors import BadInput
from riskflag.importers.case_file import case_file_json_schema, read_case_file
from riskflag.importers.csv_layout import columns
from riskflag.importers.geojson import zone_from_geojson
from riskflag.importers.intake import Intake, read_payload
from riskflag.importers.person_records import PersonRecords
from riskflag.importers.plain import plain
from riskflag.records import ProtectiveOrder, Zone
from riskflag.schema import load_as, schema_for

SQUARE = [[-0.1, 51.5], [-0.09, 51.5], [-0.09, 51.51], [-0.1, 51.51], [-0.1, 51.5]]
DRAWN: dict[str, Any] = {"type": "Polygon", "coordinates": [SQUARE]}
WITH_A_HOLE = {"type": "Polygon", "coordinates": [SQUARE, [[-0.096, 51.504], [-0.095, 51.504], [-0.095, 51.505], [-0.096, 51.504]]]}  # fmt: skip
CIRCLE = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-0.1, 51.5]}, "properties": {"radius_metres": 300}}  # fmt: skip
IDENTITY = {
    "source_system": "court",
    "source_id": "order-1",
    "recorded_on": "2026-01-02",
    "order_type": "restraining_order",
    "made_on": "2026-01-02",
    "protects.1.name": "Bea",
}
WORDS = "the streets round the market"


def term(zone: object) -> dict[str, object]:
    return {"kind": "exclusion_area", "wording": f"not to enter {WORDS}", "zone": zone}


def read_row(geojson: str) -> Intake:
    """What a sheet comes to that says this in the cell of a geometry."""
    order_of_terms = ("kind", "wording", "zone.description", "zone.geojson")
    named = {
        "record_kind": "protective_orders",
        **{name: str(held) for name, held in IDENTITY.items()},
        **{
            f"prohibitions.1.{name}": cell
            for name, cell in zip(order_of_terms, ("exclusion_area", "x", WORDS, geojson), strict=True)
        },
    }
    written = io.StringIO()
    csv.writer(written).writerows([named.keys(), named.values()])
    return read_payload(written.getvalue(), NOW)


def records(zone: object, *, varied: bool = False) -> dict[str, object]:
    held = plain(order())
    assert isinstance(held, dict)
    drawn = [term(zone)]
    terms = (
        {"variations": [{"varied_on": "2026-03-01", "sealed_copy_seen": True, "prohibitions": drawn}]}
        if varied
        else {"prohibitions": drawn}
    )
    return {"protective_orders": [held | terms]}


def loaded(zone: object, *, varied: bool = False) -> ProtectiveOrder:
    held = {"person": {"name": "Ann"}, "records": records(zone, varied=varied), "coverage": {}}
    (found,) = load_as(PersonRecords, held).records
    assert isinstance(found, ProtectiveOrder)
    return found


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param(DRAWN, id="a polygon"),
        pytest.param(WITH_A_HOLE, id="with a hole"),
        pytest.param({"type": "MultiPolygon", "coordinates": [[SQUARE]]}, id="pieces"),
        pytest.param(CIRCLE, id="a circle"),
    ],
)
def test_what_is_drawn_becomes_the_fields_of_the_zone(drawn: dict[str, object]) -> None:
    (prohibition,) = loaded({"description": WORDS, "geojson": drawn}).prohibitions
    assert prohibition.zone == zone_from_geojson(WORDS, drawn)
    assert prohibition.zone is not None
    assert prohibition.zone.placed


def test_a_variation_may_draw_its_zone() -> None:
    ((zone,),) = (
        [each.zone for each in variation.prohibitions]
        for variation in loaded({"description": WORDS, "geojson": DRAWN}, varied=True).variations
    )
    assert zone == zone_from_geojson(WORDS, DRAWN)


REFUSED = [
    pytest.param({"geojson": DRAWN}, "description", "is needed", id="no words for it"),
    pytest.param({"description": WORDS, "geojson": None}, "geojson", "must be an object", id="nothing drawn"),
    pytest.param({"description": WORDS, "geojson": "POLYGON((0 0))"}, "geojson", "must be an object", id="another format"),
    pytest.param(
        {"description": WORDS, "geojson": DRAWN, "radius_metres": 50}, "geojson", "must stand alone", id="drawn and told"
    ),
    pytest.param(
        {"description": WORDS, "geojson": {"type": "Polygon", "coordinates": [SQUARE[:-1]]}},
        "geojson", "geometry.coordinates.0 must end where it begins", id="not closed",
    ),
    pytest.param(
        {"description": WORDS, "geojson": {"type": "Polygon", "coordinates": [[[lat, lon] for lon, lat in SQUARE]]}},
        "geojson", "the wrong way round", id="latitude first",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("zone", "member", "why"), REFUSED)
@pytest.mark.parametrize("varied", [False, True], ids=["order", "variation"])
def test_what_is_drawn_wrongly_is_refused_by_its_place(
    zone: object, member: str, why: str, varied: bool
) -> None:
    with pytest.raises(BadInput) as caught:
        loaded(zone, varied=varied)
    terms = "variations.0.prohibitions" if varied else "prohibitions"
    ((path, reason),) = caught.value.problems.items()
    assert path == f"records.protective_orders.0.{terms}.0.zone.{member}"
    assert why in reason
    assert "51.5" not in reason


def test_everything_that_is_wrong_is_told_at_once() -> None:
    wrong = {"description": WORDS, "geojson": {}}
    held = records(wrong)["protective_orders"]
    assert isinstance(held, list)
    with pytest.raises(BadInput) as caught:
        load_as(
            PersonRecords,
            {"person": {"name": "Ann"}, "records": {"protective_orders": held * 2}, "coverage": {}},
        )
    assert len([path for path in caught.value.problems if path.endswith("zone.geojson")]) == 2


def test_a_case_file_may_draw_its_zones() -> None:
    held = {
        "format": "riskflag-case-1",
        "person": {"name": "Ann"},
        "records": records({"description": WORDS, "geojson": DRAWN}),
        "coverage": {},
        "enquiry": {"address": {"text": "1 High Street"}, "purpose": "release_planning"},
    }
    (found,) = read_case_file(json.dumps(held), NOW).dossier.records
    assert isinstance(found, ProtectiveOrder)
    assert found.prohibitions[0].zone == zone_from_geojson(WORDS, DRAWN)


def test_a_sheet_draws_a_zone_in_one_cell() -> None:
    assert columns(ProtectiveOrder)["prohibitions.#.zone.geojson"] is dict
    found = read_row(json.dumps(DRAWN)).imported
    (record,) = found.records
    assert isinstance(record, ProtectiveOrder)
    assert record.prohibitions[0].zone == zone_from_geojson(WORDS, DRAWN)


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        pytest.param("a circle round the market", "is not JSON", id="words"),
        pytest.param("[1, 2]", "must be an object", id="a list"),
        pytest.param('{"type": "LineString"}', "must be Polygon", id="a line"),
    ],
)
def test_a_cell_that_draws_nothing_makes_its_row_a_reject(cell: str, why: str) -> None:
    found = read_row(cell).imported
    assert not found.records
    (reject,) = found.rejects
    assert why in reject.reason
    assert "zone.geojson" in reject.reason


def test_the_published_form_names_it_and_says_what_it_is() -> None:
    published: Any = case_file_json_schema()
    zone = published["$defs"]["Zone"]["properties"]["geojson"]
    assert zone["type"] == "object"
    assert "GeoJSON" in zone["description"]


def test_where_nobody_turns_it_into_fields_it_is_refused_and_not_passed_over() -> None:
    with pytest.raises(BadInput, match="geojson"):
        load_as(Zone, {"description": WORDS, "geojson": DRAWN})


def test_what_is_written_never_has_it() -> None:
    zone = zone_from_geojson(WORDS, DRAWN)
    assert "geojson" not in schema_for(Zone)().dump(zone)
