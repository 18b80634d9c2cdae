"""Records of any kind as rows of a CSV file; ``importers.csv_layout`` says which columns there are."""

from marshmallow import ValidationError

from riskflag.errors import BadInput
from riskflag.importers.csv_layout import nested, record_kind
from riskflag.importers.drawn_zones import zones_read
from riskflag.importers.fields import Fields
from riskflag.importers.reading import Reading, reads
from riskflag.importers.shape import Shape, Unusable
from riskflag.importers.sheet import KIND, Sheet
from riskflag.records import RECORD_KINDS, Record
from riskflag.schema import bad_input, load_as
from riskflag.vocabulary import Source

_EVERY_SOURCE = frozenset(kind.source for kind in RECORD_KINDS.values())


def _read(reading: Reading) -> None:
    sheet = reading.payload.content
    rows = sheet.rows if isinstance(sheet, Sheet) else (None,)
    reading.feeds(_sources(rows))
    for number, row in enumerate(rows, start=2):  # the heading is line 1
        reading.one(reading.top.of(row, f"row[{number}]"), _record)


def _sources(rows: tuple[dict[str, str] | None, ...]) -> frozenset[Source]:
    """The sources that the rows are about; a row that does not say may be about any."""
    kinds = [RECORD_KINDS.get((row or {}).get(KIND, "").strip()) for row in rows]
    return _EVERY_SOURCE if None in kinds else frozenset(kind.source for kind in kinds if kind)


def _record(row: Fields) -> Record:
    if not isinstance(row.value, dict):
        raise row.refuse("", "must have a cell for each heading")
    kind = record_kind(row.value, row.path)
    held = nested(kind, row.value, row.path)
    try:
        return load_as(kind, zones_read(held), "row", in_order=False)
    except ValidationError as refused:
        problems = bad_input(refused.messages, "row").problems
    except BadInput as refused:
        problems = refused.problems
    name, why = next(iter(problems.items()))
    raise Unusable(f"{row.path}.{name}", why)


SHAPE = Shape(
    name="csv-records",
    title="Records of any kind as rows of a CSV file",
    recognises=lambda content: isinstance(content, Sheet),
    read=reads(_read),
    adds_to=_EVERY_SOURCE,
)
