"""What screening reads and writes: some people at a time, each time all of them in one transaction.

Nobody counts as screened before what it came to is on the disk. Every method raises StoreUnavailable when the
database fails, and then nothing of it has happened.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from types import MappingProxyType

from sqlalchemy import Connection, bindparam, insert, select, update

from riskflag.errors import StoreUnavailable
from riskflag.persistence import outbox, tables
from riskflag.persistence.assessments import StoredAssessment, insert_assessment, read_assessment
from riskflag.persistence.audit import AuditEntry
from riskflag.persistence.codec import utc_text
from riskflag.persistence.engine import Database
from riskflag.persistence.held_digests import record_answer
from riskflag.persistence.held_people import HeldPerson, belongs, read_kept, read_people
from riskflag.persistence.place_marks import Remembered
from riskflag.persistence.place_records import doubtful_tokens
from riskflag.persistence.screening_places import PlacesRead, PlaceWanted, keep_places, read_places
from riskflag.persistence.screening_runs import ScreeningRuns
from riskflag.persistence.summaries import insert_summary
from riskflag.persistence.vault import sealed_value
from riskflag.reference.thresholds import ASKED_BEFORE_DAYS
from riskflag.standing import Kept, TurnState
from riskflag.vocabulary import AssessmentId, PersonId

_TURN, _SCREENED = tables.screening_turn, tables.screened
_WAITING = select(_TURN.c.person_id).where(
    _TURN.c.run_id == bindparam("of_run"),
    _TURN.c.state == TurnState.WAITING.value,
    _TURN.c.person_id.in_(bindparam("people", expanding=True)),
)
_VERSIONS = select(_SCREENED.c.person_id, _SCREENED.c.version).where(
    _SCREENED.c.person_id.in_(bindparam("people", expanding=True))
)
_TAKE_TURN = (
    update(_TURN)
    .where(_TURN.c.run_id == bindparam("of_run"), _TURN.c.person_id.in_(bindparam("people", expanding=True)))
    .values(state=bindparam("now"), changed=bindparam("any_changed"), told=bindparam("any_told"))
)
_KEEP = insert(_SCREENED)
_KEEP_AGAIN = (
    update(_SCREENED)
    .where(_SCREENED.c.person_id == bindparam("of_person"))
    .values(version=bindparam("next"), changed_at=bindparam("at"), body=bindparam("sealed"))
)
ToRemember = Mapping[PersonId, Remembered]
"""What is to be remembered of whose places."""
NOTHING: ToRemember = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Found:
    """What screening one person came to, to be written.

    held: what it was worked out from
    state: what becomes of their turn
    kept: what is kept of it; None where it is what was kept before
    changed: whether anything is different from before
    answers: what is stored as an answer, each with its audit entry, the gravest first
    failure: where it is a failed turn: the type of what went wrong
    """

    held: HeldPerson
    state: TurnState
    kept: Kept | None
    changed: bool
    answers: tuple[tuple[StoredAssessment, AuditEntry], ...] = ()
    failure: str = ""

    @property
    def person_id(self) -> PersonId:
        """About whom."""
        return self.held.person_id


class ScreeningStore:
    """What is screened, held durably.

    runs: who is to be screened in each run, and what it came to
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.runs = ScreeningRuns(database)

    def read_people(self, people: Sequence[PersonId], as_of: datetime) -> tuple[HeldPerson, ...]:
        """All that is held of each of these people who is held, as it stands at one moment."""
        since = as_of - timedelta(days=ASKED_BEFORE_DAYS.value)
        return self._database.read(lambda connection: read_people(connection, people, since))

    def doubtful(self) -> frozenset[int]:
        """Under what the index of places has any record that cannot be opened: it tries every one of them."""
        return self._database.read(doubtful_tokens)

    def read_places(
        self, wanted: Sequence[PlaceWanted], as_of: datetime, doubtful: Collection[int] | None = None
    ) -> PlacesRead:
        """What is known of each of these places, as an enquiry would be told it, all at one moment.

        doubtful: what ``doubtful`` gave; None where everything is to be gone through
        """
        return self._database.read(lambda connection: read_places(connection, wanted, as_of, doubtful))

    def read_answers(self, answers: Iterable[AssessmentId]) -> dict[AssessmentId, StoredAssessment]:
        """Those of these answers that are there and can be read."""
        wanted = list(answers)
        if not wanted:
            return {}
        return self._database.read(partial(_answers, wanted))

    def read_kept(self, people: Sequence[PersonId]) -> dict[PersonId, Kept | None]:
        """What is kept of each of these people of whom something is; None where it cannot be read."""
        return self._database.read(lambda connection: read_kept(connection, people))

    def save(
        self,
        found: Sequence[Found],
        run_id: str | None,
        at: datetime,
        remembered: ToRemember = NOTHING,
    ) -> frozenset[PersonId]:
        """Writes what screening these people came to, and takes their turns. Gives who must be screened
        again, because somebody else screened them meanwhile: nothing of that is written.

        run_id: in which run; None in none. Whoever has had their turn in it is left as they are
        remembered: what is to be remembered of their places, as ``PlacesRead`` has it
        """
        return self._database.write(lambda connection: _save(connection, found, run_id, at, remembered))


