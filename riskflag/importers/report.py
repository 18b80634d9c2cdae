"""What came of a payload, for whoever imports it: counts, and where each reject is. Never content."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from riskflag.importers.intake import Intake
from riskflag.importers.shape import Contradiction, Gap, Reject
from riskflag.records import RECORD_KINDS, Address, Person, PlaceIncident

_FOUND = {Person: "person", Address: "address", PlaceIncident: "place_incident"}
_KINDS: dict[type, str] = {kind: name for name, kind in RECORD_KINDS.items()} | _FOUND


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many there are of one kind.

    kind: the kind of record, as in a case file, or of what was found besides
    count: how many
    """

    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came of one payload: as many elements as records, things found and rejects together.

    shape: the name of its shape
    title: its shape in words
    elements: how many elements it has
    records: how many became records, by kind
    found: how many told something that is no record and is not stored, by what it is
    rejects: those that became neither
    contradictions: what was kept although one part of it gainsays another
    gaps: what the source holds and the payload or its reader left out
    """

    shape: str
    title: str
    elements: int
    records: tuple[KindCount, ...]
    found: tuple[KindCount, ...]
    rejects: tuple[Reject, ...]
    contradictions: tuple[Contradiction, ...]
    gaps: tuple[Gap, ...]


def report_of(intake: Intake) -> ImportReport:
    """The report on one payload."""
    came = intake.imported
    return ImportReport(
        shape=intake.shape.name,
        title=intake.shape.title,
        elements=came.elements,
        records=_counted(came.records),
        found=_counted(came.found),
        rejects=came.rejects,
        contradictions=came.contradictions,
        gaps=came.gaps,
    )


def summary(report: ImportReport) -> str:
    """The counts, on one line."""
    records, found = (sum(each.count for each in group) for group in (report.records, report.found))
    return (
        f"{report.shape}: {report.elements} elements in; {records} records, {found} found besides, "
        f"{len(report.rejects)} rejects out"
    )


def render_report(report: ImportReport) -> str:
    """The whole report, as text."""
    return "\n".join((summary(report), *_lines(report)))


def _lines(report: ImportReport) -> Iterator[str]:
    for each in report.records:
        yield f"  record         {each.kind}: {each.count}"
    for each in report.found:
        yield f"  found          {each.kind}: {each.count}"
    for reject in report.rejects:
        yield f"  reject         {_at(reject.path)}: {reject.reason}"
    for contradiction in report.contradictions:
        yield f"  contradictory  {_at(contradiction.path)}: {contradiction.what}"
    for gap in report.gaps:
        yield f"  left out       {_at(gap.path)}: {gap.what}"


def _at(path: str) -> str:
    return path or "the whole payload"


def _counted(things: Iterable[object]) -> tuple[KindCount, ...]:
    counts = Counter(_KINDS.get(type(thing), "address_enquiry") for thing in things)
    return tuple(KindCount(kind, count) for kind, count in sorted(counts.items()))
