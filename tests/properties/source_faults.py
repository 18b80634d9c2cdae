"""The twelve ways in which each source may fail, done to a real store, or to what it is given."""

from collections.abc import Callable, Iterable, Mapping
from copy import copy
from dataclasses import fields, replace
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, Table, delete, insert, select, update

from riskflag.casebook import alert, condition, conviction, registration, term
from riskflag.dossier import SourceCoverage
from riskflag.persistence import tables
from riskflag.persistence.records import read_records
from riskflag.records import Record
from riskflag.reference.thresholds import SOURCE_MAX_AGE_HOURS
from riskflag.vocabulary import PersonId, ProhibitionKind, Source, SourceRecordId
from tests.properties.stored_worlds import Stored, damaged_scorer
from tests.properties.worlds import Dice

SOURCES = tuple(SOURCE_MAX_AGE_HOURS)
"""The sources that answers rest on."""

Does = Callable[[Stored, Source, Dice], bool]
"""Does a fault to one source of a stored world; False where there is nothing that it could befall."""


class SourceFault(StrEnum):
    """What may befall a source."""

    MISSING = "missing"
    TIMED_OUT = "timed out"
    EMPTY = "empty"
    UNPARSABLE = "unparsable record"
    COUNT_DROP = "count drop"
    STALE = "stale"
    DUPLICATED = "duplicated"
    WRONG_PERSON = "wrong person"
    REPEALED_CODE = "repealed code"
    CLOCK_SKEW = "clock skew"
    DATABASE_ERROR = "database error"
    MODEL_CORRUPT = "model corrupt"


def rows_of(source: Source) -> tuple[Table, ColumnElement[int]]:
    """The table in which the rows of a source lie, and the column that numbers them."""
    if source is Source.PLACE_REGISTER:
        return tables.place_incident, tables.place_incident.c.id
    table = tables.protected_place if source is Source.PROTECTED_PLACES else tables.record
    return table, table.c.sequence


def row_numbers(stored: Stored, source: Source, whose: PersonId) -> list[int]:
    """The numbers of the rows of a source, of one person where they are somebody's."""
    table, number = rows_of(source)
    found = select(number).order_by(number)
    if source is not Source.PLACE_REGISTER:
        found = found.where(table.c.person_id == whose, table.c.source == source.value)
    return list(stored.connection.execute(found).scalars())


def change_rows(stored: Stored, source: Source, rows: Iterable[int], **values: object) -> bool:
    """Writes these values over the rows; False where there are none."""
    table, number = rows_of(source)
    changed = update(table).where(number.in_(list(rows))).values(values)
    return bool(stored.connection.execute(changed).rowcount)


def _told(stored: Stored, source: Source) -> SourceCoverage:
    if source is Source.PLACE_REGISTER:
        return stored.world.place.coverage
    return stored.world.dossier.coverage.get(source, SourceCoverage())


def _missing(stored: Stored, source: Source, _: Dice) -> bool:
    stored.put_coverage(source, None)
    return True


def _timed_out(stored: Stored, source: Source, dice: Dice) -> bool:
    told = _told(stored, source)
    stored.put_coverage(source, replace(told, answered=dice.pick((False, None)), complete=None))
    return True


def _empty(stored: Stored, source: Source, _: Dice) -> bool:
    """Every body is empty, or where there is none, what was written of the asking."""
    if change_rows(stored, source, row_numbers(stored, source, stored.person_id), body=b""):
        return True
    table = tables.place_register if source is Source.PLACE_REGISTER else tables.coverage
    asked = update(table).where(table.c.source == source.value).values(asked_at="", watermark="")
    if table is tables.coverage:
        asked = asked.where(table.c.person_id == stored.person_id)
    return bool(stored.connection.execute(asked).rowcount)


def _unparsable(stored: Stored, source: Source, dice: Dice) -> bool:
    body = dice.pick((b"{", b"null", b"{}", b'{"recorded_on": "2026-02-30"}', b"\0" * 60))
    theirs = row_numbers(stored, source, stored.person_id)
    if not theirs and _another_persons(stored, source, dice):
        theirs = row_numbers(stored, source, stored.person_id)
    return change_rows(stored, source, theirs[:1], body=body)


def _count_drop(stored: Stored, source: Source, dice: Dice) -> bool:
    table, number = rows_of(source)
    theirs = row_numbers(stored, source, stored.person_id)
    if theirs:
        stored.connection.execute(delete(table).where(number == dice.pick(theirs)))
    return bool(theirs)


def _stale(stored: Stored, source: Source, dice: Dice) -> bool:
    old = stored.world.dossier.as_of - timedelta(hours=SOURCE_MAX_AGE_HOURS[source], seconds=1)
    told = _told(stored, source)
    stored.put_coverage(source, dice.pick((replace(told, watermark=old), replace(told, asked_at=old))))
    return True


