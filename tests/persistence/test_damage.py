"""Whatever becomes of what is stored, nothing wrong is read for right, and no error tells what was stored."""

import json
import traceback
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, text
from structlog.testing import capture_logs

from riskflag.casebook import ASKED, NOW, PROPOSED, incident
from riskflag.dossier import MissingReason, PlaceKnowledge, SourceCoverage
from riskflag.errors import RiskflagError
from riskflag.persistence import place_register
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.codec import decode, encode
from riskflag.persistence.engine import Database
from riskflag.persistence.store import Store
from riskflag.records import (
    Address,
    Person,
    PersonNumbers,
    PlaceIncident,
    PlaceIncidentKind,
    ProtectedPlace,
    Record,
)
from riskflag.records.soundness import is_sound
from riskflag.vocabulary import CaseReferenceNumber, NomsNumber, PersonId, Role, Source, SourceRecordId
from tests.dialects import only_sqlite
from tests.strategies import EVERY_KIND, instances, records, whole

ON_BOTH_DATABASES = True

CANARY = "Quuxfield"
UNWRITABLE: Any = 1j
HIM = whole(Person, CANARY)
HELD = (whole(EVERY_KIND["convictions"], CANARY), whole(EVERY_KIND["protected_places"], CANARY))
ENTRY = AuditEntry(NOW, Actor("p.officer", Role.RESPONSIBLE_OFFICER), Action.PERSON_STORED)
TOLD = SourceCoverage(NOW, answered=True, complete=True, watermark=NOW)
PRIVATE = (CANARY, str(HIM.noms_number), str(HIM.case_reference_number), str(HIM.pnc_number), "990000000777")


def put(store: Store, person: Person = HIM, held: tuple[Record, ...] = HELD) -> PersonId:
    return store.put_person(person, held, {Source.CONVICTIONS: TOLD}, ENTRY)


@given(records(), st.data())
def test_a_record_with_one_character_changed_is_sound_or_unreadable(
    record: Record, data: st.DataObject
) -> None:
    written = encode(record)
    place = data.draw(st.integers(0, len(written) - 1))
    character = data.draw(st.sampled_from(["", *'0123456789tfn"{}[],:-. \\']))
    read = decode(written[:place] + character + written[place + 1 :], type(record))
    assert read is None or is_sound(read)


@given(records(), st.data())
def test_a_record_with_one_value_exchanged_is_sound_or_unreadable(
    record: Record, data: st.DataObject
) -> None:
    written = json.loads(encode(record))
    values: list[object] = [None, True, 0, 1, -1, 1.5, "", "x", "2026-02-30", "2026-11-22", [], [[]], {}]
    written[data.draw(st.sampled_from(sorted(written)))] = data.draw(st.sampled_from(values))
    read = decode(json.dumps(written), type(record))
    assert read is None or is_sound(read)


@pytest.mark.parametrize("kind", EVERY_KIND.values(), ids=EVERY_KIND)
def test_a_record_that_lacks_any_field_it_needs_is_unreadable(kind: type[Record]) -> None:
    written = json.loads(encode(whole(kind)))
    for name in ("source_system", "source_id", "recorded_on"):
        rest = {key: value for key, value in written.items() if key != name}
        assert decode(json.dumps(rest), kind) is None
    assert decode(json.dumps({**written, "spare": None}), kind) is None


@given(st.sampled_from(list(EVERY_KIND.values())), st.text() | st.binary().map(repr))
def test_whatever_stands_there_reading_it_raises_nothing(kind: type[Record], written: str) -> None:
    assert decode(written, kind) is None


def drop(table: str) -> Callable[[Connection], object]:
    return lambda connection: connection.execute(text(f"ALTER TABLE {table} RENAME TO gone_{table}"))


def empty_bodies(connection: Connection) -> object:
    return connection.execute(text("UPDATE person SET body = :canary"), {"canary": CANARY})


def nothing(_: Connection) -> None:
    """Meddles with nothing."""


OTHER = replace(HIM, noms_number=NomsNumber("B1234BB"), case_reference_number=None, pnc_number=None)
BOTH = replace(OTHER, case_reference_number=HIM.case_reference_number)


