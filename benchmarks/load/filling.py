"""Writes the caseload into a database, in groups: a million addresses in some minutes.

Who must be looked at again because somebody is new is left out, and the entries of the audit that storing
them would make: neither is asked for by an enquiry.
"""

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from sqlalchemy import Connection, func, insert, select

from benchmarks.load.caseload import Held, life_of, on_record, others
from riskflag.casebook import incident
from riskflag.dossier import SourceCoverage
from riskflag.persistence import people, place_register, records, tables
from riskflag.persistence.engine import Database, open_database
from riskflag.persistence.migrations import upgrade
from riskflag.persistence.named_places import places_named
from riskflag.persistence.place_indexing import index_places
from riskflag.persistence.place_numbers import Shelf
from riskflag.persistence.shelves import belongs
from riskflag.persistence.vault import sealed_value, vault_for
from riskflag.records import AddressRecord, Person, PlaceIncidentKind
from riskflag.service import now
from riskflag.settings import ACCESS_LIMITS_BY_DEFAULT, Environment, Settings
from riskflag.vocabulary import PersonId, Source

T = TypeVar("T")

IN_REGISTER = 20
"""One address in so many is an incident's; all others are held for somebody."""
TELLING_PLACES = 100
"""One incident in so many has something to say of its place that is not drug use in the building."""
TOGETHER = 2000
PEOPLE = "people.json"

_Other = tuple[Person, tuple[AddressRecord, ...]]


def filled(folder: Path, asked_about: int, addresses: int, kept: Path | None = None) -> Held:
    """A database in this folder with so many people and addresses.

    kept: where it is filled, and left to be copied the next time
    """
    if kept is None:
        return fill(folder, asked_about, addresses)
    if not (kept / PEOPLE).exists():
        kept.mkdir(parents=True, exist_ok=True)
        held = fill(kept, asked_about, addresses)
        (kept / PEOPLE).write_text(json.dumps([addresses, *held.people]))
    for each in kept.iterdir():
        shutil.copy(each, folder)
    held_there, *people_there = json.loads((kept / PEOPLE).read_text())
    return Held(_settings(folder), people_there, held_there)


def fill(folder: Path, asked_about: int, addresses: int) -> Held:
    """Makes a database in this folder and fills it; prints how long that took."""
    settings = _settings(folder)
    url, vault = settings.database_url, vault_for(settings)
    upgrade(url, vault)
    in_register = addresses // IN_REGISTER
    moment = now()
    with closing(open_database(url, vault)) as database:
        started = perf_counter()
        _fill_register(database, in_register, moment)
        _tell(f"{in_register} incidents put into the place register", started)
        started = perf_counter()
        held = [
            each for some in _some(range(asked_about)) for each in _put(database, some, addresses, moment)
        ]
        _tell(f"{asked_about} people stored with all records", started)
        started = perf_counter()
        for some in _some(others(asked_about, in_register, addresses)):
            database.write(partial(_put_others, some=some))
        _tell(f"{addresses - in_register} addresses of others stored", started)
    return Held(settings, held, addresses)


def _settings(folder: Path) -> Settings:
    url = f"sqlite:///{folder / 'riskflag.sqlite3'}"
    development = Environment.DEVELOPMENT
    return Settings(
        folder,
        url,
        development,
        "127.0.0.1",
        8000,
        None,
        models=Path(__file__).parents[2] / "models",
        access_age=timedelta(minutes=ACCESS_LIMITS_BY_DEFAULT[development]),
    )


def _fill_register(database: Database, number: int, moment: datetime) -> None:
    kinds = (PlaceIncidentKind.DRUG_USE, PlaceIncidentKind.CLOSURE)
    incidents = [incident(kinds[n % TELLING_PLACES == 0], address=on_record(n)) for n in range(number)]
    told = _answered(moment)
    database.write(lambda connection: place_register.replace_register(connection, incidents, told))


def _put(database: Database, some: Sequence[int], addresses: int, moment: datetime) -> list[PersonId]:
    coverage = dict.fromkeys(Source, _answered(moment))

    def work(connection: Connection) -> list[PersonId]:
        stored = []
        for number in some:
            person, held = life_of(number, addresses)
            stored.append(people.put_person(connection, person))
            records.replace_records(connection, stored[-1], held, coverage)
        return stored

    return database.write(work)


def _put_others(connection: Connection, some: Sequence[_Other]) -> None:
    last = connection.execute(select(func.max(tables.record.c.sequence))).scalar() or 0
    rows, places = [], []
    for person, held in some:
        person_id = people.put_person(connection, person)
        for record, columns in zip(held, records.record_rows(person_id, held, {}), strict=True):
            last += 1
            body = sealed_value(connection, record, *belongs(columns))
            rows.append({**columns, "sequence": last, "body": body})
            places.append((last, places_named(record)))
    connection.execute(insert(tables.record), rows)
    index_places(connection, Shelf.RECORD, places)


def _answered(moment: datetime) -> SourceCoverage:
    return SourceCoverage(moment, answered=True, complete=True, watermark=moment)


def _some(every: Iterable[T]) -> Iterator[Sequence[T]]:
    them = iter(every)
    while some := list(islice(them, TOGETHER)):
        yield some


def _tell(what: str, started: float) -> None:
    print(f"{what} in {perf_counter() - started:.0f} s", flush=True)
