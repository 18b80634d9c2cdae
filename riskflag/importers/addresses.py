"""An address as several systems write it, field by field -> one address."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from riskflag.importers.fields import Fields
from riskflag.importers.shape import Unusable
from riskflag.records import Address
from riskflag.vocabulary import Uprn

_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}", re.IGNORECASE)
Names = Mapping[str, tuple[str, ...]]
"""The parts of an address, in the order in which they are written, and the fields that hold each."""

DELIUS: Names = MappingProxyType(
    {
        "unit": (),
        "building": ("buildingName",),
        "number": ("addressNumber",),
        "street": ("streetName",),
        "district": ("district",),
        "town": ("town", "townCity"),
        "county": ("county",),
        "postcode": ("postcode",),
    }
)
NOMIS: Names = MappingProxyType(
    {
        "unit": ("flat",),
        "number": ("premise",),
        "street": ("street",),
        "locality": ("locality",),
        "town": ("town",),
        "county": ("county",),
        "postcode": ("postalCode", "postCode"),
    }
)


def address_of(place: Fields, names: Names) -> Address:
    """The address in these fields, as text and in parts. Raises Unusable where none holds anything."""
    parts = {part: _first(place, fields) for part, fields in names.items()}
    number, street = parts.get("number"), parts.get("street")
    is_number = bool(number and number[:1].isdigit())
    line = f"{number} {street}" if is_number and street else None
    said = (line if part == "street" and line else text for part, text in _written(parts, joined=bool(line)))
    text = ", ".join(filter(None, said))
    if not text:
        raise Unusable("", "holds no part of an address")
    return Address(
        text=text,
        unit=parts.get("unit"),
        number=number if is_number else None,
        street=street,
        town=parts.get("town"),
        postcode=whole_postcode(parts.get("postcode")),
        uprn=uprn_of(place),
    )


def address_in_lines(text: str) -> Address:
    """An address written as lines. Raises Unusable where nothing is written."""
    lines = [" ".join(line.split()).strip(" ,") for line in text.splitlines()]
    if not any(lines):
        raise Unusable("", "holds no part of an address")
    return Address(", ".join(filter(None, lines)))


def whole_postcode(written: str | None) -> str | None:
    """A full postcode; None for part of one, which stands in the text and would mislead beside it."""
    return written if written and _POSTCODE.fullmatch(written.replace(" ", "")) else None


def uprn_of(place: Fields) -> Uprn | None:
    """The Unique Property Reference Number, where there is one."""
    written = place.digits("uprn")
    return Uprn(written) if written else None


def _first(place: Fields, fields: tuple[str, ...]) -> str | None:
    found = (place.text_or_none(field) for field in fields)
    text = next((each for each in found if each), None)
    return " ".join(text.split()) if text else None


def _written(parts: Mapping[str, str | None], *, joined: bool) -> Iterable[tuple[str, str | None]]:
    """The parts in order; the number stands before the street where it is one."""
    return ((part, text) for part, text in parts.items() if not (part == "number" and joined))