@pytest.mark.parametrize(
    ("meddle", "doing"),
    [
        pytest.param(drop("person"), lambda s, _: put(s), id="storing where people are gone"),
        pytest.param(drop("record"), lambda s, _: put(s), id="storing where records are gone"),
        pytest.param(drop("coverage"), lambda s, _: put(s), id="storing where coverage is gone"),
        pytest.param(drop("audit_entry"), lambda s, _: put(s), id="storing where the audit is gone"),
        pytest.param(empty_bodies, lambda s, _: put(s), id="storing over somebody unreadable"),
        pytest.param(
            empty_bodies,
            lambda s, _: s.find_person(PersonNumbers.of(HIM), ENTRY),
            id="finding somebody unreadable",
        ),
        pytest.param(
            empty_bodies, lambda s, who: s.read_person(who, ENTRY), id="reading somebody unreadable"
        ),
        pytest.param(empty_bodies, lambda s, who: s.load(who, ASKED, NOW), id="loading somebody unreadable"),
        pytest.param(drop("record"), lambda s, who: s.load(who, ASKED, NOW), id="loading no records"),
        pytest.param(
            drop("place_key"),
            lambda s, who: s.load(who, replace(ASKED, address=whole(Address, CANARY)), NOW),
            id="looking nowhere",
        ),
        pytest.param(nothing, lambda s, _: put(s, HIM, (*HELD, *HELD)), id="records that clash"),
        pytest.param(
            nothing, lambda s, who: s.put_records(who, OTHER, HELD, {}, ENTRY), id="another's numbers"
        ),
        pytest.param(
            nothing,
            lambda s, _: (put(s, OTHER, ()), put(s, BOTH, ())),
            id="numbers of two people",
        ),
        pytest.param(
            nothing,
            lambda s, _: s.put_place_register(
                [replace(incident(PlaceIncidentKind.CLOSURE), words=UNWRITABLE)], TOLD, ENTRY
            ),
            id="something that cannot be written",
        ),
    ],
)
def test_an_error_tells_nothing_of_what_is_held(
    store: Store,
    engine: Engine,
    meddle: Callable[[Connection], object],
    doing: Callable[[Store, PersonId], object],
) -> None:
    who = put(store)
    with engine.begin() as connection:
        meddle(connection)
    with capture_logs() as logs, pytest.raises(RiskflagError) as caught:
        doing(store, who)
    told = "".join(traceback.format_exception(caught.value)) + repr(vars(caught.value)) + repr(logs)
    assert [word for word in PRIVATE if word in told] == []
    assert caught.value.__context__ is None


def fill(engine: Engine, *incidents: PlaceIncident) -> None:
    Database(engine).write(lambda c: place_register.replace_register(c, incidents, TOLD))


def look(engine: Engine, address: Address = PROPOSED) -> PlaceKnowledge:
    return Database(engine).read(lambda connection: place_register.read_place(connection, address))


@pytest.mark.parametrize(
    ("meddling", "reason"),
    [
        pytest.param("DELETE FROM place_register", MissingReason.NOT_ASKED, id="gone"),
        pytest.param("UPDATE place_register SET source = 'x'", MissingReason.NOT_ASKED, id="another's"),
        pytest.param("UPDATE place_register SET asked_at = NULL", MissingReason.NOT_ASKED, id="at no time"),
        pytest.param(
            "UPDATE place_register SET asked_at = ''", MissingReason.NOT_ASKED, id="time left empty"
        ),
        pytest.param(
            "UPDATE place_register SET asked_at = 'noon'", MissingReason.NOT_ASKED, id="at some time"
        ),
        pytest.param(
            "UPDATE place_register SET watermark = '2026-11-22'", MissingReason.NOT_ASKED, id="up to a day"
        ),
        pytest.param("UPDATE place_register SET answered = NULL", MissingReason.NO_ANSWER, id="unknown"),
        pytest.param("UPDATE place_register SET answered = false", MissingReason.NO_ANSWER, id="no answer"),
        pytest.param(
            "UPDATE place_register SET complete = NULL", MissingReason.PARTIAL, id="in part, perhaps"
        ),
        pytest.param("UPDATE place_register SET complete = false", MissingReason.PARTIAL, id="in part"),
        pytest.param(
            "UPDATE place_register SET unreadable = 4", MissingReason.UNREADABLE, id="four unreadable"
        ),
        pytest.param(
            "UPDATE place_incident SET body = 'null'", MissingReason.UNREADABLE, id="an incident emptied"
        ),
        pytest.param(
            "UPDATE place_incident SET body = substr(body, 2)",
            MissingReason.UNREADABLE,
            id="an incident that nobody sealed",
        ),
    ],
)
def test_a_register_that_was_damaged_is_not_relied_on(
    engine: Engine, meddling: str, reason: MissingReason
) -> None:
    fill(engine, incident(PlaceIncidentKind.CLOSURE))
    assert look(engine).gap(NOW) is None
    with engine.begin() as connection:
        connection.execute(text(meddling))
    assert look(engine).gap(NOW) is reason


