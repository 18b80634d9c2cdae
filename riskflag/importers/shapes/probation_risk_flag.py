"""One probation risk flag with its notes and removals, as Manage people on probation shows it.

It carries no code, so what it is must be read from its description.
"""

from riskflag.importers.fields import Fields
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.shape import Shape
from riskflag.importers.whether_open import note_whether_open
from riskflag.records import Registration
from riskflag.vocabulary import CaseReferenceNumber, Source, SourceSystem


def _read(reading: Reading) -> None:
    reading.top.inside("personSummary").is_about("crn", CaseReferenceNumber)
    reading.one(reading.top.inside("riskFlag"), _flag)


def _flag(flag: Fields) -> Registration:
    history = list(flag.items("removalHistory"))
    removals = [removal.day("removalDate") for removal in history]
    notes = [*flag.items("riskNotes"), *(note for each in history for note in each.items("riskRemovalNotes"))]
    removed = flag.yes_or_no("removed")
    dates = [day for day in removals if day is not None]
    record = Registration(
        source_system=SourceSystem.NDELIUS,
        source_id=flag.source_id("id"),
        recorded_on=flag.recorded("createdDate"),
        code=flag.text_or_none("code"),
        description=flag.text("description"),
        level=flag.text_or_none("levelDescription"),
        notes=flag.joined("riskNotes", map(_note, notes)),
        started_on=flag.day("createdDate"),
        ended_on=max(dates) if removed and dates else None,
        review_due_on=flag.day("nextReviewDate"),
        active=None if removed is None else not removed,
    )
    note_whether_open(flag, "removed", record.active, record.ended_on)
    return record


def _note(note: Fields) -> str:
    if note.yes_or_no("hasNoteBeenTruncated"):
        note.lacks("note", "was cut short by its source")
    return note.words("note")


SHAPE = Shape(
    name="probation-risk-flag",
    title="One probation risk flag, as Manage people on probation shows it",
    recognises=lambda content: has(content, "personSummary", "riskFlag"),
    read=reads(_read),
    adds_to=frozenset({Source.REGISTRATIONS}),
)
