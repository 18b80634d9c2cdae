"""Simulated people in numbers, for the benchmark of the screening, and what is changed of them afterwards.

People are those of ``training.cohort`` with their records; every name in them is exchanged for an invented
one. Each has a main address; two in three a release address; one in four an enquiry about that, with an
answer. Homes are those of ``invented_homes``. A place register of some thousand incidents lies beside them.
They are written in groups and without an audit entry each, since only the screening is timed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from hashlib import blake2b
from itertools import islice
from uuid import uuid4

from sqlalchemy import Connection, select

from benchmarks.exchanging import exchanged
from benchmarks.invented_homes import home
from benchmarks.invented_people import invented_name
from riskflag.answering import about, with_open_answer
from riskflag.assessment import assess
from riskflag.casebook import incident, order, term
from riskflag.dossier import Dossier, PlaceKnowledge, SourceCoverage
from riskflag.persistence import people, place_register, records, tables
from riskflag.persistence.assessments import insert_assessment
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.engine import Database
from riskflag.persistence.held_digests import record_answer
from riskflag.pinned_rulebook import pinned_rulebook
from riskflag.records import Address, AddressRecord, AddressUse, NamedPerson, PlaceIncidentKind, Record
from riskflag.vocabulary import PersonId, ProhibitionKind, Role, Source, SourceRecordId, SourceSystem
from training.cohort import SimulatedPerson, enquiry_at, simulate_people

SEED = 7
TOGETHER = 500
INCIDENTS = 5000
ELSEWHERE = 2
"""Which of a number's homes something happened at: nobody's whose home is asked about, save by chance."""
OFFICER = Actor("an.officer", Role.RESPONSIBLE_OFFICER)


def now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


def fill(database: Database, number: int) -> None:
    """Writes so many people, some of them with an answer, and the place register."""
    everybody = simulate_people(SEED, range(number))
    database.write(_register)
    while some := list(islice(everybody, TOGETHER)):
        database.write(partial(_put, some=some))


def everybody(database: Database) -> list[PersonId]:
    """All who are held."""
    statement = select(tables.person.c.id).order_by(tables.person.c.id)
    return [PersonId(each) for each in database.read(lambda c: c.execute(statement).scalars().all())]


def make_orders(database: Database, who: Sequence[PersonId]) -> None:
    """Adds an order that forbids the release address to each of these people."""

    def work(connection: Connection) -> None:
        for person_id in who:
            held, coverage = records.read_records(connection, person_id)
            homes = [each.address for each in held if isinstance(each, AddressRecord)]
            made = order(term(ProhibitionKind.NO_ENTER_ADDRESS, place=homes[-1]))
            dated = replace(made, recorded_on=now().date(), source_id=SourceRecordId(f"MADE-{uuid4().hex}"))
            records.replace_records(connection, person_id, (*held, dated), coverage)

    database.write(work)


def _register(connection: Connection) -> None:
    kinds = list(PlaceIncidentKind)
    elsewhere = [
        replace(
            incident(kinds[number % len(kinds)], address=home(number, ELSEWHERE)),
            source_id=SourceRecordId(f"PLACE-{number}"),
        )
        for number in range(INCIDENTS)
    ]
    place_register.replace_register(connection, elsewhere, _answered())


def _put(connection: Connection, some: Sequence[SimulatedPerson]) -> None:
    coverage = dict.fromkeys(Source, _answered())
    for each in some:
        held = (*exchanged(each.records, _named), *_homes(each))
        person_id = people.put_person(connection, replace(each.person, name=_invented(each.person.name)))
        records.replace_records(connection, person_id, held, coverage)
        if each.number % 4 == 0:
            _answer(connection, each, person_id, held)


def _named(each: NamedPerson | Address) -> NamedPerson | Address:
    return replace(each, name=_invented(each.name)) if isinstance(each, NamedPerson) else each


def _invented(name: str) -> str:
    """Simulated people are called so, all of them, and would be looked for among one another."""
    return invented_name(int.from_bytes(blake2b(name.encode(), digest_size=8).digest()))


def _homes(person: SimulatedPerson) -> Iterator[Record]:
    uses = [AddressUse.MAIN, AddressUse.RELEASE] if person.number % 3 else [AddressUse.MAIN]
    for which, use in enumerate(uses):
        yield AddressRecord(
            source_system=SourceSystem.NDELIUS,
            source_id=SourceRecordId(f"HOME-{person.number}-{which}"),
            recorded_on=now().date() - timedelta(days=30),
            address=home(person.number, which),
            use=use,
        )


def _answer(
    connection: Connection, person: SimulatedPerson, person_id: PersonId, held: tuple[Record, ...]
) -> None:
    there = home(person.number, 1)
    soon = now().date() + timedelta(days=40)
    enquiry = replace(
        exchanged(enquiry_at(person, person.releases[-1]), _named),
        address=there,
        no_fixed_abode=False,
        release_date=soon,
    )
    dossier = Dossier(person.person, now(), held, dict.fromkeys(Source, _answered()), sound=True)
    rulebook = pinned_rulebook()
    full = assess(dossier, enquiry, PlaceKnowledge(_answered()), rulebook)
    entry = AuditEntry(now(), OFFICER, Action.ADDRESS_ASSESSED)
    stored = with_open_answer(person_id, dossier, enquiry, full, rulebook, entry)
    insert_assessment(connection, stored)
    record_answer(connection, stored.id, about(entry, stored))


def _answered() -> SourceCoverage:
    return SourceCoverage(asked_at=now() - timedelta(minutes=1), answered=True, complete=True)
