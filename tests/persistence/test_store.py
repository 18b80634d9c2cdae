"""Each use case's reads and writes happen together with their audit entry, or not at all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select, text, update

from riskflag.assessment import assess
from riskflag.casebook import HIM, NOW, Case, case, incident, order
from riskflag.dossier import SourceCoverage
from riskflag.errors import Conflict, StoreUnavailable
from riskflag.persistence.assessments import StoredAssessment, belongs
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.digests import vouched
from riskflag.persistence.store import Store
from riskflag.persistence.tables import assessment
from riskflag.records import PersonNumbers, PlaceIncidentKind
from riskflag.rulebook import build_rulebook
from riskflag.vocabulary import AssessmentId, NomsNumber, PersonId, Role, Source, Verdict
from tests.dialects import unguarded
from tests.keys import VAULT
from tests.test_rulebook import FOUND, NOTHING, a_rule

ON_BOTH_DATABASES = True

GIVEN = case(order())
OFFICER = Actor("p.officer", Role.RESPONSIBLE_OFFICER)
CRIME = incident(PlaceIncidentKind.CLOSURE)
ASKED = SourceCoverage(NOW, answered=True, complete=True)


def entry(action: Action) -> AuditEntry:
    return AuditEntry(NOW, OFFICER, action)


def put(store: Store, given: Case = GIVEN) -> PersonId:
    dossier = given.dossier
    return store.put_person(dossier.person, dossier.records, dossier.coverage, entry(Action.PERSON_STORED))


def answered(given: Case = GIVEN, person_id: PersonId | None = None) -> StoredAssessment:
    loud = build_rulebook([a_rule(lambda _: FOUND)], "source")
    quiet = build_rulebook([a_rule(lambda _: NOTHING)], "source")
    return StoredAssessment(
        id=AssessmentId("a" * 32),
        person_id=person_id,
        enquiry=given.enquiry,
        full=assess(given.dossier, given.enquiry, given.place, loud),
        open=assess(given.dossier, given.enquiry, given.place, quiet),
        asked_by=OFFICER.name,
        asked_role=OFFICER.role,
        asked_at=NOW,
    )


def audit(engine: Engine) -> list[dict[str, object]]:
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(text("SELECT * FROM audit_entry")).mappings()]


def count(engine: Engine) -> dict[str, int]:
    tables = "person", "record", "coverage", "place_incident", "place_key", "place_register", "assessment"
    with engine.connect() as connection:
        return {
            t: connection.execute(text(" ".join(("SELECT count(*) FROM", t)))).scalar_one() for t in tables
        }


def test_all_that_is_held_of_a_person_and_of_the_place_is_loaded(store: Store) -> None:
    person_id = put(store)
    store.put_place_register([CRIME], ASKED, entry(Action.PLACE_REGISTER_REPLACED))
    loaded = store.load(person_id, GIVEN.enquiry, NOW)
    assert loaded is not None
    dossier, place = loaded
    told = {**GIVEN.dossier.coverage, Source.PLACE_REGISTER: ASKED}
    assert dossier == replace(GIVEN.dossier, coverage=told)
    assert (place.incidents, place.coverage) == ((CRIME,), ASKED)


def test_of_nobody_nothing_is_loaded(store: Store) -> None:
    assert store.load(PersonId("nobody"), GIVEN.enquiry, NOW) is None


def test_records_are_put_for_somebody_held_and_for_nobody_else(store: Store, engine: Engine) -> None:
    person_id = put(store)
    replaced = entry(Action.RECORDS_REPLACED)
    assert store.put_records(person_id, HIM, (), {}, replaced)
    assert not store.put_records(PersonId("nobody"), HIM, GIVEN.dossier.records, {}, replaced)
    assert count(engine)["record"] == 0
    assert [each["action"] for each in audit(engine)] == ["person_stored", "records_replaced"]


@pytest.mark.parametrize("person_known", [True, False])
def test_an_answer_is_read_back_as_given(store: Store, person_known: bool) -> None:
    stored = answered(person_id=put(store) if person_known else None)
    store.save_assessment(stored, entry(Action.ADDRESS_ASSESSED))
    assert store.read_assessment(stored.id, entry(Action.ASSESSMENT_READ)) == stored


def test_an_answer_that_was_never_given_is_not_read(store: Store, engine: Engine) -> None:
    assert store.read_assessment(AssessmentId("b" * 32), entry(Action.ASSESSMENT_READ)) is None
    assert audit(engine) == []


def test_an_expired_answer_is_incomplete_for_every_reader() -> None:
    stored = answered(case())
    assert (stored.full.verdict, stored.open.verdict) == (Verdict.FLAGS_RAISED, Verdict.NO_FLAGS_FOUND)
    later = stored.at(NOW + timedelta(days=2))
    assert (later.full.complete, later.open.complete) == (False, False)
    assert (later.full.verdict, later.open.verdict) == (Verdict.FLAGS_RAISED, Verdict.INCOMPLETE)


@pytest.mark.parametrize(
    "meddling",
    [
        pytest.param("SET full_body = '{}'", id="the answer is emptied"),
        pytest.param("SET open_body = substr(open_body, 1, 200)", id="the open answer is cut short"),
        pytest.param("SET enquiry = 'null'", id="the enquiry is gone"),
        pytest.param(
            "SET verdict = 'no_flags_found', complete = true", id="another verdict beside the answer"
        ),
        pytest.param("SET complete = false", id="another word on completeness"),
        pytest.param("SET rulebook = 'another'", id="another rulebook"),
        pytest.param("SET asked_at = 'noon'", id="asked at no moment"),
    ],
)
def test_an_answer_that_was_meddled_with_is_not_given_out(
    store: Store, engine: Engine, meddling: str
) -> None:
    stored = answered(case())
    store.save_assessment(stored, entry(Action.CASE_CHECKED))
    with engine.begin() as connection:
        unguarded(connection, "assessment")
        connection.execute(text(f"UPDATE assessment {meddling}"))
    with pytest.raises(StoreUnavailable):
        store.read_assessment(stored.id, entry(Action.ASSESSMENT_READ))
    assert [each["action"] for each in audit(engine)] == ["case_checked"]


@pytest.mark.parametrize(
    ("column", "said", "instead"),
    [
        pytest.param("full_body", '"flags_raised"', '"incomplete"', id="another verdict in it"),
        pytest.param("open_body", 'Z"', '"', id="moments of no place on earth"),
    ],
)
def test_an_answer_that_was_sealed_anew_with_other_words_is_not_given_out(
    store: Store, engine: Engine, column: str, said: str, instead: str
) -> None:
    stored = answered(case())
    store.save_assessment(stored, entry(Action.CASE_CHECKED))
    place = belongs(column, stored.id)
    with engine.begin() as connection:
        unguarded(connection, "assessment")
        sealed = connection.execute(select(assessment.c[column])).scalar_one()
        opened = VAULT.open(sealed, *place)
        assert opened is not None
        assert said in opened
        anew = VAULT.seal(opened.replace(said, instead), *place)
        connection.execute(update(assessment).values({column: anew}))
    with pytest.raises(StoreUnavailable):
        store.read_assessment(stored.id, entry(Action.ASSESSMENT_READ))


def test_each_thing_done_is_in_the_audit_with_who_when_and_why(store: Store, engine: Engine) -> None:
    person_id = put(store)
    stored = answered(person_id=person_id)
    store.find_person(PersonNumbers.of(HIM), entry(Action.PERSON_SOUGHT))
    store.find_person(PersonNumbers(), entry(Action.PERSON_SOUGHT))
    store.read_person(person_id, entry(Action.PERSON_READ))
    store.save_assessment(stored, replace(entry(Action.ADDRESS_ASSESSED), person_id=person_id))
    store.read_assessment(stored.id, replace(entry(Action.ASSESSMENT_READ), assessment_id=stored.id))
    kept = audit(engine)
    assert {(each["at"], each["actor"], each["role"]) for each in kept} == {
        (NOW.isoformat(), "p.officer", "responsible_officer")
    }
    wanted = ("action", "person_id", "assessment_id", "purpose", "detail")
    said = [{**each, "detail": vouched(str(each["detail"])).said} for each in kept]
    assert [tuple(each[name] for name in wanted) for each in said] == [
        ("person_stored", person_id, None, None, ""),
        ("person_sought", person_id, None, None, "found"),
        ("person_sought", None, None, None, "not_found"),
        ("person_read", person_id, None, None, ""),
        ("address_assessed", person_id, None, None, ""),
        ("assessment_read", person_id, stored.id, "release_planning", ""),
    ]
    vouching = [each["action"] for each in kept if vouched(str(each["detail"])).digest]
    assert vouching == ["person_stored", "address_assessed"]


def test_the_audit_holds_nothing_of_what_was_recorded(store: Store, engine: Engine) -> None:
    person_id = put(store)
    store.save_assessment(answered(person_id=person_id), entry(Action.ADDRESS_ASSESSED))
    store.put_place_register([CRIME], ASKED, entry(Action.PLACE_REGISTER_REPLACED))
    kept = str(audit(engine)).lower()
    assert not [word for word in ("example", "sample", "elder", "zz1", "a0001aa", "9900000") if word in kept]


DOINGS: dict[str, Callable[[Store, PersonId], object]] = {
    "storing somebody": lambda store, _: put(store, case(person=replace(HIM, noms_number=None))),
    "replacing records": lambda store, who: store.put_records(
        who, HIM, (), {}, entry(Action.RECORDS_REPLACED)
    ),
    "filling the register": lambda store, _: store.put_place_register(
        [CRIME], ASKED, entry(Action.PLACE_REGISTER_REPLACED)
    ),
    "answering": lambda store, who: store.save_assessment(
        answered(person_id=who), entry(Action.ADDRESS_ASSESSED)
    ),
    "looking for somebody": lambda store, _: store.find_person(
        PersonNumbers.of(HIM), entry(Action.PERSON_SOUGHT)
    ),
    "reading who somebody is": lambda store, who: store.read_person(who, entry(Action.PERSON_READ)),
}


@pytest.mark.parametrize("doing", DOINGS.values(), ids=DOINGS)
def test_what_cannot_be_audited_is_not_done(
    store: Store, engine: Engine, doing: Callable[[Store, PersonId], object]
) -> None:
    person_id = put(store)
    before = count(engine)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE audit_entry RENAME COLUMN detail TO words"))
    with pytest.raises(StoreUnavailable):
        doing(store, person_id)
    assert count(engine) == before


def test_a_conflict_is_told_and_nothing_is_replaced(store: Store, engine: Engine) -> None:
    person_id = put(store)
    before = count(engine)
    other = replace(HIM, noms_number=NomsNumber("A0009AA"))
    with pytest.raises(Conflict):
        store.put_records(person_id, other, (), {}, entry(Action.RECORDS_REPLACED))
    assert count(engine) == before
