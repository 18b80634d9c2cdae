"""The number of a place in the index: it says which record names the place, so that nothing need be read to
know that."""

from enum import StrEnum
from typing import Final


class Shelf(StrEnum):
    """Where the record lies that names a place; the column of ``indexed_place`` that points to it."""

    PROTECTED_PLACE = "protected_place"
    RECORD = "record"
    INCIDENT = "incident"


_SHELVES: Final = tuple(Shelf)


def place_of(shelf: Shelf, row: int) -> int:
    """The number of the place that a record names.

    row: the record's number in its table
    """
    return row * len(_SHELVES) + _SHELVES.index(shelf)


def named_by(place: int) -> tuple[Shelf, int]:
    """Where the record lies that names this place, and its number there."""
    row, shelf = divmod(place, len(_SHELVES))
    return _SHELVES[shelf], row
