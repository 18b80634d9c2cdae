"""The use cases: store records, ask about an address or a referral, read an answer. One path for web, API
and command line.

An answer is given out only after it and its audit entry are on the disk. Each question is answered twice:
from everything held, and from only what the person may know, so that what resettlement staff see cannot
depend on anything protected.

Whoever asks about a person passes the gate first; one who may not see the person finds nobody there.
"""

import gc
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import structlog

from riskflag.access import GREATEST_AGE
from riskflag.answer_log import tell
from riskflag.answering import ASSESSED, about, with_open_answer
from riskflag.assessment import assess
from riskflag.auditing import Auditing
from riskflag.caseload import Caseload
from riskflag.classifier.scorer import NO_MODEL, UNUSABLE_MODEL, ModelUse, Scorer
from riskflag.deciding import Deciding
from riskflag.dossier import Dossier, PlaceKnowledge, SourceCoverage
from riskflag.enquiry import Enquiry
from riskflag.errors import ModelUnusable, NeedsSecondPerson, NotFound, TooOften
from riskflag.gate import Gate, only_feeds
from riskflag.hearing import Hearing
from riskflag.importers.intake import Intake
from riskflag.looking_up import LookingUp
from riskflag.marking import Marking
from riskflag.matching.memory import one_answer
from riskflag.overview import Overviews
from riskflag.pace import WINDOW, Asking, wait
from riskflag.persistence.additions import Addition
from riskflag.persistence.assessments import StoredAssessment
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.published_models import model_in_service
from riskflag.persistence.repeating import Once
from riskflag.persistence.served_inputs import Vector
from riskflag.persistence.store import Store, open_store
from riskflag.persistence.vault import vault_for
from riskflag.pinned_rulebook import pinned_rulebook
from riskflag.probing.asked import SecondPersonAgreement
from riskflag.records import Person, PersonNumbers, PlaceIncident, Record
from riskflag.reference.postcodes import read_directory
from riskflag.rulebook import Rulebook
from riskflag.screening import Screening
from riskflag.settings import Settings
from riskflag.sign_ins import SignIns
from riskflag.vocabulary import AgreementReason, AssessmentId, PersonId, Source

__all__ = ["Actor", "PersonNumbers", "Service", "StoredAssessment", "open_service"]

Clock = Callable[[], datetime]
COLLECT_AFTER = 50_000
"""How many new objects the collector waits for; an answer makes some thousands and drops them by itself."""
THREAD_SECONDS = 0.0005
"""How long a thread works before another has its turn, which Python says is ten times as long. Whoever writes
gives way at every step in the database, and keeps all other writers waiting until they have come round."""

log = structlog.get_logger()


def now() -> datetime:
    """The present moment, with its offset from UTC."""
    return datetime.now(UTC)


def open_service(settings: Settings, clock: Clock = now) -> "Service":
    """The service as these settings say, with the rulebook of this installation.

    Raises BadInput, StoreUnavailable or RulebookError: without keys, a database and a rulebook that hold,
    nothing may start.
    """
    rulebook = pinned_rulebook()
    store = open_store(settings.database_url, vault_for(settings))
    return Service(store, rulebook, clock, scorer_from(settings.models), settings.access_age)


def scorer_from(models: Path | None) -> Scorer:
    """What scores people. A model that may not speak stops nothing, but leaves every answer incomplete."""
    if models is None:
        return NO_MODEL
    try:
        return Scorer(ModelUse.IN_USE, model_in_service(models))
    except ModelUnusable as error:
        log.error("model_unusable", because=str(error))
        return UNUSABLE_MODEL


def settle() -> None:
    """To be called once a process is ready to serve: all that is loaded by now stays, and the collector need
    not go over it again, which would cost every answer a quarter of its time. Where postcodes are is loaded
    first: it raises ReferenceDataError where that cannot be read."""
    read_directory()
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER)
    sys.setswitchinterval(THREAD_SECONDS)


