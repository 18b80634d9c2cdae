"""Several case files as one load: the people, and what the files together say of places."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from riskflag.dossier import PlaceKnowledge, SourceCoverage
from riskflag.errors import BadInput
from riskflag.importers.case_file import CaseFile


def joined_place_knowledge(cases: Iterable[CaseFile]) -> PlaceKnowledge:
    """One place register for all the files: every incident once, and only as much covered as the least.

    Raises BadInput for what a file says of occupants from other people's records: that is found out anew for
    each enquiry from what is held, and kept by nobody.
    """
    places = [case.place for case in cases]
    if any(place.people for place in places):
        raise BadInput({"place_knowledge.people": "is looked up for each enquiry, and cannot be imported"})
    incidents = {(i.source_system, i.source_id): i for place in places for i in place.incidents}
    coverage = _least_covered([place.coverage for place in places])
    return PlaceKnowledge(coverage, tuple(incidents.values()))


def as_if_asked_at(case: CaseFile, moment: datetime) -> CaseFile:
    """The case with every answer in it dated to ``moment``: for trying the service out, never for use.

    A source that was not asked stays so, and one that answered in part still did.
    """
    coverage = {source: _dated(held, moment) for source, held in case.dossier.coverage.items()}
    return replace(
        case,
        dossier=replace(case.dossier, as_of=moment, coverage=coverage),
        place=replace(case.place, coverage=_dated(case.place.coverage, moment)),
    )


def _dated(coverage: SourceCoverage, moment: datetime) -> SourceCoverage:
    asked_at = moment if coverage.asked_at else None
    return replace(coverage, asked_at=asked_at, watermark=moment if coverage.watermark else None)


def _least_covered(coverages: Sequence[SourceCoverage]) -> SourceCoverage:
    moments = [coverage.known_to if coverage.asked_at else None for coverage in coverages]
    asked_at = None if None in moments else min(moment for moment in moments if moment is not None)
    return SourceCoverage(
        asked_at=asked_at,
        answered=all(coverage.answered for coverage in coverages),
        complete=all(coverage.complete for coverage in coverages),
        watermark=asked_at,
        unreadable=sum(coverage.unreadable for coverage in coverages),
    )
