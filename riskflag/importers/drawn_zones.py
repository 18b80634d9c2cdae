"""Zones that a payload draws as GeoJSON -> the fields of a zone.

    {"zone": {"description": "the town centre", "geojson": {"type": "Polygon", "coordinates": [...]}}}

Wherever a record holds a zone, in a variation as in the order itself. What was drawn is read once, as the
payload comes in: what is kept, compared and shown afterwards are points on the National Grid.
"""

from collections.abc import Mapping
from dataclasses import fields

from marshmallow import ValidationError

from riskflag.errors import BadInput
from riskflag.importers.geojson import zone_from_geojson
from riskflag.importers.plain import plain
from riskflag.records import Zone

ZONE = "zone"
GEOJSON = "geojson"
_DESCRIPTION = "description"
_DRAWN = tuple(each.name for each in fields(Zone) if each.name != _DESCRIPTION)

_Problems = dict[str | int, object]


def zones_read(data: object) -> object:
    """The same payload, as parsed from JSON, with the fields of a zone wherever there was GeoJSON.

    Raises ValidationError, which names the places and what is wrong, with no coordinate.
    """
    problems: _Problems = {}
    read = _read(data, problems)
    if problems:
        raise ValidationError(problems)
    return read


def _read(data: object, problems: _Problems) -> object:
    if isinstance(data, dict):
        return {name: _member(name, held, problems) for name, held in data.items()}
    if isinstance(data, list):
        return [_member(place, held, problems) for place, held in enumerate(data)]
    return data


def _member(name: str | int, held: object, problems: _Problems) -> object:
    """A member of an object or of a list. What is wrong in it goes under its name."""
    inside: _Problems = {}
    if name == ZONE and isinstance(held, dict) and GEOJSON in held:
        try:
            read: object = _drawn(held)
        except BadInput as refused:
            inside[GEOJSON] = [f"{where} {why}".strip() for where, why in refused.problems.items()]
            read = held
    else:
        read = _read(held, inside)
    if inside:
        problems[name] = inside
    return read


def _drawn(zone: Mapping[str, object]) -> dict[str, object]:
    """A zone's fields in place of what draws it. Raises BadInput."""
    described = {name: held for name, held in zone.items() if name != GEOJSON}
    drawn = zone[GEOJSON]
    if not isinstance(drawn, dict):
        raise BadInput({"": "must be an object"})
    if not described.keys() <= {_DESCRIPTION}:
        raise BadInput({"": "must stand alone beside the description"})
    read = zone_from_geojson("", drawn)
    return described | {each: plain(getattr(read, each)) for each in _DRAWN if getattr(read, each)}
