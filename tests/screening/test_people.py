"""One person is screened: what is news is stored and told once, and nothing else is."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, text
from structlog.testing import capture_logs

from riskflag.casebook import NOW, OTHER_TOWN, PROPOSED, case, incident, order, own_address, term
from riskflag.enquiry import AddressEnquiry, Purpose
from riskflag.errors import NotFound
from riskflag.persistence.engine import Database
from riskflag.persistence.own_data import read_own_data
from riskflag.records import AddressUse, PlaceIncidentKind
from riskflag.rulebook import load_rulebook
from riskflag.screening import Because
from riskflag.standing import Change, TurnState
from riskflag.vocabulary import PersonId, ProhibitionKind, Verdict
from tests.dialects import unguarded
from tests.persistence.rows import rows
from tests.screening.world import CRIME_THERE, QUIET_THERE, RELEASE_ADDRESS, kept, screen
from tests.service.world import BROKEN, LOOKS, OFFICER, STAFF, Clock, held_in, put, service_of

ON_BOTH_DATABASES = True
SECOND_CRIME = case(
    RELEASE_ADDRESS, place=[incident(PlaceIncidentKind.CLOSURE), incident(PlaceIncidentKind.DRUG_SUPPLY)]
)


def stored(engine: Engine) -> tuple[int, int]:
    """How many answers and how many messages there are."""
    return held_in(engine, "assessment"), held_in(engine, "outbox")


def test_where_nothing_changed_nothing_is_stored(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock, LOOKS)
    who = put(service, QUIET_THERE)
    first, entries = screen(service, who), held_in(engine, "audit_entry")
    before = rows(engine, "screened")
    again = screen(service, who)
    assert (first.changes[0].first_seen, first.answers) == (True, ())
    assert (again.changes, again.answers) == ((), ())
    assert (stored(engine), held_in(engine, "audit_entry")) == ((0, 0), entries)
    assert rows(engine, "screened") == before


def test_what_appears_makes_one_answer_and_one_message(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock, LOOKS)
    who = put(service, QUIET_THERE)
    screen(service, who)
    assert put(service, CRIME_THERE) == who
    found = screen(service, who)
    screen(service, who)
    assert [change.new for change in found.changes] == [("TEST-01",)]
    assert stored(engine) == (1, 1)
    (message,) = rows(engine, "outbox")
    assert (message["kind"], message["person_id"], message["assessment_id"]) == (
        "screened",
        who,
        found.answers[0],
    )
    given = service.read_assessment(found.answers[0], OFFICER)
    assert (given.asked_by, given.enquiry.purpose) == ("nightly screening", Purpose.RE_SCREENING)
    assert given.full.verdict is Verdict.FLAGS_RAISED


def test_what_is_found_in_confidence_is_in_no_open_answer(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock, LOOKS)
    found = screen(service, put(service, CRIME_THERE))
    given = service.read_assessment(found.answers[0], STAFF)
    assert (bool(given.full.flags), given.open.flags) == (True, ())


def test_the_answer_is_in_the_audit_which_holds(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock, LOOKS)
    screen(service, put(service, CRIME_THERE))
    entry = rows(engine, "audit_entry")[-1]
    assert (entry["actor"], entry["action"], entry["purpose"]) == (
        "nightly screening",
        "address_assessed",
        "re_screening",
    )
    assert str(entry["detail"]).startswith("flags_raised nightly vouches:")
    assert held_in(engine, "asked_place") == 0


def test_what_an_officer_was_answered_before_is_no_news(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock, LOOKS)
    who = put(service, CRIME_THERE)
    service.enquire(who, CRIME_THERE.enquiry, OFFICER)
    assert screen(service, who).answers == ()
    assert stored(engine) == (1, 1)


def test_an_order_made_after_the_officer_asked_is_told(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock, LOOKS)
    who = put(service, QUIET_THERE)
    service.enquire(who, QUIET_THERE.enquiry, OFFICER)
    assert put(service, CRIME_THERE) == who
    assert len(screen(service, who).answers) == 1


def test_two_addresses_with_news_make_one_message(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock, LOOKS)
    there = replace(own_address(OTHER_TOWN, AddressUse.MAIN), starts_on=None, ends_on=None)
    crimes = [incident(PlaceIncidentKind.CLOSURE), incident(PlaceIncidentKind.CLOSURE, address=OTHER_TOWN)]
    found = screen(service, put(service, case(RELEASE_ADDRESS, there, place=crimes)))
    assert (len(found.answers), stored(engine)) == (2, (2, 1))


def test_screening_is_no_asking_that_looks_like_a_search(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock, LOOKS)
    who = put(service, CRIME_THERE)
    screen(service, who)
    loaded = service.screening.store.read_people([who], NOW)[0]
    assert (len(loaded.asked), loaded.asked_before) == (1, ())


def test_a_rule_that_breaks_makes_it_incomplete(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock, BROKEN)
    assert screen(service, put(service, QUIET_THERE)).state is TurnState.INCOMPLETE


@pytest.mark.parametrize(
    ("damage", "state"),
    [
        pytest.param("UPDATE person SET body = noms_number", TurnState.FAILED, id="who it is"),
        pytest.param("DELETE FROM record", TurnState.INCOMPLETE, id="their records"),
        pytest.param("DELETE FROM coverage", TurnState.INCOMPLETE, id="what was asked"),
    ],
)
def test_what_cannot_be_read_is_never_silence(
    engine: Engine, clock: Clock, damage: str, state: TurnState
) -> None:
    service = service_of(engine, clock)
    who = put(service, QUIET_THERE)
    if engine.dialect.name == "postgresql":
        damage = damage.replace("noms_number", "CAST(noms_number AS bytea)")
    with engine.begin() as connection:
        unguarded(connection, "person")
        connection.exec_driver_sql(damage)
    assert screen(service, who).state is state


@pytest.mark.parametrize(
    ("breaks", "told"),
    [
        pytest.param("riskflag.screening.asking.scope_of", "KeyError", id="what stands"),
        pytest.param("riskflag.screening.asking.compared", "KeyError", id="what changed"),
        pytest.param("riskflag.persistence.held_people.put_together", "Unreadable", id="what is held"),
    ],
)
def test_of_a_failed_turn_the_log_tells_the_type_of_what_went_wrong_and_nothing_else(
    engine: Engine, clock: Clock, monkeypatch: pytest.MonkeyPatch, breaks: str, told: str
) -> None:
    def broken(*given: object) -> None:
        raise KeyError(PROPOSED.text) if told == "KeyError" else ValueError(PROPOSED.text)

    service = service_of(engine, clock, LOOKS)
    who = put(service, CRIME_THERE)
    monkeypatch.setattr(breaks, broken)
    with capture_logs() as logged:
        assert screen(service, who).state is TurnState.FAILED
    assert logged == [{"event": "person_not_screened", "error": told, "log_level": "error"}]


def test_what_was_kept_and_cannot_be_read_is_found_anew(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock, LOOKS)
    who = put(service, CRIME_THERE)
    screen(service, who)
    with engine.begin() as connection:
        connection.execute(text("UPDATE screened SET body = :body"), {"body": b"meddled"})
        connection.execute(text("DELETE FROM outbox"))
    screen(service, who)
    assert kept(engine)[who] is not None


def test_nothing_of_a_place_lies_open(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock, LOOKS)
    screen(service, put(service, CRIME_THERE))
    said = repr([rows(engine, table) for table in ("screened", "screening_turn", "outbox", "audit_entry")])
    assert [word for word in (PROPOSED.text, str(PROPOSED.uprn), "TEST-01") if word in said] == []


def test_that_it_is_kept_is_told_with_the_person_s_own_data(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock)
    who = put(service, QUIET_THERE)
    before = Database(engine).read(lambda connection: read_own_data(connection, who))
    screen(service, who)
    after = Database(engine).read(lambda connection: read_own_data(connection, who))
    assert before is not None
    assert after is not None
    assert (before.screened, after.screened) == (0, 1)


def test_nobody_is_not_screened(engine: Engine, clock: Clock) -> None:
    with pytest.raises(NotFound):
        service_of(engine, clock).screening.screen_person(PersonId("0" * 32), NOW, None, Because.NIGHTLY)


def test_a_proposal_that_stands_no_more_is_forgotten(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock)
    who = put(service, QUIET_THERE)
    screen(service, who)
    assert put(service, case()) == who
    (change,) = screen(service, who).changes
    assert (change, stored(engine)) == (Change(change.proposal, gone=True), (0, 0))


def test_an_order_that_appears_among_all_rules_is_told_once(engine: Engine, clock: Clock) -> None:
    """With the whole rulebook: an order that forbids the very address."""
    service = service_of(engine, clock, load_rulebook())
    who = put(service, QUIET_THERE)
    screen(service, who)
    before = stored(engine)
    forbids = order(term(ProhibitionKind.NO_ENTER_ADDRESS, place=PROPOSED))
    assert put(service, case(RELEASE_ADDRESS, forbids)) == who
    told = screen(service, who)
    screen(service, who)
    assert (len(told.answers), stored(engine)) == (1, (before[0] + 1, before[1] + 1))
    assert isinstance(service.read_assessment(told.answers[0], OFFICER).enquiry, AddressEnquiry)
