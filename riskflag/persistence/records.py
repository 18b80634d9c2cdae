"""A person's records and what was asked to get them: replaced as a whole, and read back with nothing lost in
silence. A record that cannot be read, or is no longer there, makes its source unreadable."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, Row, bindparam, delete, insert, select

from riskflag.dossier import SourceCoverage
from riskflag.errors import BadInput
from riskflag.persistence import tables
from riskflag.persistence.codec import decode, encode
from riskflag.persistence.coverage import coverage_row, read_coverage, taken_text, with_unreadable
from riskflag.records import RECORD_KINDS, Record
from riskflag.vocabulary import PersonId, Source

SOURCES: Mapping[str, Source] = {source.value: source for source in Source}
KIND_NAMES = {kind: name for name, kind in RECORD_KINDS.items()}
Coverage = Mapping[Source, SourceCoverage]
Rows = Sequence[Row[*tuple[Any, ...]]]

_OF_PERSON: BindParameter[str] = bindparam("of_person")
_SELECT_RECORDS = (
    select(tables.record.c.kind, tables.record.c.source, tables.record.c.body)
    .where(tables.record.c.person_id == _OF_PERSON)
    .order_by(tables.record.c.sequence)
)
_SELECT_COVERAGE = select(tables.coverage).where(tables.coverage.c.person_id == _OF_PERSON)
_DELETE_RECORDS = delete(tables.record).where(tables.record.c.person_id == _OF_PERSON)
_DELETE_COVERAGE = delete(tables.coverage).where(tables.coverage.c.person_id == _OF_PERSON)
_INSERT_RECORDS = insert(tables.record)
_INSERT_COVERAGE = insert(tables.coverage)


def replace_records(
    connection: Connection, person_id: PersonId, records: Sequence[Record], coverage: Coverage
) -> None:
    """Puts these records and this coverage in the place of all that is held of the person.

    Raises BadInput when two records claim one place: the same kind, system and identifier.
    """
    rows = record_rows(person_id, records, coverage)
    held = Counter(record.source for record in records)
    connection.execute(_DELETE_RECORDS, {"of_person": person_id})
    connection.execute(_DELETE_COVERAGE, {"of_person": person_id})
    if rows:
        connection.execute(_INSERT_RECORDS, rows)
    if coverage:
        connection.execute(
            _INSERT_COVERAGE,
            [
                {
                    "person_id": person_id,
                    "held": held[source],
                    "latest_taken_at": taken_text(told),
                    **coverage_row(source, told),
                }
                for source, told in coverage.items()
            ],
        )


def read_records(connection: Connection, person_id: PersonId) -> tuple[tuple[Record, ...], Coverage]:
    """Every record that can be read, in the order stored, and the coverage less what cannot be."""
    rows = connection.execute(_SELECT_RECORDS, {"of_person": person_id}).all()
    told = connection.execute(_SELECT_COVERAGE, {"of_person": person_id}).all()
    read = [(row.source, _read_record(row.kind, row.body)) for row in rows]
    unreadable = Counter(doubted for source, record in read for doubted in _doubted(source, record))
    unreadable.update(_vanished(rows, told))
    coverage = {SOURCES[row.source]: read_coverage(row) for row in told if row.source in SOURCES}
    return tuple(record for _, record in read if record is not None), with_unreadable(coverage, unreadable)


def record_rows(
    person_id: PersonId, records: Iterable[Record], coverage: Coverage
) -> list[dict[str, object]]:
    """The records as rows, taken when their sources were asked. Raises BadInput when two claim one place."""
    taken = {source: taken_text(told) for source, told in coverage.items()}
    rows = [{**_record_row(person_id, each), "taken_at": taken.get(each.source)} for each in records]
    _refuse_duplicates(rows)
    return rows


def _record_row(person_id: PersonId, record: Record) -> dict[str, object]:
    return {
        "person_id": person_id,
        "kind": KIND_NAMES[type(record)],
        "source": record.source.value,
        "source_system": record.source_system.value,
        "source_id": record.source_id,
        "recorded_on": record.recorded_on,
        "happened_on": record.happened_on,
        "body": encode(record),
    }


def _refuse_duplicates(rows: Iterable[Mapping[str, object]]) -> None:
    places = Counter((row["kind"], row["source_system"], row["source_id"]) for row in rows)
    for (kind, _, _), count in places.items():
        if count > 1:
            raise BadInput({f"records.{kind}": "two of them have the same source_system and source_id"})


def _read_record(kind: str, body: str) -> Record | None:
    known = RECORD_KINDS.get(kind)
    return decode(body, known) if known else None


def _doubted(source: str, record: Record | None) -> Iterable[Source]:
    """The sources that this row makes unreadable. One of an unknown source may belong to any."""
    if record is not None and record.source.value == source:
        return ()
    named = {SOURCES[source]} if source in SOURCES else set(Source)
    return named | {record.source} if record is not None else named


def _vanished(rows: Rows, told: Rows) -> dict[Source, int]:
    """How many records more or fewer there are than were stored."""
    found = Counter(row.source for row in rows)
    stored = {row.source: row.held for row in told}
    return {
        SOURCES[source]: abs(held - found[source])
        for source, held in stored.items()
        if held != found[source] and source in SOURCES
    }
