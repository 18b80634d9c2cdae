"""What the models were given when people were scored: numbers alone, and of nobody in particular."""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, select

from riskflag.persistence import tables
from riskflag.persistence.assessments import belongs
from riskflag.persistence.vault import vault_of

Vector = tuple[float | None, ...]
_SELECT = select(tables.assessment.c.id, tables.assessment.c.full_body).order_by(tables.assessment.c.id)


@dataclass(frozen=True, slots=True)
class _Learned:
    version: str
    values: Vector


@dataclass(frozen=True, slots=True)
class _Scores:
    learned: _Learned | None = None


@dataclass(frozen=True, slots=True)
class _Answer:
    """Of a stored answer, only what drift is measured by: nothing else of it is read."""

    scores: _Scores | None = None


_ANSWER = msgspec.json.Decoder(_Answer)


def read_served_inputs(connection: Connection, version: str) -> tuple[Vector, ...]:
    """The features of every answer that this version of the model scored, in no order that tells anything.

    An answer that cannot be read is left out: nothing is decided by these.
    """
    return tuple(_vectors(connection, version))


def _vectors(connection: Connection, version: str) -> Iterator[Vector]:
    vault = vault_of(connection)
    for row in connection.execute(_SELECT):
        try:
            scores = _ANSWER.decode(vault.open(row.full_body, *belongs("full_body", row.id)) or "").scores
        except msgspec.DecodeError:
            continue
        if scores and scores.learned and scores.learned.version == version:
            yield scores.learned.values
