"""A database as earlier versions left it, before anything in it was sealed."""

from collections.abc import Mapping

from alembic import command
from sqlalchemy import Engine

from riskflag.assessment import assess
from riskflag.casebook import (
    EX_PARTNER,
    HIM,
    NOW,
    PROPOSED,
    Case,
    access_limitation,
    case,
    incident,
    order,
    protected_place,
)
from riskflag.classifier.scorer import NO_MODEL
from riskflag.persistence import migrations
from riskflag.persistence.assessments import StoredAssessment
from riskflag.persistence.codec import encode
from riskflag.persistence.shelves import KIND_NAMES
from riskflag.records import AccessLimitation, PlaceIncidentKind, Record
from riskflag.vocabulary import AssessmentId, PersonId, Role, Source
from tests.persistence.rows import MOMENT, ROWS, Row, put
from tests.service.world import QUIET

WHO = PersonId("p" * 32)
CRIME = incident(PlaceIncidentKind.CLOSURE)
GIVEN: Case = case(
    order(), protected_place(EX_PARTNER, PROPOSED), access_limitation("somebody"), place=[CRIME]
)
ANSWER = StoredAssessment(
    id=AssessmentId("a" * 32),
    person_id=WHO,
    enquiry=GIVEN.enquiry,
    full=assess(GIVEN.dossier, GIVEN.enquiry, GIVEN.place, QUIET, NO_MODEL),
    open=assess(GIVEN.dossier.known_part(), GIVEN.enquiry, GIVEN.place, QUIET, NO_MODEL),
    asked_by="p.officer",
    asked_role=Role.RESPONSIBLE_OFFICER,
    asked_at=NOW,
)
SINCE: Mapping[str, Mapping[str, frozenset[str]]] = {
    "0003": {
        "assessment": frozenset({"stopped", "stop_shown"}),
        "place_register": frozenset({"expected"}),
        "audit_entry": frozenset({"told", "mac"}),
    },
    "0002": {"record": frozenset({"taken_at"}), "coverage": frozenset({"latest_taken_at"})},
}
"""What columns a table did not have yet in a version."""
LATER = {
    version: {**SINCE["0003"], **(SINCE["0002"] if version < "0003" else {})}
    for version in ("0001", "0002", "0003")
}


def make(engine: Engine, version: str) -> None:
    """Makes the tables as they were in that version, and fills them."""
    config = migrations.configuration()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)
    for table, row in _rows():
        later = LATER[version].get(table, frozenset())
        put(engine, table, {name: value for name, value in row.items() if name not in later})


def _rows() -> list[tuple[str, Row]]:
    person = {
        "id": WHO,
        "noms_number": HIM.noms_number,
        "case_reference_number": HIM.case_reference_number,
        "pnc_number": HIM.pnc_number,
        "body": encode(HIM),
    }
    place = GIVEN.place.incidents[0]
    keys = ("anywhere", f"uprn:{place.address.uprn}", "postcode:ZZ11AA")
    entry = ROWS["audit_entry"]
    return [
        ("person", person),
        *(("record", _record(number, each)) for number, each in enumerate(GIVEN.dossier.records, 1)),
        *(
            ("coverage", _coverage(str(source)))
            for source in GIVEN.dossier.coverage
            if source is not Source.ACCESS_LIMITS
        ),
        ("place_register", {**ROWS["place_register"]}),
        ("place_incident", {"id": 1, "body": encode(place)}),
        *(("place_key", {"key": key, "incident_id": 1}) for key in keys),
        ("assessment", _answer()),
        # Numbers that were given out and never used leave gaps.
        *(("audit_entry", {**entry, "sequence": number}) for number in (1, 2, 5)),
    ]


def _record(number: int, record: Record) -> Row:
    return {
        **ROWS["record"],
        "sequence": number,
        "person_id": WHO,
        "kind": KIND_NAMES[type(record)],
        "source": _source(record),
        "source_system": record.source_system,
        "source_id": record.source_id,
        "recorded_on": record.recorded_on.isoformat(),
        "happened_on": record.happened_on.isoformat() if record.happened_on else None,
        "body": encode(record),
        "taken_at": None,
    }


def _source(record: Record) -> str:
    """Who may see a case was told with its allocation."""
    limits = isinstance(record, AccessLimitation)
    return (Source.ALLOCATION if limits else type(record).source).value


def _coverage(source: str) -> Row:
    held = sum(_source(each) == source for each in GIVEN.dossier.records)
    return {**ROWS["coverage"], "person_id": WHO, "source": source, "held": held, "latest_taken_at": None}


def _answer() -> Row:
    return {
        **ROWS["assessment"],
        "as_of": MOMENT,
        "valid_until": ANSWER.full.valid_until.isoformat(),
        "verdict": ANSWER.full.verdict.value,
        "complete": ANSWER.full.complete,
        "rulebook": ANSWER.full.rulebook,
        "enquiry": encode(ANSWER.enquiry),
        "full_body": encode(ANSWER.full),
        "open_body": encode(ANSWER.open),
        "asked_at": NOW.isoformat(),
    }
