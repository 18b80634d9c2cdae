"""The list of known premises as a CSV file. A problem names its row and field, and never what stands there.

    name,address,uprn,easting,northing,listed_by,listed_on

UPRN, easting and northing may be left empty, or out. A building with several UPRNs has a row for each.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from riskflag.errors import BadInput
from riskflag.importers.sheet import read_sheet
from riskflag.matching.address_parts import take_apart
from riskflag.probing.premises import KnownPremises
from riskflag.records import Address, Point
from riskflag.vocabulary import Uprn

NEEDED = ("name", "address", "listed_by", "listed_on")
OPTIONAL = ("uprn", "easting", "northing")
LONGEST = 200
"""In characters: no cell is longer."""
FARTHEST = {"easting": 700_000, "northing": 1_300_000}
"""The British National Grid goes no further, in metres."""

_UPRN = re.compile("[0-9]{1,12}", re.ASCII)
_METRES = re.compile("[0-9]{1,7}", re.ASCII)
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)

Row = Mapping[str, str]


def read_premises(content: bytes, today: date) -> tuple[KnownPremises, ...]:
    """Every building in the file. Raises BadInput, which tells of every row that cannot be taken, and then
    none is.

    today: nothing was listed later
    """
    sheet = read_sheet(content, NEEDED[-1])
    if sheet is None or not set(NEEDED) <= set(sheet.headings):
        raise BadInput({"FILE": f"must have the headings {', '.join((*NEEDED, *OPTIONAL))}"})
    if unknown := len(set(sheet.headings) - {*NEEDED, *OPTIONAL}):
        raise BadInput({"FILE": f"has headings that nobody knows: {unknown}"})
    if not sheet.rows:
        raise BadInput({"FILE": "has no rows"})
    read: list[KnownPremises] = []
    problems: dict[str, str] = {}
    for number, cells in enumerate(sheet.rows, start=1):
        row = {name: cell.strip() for name, cell in cells.items()} if cells is not None else None
        wrong = (
            dict(_problems(row, today)) if row is not None else {"": "has more cells or fewer than headings"}
        )
        problems |= {f"rows[{number}]{field and '.'}{field}": reason for field, reason in wrong.items()}
        if row is not None and not wrong:
            read.append(_premises(row))
    if problems:
        raise BadInput(problems)
    return tuple(read)


def _problems(row: Row, today: date) -> Iterator[tuple[str, str]]:
    """What is wrong with a row, by field."""
    yield from ((name, "is needed") for name in NEEDED if not row[name])
    for name, cell in row.items():
        if len(cell) > LONGEST or not cell.isprintable():
            yield name, f"must be printable, and no longer than {LONGEST} characters"
    if row["address"]:
        yield from _problem_of_address(Address(row["address"]))
    if row.get("uprn") and not _UPRN.fullmatch(row["uprn"]):
        yield "uprn", "must be up to twelve digits"
    yield from _problems_of_location(row)
    if row["listed_on"] and not _is_day(row["listed_on"], today):
        yield "listed_on", "must be a day as 2026-11-22, and not a later one than today"


def _problem_of_address(address: Address) -> Iterator[tuple[str, str]]:
    parts = take_apart(address)
    if " " not in parts.postcode:
        yield "address", "must give a full postcode"
    elif parts.units or parts.floors:
        yield "address", "must be the whole building, and no flat, room or floor of it"
    elif not (parts.numbers or parts.street):
        yield "address", "must give a number or a name besides the postcode"


def _problems_of_location(row: Row) -> Iterator[tuple[str, str]]:
    given = {name: row.get(name, "") for name in FARTHEST}
    for name, cell in given.items():
        if cell and not (_METRES.fullmatch(cell) and int(cell) <= FARTHEST[name]):
            yield name, f"must be whole metres on the British National Grid, up to {FARTHEST[name]}"
        elif not cell and any(given.values()):
            yield name, "is needed where the other is given"


def _is_day(cell: str, today: date) -> bool:
    try:
        return _DAY.fullmatch(cell) is not None and date.fromisoformat(cell) <= today
    except ValueError:
        return False


def _premises(row: Row) -> KnownPremises:
    point = Point(int(row["easting"]), int(row["northing"])) if row.get("easting") else None
    uprn = Uprn(row["uprn"]) if row.get("uprn") else None
    return KnownPremises(
        name=row["name"],
        address=Address(row["address"], uprn=uprn, point=point),
        listed_by=row["listed_by"],
        listed_on=date.fromisoformat(row["listed_on"]),
    )