class Service:
    """Every use case. Each raises StoreUnavailable when what it must record cannot be recorded.

    scorer: what scores people in its answers
    access_age: how old what is known of who may see a case may be
    """

    def __init__(
        self,
        store: Store,
        rulebook: Rulebook,
        clock: Clock,
        scorer: Scorer = NO_MODEL,
        access_age: timedelta = GREATEST_AGE,
    ) -> None:
        self._store = store
        self._rulebook = rulebook
        self.scorer = scorer
        self._clock = clock
        self._gate = Gate(store, clock, access_age)
        self.deciding = Deciding(store, self._gate, clock)
        self.auditing = Auditing(store, clock)
        self.caseload = Caseload(store, self._gate, clock)
        self.looking_up = LookingUp(store, self._gate, clock)
        self.marking = Marking(store, self._gate, clock)
        self.overviews = Overviews(store, self._gate, clock)
        self.screening = Screening(store, rulebook, lambda: self.scorer, clock)
        self.hearing = Hearing(store, clock)
        self.sign_ins = SignIns(store.web_sessions, clock)

    def put_person(
        self,
        person: Person,
        records: Sequence[Record],
        coverage: Mapping[Source, SourceCoverage],
        actor: Actor,
    ) -> PersonId:
        """Stores somebody with all their records, or replaces all of somebody found by their numbers.

        Raises Conflict when the numbers belong to more than one person, and BadInput for records that clash.
        """
        only_feeds(actor)
        return self._store.put_person(person, records, coverage, self._entry(actor, Action.PERSON_STORED))

    def put_records(
        self,
        person_id: PersonId,
        person: Person,
        records: Sequence[Record],
        coverage: Mapping[Source, SourceCoverage],
        actor: Actor,
    ) -> None:
        """Replaces all that is held of this person. Raises NotFound, Conflict and BadInput."""
        only_feeds(actor)
        entry = self._entry(actor, Action.RECORDS_REPLACED)
        if not self._store.put_records(person_id, person, records, coverage, entry):
            raise NotFound("no such person")

    def moment(self) -> datetime:
        """The present moment, as this service's clock has it."""
        return self._clock()

    def import_payload(self, person_id: PersonId, intake: Intake, actor: Actor) -> None:
        """Adds what a payload holds to what is held of this person. Raises NotFound and BadInput."""
        only_feeds(actor)
        addition = Addition(intake.imported.records, intake.coverage, intake.answers, intake.numbers)
        entry = replace(self._entry(actor, Action.PAYLOAD_IMPORTED), detail=intake.shape.name)
        if not self._store.add_records(person_id, addition, entry):
            raise NotFound("no such person")

    def put_place_register(
        self, incidents: Sequence[PlaceIncident], coverage: SourceCoverage, actor: Actor
    ) -> None:
        """Replaces the whole place register."""
        only_feeds(actor)
        entry = self._entry(actor, Action.PLACE_REGISTER_REPLACED)
        self._store.put_place_register(incidents, coverage, entry)

    def find_person(self, numbers: PersonNumbers, actor: Actor) -> PersonId:
        """Who has these numbers, among those whom the actor may see; what sends records may look for anybody.
        Raises NotFound, and Conflict when they are not one person's."""
        return self._gate.find(numbers, self._entry(actor, Action.PERSON_SOUGHT))

    def numbers_of(self, person_id: PersonId, actor: Actor) -> PersonNumbers:
        """By which numbers what is sent of this person is known. Raises NotFound."""
        only_feeds(actor)
        person = self._store.read_person(person_id, self._entry(actor, Action.PERSON_READ))
        if person is None:
            raise NotFound("no such person")
        return PersonNumbers.of(person)

    def enquire(
        self, person_id: PersonId, enquiry: Enquiry, actor: Actor, once: Once | None = None
    ) -> StoredAssessment:
        """Answers an enquiry about somebody held, from all that is held now.

        once: what makes a request that is sent again come to the answer that it got before
        Raises NotFound, NeedsSecondPerson, and Conflict where the key of ``once`` was used otherwise.
        """
        entry = replace(self._entry(actor, ASSESSED[enquiry.kind]), purpose=enquiry.purpose)
        self._gate.admit(person_id, entry)
        with one_answer():
            found = self._store.load(person_id, enquiry, self._clock())
            if found is None:
                raise NotFound("no such person")
            dossier, place = found
            return self._answer(person_id, dossier, enquiry, place, entry, once).at(self._clock())

    def agree_to_further_places(self, person_id: PersonId, reason: AgreementReason, actor: Actor) -> None:
        """Records that a responsible officer agrees to more addresses for this person. Raises NotFound."""
        entry = self._entry(actor, Action.FURTHER_PLACES_AGREED)
        self._gate.admit(person_id, entry)
        agreement = SecondPersonAgreement(person_id, actor.name, actor.role, entry.at)
        if not self._store.add_agreement(agreement, reason, entry):
            raise NotFound("no such person")

    def check_case(
        self,
        dossier: Dossier,
        enquiry: Enquiry,
        place: PlaceKnowledge,
        actor: Actor,
        read_at: datetime | None = None,
    ) -> StoredAssessment:
        """Answers an enquiry from records handed in with it. The answer is stored; the records are not.

        read_at: the moment at which the answer is shown, by which it may have expired; None means now
        """
        with one_answer():
            stored = self._answer(None, dossier, enquiry, place, self._entry(actor, Action.CASE_CHECKED))
        return stored.at(read_at or self._clock())

    def read_assessment(self, assessment_id: AssessmentId, actor: Actor) -> StoredAssessment:
        """An answer given before, as it may be shown now: incomplete once it has expired. Raises NotFound."""
        entry = self._entry(actor, Action.ASSESSMENT_READ, assessment_id)
        self._gate.admit_to_answer(assessment_id, entry)
        stored = self._store.read_assessment(assessment_id, entry)
        if stored is None:
            raise NotFound("no such assessment")
        return stored.at(self._clock())

    def served_inputs(self, version: str, actor: Actor) -> tuple[Vector, ...]:
        """What a version of the model was given whenever it scored somebody: numbers, and nobody's name."""
        return self._store.served_inputs(version, self._entry(actor, Action.SERVED_INPUTS_READ))

    def keep_pace(self, actor: Actor, asking: Asking, most: int) -> None:
        """Raises TooOften where this account asked more than that often of late; the first refusal is
        recorded."""
        moment = self._clock()
        since = moment - WINDOW
        must_wait = wait(self._store.recent_actions(actor.name, asking, since, most), most, moment)
        if must_wait is not None:
            refused = AuditEntry(moment, actor, Action.ASKED_TOO_OFTEN, detail=asking.value)
            self._store.record_refusal(refused, since)
            raise TooOften(must_wait)

    def close(self) -> None:
        """Closes the store."""
        self._store.close()

    def _entry(self, actor: Actor, action: Action, assessment_id: AssessmentId | None = None) -> AuditEntry:
        return AuditEntry(self._clock(), actor, action, assessment_id=assessment_id)

    def _answer(
        self,
        person_id: PersonId | None,
        dossier: Dossier,
        enquiry: Enquiry,
        place: PlaceKnowledge,
        entry: AuditEntry,
        once: Once | None = None,
    ) -> StoredAssessment:
        full = assess(dossier, enquiry, place, self._rulebook, self.scorer)
        stored = with_open_answer(person_id, dossier, enquiry, full, self._rulebook, entry)
        saved = self._store.save_assessment(stored, about(entry, stored), once)
        if saved is None:
            raise NeedsSecondPerson("another responsible officer must agree to further addresses")
        if saved != stored.id:
            return self.read_assessment(saved, entry.actor)
        tell(stored, ASSESSED[enquiry.kind])
        return stored
