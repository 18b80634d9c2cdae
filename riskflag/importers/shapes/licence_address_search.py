"""Addresses as Create and Vary a Licence finds them: ``[{"uprn": ..., "firstLine": ..., "postcode": ...}]``.

Elements: every address, found and not held for anything.
"""

from riskflag.importers.addresses import Names, address_of
from riskflag.importers.fields import Fields
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import some_have
from riskflag.importers.shape import Shape
from riskflag.records import Address

_LINES: Names = {
    "first": ("firstLine",),
    "second": ("secondLine",),
    "town": ("townOrCity",),
    "county": ("county",),
    "postcode": ("postcode",),
}


def _read(reading: Reading) -> None:
    reading.each(reading.top.members(), _address)


def _address(found: Fields) -> Address:
    return address_of(found, _LINES)


SHAPE = Shape(
    name="licence-address-search",
    title="Addresses found while a licence is written",
    recognises=lambda content: some_have(content, "uprn", "firstLine"),
    read=reads(_read),
)
