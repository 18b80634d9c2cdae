"""What an answer is worked out from, what may befall it, and what every example case is answered.

Pure: the same seed gives the same choices.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import pytest

from riskflag.assessment import Assessment, assess
from riskflag.casebook import Case
from riskflag.dossier import Dossier, PlaceKnowledge
from riskflag.enquiry import Enquiry
from riskflag.importers.case_file import CaseFile, read_case_file
from riskflag.persistence.codec import decode, encode
from riskflag.records import Record
from riskflag.rule import Rule
from riskflag.rulebook import Rulebook, load_rulebook
from riskflag.vocabulary import EnquiryKind, RuleCode, Source

T = TypeVar("T")
Identity = tuple[str, str]
EXAMPLES = Path(__file__).parents[2] / "examples"
ASKED_AT = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
PARTS = 10
EVERY_PART = pytest.mark.parametrize("part", [pytest.param(n, id=f"part {n + 1}") for n in range(PARTS)])


def seeds(part: int, of: int) -> range:
    """This part's share of the seeds."""
    return range(part, of, PARTS)


@dataclass(frozen=True, slots=True)
class World:
    """All that one assessment reads."""

    dossier: Dossier
    enquiry: Enquiry
    place: PlaceKnowledge
    rulebook: Rulebook

    def with_records(self, records: Sequence[Record]) -> "World":
        """The world with these records on file instead."""
        return replace(self, dossier=replace(self.dossier, records=tuple(records)))


@dataclass(frozen=True, slots=True)
class Fault:
    """A world with one fault in it.

    name: what went wrong
    world: the world as it is now
    missing: sources that the program is told it cannot rely on
    records: records that are gone or changed
    broken: rules that fail
    proof: whether nothing-found is no longer to be said, whatever rules need
    asks_otherwise: whether the question itself changed, so that any rule may answer otherwise
    """

    name: str
    world: World
    missing: frozenset[Source] = frozenset()
    records: tuple[Record, ...] = ()
    broken: frozenset[RuleCode] = frozenset()
    proof: bool = False
    asks_otherwise: bool = False

    @property
    def touched(self) -> frozenset[Source]:
        """Every source of which something is gone, changed or in doubt."""
        return self.missing | {record.source for record in self.records}

    @property
    def identities(self) -> frozenset[Identity]:
        """The systems and identifiers of the records that are gone or changed."""
        return frozenset((r.source_system, r.source_id) for r in self.records)


@dataclass(slots=True)
class Dice:
    """Choices that a seed decides."""

    seed: str
    thrown: int = field(default=0)

    def number(self, below: int) -> int:
        """A number from 0 to ``below`` - 1."""
        self.thrown += 1
        digest = blake2b(f"{self.seed}/{self.thrown}".encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big") % below

    def pick(self, among: Sequence[T]) -> T:
        """One of several."""
        return among[self.number(len(among))]


Maker = Callable[[World, Dice], Fault | None]


@cache
def worlds() -> tuple[tuple[str, World, Assessment], ...]:
    """Every example case and every example of a rule, with its intact answer."""
    paths = sorted([*EXAMPLES.glob("*.json"), *(EXAMPLES / "caseload").glob("*.json")])
    intact = [(path.stem, world_of(read_case_file(path.read_bytes(), ASKED_AT))) for path in paths]
    for rule in load_rulebook().rules:
        intact += [(f"{rule.code}: {each.story}", world_of(each.case)) for each in rule.examples]
    return tuple((name, world, answer(world)) for name, world in intact)


@cache
def stored() -> tuple[tuple[str, World, Assessment], ...]:
    """Those that can be kept: what other people's records say of an occupant is looked up among what is kept."""
    return tuple(each for each in worlds() if not each[1].place.people)


def world_of(held: CaseFile | Case) -> World:
    """The intact world of a case."""
    return World(held.dossier, held.enquiry, held.place, load_rulebook())


def answer(world: World) -> Assessment:
    """What the program says of a world."""
    return assess(world.dossier, world.enquiry, world.place, world.rulebook)


def codes(assessment: Assessment) -> set[RuleCode]:
    """The flags, by code."""
    return {flag.code for flag in assessment.flags}


def survives(held: object) -> bool:
    """Whether the store would give it back as it is: if not, the program must have noticed."""
    try:
        return bool(decode(encode(held), type(held)) == held)
    except (AttributeError, TypeError, ValueError):
        return False


def needed_sources(rules: Sequence[Rule], kind: EnquiryKind) -> frozenset[Source]:
    """Every source that some rule about such enquiries needs."""
    return frozenset(source for rule in rules if kind in rule.applies_to for source in rule.needs)
