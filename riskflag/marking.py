"""The use case of marks: where a referral's text names whom it must not, by what is on record now."""

from collections.abc import Callable
from datetime import datetime

from riskflag.answer_log import tell_unmarked
from riskflag.enquiry import ReferralEnquiry
from riskflag.facts import derive_facts
from riskflag.gate import Gate, only_officers
from riskflag.marked_text import Mark, words_on_record
from riskflag.persistence.assessments import StoredAssessment
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.store import Store


class Marking:
    """Marks for responsible officers, who have read the answer before."""

    def __init__(self, store: Store, gate: Gate, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._gate = gate
        self._clock = clock

    def on_record(self, stored: StoredAssessment, reader: Actor) -> tuple[Mark, ...] | None:
        """What of a referral's text the record marks; None where that could not be looked at, so that
        nothing may be concluded. Raises NotAllowed for anybody but a responsible officer, and NotFound."""
        only_officers(reader)
        enquiry, person_id = stored.enquiry, stored.person_id
        if not isinstance(enquiry, ReferralEnquiry) or person_id is None:
            return ()
        entry = AuditEntry(self._clock(), reader, Action.ASSESSMENT_READ, assessment_id=stored.id)
        self._gate.admit(person_id, entry)
        found = self._store.load(person_id, enquiry, self._clock())
        if found is None:
            return None
        dossier, place = found
        try:
            return words_on_record(derive_facts(dossier, enquiry, place))
        except Exception as error:  # the answer must reach the officer, and says that this was not looked at
            tell_unmarked(stored, type(error))
            return None
