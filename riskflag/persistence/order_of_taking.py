"""Which of two things was taken from its source system later. A moment that cannot be read is later."""

from typing import Any

from sqlalchemy import Row

from riskflag.dossier import SourceCoverage
from riskflag.persistence.codec import text_to_moment
from riskflag.persistence.coverage import taken_text


def was_taken_after(held_at: str | None, new: SourceCoverage) -> bool:
    """Whether what is held was taken after what is new. Of what nobody knows when, nobody can say so."""
    if held_at is None or new.known_to is None:
        return False
    try:
        return text_to_moment(held_at) > new.known_to
    except (TypeError, ValueError):
        return True


def latest_taken(row: Row[*tuple[Any, ...]] | None, new: SourceCoverage | None) -> str | None:
    """The latest moment at which anything of a source was taken, once ``new`` is added to the ``row``."""
    held_at: str | None = (row.latest_taken_at or row.asked_at) if row is not None else None
    if new is None or was_taken_after(held_at, new):
        return held_at
    return taken_text(new) or held_at
