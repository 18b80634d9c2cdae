"""What an import adds, what it takes away, and what is known of a source afterwards."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, text

from riskflag.casebook import ASKED, HIM, NOW, alert, case, registration
from riskflag.dossier import Dossier, SourceCoverage
from riskflag.errors import BadInput
from riskflag.persistence.additions import Addition, merged
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.store import Store
from riskflag.records import PersonNumbers, Record
from riskflag.vocabulary import NomsNumber, PersonId, PncNumber, Role, Source, SourceRecordId, SourceSystem

ON_BOTH_DATABASES = True

ALERTS = Source.ALERTS
LATER = NOW + timedelta(hours=1)
WHOLE = SourceCoverage(LATER, answered=True, complete=True)
ADDS = SourceCoverage(LATER, answered=True)
BEFORE = SourceCoverage(NOW, answered=True, complete=True)
ENTRY = AuditEntry(NOW, Actor("p.officer", Role.RESPONSIBLE_OFFICER), Action.PAYLOAD_IMPORTED)


def numbered(record: Record, number: str, system: SourceSystem = SourceSystem.NOMIS) -> Record:
    return replace(record, source_id=SourceRecordId(number), source_system=system)


OLD, KEPT = numbered(alert("XA"), "1"), numbered(alert("XVL"), "2")
NEW = numbered(alert("OHCO"), "3")
ELSEWHERE = numbered(alert("XER"), "9", SourceSystem.OTHER)
ENTERED = numbered(registration("ADVP", "Domestic Abuse Perpetrator"), "1", SourceSystem.NDELIUS)


def held(store: Store, *records: Record, coverage: SourceCoverage = BEFORE) -> PersonId:
    known = dict.fromkeys((ALERTS, Source.REGISTRATIONS), coverage)
    return store.put_person(HIM, records, known, replace(ENTRY, action=Action.PERSON_STORED))


def dossier(store: Store, person_id: PersonId) -> Dossier:
    found = store.load(person_id, ASKED, LATER)
    assert found is not None
    return found[0]


@pytest.mark.parametrize(
    ("addition", "left"),
    [
        pytest.param(
            Addition((NEW,), {ALERTS: WHOLE}, frozenset({ALERTS})),
            {"3", "9"},
            id="a whole answer replaces those of its kind and system",
        ),
        pytest.param(
            Addition((NEW,), {ALERTS: replace(WHOLE, unreadable=1)}, frozenset({ALERTS})),
            {"1", "2", "3", "9"},
            id="an answer of which something could not be read takes nothing away",
        ),
        pytest.param(
            Addition((NEW,), {ALERTS: replace(WHOLE, complete=False)}, frozenset({ALERTS})),
            {"1", "2", "3", "9"},
            id="one page of several takes nothing away",
        ),
        pytest.param(Addition((NEW,), {ALERTS: ADDS}), {"1", "2", "3", "9"}, id="a part of a source adds"),
        pytest.param(
            Addition((replace(NEW, source_id=SourceRecordId("1")),), {ALERTS: ADDS}),
            {"1", "2", "9"},
            id="a record that is held already is replaced",
        ),
        pytest.param(Addition((), {ALERTS: WHOLE}, frozenset({ALERTS})), {"1", "2", "9"}, id="an empty one"),
    ],
)
def test_what_is_left_of_what_was_held(store: Store, addition: Addition, left: set[str]) -> None:
    person_id = held(store, OLD, KEPT, ELSEWHERE, ENTERED)
    assert store.add_records(person_id, addition, ENTRY)
    found = dossier(store, person_id)
    assert {record.source_id for record in found.records if record.source is ALERTS} == left
    assert ENTERED in found.records
    assert [
        each for each in found.coverage.values() if each.unreadable > addition.coverage[ALERTS].unreadable
    ] == []


def test_a_record_that_is_sent_again_is_as_it_was_sent_last(store: Store) -> None:
    person_id = held(store, OLD)
    again = replace(OLD, recorded_on=date(2026, 11, 2))
    store.add_records(person_id, Addition((again,), {ALERTS: ADDS}), ENTRY)
    assert dossier(store, person_id).records == (again,)


@pytest.mark.parametrize(
    ("before", "told", "answers", "after"),
    [
        pytest.param(None, ADDS, False, ADDS, id="nothing was known"),
        pytest.param(SourceCoverage(), ADDS, False, ADDS, id="it had never been asked"),
        pytest.param(BEFORE, ADDS, False, BEFORE, id="what adds leaves a whole answer as old as it was"),
        pytest.param(
            BEFORE,
            replace(ADDS, unreadable=2),
            False,
            replace(BEFORE, unreadable=2),
            id="what could not be read counts against the source",
        ),
        pytest.param(
            replace(BEFORE, unreadable=3),
            replace(ADDS, unreadable=2),
            False,
            replace(BEFORE, unreadable=3),
            id="and is not forgotten when something else is read",
        ),
        pytest.param(
            BEFORE, replace(ADDS, complete=False), False, replace(BEFORE, complete=False), id="it says it is a part"
        ),
        pytest.param(
            replace(BEFORE, complete=False, unreadable=3), WHOLE, True, WHOLE, id="a whole answer stands alone"
        ),
    ],
)  # fmt: skip
def test_what_adds_never_makes_a_source_look_better_covered(
    before: SourceCoverage | None, told: SourceCoverage, answers: bool, after: SourceCoverage
) -> None:
    assert merged(before, told, answers=answers) == after


MINUTE = timedelta(minutes=1)
OLDER = replace(WHOLE, asked_at=NOW - MINUTE)
SAME = replace(NEW, source_id=SourceRecordId("1"))


@pytest.mark.parametrize(
    ("older", "refused"),
    [
        pytest.param(
            Addition((NEW,), {ALERTS: OLDER}, frozenset({ALERTS})), True, id="an older whole answer replaces nothing"
        ),
        pytest.param(
            Addition((NEW,), {ALERTS: replace(OLDER, complete=False)}, frozenset({ALERTS})),
            True,
            id="an older page of several would make the source older",
        ),
        pytest.param(
            Addition((SAME,), {ALERTS: replace(ADDS, asked_at=NOW - MINUTE)}),
            True,
            id="an older part does not replace a newer record",
        ),
        pytest.param(
            Addition((NEW,), {ALERTS: replace(ADDS, asked_at=NOW - MINUTE)}),
            False,
            id="an older part adds what nobody held",
        ),
        pytest.param(
            Addition((NEW,), {ALERTS: replace(WHOLE, asked_at=NOW)}, frozenset({ALERTS})),
            False,
            id="what was taken at the same moment stands in its place",
        ),
    ],
)  # fmt: skip
def test_what_was_taken_later_is_never_replaced_by_what_was_taken_before(
    store: Store, older: Addition, refused: bool
) -> None:
    person_id = held(store, OLD, KEPT)
    before = dossier(store, person_id)
    if not refused:
        assert store.add_records(person_id, older, ENTRY)
        return
    with pytest.raises(BadInput) as why:
        store.add_records(person_id, older, ENTRY)
    assert why.value.problems == {"taken_at": "what is held of alerts was taken later"}
    assert dossier(store, person_id) == before


@pytest.mark.parametrize(
    "between",
    [
        pytest.param(Addition((NEW,), {ALERTS: ADDS}), id="a part was added since"),
        pytest.param(
            Addition((), {ALERTS: replace(ADDS, complete=False)}), id="it was said since that it has changed"
        ),
    ],
)
def test_a_whole_answer_does_not_undo_what_was_added_after_it_was_taken(
    store: Store, between: Addition
) -> None:
    person_id = held(store, OLD)
    store.add_records(person_id, between, ENTRY)
    whole = Addition((KEPT,), {ALERTS: replace(WHOLE, asked_at=LATER - MINUTE)}, frozenset({ALERTS}))
    with pytest.raises(BadInput, match="taken later"):
        store.add_records(person_id, whole, ENTRY)
    assert store.add_records(person_id, replace(whole, coverage={ALERTS: WHOLE}), ENTRY)


@pytest.mark.parametrize(
    ("damage", "refused"),
    [
        pytest.param("UPDATE record SET taken_at = 'once'", True, id="a moment that cannot be read is later"),
        pytest.param(
            "UPDATE record SET taken_at = NULL", False, id="of what was held before moments were kept"
        ),
    ],
)
def test_a_record_of_nobody_knows_when(store: Store, engine: Engine, damage: str, refused: bool) -> None:
    person_id = held(store, OLD)
    with engine.begin() as connection:
        connection.execute(text(damage))
    again = Addition((SAME,), {ALERTS: ADDS})
    if refused:
        with pytest.raises(BadInput, match="taken later"):
            store.add_records(person_id, again, ENTRY)
    else:
        assert store.add_records(person_id, again, ENTRY)


def test_a_record_that_vanished_before_an_import_is_still_missed(store: Store, engine: Engine) -> None:
    person_id = held(store, OLD, KEPT)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM record WHERE source_id = '2'"))
    store.add_records(person_id, Addition((NEW,), {ALERTS: ADDS}), ENTRY)
    assert dossier(store, person_id).coverage[ALERTS].unreadable == 1


@pytest.mark.parametrize(
    "numbers",
    [
        pytest.param(PersonNumbers(NomsNumber("A9999ZZ")), id="another prison number"),
        pytest.param(
            PersonNumbers(HIM.noms_number, pnc_number=PncNumber("1999/1A")), id="one of two is another's"
        ),
    ],
)
def test_records_of_somebody_else_are_refused_and_nothing_changes(
    store: Store, numbers: PersonNumbers
) -> None:
    given = case(person=replace(HIM, pnc_number=PncNumber("2019/0000123B"))).dossier
    person_id = store.put_person(given.person, (OLD,), {ALERTS: BEFORE}, ENTRY)
    addition = Addition((NEW,), {ALERTS: WHOLE}, frozenset({ALERTS}), {"payload.0.offenderNo": numbers})
    with pytest.raises(BadInput) as refused:
        store.add_records(person_id, addition, ENTRY)
    assert refused.value.problems == {"payload.0.offenderNo": "is not this person's number"}
    assert dossier(store, person_id).records == (OLD,)


@pytest.mark.parametrize("written", ["2019/0000123B", "19/123B", "2019/123B"])
def test_one_pnc_number_is_written_in_several_ways(store: Store, written: str) -> None:
    person = replace(HIM, pnc_number=PncNumber("2019/0000123B"))
    person_id = store.put_person(person, (), {}, ENTRY)
    numbers = {"payload.pncNumber": PersonNumbers(pnc_number=PncNumber(written))}
    assert store.add_records(person_id, Addition((NEW,), {ALERTS: ADDS}, frozenset(), numbers), ENTRY)


def test_nobody_is_held(store: Store) -> None:
    assert not store.add_records(PersonId("f" * 32), Addition((NEW,), {ALERTS: ADDS}), ENTRY)


def test_two_records_that_claim_one_place_are_refused(store: Store) -> None:
    person_id = held(store, OLD)
    with pytest.raises(BadInput):
        store.add_records(person_id, Addition((NEW, NEW), {ALERTS: ADDS}), ENTRY)
    assert dossier(store, person_id).records == (OLD,)
