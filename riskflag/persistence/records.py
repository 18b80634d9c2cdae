"""A person's records and what was asked to get them: replaced as a whole, and read back with nothing lost in
silence. A record that cannot be read, or is no longer there, makes its source unreadable."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, select

from riskflag.dossier import SourceCoverage
from riskflag.errors import BadInput
from riskflag.persistence import tables
from riskflag.persistence.at_once import each_of, rows_by
from riskflag.persistence.coverage import coverage_row, read_coverage, taken_text, with_unreadable
from riskflag.persistence.shelves import (
    KIND_NAMES,
    Columns,
    Rows,
    add_rows,
    record_in,
    remove_all,
    rows_of,
    rows_of_each,
)
from riskflag.records import Record
from riskflag.vocabulary import PersonId, Source

SOURCES: Mapping[str, Source] = {source.value: source for source in Source}
Coverage = Mapping[Source, SourceCoverage]

_OF_PERSON: BindParameter[str] = bindparam("of_person")
_SELECT_COVERAGE = select(tables.coverage).where(tables.coverage.c.person_id == _OF_PERSON)
_SELECT_COVERAGE_OF = _SELECT_COVERAGE.where(tables.coverage.c.source == bindparam("of_source"))
_COVERAGE_OF_EACH = select(tables.coverage).where(tables.coverage.c.person_id.in_(each_of()))
_DELETE_COVERAGE = delete(tables.coverage).where(tables.coverage.c.person_id == _OF_PERSON)
_INSERT_COVERAGE = insert(tables.coverage)


def replace_records(
    connection: Connection, person_id: PersonId, records: Sequence[Record], coverage: Coverage
) -> None:
    """Puts these records and this coverage in the place of all that is held of the person.

    Raises BadInput when two records claim one place: the same kind, system and identifier.
    """
    rows = record_rows(person_id, records, coverage)
    held = Counter(record.source for record in records)
    remove_all(connection, person_id)
    connection.execute(_DELETE_COVERAGE, {"of_person": person_id})
    add_rows(connection, records, rows)
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


def read_records(
    connection: Connection, person_id: PersonId, only: Source | None = None
) -> tuple[tuple[Record, ...], Coverage]:
    """Every record that can be read, in the order stored, and the coverage less what cannot be.

    only: the one source that is wanted; None for all. Of one alone, a record that lies under a kind of
        another source is missed by its number
    """
    rows = rows_of(connection, person_id, only)
    whose = {"of_person": person_id}
    if only is None:
        told = connection.execute(_SELECT_COVERAGE, whose).all()
    else:
        told = connection.execute(_SELECT_COVERAGE_OF, {**whose, "of_source": only.value}).all()
    return put_together(rows, [record_in(connection, row) for row in rows], told)


def read_records_of_each(
    connection: Connection, people: Iterable[PersonId], only: Source
) -> Mapping[PersonId, tuple[tuple[Record, ...], Coverage]]:
    """The same for each of these people, of one source."""
    people = tuple(people)
    rows = rows_of_each(connection, people, only)
    told = rows_by(
        connection, _COVERAGE_OF_EACH.where(tables.coverage.c.source == only.value), "person_id", people
    )
    return {
        each: put_together(rows[each], [record_in(connection, row) for row in rows[each]], told.get(each, []))
        for each in people
    }


def put_together(
    rows: Rows, records: Sequence[Record | None], told: Rows
) -> tuple[tuple[Record, ...], Coverage]:
    """Every record that could be read, and the coverage less what could not.

    records: what each of the rows holds; None where it cannot be read
    told: the rows of the coverage
    """
    read = [(row.source, record) for row, record in zip(rows, records, strict=True)]
    unreadable = Counter(doubted for source, record in read for doubted in _doubted(source, record))
    unreadable.update(_vanished(rows, told))
    coverage = {SOURCES[row.source]: read_coverage(row) for row in told if row.source in SOURCES}
    return tuple(record for _, record in read if record is not None), with_unreadable(coverage, unreadable)


def record_rows(person_id: PersonId, records: Iterable[Record], coverage: Coverage) -> list[Columns]:
    """What each record's row says besides the record, which was taken when its source was asked.

    Raises BadInput when two claim one place.
    """
    taken = {source: taken_text(told) for source, told in coverage.items()}
    rows = [_record_row(person_id, each, taken.get(each.source)) for each in records]
    _refuse_duplicates(rows)
    return rows


def _record_row(person_id: PersonId, record: Record, taken_at: str | None) -> Columns:
    return {
        "person_id": person_id,
        "kind": KIND_NAMES[type(record)],
        "source": record.source.value,
        "source_system": record.source_system.value,
        "source_id": record.source_id,
        "recorded_on": record.recorded_on,
        "happened_on": record.happened_on,
        "taken_at": taken_at,
    }


def _refuse_duplicates(rows: Iterable[Columns]) -> None:
    places = Counter((row["kind"], row["source_system"], row["source_id"]) for row in rows)
    for (kind, _, _), count in places.items():
        if count > 1:
            raise BadInput({f"records.{kind}": "two of them have the same source_system and source_id"})


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
