"""Addresses of OS Places: ``{"header": ..., "results": [{"DPA": {...}}]}``, located on the National Grid.

Elements: every result, an address found. LPI results (the council's own) are read like DPA (the post's).
"""

from riskflag.importers.addresses import whole_postcode
from riskflag.importers.fields import Fields
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.shape import Shape
from riskflag.records import Address, Point
from riskflag.vocabulary import Uprn

_GRID = "EPSG:27700"
_PROPERTY_METRES = 1
"""How far a property's own point may lie from it."""


def _read(reading: Reading) -> None:
    header = reading.top.inside("header")
    grid = header.text_or_none("output_srs")
    results = list(reading.top.listed("results"))
    total = header.number("totalresults")
    if total is not None and total > len(results):
        header.lacks("totalresults", "says that there are more than these")
    if grid not in (None, _GRID):
        header.lacks("output_srs", "is not the National Grid, so that no place is located")
    reading.each(results, lambda result: _address(result, on_the_grid=grid in (None, _GRID)))


def _address(result: Fields, *, on_the_grid: bool) -> Address:
    held = result.inside("DPA" if result.has("DPA") else "LPI")
    flat = held.text_or_none("SUB_BUILDING_NAME")
    return Address(
        text=held.text("ADDRESS"),
        uprn=_uprn(held, "UPRN"),
        parent_uprn=_uprn(held, "PARENT_UPRN"),
        unit=flat or None,
        number=held.text_or_none("BUILDING_NUMBER"),
        street=held.text_or_none("THOROUGHFARE_NAME") or held.text_or_none("STREET_DESCRIPTION"),
        town=held.text_or_none("POST_TOWN") or held.text_or_none("TOWN_NAME"),
        postcode=whole_postcode(held.text_or_none("POSTCODE") or held.text_or_none("POSTCODE_LOCATOR")),
        point=_point(held) if on_the_grid else None,
    )


def _point(held: Fields) -> Point | None:
    east, north = held.number("X_COORDINATE"), held.number("Y_COORDINATE")
    if east is None or north is None:
        return None
    return Point(round(east), round(north), precision_metres=_PROPERTY_METRES)


def _uprn(held: Fields, name: str) -> Uprn | None:
    written = held.text_or_none(name)
    return Uprn(written) if written else None


SHAPE = Shape(
    name="os-places",
    title="Addresses found in OS Places",
    recognises=lambda content: isinstance(content, dict) and has(content.get("header"), "dataset"),
    read=reads(_read),
)
