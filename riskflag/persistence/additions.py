"""Records that are added to those of a person: what they replace, and what is then known of their sources.

Only a payload that is all there is of a source takes away what it does not hold, and only where all of it
could be read. Any other adds its records, in the place of those with the same identifiers. Nothing takes the
place of what was taken from its source system later.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, delete, insert, select

from riskflag.dossier import SourceCoverage
from riskflag.errors import BadInput
from riskflag.persistence import tables
from riskflag.persistence.coverage import coverage_row, read_coverage
from riskflag.persistence.order_of_taking import latest_taken, was_taken_after
from riskflag.persistence.records import SOURCES, Coverage, record_rows
from riskflag.persistence.shelves import Columns, Rows, add_rows, remove_rows, rows_of
from riskflag.records import Person, PersonNumbers, Record
from riskflag.vocabulary import PersonId, Source


@dataclass(frozen=True, slots=True)
class Addition:
    """What is added.

    records: the records
    coverage: what is known of each source that they come from, and when they were taken from it
    answers: the sources of which they are all there is
    numbers: whose records they say they are, by the field that says so
    """

    records: tuple[Record, ...]
    coverage: Coverage
    answers: frozenset[Source] = frozenset()
    numbers: Mapping[str, PersonNumbers] = field(default_factory=dict)

    def refuse_unless_about(self, person: Person) -> None:
        """Raises BadInput where a number in them differs from the person's."""
        theirs = PersonNumbers.of(person)
        wrong = [name for name, numbers in self.numbers.items() if not numbers.agrees_with(theirs)]
        if wrong:
            raise BadInput(dict.fromkeys(wrong, "is not this person's number"))

    def takes_away(self, source: Source) -> bool:
        """Whether what is held from this source and is not among them is over."""
        told = self.coverage.get(source)
        whole = told is not None and told.complete is True and not told.unreadable
        return whole and source in self.answers


_COVERAGE = tables.coverage
_TOLD = select(_COVERAGE).where(_COVERAGE.c.person_id == bindparam("of_person"))
_FORGET = delete(_COVERAGE).where(
    and_(_COVERAGE.c.person_id == bindparam("of_person"), _COVERAGE.c.source == bindparam("of_source"))
)


def add_records(connection: Connection, person_id: PersonId, addition: Addition) -> None:
    """Adds them. What is held of other kinds, and from other systems, stays.

    Raises BadInput for a clash, and where something held that would be replaced was taken later.
    """
    rows = record_rows(person_id, addition.records, addition.coverage)
    held = rows_of(connection, person_id)
    told = {row.source: row for row in connection.execute(_TOLD, {"of_person": person_id})}
    gone = list(_replaced(held, rows, addition))
    _refuse_older(addition, told.values(), gone)
    remove_rows(connection, gone)
    add_rows(connection, addition.records, rows)
    counts = Counter(str(row["source"]) for row in rows)
    change = Counter(counts)
    change.subtract(row.source for row in gone)
    before = Counter(row.source for row in held)
    _put_coverage(connection, person_id, addition, told, before, change)


def merged(held: SourceCoverage | None, told: SourceCoverage, *, answers: bool) -> SourceCoverage:
    """What is known of a source from now on. What only adds never makes it look better covered."""
    if answers or held is None or held.asked_at is None:
        return told
    return replace(
        held,
        complete=False if told.complete is False else held.complete,
        unreadable=max(held.unreadable, told.unreadable),
    )


def _refuse_older(addition: Addition, told: Iterable[Row[*tuple[Any, ...]]], gone: Rows) -> None:
    """Raises BadInput where what is held of a source it answers, or a record it replaces, was taken later."""
    answered = [row for row in told if SOURCES.get(row.source) in addition.answers]
    rows = [(row.source, row.latest_taken_at) for row in answered]
    rows += [(row.source, row.asked_at) for row in answered]
    rows += [(row.source, row.taken_at) for row in gone]
    for name, held_at in rows:
        new = addition.coverage.get(SOURCES[name]) if name in SOURCES else None
        if new is not None and was_taken_after(held_at, new):
            raise BadInput({"taken_at": f"what is held of {name.replace('_', ' ')} was taken later"})


def _replaced(held: Rows, rows: Iterable[Columns], addition: Addition) -> Iterable[Row[*tuple[Any, ...]]]:
    places = {(row["kind"], row["source_system"], row["source_id"]) for row in rows}
    systems = {(row["kind"], row["source_system"]) for row in rows}
    for row in held:
        source = SOURCES.get(row.source)
        over = source is not None and addition.takes_away(source)
        # Who may see a case is told as a whole: a caseload that has become empty leaves no link behind.
        whole = source is Source.ACCESS_LIMITS or (row.kind, row.source_system) in systems
        if (over and whole) or (row.kind, row.source_system, row.source_id) in places:
            yield row


def _put_coverage(
    connection: Connection,
    person_id: PersonId,
    addition: Addition,
    told: Mapping[str, Row[*tuple[Any, ...]]],
    before: Mapping[str, int],
    change: Mapping[str, int],
) -> None:
    """Writes what is known now, and how many records there should be; one that vanished stays missed."""
    changed = {SOURCES[name] for name in change if change[name] and name in SOURCES}
    for source in sorted(changed | set(addition.coverage)):
        row = told.get(source.value)
        held = read_coverage(row) if row is not None else None
        new = addition.coverage.get(source)
        known = merged(held, new, answers=source in addition.answers) if new else held
        if known is None:
            continue
        counted = row.held if row is not None else before.get(source.value, 0)
        connection.execute(_FORGET, {"of_person": person_id, "of_source": source.value})
        connection.execute(
            insert(_COVERAGE),
            {
                "person_id": person_id,
                "held": counted + change.get(source.value, 0),
                "latest_taken_at": latest_taken(row, new),
                **coverage_row(source, known),
            },
        )
