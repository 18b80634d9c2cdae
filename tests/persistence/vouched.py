"""A database with something of everything that the audit vouches for, and as it stood before it was replaced."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Engine, text

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    HER,
    NOW,
    REFERRED,
    SAME_STREET,
    alert,
    case,
    incident,
    order,
    protected_place,
)
from riskflag.importers.intake import read_payload
from riskflag.persistence.audit import Action, AuditEntry
from riskflag.persistence.audit_compare import Compared, compare
from riskflag.persistence.engine import Database
from riskflag.persistence.premises_list import Change, PremisesList
from riskflag.persistence.store import Store
from riskflag.probing.premises import KnownPremises, PremisesReason
from riskflag.records import Address, PlaceIncidentKind
from riskflag.upkeep.who import AT_THE_MACHINE
from riskflag.vocabulary import AgreementReason, PersonId
from tests.decided import ENTRY as DECIDING
from tests.decided import REFUSED
from tests.dialects import unguarded
from tests.service.world import FEED, OFFICER, STAFF, Clock, check, put, service_of

FIRST = case(
    order(),
    alert("XA"),
    protected_place(EX_PARTNER, SAME_STREET),
    place=(incident(PlaceIncidentKind.CLOSURE), incident(PlaceIncidentKind.DRUG_SUPPLY)),
)
"""What was held first: of the same records, other words."""
SECOND = replace(
    FIRST,
    dossier=replace(
        FIRST.dossier,
        records=tuple(replace(each, happened_on=NOW.date()) for each in FIRST.dossier.records),
        person=replace(FIRST.dossier.person, name="Somebody Else"),
    ),
    place=replace(FIRST.place, incidents=FIRST.place.incidents[::-1]),
)
HOSTELS = tuple(
    KnownPremises(name, Address(f"{name}, {number} Alder Road, Testbury, ZZ1 1AA"), "S. Auditor", NOW.date())
    for number, name in ((8, "Alder House"), (80, "Larch House"))
)
LISTING = Change("s.auditor", PremisesReason.ROUTINE_REVIEW)
LISTED = AuditEntry(NOW, AT_THE_MACHINE, Action.PREMISES_READ)
ALERTS = read_payload('[{"alertId": 1, "alertCode": "XA"}]', NOW)

TABLES = (
    *("person", "record", "caseload_key", "protected_place", "protected_place_key", "coverage"),
    *("place_register", "place_incident", "place_key", "place_count", "assessment", "asked_place"),
    *("agreement", "decision", "known_premises"),
)
"""Everything that the audit vouches for."""
KEYS: Mapping[str, tuple[str, ...]] = {
    "person": ("id",),
    "record": ("sequence",),
    "caseload_key": ("key", "link"),
    "protected_place": ("sequence",),
    "protected_place_key": ("key", "place"),
    "coverage": ("person_id", "source"),
    "place_register": ("source",),
    "place_incident": ("id",),
    "place_key": ("key", "incident_id"),
    "place_count": ("key",),
    "assessment": ("id",),
    "asked_place": ("assessment_id",),
    "agreement": ("sequence",),
    "decision": ("sequence",),
    "known_premises": ("sequence",),
}
"""What names a row of each."""

Row = Mapping[str, object]
Rows = list[Row]


@dataclass(frozen=True)
class Filled:
    """What was written.

    who: the person about whom most of it is
    before: the rows as they stood before they were replaced
    """

    who: PersonId
    before: Mapping[str, Rows]


def fill(engine: Engine) -> Filled:
    """Writes people, a register, answers and an agreement; what is held of the person is replaced once."""
    service = service_of(engine, Clock())
    who = put(service, FIRST)
    with engine.connect() as connection:
        before = {table: held(connection, table) for table in TABLES}
    assert put(service, SECOND) == who
    service.put_person(HER, (alert("XA"),), {}, FEED)
    decided_on = service.enquire(who, ASKED, OFFICER)
    store = Store(Database(engine))
    assert store.decisions.add(decided_on.id, REFUSED, replace(DECIDING, assessment_id=decided_on.id))
    answer = service.enquire(who, REFERRED, STAFF)
    service.read_assessment(answer.id, STAFF)
    check(service, FIRST)
    service.agree_to_further_places(who, AgreementReason.MOVES_OFTEN, OFFICER)
    service.import_payload(who, ALERTS, FEED)
    PremisesList(Database(engine)).add(HOSTELS, LISTING, LISTED)
    return Filled(who, before)


def held(connection: Connection, table: str) -> Rows:
    """Every row of a table."""
    found = connection.execute(text(" ".join(("SELECT * FROM", table, "ORDER BY", ", ".join(KEYS[table])))))
    return [dict(row) for row in found.mappings()]


def newest(connection: Connection) -> int:
    """The number of the newest entry."""
    return int(connection.execute(text("SELECT max(sequence) FROM audit_entry")).scalar_one())


def comparing(connection: Connection) -> dict[str, Compared]:
    """What came of comparing everything, by the first word of what it is."""
    return {each.what.split()[0]: each for each in compare(connection, newest(connection))}


ALL_IS_WELL = {
    "answers": Compared("answers", held=3, vouched=3),
    "people": Compared("people with their records", held=2, vouched=2),
    "place": Compared("place registers", held=1, vouched=1),
    "lists": Compared("lists of known premises", held=1, vouched=1),
    "decisions": Compared("decisions", held=1, vouched=1),
    "agreements": Compared("agreements of second persons", held=1, vouched=1),
}
"""What comes of comparing what ``fill`` wrote."""


def told(connection: Connection) -> dict[str, Compared]:
    """Those that are not all well."""
    return {name: each for name, each in comparing(connection).items() if each != ALL_IS_WELL[name]}


@contextmanager
def unwatched(engine: Engine) -> Iterator[Connection]:
    """A transaction of whoever owns the database and has taken away what keeps it from being changed. Nothing
    of it is kept."""
    with engine.connect() as connection:
        connection.begin()
        for table in (*TABLES, "audit_entry"):
            unguarded(connection, table)
        yield connection
        connection.rollback()