def _duplicated(stored: Stored, source: Source, _: Dice) -> bool:
    """A row of the source a second time, under another identifier."""
    theirs = row_numbers(stored, source, stored.person_id)
    if source is Source.PLACE_REGISTER or not theirs:
        return False
    table, number = rows_of(source)
    held = stored.connection.execute(select(table).where(number == theirs[0]))
    row = dict(held.mappings().one())
    del row["sequence"]
    stored.connection.execute(insert(table), {**row, "source_id": f"{row['source_id']}-AGAIN"})
    return True


def _another_persons(stored: Stored, source: Source, dice: Dice) -> bool:
    """A row of this person's is another's, or one of another's is this person's."""
    if source is Source.PLACE_REGISTER:
        return False
    theirs = row_numbers(stored, source, stored.person_id) if dice.number(2) else []
    rows = theirs or row_numbers(stored, source, stored.another)
    owner = stored.another if theirs else stored.person_id
    return change_rows(stored, source, rows[:1], person_id=owner, source_id=f"MOVED-{source.value}")


CODED: Mapping[Source, Callable[[str], Record]] = {
    Source.CONVICTIONS: lambda code: conviction(code, "something", on=date(2026, 8, 3)),
    Source.ALERTS: alert,
    Source.REGISTRATIONS: lambda code: registration(code, "Something"),
    Source.LICENCE_CONDITIONS: lambda code: condition(
        term(ProhibitionKind.OTHER, "to do something"), code=code
    ),
}
"""Sources whose records carry codes, and a record with one."""
NO_CODE = "QQ-WITHDRAWN"


def _repealed_code(stored: Stored, source: Source, dice: Dice) -> bool:
    """A record with a code that no table knows; where the source has no codes, a word that no list has."""
    held, coverage = read_records(stored.connection, stored.person_id)
    theirs = [record for record in held if record.source is source]
    told = coverage.get(source)
    if source in CODED:
        added = replace(CODED[source](NO_CODE), source_id=SourceRecordId("ADDED"))
        stored.put([*held, added], dict(coverage), source, told)
        return told is not None
    words = [name for name in _words(theirs[0]) if name != "source_system"] if theirs else []
    if not words:
        return False
    changed = copy(theirs[0])
    object.__setattr__(changed, dice.pick(words), NO_CODE)
    others = [record for record in held if record is not theirs[0]]
    stored.put([*others, changed], dict(coverage), source, told)
    return True


def _words(record: Record) -> list[str]:
    """The fields that hold a word of a closed list."""
    return [each.name for each in fields(record) if isinstance(getattr(record, each.name), StrEnum)]


def _clock_skew(stored: Stored, source: Source, dice: Dice) -> bool:
    later = stored.world.dossier.as_of + timedelta(minutes=1 + dice.number(3000))
    told = _told(stored, source)
    stored.put_coverage(source, dice.pick((replace(told, watermark=later), replace(told, asked_at=later))))
    return True


def _database_error(stored: Stored, source: Source, dice: Dice) -> bool:
    """A table that the source is read from is gone, or a column of it."""
    if stored.failing:
        return True
    own = [rows_of(source)[0].name, "coverage"]
    if source is Source.PLACE_REGISTER:
        # A question about no place, or one of which nothing is held, has nothing to look up among the incidents.
        own = [*([own[0]] if stored.world.place.incidents else []), "place_register"]
    table = dice.pick(own)
    column = "answered" if table in ("coverage", "place_register") else "body"
    gone = dice.pick((f"RENAME TO gone_{table}", f"RENAME COLUMN {column} TO gone_{column}"))
    stored.connection.exec_driver_sql(f"ALTER TABLE {table} {gone}")
    stored.failing = True
    return True


def _model_corrupt(stored: Stored, _: Source, dice: Dice) -> bool:
    stored.scorer = damaged_scorer(dice.pick(stored.damaged_models))
    return True


DOES: Mapping[SourceFault, Does] = {
    SourceFault.MISSING: _missing,
    SourceFault.TIMED_OUT: _timed_out,
    SourceFault.EMPTY: _empty,
    SourceFault.UNPARSABLE: _unparsable,
    SourceFault.COUNT_DROP: _count_drop,
    SourceFault.STALE: _stale,
    SourceFault.DUPLICATED: _duplicated,
    SourceFault.WRONG_PERSON: _another_persons,
    SourceFault.REPEALED_CODE: _repealed_code,
    SourceFault.CLOCK_SKEW: _clock_skew,
    SourceFault.DATABASE_ERROR: _database_error,
    SourceFault.MODEL_CORRUPT: _model_corrupt,
}
