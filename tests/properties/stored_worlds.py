"""Worlds put into a real store and asked about from there, each in a transaction that is undone afterwards."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Dialect, Engine

from riskflag.assessment import Assessment, assess
from riskflag.casebook import HIM, NOW
from riskflag.classifier.scorer import NO_MODEL, Scorer
from riskflag.dossier import SourceCoverage
from riskflag.errors import StoreUnavailable
from riskflag.persistence import place_register, records
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.engine import Database, make_engine
from riskflag.persistence.store import Store
from riskflag.records import RECORD_KINDS, Record
from riskflag.service import scorer_from
from riskflag.vocabulary import NomsNumber, PersonId, Role, Source
from tests.classifier.test_scorer import a_served_model
from tests.keys import VAULT
from tests.persistence.test_published_models import publish
from tests.properties.worlds import World
from tests.sqlite_copies import make_sqlite
from tests.strategies import whole

ENTRY = AuditEntry(NOW, Actor("p.officer", Role.RESPONSIBLE_OFFICER), Action.PERSON_STORED)
SOMEBODY_ELSE = replace(HIM, noms_number=NomsNumber("Z9999ZZ"), case_reference_number=None, pnc_number=None)


@dataclass(frozen=True, slots=True)
class _OneTransaction:
    """Stands in for the engine: whatever is begun goes on in the one transaction of the trial."""

    connection: Connection

    @property
    def dialect(self) -> Dialect:
        return self.connection.dialect

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        yield self.connection

    def execution_options(self, **_: object) -> "_OneTransaction":
        return self

    def get_execution_options(self) -> Mapping[str, object]:
        return self.connection.get_execution_options()


@dataclass(slots=True)
class Stored:
    """A world in the store.

    connection: the transaction in which it lies
    store: the store
    person_id: the person
    world: what was put in
    another: somebody else in the same store, of whom every kind of record is held
    damaged_models: folders of published models, each damaged in a way of its own
    scorer: what scores the person
    failing: whether the database has been made to fail
    """

    connection: Connection
    store: Store
    person_id: PersonId
    world: World
    another: PersonId
    damaged_models: tuple[Path, ...]
    scorer: Scorer = field(default=NO_MODEL)
    failing: bool = False

    def put_coverage(self, source: Source, told: SourceCoverage | None) -> None:
        """Stores what is now said of one source; None: it was never asked, and gave nothing."""
        held, coverage = records.read_records(self.connection, self.person_id)
        left = [record for record in held if told is not None or record.source is not source]
        self.put(left, {s: c for s, c in coverage.items() if s is not source}, source, told)
        if source is Source.PLACE_REGISTER:
            incidents = self.world.place.incidents if told is not None else ()
            place_register.replace_register(self.connection, incidents, told or SourceCoverage())

    def put(
        self,
        held: list[Record],
        coverage: dict[Source, SourceCoverage],
        source: Source,
        told: SourceCoverage | None,
    ) -> None:
        """Stores these records, and this of one source besides the coverage of the others."""
        covered = coverage if told is None else {**coverage, source: told}
        records.replace_records(self.connection, self.person_id, held, covered)

    def answer(self) -> Assessment | None:
        """What the program says from what is in the store; None where the store gives no answer."""
        try:
            found = self.store.load(self.person_id, self.world.enquiry, self.world.dossier.as_of)
        except StoreUnavailable:
            return None
        if found is None:
            return None
        dossier, place = found
        told = replace(dossier, asked_before=self.world.dossier.asked_before)
        return assess(told, self.world.enquiry, place, self.world.rulebook, self.scorer)


@dataclass(frozen=True, slots=True)
class Bench:
    """A database with somebody else in it, and damaged models.

    engine: the database
    another: who is in it
    damaged_models: folders of models
    """

    engine: Engine
    another: PersonId
    damaged_models: tuple[Path, ...]

    @contextmanager
    def holding(self, world: World) -> Iterator[Stored]:
        """The world in the store, for as long as the block lasts."""
        with self.engine.connect() as connection:
            transaction = connection.begin()
            store = Store(Database(cast("Engine", _OneTransaction(connection))))
            dossier = world.dossier
            who = store.put_person(dossier.person, dossier.records, dossier.coverage, ENTRY)
            store.put_place_register(world.place.incidents, world.place.coverage, ENTRY)
            yield Stored(connection, store, who, world, self.another, self.damaged_models)
            transaction.rollback()


@contextmanager
def bench(folder: Path) -> Iterator[Bench]:
    """A bench in this folder."""
    url = f"sqlite:///{folder}/bench.sqlite"
    make_sqlite(url)
    engine = make_engine(url, VAULT)
    held = [whole(kind) for kind in RECORD_KINDS.values() if kind.source is not Source.PLACE_REGISTER]
    told = SourceCoverage(NOW, answered=True, complete=True, watermark=NOW)
    another = Store(Database(engine)).put_person(SOMEBODY_ELSE, held, dict.fromkeys(Source, told), ENTRY)
    yield Bench(engine, another, tuple(_damaged(folder)))
    engine.dispose()


def _damaged(folder: Path) -> Iterator[Path]:
    """A published model with each of its files gone, cut short, or with one character changed; one of another
    schema; and one that is not there at all."""
    intact = publish(folder / "model", a_served_model())
    files = [path.relative_to(intact) for path in sorted(intact.rglob("*")) if path.is_file()]
    for number, (file, damage) in enumerate((f, d) for f in files for d in ("gone", "short", "changed")):
        damaged = publish(folder / f"model-{number}", a_served_model())
        content = (damaged / file).read_bytes()
        changed = {"gone": None, "short": content[:-9], "changed": content[:20] + b"#" + content[21:]}[damage]
        (damaged / file).unlink()
        if changed is not None:
            (damaged / file).write_bytes(changed)
        yield damaged
    yield publish(folder / "other-schema", replace(a_served_model(), schema="other"))
    yield folder / "no-model"


def damaged_scorer(folder: Path) -> Scorer:
    """What the service makes of a damaged model."""
    return scorer_from(folder)
