"""What was asked of a source, as a row and back. What cannot be read counts against the source."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Row

from riskflag.dossier import NEVER_ASKED, SourceCoverage
from riskflag.persistence.codec import moment_to_text, text_to_moment
from riskflag.vocabulary import Source


def coverage_row(source: Source, coverage: SourceCoverage) -> dict[str, object]:
    """The row for one source. Raises Misfit for a moment without its offset from UTC."""
    return {
        "source": source.value,
        "asked_at": moment_to_text(coverage.asked_at) if coverage.asked_at else None,
        "answered": coverage.answered,
        "complete": coverage.complete,
        "watermark": moment_to_text(coverage.watermark) if coverage.watermark else None,
        "unreadable": coverage.unreadable,
    }


def taken_text(coverage: SourceCoverage) -> str | None:
    """When what came of the source was taken, as text; None where nobody knows."""
    return moment_to_text(coverage.known_to) if coverage.known_to else None


def read_coverage(row: Row[Any]) -> SourceCoverage:
    """What the row says; as if never asked when it cannot be read."""
    try:
        return _coverage(row.asked_at, row.answered, row.complete, row.watermark, row.unreadable)
    except (TypeError, ValueError):
        return NEVER_ASKED


@lru_cache(maxsize=256, typed=True)
def _coverage(
    asked_at: str | None, answered: bool | None, complete: bool | None, watermark: str | None, unreadable: int
) -> SourceCoverage:
    """Remembered, for the sources of one person were mostly asked at one moment and answered alike."""
    return SourceCoverage(
        asked_at=_moment(asked_at),
        answered=answered,
        complete=complete,
        watermark=_moment(watermark),
        unreadable=max(int(unreadable), 0),
    )


def _moment(text: str | None) -> datetime | None:
    return text_to_moment(text) if text else None


def with_unreadable(
    coverage: Mapping[Source, SourceCoverage], unreadable: Mapping[Source, int]
) -> dict[Source, SourceCoverage]:
    """The same coverage, with what could not be read counted against its source."""
    counted = dict(coverage)
    for source, count in unreadable.items():
        known = counted.get(source, NEVER_ASKED)
        counted[source] = replace(known, unreadable=known.unreadable + count)
    return counted
