"""The published test vectors, as histories, answers and what the instruments must say of them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from riskflag.classifier.instrument_results import Instrument
from riskflag.classifier.offending_history import AssessmentAnswers, OffendingHistory
from riskflag.records import Drug, Motivation, PastOffence, ProblemLevel, RelationshipStatus, Sex

FILE = Path(__file__).parent / "instrument_vectors.json"
"""Vectors of ministryofjustice/hmpps-arns-risk-actuarial-api (MIT, Crown copyright) and, for the
probabilities of OGRS3, of NOMS-DIGITAL-STUDIO/rsr-calculator (MIT), in this project's words."""
AS_ENUM: dict[str, Callable[[Any], object]] = {
    "relationship_status": RelationshipStatus,
    "motivation_to_tackle_drug_misuse": lambda scored: tuple(Motivation)[scored],
    "drugs_in_use": lambda drugs: tuple(map(Drug, drugs)),
    "past_offences": lambda offences: tuple(map(PastOffence, offences)),
}


@dataclass(frozen=True, slots=True)
class Vector:
    """One published case and what must come of it."""

    id: str
    instrument: Instrument
    history: OffendingHistory
    answers: AssessmentAnswers
    expected: dict[str, Any]


def _history(given: dict[str, Any]) -> OffendingHistory:
    dates = {
        name: date.fromisoformat(day)
        for name, day in given.items()
        if name.endswith(("_on", "_start", "birth"))
    }
    return OffendingHistory(**given | dates | {"sex": Sex(given["sex"])})


def _answer(name: str, value: object) -> object:
    if name in AS_ENUM:
        return AS_ENUM[name](value)
    return value if isinstance(value, bool) else tuple(ProblemLevel)[int(str(value))]


def _vector(row: dict[str, Any]) -> Vector:
    answers: dict[str, Any] = {name: _answer(name, value) for name, value in row.get("answers", {}).items()}
    return Vector(
        row["id"],
        Instrument(row["instrument"]),
        _history(row["history"]),
        AssessmentAnswers(**answers),
        row["expected"],
    )


VECTORS = tuple(map(_vector, json.loads(FILE.read_text(encoding="utf-8"))))
