"""Everything that a use case does, as the audit tells it: who may, what is done, and what the entry says."""

from dataclasses import dataclass, replace

import pytest
from sqlalchemy import Engine, text

from riskflag.casebook import ASKED, HER, HIM, NOW, REFERRED, alert, case
from riskflag.dossier import SourceCoverage
from riskflag.errors import (
    TooOften,
)
from riskflag.importers.domain_events import read_event
from riskflag.importers.intake import read_payload
from riskflag.pace import Asking
from riskflag.service import Actor, PersonNumbers, Service
from riskflag.vocabulary import (
    AgreementReason,
    AssessmentId,
    CaseReferenceNumber,
    NomsNumber,
    PersonId,
    Role,
)
from tests.decided import REFUSED as REFUSING
from tests.service.world import (
    FEED,
    OFFICER,
    STAFF,
    held_in,
    refused_the_eleventh_place,
)

HIS = PersonNumbers.of(HIM)
NOBODYS = PersonNumbers(noms_number=NomsNumber("Z9999ZZ"))
NOBODY = PersonId("0" * 32)
NO_ANSWER = AssessmentId("0" * 32)
HER_CRN = CaseReferenceNumber("X000002")
TWO_PEOPLE = PersonNumbers(HIM.noms_number, HER_CRN)
BOTH = replace(HIM, case_reference_number=HER_CRN)
TOLD = SourceCoverage(NOW, answered=True, complete=True)
ACTORS = [OFFICER, STAFF]
PREPARING = Actor("preparation", Role.RESPONSIBLE_OFFICER)
TWICE = (alert("OHCO"), alert("OHCO"))
REFUSED = [("access_refused", "limits_not_asked")]
TABLES = ("person", "record", "coverage", "place_incident", "place_register", "assessment", "decision")


@dataclass(frozen=True)
class Held:
    """What there is before anybody does anything: two people, and an answer about one of them."""

    service: Service
    engine: Engine
    him: PersonId
    her: PersonId
    answer: AssessmentId

    def entries(self) -> list[dict[str, object]]:
        """What the audit holds besides what was done to prepare."""
        statement = text("SELECT * FROM audit_entry WHERE actor <> 'preparation' ORDER BY sequence")
        with self.engine.connect() as connection:
            return [dict(row) for row in connection.execute(statement).mappings()]

    def counts(self) -> dict[str, int]:
        """How many rows there are of everything but the audit."""
        return {table: held_in(self.engine, table) for table in TABLES}


ALERTS = read_payload('[{"alertId": 1, "alertCode": "XA"}]', NOW)
EVENT = read_event(
    {
        "eventType": "probation-case.registration.added",
        "personReference": {"identifiers": [{"type": "NOMS", "value": HIM.noms_number}]},
    }
)
WRITTEN = [
    pytest.param(
        lambda h, a: h.service.put_person(HIM, (), {}, a), "person_stored", ("him",), id="storing somebody"
    ),
    pytest.param(
        lambda h, a: h.service.put_records(h.her, HER, (), {}, a),
        "records_replaced",
        ("her",),
        id="replacing records",
    ),
    pytest.param(
        lambda h, a: h.service.import_payload(h.her, ALERTS, a),
        "payload_imported",
        ("her", "prison-api-alerts"),
        id="importing a payload",
    ),
    pytest.param(
        lambda h, a: h.service.put_place_register([], TOLD, a),
        "place_register_replaced",
        (),
        id="replacing the register",
    ),
    pytest.param(
        lambda h, a: h.service.hearing.hear((EVENT,), a),
        "person_sought",
        ("him", "found"),
        id="hearing that somebody changed",
    ),
    pytest.param(
        lambda h, a: h.service.numbers_of(h.her, a), "person_read", ("her",), id="reading whose records come"
    ),
]
"""What only a feed does."""
READ = [
    pytest.param(
        lambda h, a: h.service.find_person(HIS, a), "person_sought", ("him", "found"), id="finding somebody"
    ),
    pytest.param(
        lambda h, a: h.service.enquire(h.her, ASKED, a),
        "address_assessed",
        ("her", "incomplete", "release_planning"),
        id="asking about an address",
    ),
    pytest.param(
        lambda h, a: h.service.enquire(h.her, REFERRED, a),
        "referral_assessed",
        ("her", "incomplete", "release_planning"),
        id="asking about a referral",
    ),
    pytest.param(
        lambda h, a: h.service.check_case(*parts(), a),
        "case_checked",
        ("no_flags_found", "release_planning"),
        id="checking a case",
    ),
    pytest.param(
        lambda h, a: h.service.read_assessment(h.answer, a),
        "assessment_read",
        ("him", "bail_address"),
        id="reading an answer again",
    ),
    pytest.param(
        lambda h, a: h.service.deciding.read(h.answer, a),
        "decisions_read",
        ("him", "bail_address"),
        id="reading what was decided",
    ),
    pytest.param(
        lambda h, a: h.service.served_inputs("demonstration-1", a),
        "served_inputs_read",
        ("demonstration-1",),
        id="reading what a model was given",
    ),
    pytest.param(
        lambda h, a: h.service.agree_to_further_places(h.her, AgreementReason.MOVES_OFTEN, a),
        "further_places_agreed",
        ("her", "moves_often"),
        id="agreeing to more addresses",
    ),
    pytest.param(lambda h, a: h.service.auditing.alerts(a), "alerts_read", (), id="reading the alerts"),
    pytest.param(
        lambda h, a: refused_the_eleventh_place(h.service, h.her, PREPARING, a),
        "second_person_needed",
        ("her", "release_planning"),
        id="asking about the eleventh address",
    ),
    pytest.param(
        lambda h, a: ask_too_often(h.service, a), "asked_too_often", ("lookup",), id="asking too often"
    ),
]


def ask_too_often(service: Service, actor: Actor) -> None:
    """Asks where nobody may ask at all."""
    with pytest.raises(TooOften):
        service.keep_pace(actor, Asking.LOOKUP, 0)


def parts() -> tuple[object, ...]:
    """A case that comes with its records."""
    given = case()
    return given.dossier, given.enquiry, given.place


DECIDED = [
    pytest.param(
        lambda h, a: h.service.deciding.record(h.answer, REFUSING, a),
        "decision_recorded",
        ("him", "refused", "bail_address"),
        id="refusing an address",
    ),
]
"""What only a responsible officer does."""
DONE = [
    *(pytest.param(OFFICER, *each.values, id=each.id) for each in DECIDED),
    *(pytest.param(FEED, *each.values, id=f"{each.id}, a feed") for each in WRITTEN),
    *(pytest.param(actor, *each.values, id=f"{each.id}, {actor.role}") for each in READ for actor in ACTORS),
]
