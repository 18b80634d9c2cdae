"""Payloads of invented people, one a shape, and what is read from them."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from riskflag.importers.detect import shape_of
from riskflag.importers.shape import Imported, Payload

T = TypeVar("T")
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
FOLDER = Path(__file__).parent / "fixtures"


def content(name: str) -> object:
    """The payload of that name, fresh."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def read(held: object, shape_name: str) -> Imported:
    """What is read, by the one shape that knows it, which must be the one of that name."""
    payload = Payload(held, NOW)
    shape = shape_of(payload)
    assert shape.name == shape_name
    return shape.read(payload)


def of(imported: Imported, kind: type[T]) -> list[T]:
    """The records and finds of one kind."""
    return [each for each in (*imported.records, *imported.found) if isinstance(each, kind)]


def rejected(imported: Imported) -> list[tuple[str, bool]]:
    """Where the rejects are, and whether nothing is wrong with them."""
    return [(reject.path, reject.carries_no_record) for reject in imported.rejects]


def told(imported: Imported) -> str:
    """Everything that is said of the payload to whoever imports it, save whom it is about."""
    return " ".join(str(each) for each in (*imported.rejects, *imported.contradictions, *imported.gaps))
