"""Probation registrations as the community API lists them: ``{"registrations": [{"type": ...}]}``."""

from riskflag.importers.fields import Fields
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import holds
from riskflag.importers.shape import Shape
from riskflag.importers.whether_open import note_whether_open
from riskflag.records import Registration
from riskflag.vocabulary import Source, SourceSystem

_LEVELS = ("registerLevel", "registerCategory")


def _read(reading: Reading) -> None:
    reading.each(reading.top.listed("registrations"), _registration)


def _registration(entry: Fields) -> Registration:
    kind = entry.inside("type")
    code = kind.text_or_none("code")
    record = Registration(
        source_system=SourceSystem.NDELIUS,
        source_id=entry.source_id("registrationId"),
        recorded_on=entry.recorded("startDate"),
        code=code,
        description=kind.text_or_none("description") or code or kind.text("description"),
        level=_level(entry),
        notes=entry.words("notes"),
        started_on=entry.day("startDate"),
        ended_on=entry.day("endDate"),
        review_due_on=entry.day("nextReviewDate"),
        active=entry.yes_or_no("active"),
    )
    note_whether_open(entry, "active", record.active, record.ended_on)
    return record


def _level(entry: Fields) -> str | None:
    stated = (entry.inside(name).text_or_none("description") for name in _LEVELS)
    return ", ".join(each for each in stated if each) or None


SHAPE = Shape(
    name="probation-registrations",
    title="Probation registrations, as the community API lists them",
    recognises=lambda content: holds(content, "registrations", "register", "type"),
    read=reads(_read),
    answers=frozenset({Source.REGISTRATIONS}),
)
