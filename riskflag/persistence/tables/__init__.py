"""The tables. Objects are kept whole, as sealed JSON, in ``body``; other columns are what is searched.

Whatever would tell of a person or a place is sealed, or stands there as a keyed index (``vault``).
Moments are text in ISO 8601 with their offset from UTC. No column that an answer's meaning hangs on has a
default: a row that does not say its verdict cannot be written.
"""

from riskflag.persistence.tables.answers import (
    agreement,
    answer_summary,
    asked_place,
    assessment,
    decision,
    repeatable,
)
from riskflag.persistence.tables.people import (
    caseload_key,
    coverage,
    named_person_key,
    person,
    person_name_key,
    protected_place,
    protected_place_key,
    record,
)
from riskflag.persistence.tables.places import (
    indexed_place,
    known_premises,
    place_count,
    place_incident,
    place_key,
    place_register,
    place_token,
    place_token_count,
    place_word_slip,
)
from riskflag.persistence.tables.screening import screened, screening_run, screening_turn, told_apart
from riskflag.persistence.tables.shared import ID_LENGTH, INDEXED, SCHEMA_REVISION, metadata
from riskflag.persistence.tables.telling import delivery, event_read, rescreening
from riskflag.persistence.tables.upkeep import alert, audit_entry, outbox, web_session

__all__ = [
    "ID_LENGTH",
    "INDEXED",
    "SCHEMA_REVISION",
    "agreement",
    "alert",
    "answer_summary",
    "asked_place",
    "assessment",
    "audit_entry",
    "caseload_key",
    "coverage",
    "decision",
    "delivery",
    "event_read",
    "indexed_place",
    "known_premises",
    "metadata",
    "named_person_key",
    "outbox",
    "person",
    "person_name_key",
    "place_count",
    "place_incident",
    "place_key",
    "place_register",
    "place_token",
    "place_token_count",
    "place_word_slip",
    "protected_place",
    "protected_place_key",
    "record",
    "repeatable",
    "rescreening",
    "screened",
    "screening_run",
    "screening_turn",
    "told_apart",
    "web_session",
]
