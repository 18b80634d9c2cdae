"""What the use cases read and write, each in one transaction together with its audit entry.

Every method raises StoreUnavailable when the database fails, and then nothing of it has happened.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, inspect

from riskflag.access import AccessRecords
from riskflag.dossier import Dossier, PlaceKnowledge, SourceCoverage
from riskflag.enquiry import Enquiry
from riskflag.errors import Conflict, StoreUnavailable
from riskflag.pace import Asking
from riskflag.persistence import (
    asked_places,
    assessments,
    pace,
    people,
    record_changes,
    records,
)
from riskflag.persistence.access import MaySee, everybody_may_be_seen, read_access, read_access_of_each
from riskflag.persistence.additions import Addition
from riskflag.persistence.assessments import StoredAssessment, WhoseAnswer, whose_answer
from riskflag.persistence.audit import AuditEntry, add_entry, check_entries
from riskflag.persistence.audit_check import Checked, Head
from riskflag.persistence.audit_log import AuditLog
from riskflag.persistence.decision_store import DecisionStore
from riskflag.persistence.deliveries import Deliveries
from riskflag.persistence.engine import Database, open_database
from riskflag.persistence.events_read import EventsRead
from riskflag.persistence.kept_answers import keep_answer, sealed_answer
from riskflag.persistence.known_people import living_there, with_people
from riskflag.persistence.own_data import OwnData, find_own_data
from riskflag.persistence.people_search import (
    FoundByName,
    SoughtByName,
    search_by_name,
    search_by_numbers,
)
from riskflag.persistence.place_knowledge import read_place
from riskflag.persistence.records import Coverage
from riskflag.persistence.repeating import Once
from riskflag.persistence.rescreening_queue import RescreeningQueue
from riskflag.persistence.screening_store import ScreeningStore
from riskflag.persistence.served_inputs import Vector, read_served_inputs
from riskflag.persistence.tables import SCHEMA_REVISION
from riskflag.persistence.vault import Vault
from riskflag.persistence.web_sessions import WebSessionStore
from riskflag.probing.asked import SecondPersonAgreement
from riskflag.records import Person, PersonNumbers, PlaceIncident, Record
from riskflag.reference.thresholds import ASKED_BEFORE_DAYS
from riskflag.vocabulary import AgreementReason, AssessmentId, PersonId, Source

ASKED_BEFORE = timedelta(days=ASKED_BEFORE_DAYS.value)


def open_store(database_url: str, vault: Vault) -> "Store":
    """The store in this database. Raises StoreUnavailable when its tables are not those of this version.

    vault: seals what is held, and opens it
    """
    database = open_database(database_url, vault)
    if not database.read(_is_current):
        database.close()
        raise StoreUnavailable(
            "the database is not at this version's schema: run `riskflag database upgrade`"
        )
    return Store(database)


class Store:
    """People, records, places, answers and the audit, held durably."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.audit_log = AuditLog(database)
        self.decisions = DecisionStore(database)
        self.screening = ScreeningStore(database)
        self.web_sessions = WebSessionStore(database)
        self.rescreening = RescreeningQueue(database)
        self.deliveries = Deliveries(database)
        self.events_read = EventsRead(database)

    def put_person(
        self, person: Person, held: Sequence[Record], coverage: Coverage, entry: AuditEntry
    ) -> PersonId:
        """Stores somebody with all their records, or replaces those of somebody held. Raises Conflict."""
        return self._database.write(
            lambda connection: record_changes.put_person(connection, person, held, coverage, entry)
        )

    def put_records(
        self,
        person_id: PersonId,
        person: Person,
        held: Sequence[Record],
        coverage: Coverage,
        entry: AuditEntry,
    ) -> bool:
        """Replaces all that is held of this person. False for nobody. Raises Conflict."""
        return self._database.write(
            lambda connection: record_changes.put_records(
                connection, person_id, person, held, coverage, entry
            )
        )

    def add_records(self, person_id: PersonId, addition: Addition, entry: AuditEntry) -> bool:
        """Adds records to those of this person. False for nobody. Raises BadInput for another's records."""
        return self._database.write(
            lambda connection: record_changes.add_records(connection, person_id, addition, entry)
        )

    def find_person(
        self, numbers: PersonNumbers, entry: AuditEntry, may_see: MaySee = everybody_may_be_seen
    ) -> PersonId | None:
        """Who has these numbers; None for nobody. Raises Conflict. That somebody looked is recorded.

        may_see: whether whoever looks may see somebody, by what is held about that; those whom they may not
            see are not found, and it is recorded why
        """

        answer = self._database.write(
            lambda connection: search_by_numbers(connection, numbers, entry, may_see)
        )
        if isinstance(answer, Conflict):
            raise answer
        return answer

    def find_by_name(
        self, sought: SoughtByName, entry: AuditEntry, may_see: MaySee
    ) -> tuple[FoundByName, ...]:
        """Everybody who may be meant by a name with a date of birth. That somebody looked is recorded.
        ``may_see`` as above."""
        return self._database.write(lambda connection: search_by_name(connection, sought, entry, may_see))

    def read_person(self, person_id: PersonId, entry: AuditEntry) -> Person | None:
        """Who this is; None for nobody. That somebody looked is recorded."""

        def work(connection: Connection) -> Person | None:
            person = people.read_person(connection, person_id)
            if person is not None:
                add_entry(connection, replace(entry, person_id=person_id))
            return person

        return self._database.write(work)

    def read_access(self, person_id: PersonId) -> AccessRecords:
        """What is held about who may see this person; of nobody, nothing."""
        return self._database.read(lambda connection: read_access(connection, person_id))

    def access_of(self, people: Iterable[PersonId]) -> Mapping[PersonId, AccessRecords]:
        """The same for each of these people, all as it stood at one moment."""
        return self._database.read(lambda connection: read_access_of_each(connection, people))

    def whose_answer(self, assessment_id: AssessmentId) -> WhoseAnswer | None:
        """Whose this answer is; None for no such answer."""
        return self._database.read(lambda connection: whose_answer(connection, assessment_id))

    def record(self, entry: AuditEntry) -> None:
        """Writes an audit entry by itself."""
        self._database.write(lambda connection: add_entry(connection, entry))

    def load(
        self, person_id: PersonId, enquiry: Enquiry | None, as_of: datetime
    ) -> tuple[Dossier, PlaceKnowledge] | None:
        """All that is held of the person, of the place and, in others' records, of who lives there; None for
        nobody.

        enquiry: what is asked; None where only the person's own records are wanted
        """

        where = enquiry.where if enquiry is not None else None

        def work(connection: Connection) -> tuple[Dossier, PlaceKnowledge] | None:
            person = people.read_person(connection, person_id)
            if person is None:
                return None
            held, coverage = records.read_records(connection, person_id)
            place = read_place(connection, where, excluding=person_id, as_of=as_of)
            place = with_people(connection, place, living_there(enquiry, held), person_id, as_of)
            told = {**coverage, Source.PLACE_REGISTER: place.coverage}
            asked_before = assessments.read_asked_before(connection, person_id, as_of - ASKED_BEFORE)
            return Dossier(person, as_of, held, told, asked_before=asked_before, sound=True), place

        return self._database.read(work)

    def put_place_register(
        self, incidents: Sequence[PlaceIncident], coverage: SourceCoverage, entry: AuditEntry
    ) -> None:
        """Replaces the whole place register."""
        self._database.write(
            lambda connection: record_changes.put_place_register(connection, incidents, coverage, entry)
        )

    def save_assessment(
        self, stored: StoredAssessment, entry: AuditEntry, once: Once | None = None
    ) -> AssessmentId | None:
        """Stores the answer; it may be shown once this has returned. Gives its name, or that of the answer
        that the same request got before; None where a second person must agree first, and then it is not
        stored. Raises Conflict where the key of the request was used for another."""
        sealed = self._database.prepare(lambda vault: sealed_answer(vault, stored))
        return self._database.write_together(lambda connection: keep_answer(connection, sealed, entry, once))

    def add_agreement(
        self, agreement: SecondPersonAgreement, reason: AgreementReason, entry: AuditEntry
    ) -> bool:
        """Stores that a second person agrees to more places for this person. False for nobody."""

        def work(connection: Connection) -> bool:
            if people.read_person(connection, agreement.person_id) is None:
                return False
            asked_places.add_agreement(connection, agreement, reason)
            add_entry(connection, replace(entry, person_id=agreement.person_id, detail=reason.value))
            return True

        return self._database.write(work)

    def read_assessment(self, assessment_id: AssessmentId, entry: AuditEntry) -> StoredAssessment | None:
        """The answer as given; None for no such answer. That somebody read it is recorded."""

        def work(connection: Connection) -> StoredAssessment | None:
            stored = assessments.read_assessment(connection, assessment_id)
            if stored is not None:
                purpose = stored.enquiry.purpose
                add_entry(connection, replace(entry, person_id=stored.person_id, purpose=purpose))
            return stored

        return self._database.write(work)

    def served_inputs(self, version: str, entry: AuditEntry) -> tuple[Vector, ...]:
        """The features of every answer that a version of the model scored. Reading them is recorded."""

        def record(connection: Connection) -> None:
            add_entry(connection, replace(entry, detail=version))

        # Recorded first and by itself: nobody who asks about an address waits while all answers are read.
        self._database.write(record)
        return self._database.read(lambda connection: read_served_inputs(connection, version))

    def recent_actions(
        self, account: str, asking: Asking, since: datetime, most: int
    ) -> tuple[datetime, ...]:
        """When this account asked this since then, no more of them than ``most``."""
        return self._database.read(
            lambda connection: pace.recent_actions(connection, account, asking, since, most)
        )

    def record_refusal(self, entry: AuditEntry, since: datetime) -> None:
        """Records that an account asked too often, unless that was recorded since then."""
        self._database.write(lambda connection: pace.add_refusal_once(connection, entry, since))

    def own_data(self, numbers: PersonNumbers, entry: AuditEntry) -> OwnData | None:
        """All that is held of whoever has these numbers; None for nobody. That it was sought is recorded.
        Raises Conflict."""
        return self._database.write(lambda connection: find_own_data(connection, numbers, entry))

    def check_audit(self, head: Head | None) -> Checked:
        """Whether the whole chain of the audit holds, and goes through the head where one is given."""
        return self._database.read(lambda connection: check_entries(connection, head))

    def close(self) -> None:
        """Closes every connection to the database."""
        self._database.close()


def _is_current(connection: Connection) -> bool:
    if not inspect(connection).has_table("alembic_version"):
        return False
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == SCHEMA_REVISION
