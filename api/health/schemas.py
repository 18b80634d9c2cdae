"""What the service says of itself."""

from dataclasses import dataclass
from datetime import date

from api.answers import answer
from riskflag.classifier.scorer import ModelUse
from riskflag.settings import Environment


@dataclass(frozen=True, slots=True)
class Alive:
    """The service answers.

    status: alive
    """

    status: str


@dataclass(frozen=True, slots=True)
class Ready:
    """The service can be relied on for answers.

    status: ready
    checked: what was looked at to say so
    """

    status: str
    checked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReferenceTable:
    """One table of reference data.

    file: its name
    holds: what a row is
    taken_on: when it was read from its sources
    rows: how many rows it has
    """

    file: str
    holds: str
    taken_on: date
    rows: int


@dataclass(frozen=True, slots=True)
class Info:
    """What is running.

    name: riskflag
    version: of the software
    environment: development, which trusts whoever is at the machine, or production
    rulebook: fingerprint of the rulebook
    rules: how many rules it holds
    model: whether a learned model looks for risk that nobody wrote down
    model_version: which one; null where none does
    reference_data: its tables, and when each was read from its sources
    """

    name: str
    version: str
    environment: Environment
    rulebook: str
    rules: int
    model: ModelUse
    model_version: str | None
    reference_data: tuple[ReferenceTable, ...]


ALIVE = answer(Alive)
READY = answer(Ready)
INFO = answer(Info)