def _answers(wanted: Sequence[AssessmentId], connection: Connection) -> dict[AssessmentId, StoredAssessment]:
    read = {}
    for each in wanted:
        try:
            stored = read_assessment(connection, each)
        except StoreUnavailable:  # it is damaged: then it tells nothing of what was known before
            stored = None
        if stored is not None:
            read[each] = stored
    return read


def _save(
    connection: Connection,
    found: Sequence[Found],
    run_id: str | None,
    at: datetime,
    remembered: ToRemember,
) -> frozenset[PersonId]:
    people = [each.person_id for each in found]
    if run_id is not None:
        waiting = set(connection.execute(_WAITING, {"of_run": run_id, "people": people}).scalars())
        found = [each for each in found if each.person_id in waiting]
    rows = connection.execute(_VERSIONS, {"people": people})
    versions = {row.person_id: row.version for row in rows}
    as_read = [each for each in found if versions.get(each.person_id, 0) == each.held.version]
    _keep(connection, as_read, at)
    people_read = {each.person_id for each in as_read}
    keep_places(connection, {each: known for each, known in remembered.items() if each in people_read})
    for each in as_read:
        _tell(connection, each, at)
    if run_id is not None:
        _take_turns(connection, as_read, run_id)
    return frozenset(each.person_id for each in found if each.person_id not in people_read)


def _keep(connection: Connection, found: Iterable[Found], at: datetime) -> None:
    new, again = [], []
    for each in found:
        if each.kept is None:
            continue
        sealed = sealed_value(connection, each.kept, *belongs(each.person_id))
        row = {"changed_at": utc_text(at), "body": sealed}
        if each.held.version:
            again.append(
                {
                    "of_person": each.person_id,
                    "next": each.held.version + 1,
                    "at": utc_text(at),
                    "sealed": sealed,
                }
            )
        else:
            new.append({"person_id": each.person_id, "version": 1, **row})
    if new:
        connection.execute(_KEEP, new)
    if again:
        connection.execute(_KEEP_AGAIN, again)


def _tell(connection: Connection, found: Found, at: datetime) -> None:
    """Stores the answers that an officer must know of, and one message about the gravest of them."""
    for stored, entry in found.answers:
        insert_assessment(connection, stored)
        insert_summary(connection, stored)
        record_answer(connection, stored.id, entry)
    if found.answers:
        outbox.put_screened(connection, found.person_id, found.answers[0][0].id, at)


def _take_turns(connection: Connection, found: Iterable[Found], run_id: str) -> None:
    alike: dict[tuple[TurnState, bool, bool], list[PersonId]] = {}
    for each in found:
        alike.setdefault((each.state, each.changed, bool(each.answers)), []).append(each.person_id)
    for (state, changed, told), people in alike.items():
        connection.execute(
            _TAKE_TURN,
            {
                "of_run": run_id,
                "people": people,
                "now": state.value,
                "any_changed": changed,
                "any_told": told,
            },
        )