def test_a_register_that_says_no_number_was_not_asked(engine: Engine) -> None:
    only_sqlite(engine, "a column of numbers holds nothing else there")
    fill(engine, incident(PlaceIncidentKind.CLOSURE))
    with engine.begin() as connection:
        connection.execute(text("UPDATE place_register SET unreadable = x'00'"))
    assert look(engine).gap(NOW) is MissingReason.NOT_ASKED


POSTCODES = st.from_regex("(ZZ[1-9]|ZZ[1-9][0-9]|Z[1-9]|ZZ[1-9]A) [0-9][AB][DE]", fullmatch=True)


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str]:
    """A postcode, and the same with one slip of the keyboard."""
    right = draw(POSTCODES).replace(" ", "")
    place = draw(st.integers(0, len(right) - 1))
    before, at, after = right[:place], right[place], right[place + 1 :]
    other = draw(st.sampled_from("ABDEZ0123456789"))
    wrong = draw(
        st.sampled_from(
            (
                before + other + after,
                before + after,
                before + at + other + after,
                before + after[:1] + at + after[1:],
            )
        )
    )
    return f"{right[:-3]} {right[-3:]}", f"{wrong[:-3]} {wrong[-3:]}"


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(slips(), st.booleans())
def test_one_slip_in_a_postcode_hides_nothing(engine: Engine, pair: tuple[str, str], swapped: bool) -> None:
    kept, asked = reversed(pair) if swapped else pair
    fill(engine, incident(PlaceIncidentKind.CLOSURE, address=Address(f"5 Elder Row, {kept}")))
    found = look(engine, Address(f"5 Elder Row, {asked}"))
    assert found.incidents or found.gap(NOW) is MissingReason.PARTIAL


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(instances(PlaceIncident), max_size=4), instances(Address))
def test_an_incident_is_found_where_it_was_kept_whatever_else_is_there(
    engine: Engine, others: list[PlaceIncident], address: Address
) -> None:
    here = replace(incident(PlaceIncidentKind.DRUG_USE, address=address), source_id=SourceRecordId("HERE"))
    fill(engine, *others, here)
    found = look(engine, address)
    assert here in found.incidents or found.gap(NOW) is MissingReason.PARTIAL


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(instances(Person), st.lists(records(), max_size=4))
def test_whatever_is_stored_of_somebody_is_loaded_again(
    store: Store, person: Person, drawn: list[Record]
) -> None:
    numbered = replace(
        person, noms_number=NomsNumber("C1234CC"), case_reference_number=CaseReferenceNumber("C123456")
    )
    numbered = replace(numbered, pnc_number=None)
    held = tuple(replace(r, source_id=SourceRecordId(f"R-{n}")) for n, r in enumerate(drawn))
    told = dict.fromkeys(Source, TOLD)
    who = store.put_person(numbered, held, told, ENTRY)
    loaded = store.load(who, ASKED, NOW)
    assert loaded is not None
    apart_last = tuple(sorted(held, key=lambda record: isinstance(record, ProtectedPlace)))
    assert (loaded[0].person, loaded[0].records) == (numbered, apart_last)
