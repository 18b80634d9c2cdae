"""Who asks too often waits: whichever process is asked, for their own account alone, and nothing else is told."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select

from api.app import create_app
from api.pace import declared_pace
from riskflag.casebook import EX_PARTNER, NOW, PROPOSED, case, protected_place
from riskflag.pace import Asking
from riskflag.persistence import tables
from riskflag.probing.asked import Judgement, Pace
from riskflag.service import now, open_service
from riskflag.settings import PaceSettings
from riskflag.tokens import issue_development_token
from riskflag.vocabulary import Role
from tests.api.world import OFFICER, STAFF, World, at_once, dict_of, json_of, make_world, rules_of_the_api

HELD = case()
MAY = PaceSettings(enquiries=2, lookups=3)
COUNTS_AS = {
    "/people/find": Asking.LOOKUP,
    "/people/find-by-name": Asking.LOOKUP,
    "/people/<opaque:person_id>/address-enquiries": Asking.ENQUIRY,
    "/people/<opaque:person_id>/referral-enquiries": Asking.ENQUIRY,
    "/assessments/<opaque:assessment_id>": Asking.LOOKUP,
    "/assessments/<opaque:assessment_id>/decisions": Asking.LOOKUP,
}
NOT_COUNTED = {
    "/people": "a system sends all the records it has",
    "/people/<opaque:person_id>/records": "a system sends all the records it has",
    "/people/<opaque:person_id>/payloads": "a system sends all the records it has",
    "/people/<opaque:person_id>/agreements": "tells nothing of anybody",
    "/events": "a system sends all the events it has",
    "/alerts": "the auditor's, of searches and not of what is on record",
    "/rules": "about nobody",
    "/rules/<rule_code:code>": "about nobody",
    "/metrics": "about nobody",
}


def slowed(made: World, pace: PaceSettings | None = MAY) -> World:
    """The world with a pace, as another process over the same database."""
    settings = replace(made.settings, pace=pace)
    service = open_service(settings, made.clock)
    return replace(
        made,
        app=create_app(settings, service, clock=made.clock, wait=at_once),
        service=service,
        settings=settings,
    )


@pytest.fixture
def world(tmp_path: Path, key_home: Path) -> Iterator[World]:
    made = make_world(tmp_path, key_home)
    other = slowed(made)
    yield other
    made.service.close()
    other.service.close()


def enquire(world: World, person_id: str, role: Role = STAFF, name: str = "a reader") -> int:
    token = issue_development_token(world.settings, role, name, now())
    headers = {"Authorization": f"Bearer {token}"}
    path = f"/people/{person_id}/address-enquiries"
    return world.ask("POST", path, dict_of(HELD.enquiry), headers=headers).status_code


def find(world: World) -> int:
    return world.ask("POST", "/people/find", {"noms_number": HELD.dossier.person.noms_number}).status_code


def refusals(world: World) -> list[tuple[str, str, str | None]]:
    entry = tables.audit_entry
    written = select(entry.c.actor, entry.c.detail, entry.c.person_id).where(
        entry.c.action == "asked_too_often"
    )
    engine = create_engine(world.settings.database_url)
    with engine.connect() as connection:
        told = [tuple(row) for row in connection.execute(written)]
    engine.dispose()
    return told


def test_every_route_about_somebody_counts_as_something(world: World) -> None:
    rules = {rule.rule: world.app.view_functions[rule.endpoint] for rule in rules_of_the_api(world.app)}
    asked = {path: view for path, view in rules.items() if not path.startswith(("/health", "/docs", "/info"))}
    assert {path: declared_pace(view) for path, view in asked.items()} == {
        **COUNTS_AS,
        **dict.fromkeys(NOT_COUNTED),
    }


def test_who_asks_too_often_is_told_how_long_to_wait(world: World) -> None:
    person_id = world.hold(HELD)
    assert [enquire(world, person_id) for _ in range(3)] == [201, 201, 429]
    world.clock.moment = NOW + timedelta(seconds=20.5)
    answer = world.ask("POST", f"/people/{person_id}/referral-enquiries", {}, STAFF)
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "40"
    assert answer.mimetype == "application/problem+json"
    assert json_of(answer)["type"] == "/docs#too-often"
    assert json_of(answer)["errors"] == []
    world.clock.moment = NOW + timedelta(seconds=60)
    assert enquire(world, person_id) == 201


def test_an_enquiry_that_a_second_person_must_agree_to_counts_as_one(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "riskflag.persistence.asked_places.judge", lambda *_: Judgement(Pace.NEEDS_SECOND_PERSON, ())
    )
    person_id = world.hold(HELD)
    assert [enquire(world, person_id) for _ in range(3)] == [423, 423, 429]


def test_it_holds_across_processes(world: World) -> None:
    person_id = world.hold(HELD)
    other = slowed(world)
    assert [enquire(each, person_id) for each in (world, other, world, other)] == [201, 201, 429, 429]
    other.service.close()


def test_it_holds_for_an_account_in_whatever_role_and_for_no_other(world: World) -> None:
    person_id = world.hold(HELD)
    assert [enquire(world, person_id, role) for role in (STAFF, OFFICER, STAFF)] == [201, 201, 429]
    assert enquire(world, person_id, STAFF, "another reader") == 201


def test_enquiries_and_lookups_are_counted_apart(world: World) -> None:
    person_id = world.hold(HELD)
    lookups_so_far = 1
    assert [find(world) for _ in range(4 - lookups_so_far)] == [200, 200, 429]
    assert enquire(world, person_id) == 201
    world.clock.moment = NOW + timedelta(minutes=1)
    answer = world.ask("POST", f"/people/{person_id}/address-enquiries", dict_of(HELD.enquiry))
    assert [world.ask("GET", answer.headers["Location"]).status_code for _ in range(4)] == [
        200,
        200,
        200,
        429,
    ]


def test_a_refusal_is_recorded_once_a_minute_and_names_nobody(world: World) -> None:
    person_id = world.hold(HELD)
    for _ in range(6):
        enquire(world, person_id)
    assert refusals(world) == [("a reader", "enquiry", None)]
    world.clock.moment = NOW + timedelta(seconds=61)
    for _ in range(4):
        enquire(world, person_id)
    assert refusals(world) == [("a reader", "enquiry", None)] * 2


def test_whoever_must_wait_is_told_so_before_anything_is_read(world: World) -> None:
    person_id = world.hold(HELD)
    for _ in range(2):
        enquire(world, person_id)
    for path in (f"/people/{person_id}/address-enquiries", f"/people/{'0' * 32}/address-enquiries"):
        assert world.ask("POST", path, data=b"{", role=STAFF).status_code == 429


def test_a_refusal_is_the_same_whatever_is_protected(world: World) -> None:
    known = world.hold(HELD)
    told = []
    for more in ((), (protected_place(EX_PARTNER, PROPOSED),)):
        held = replace(HELD, dossier=replace(HELD.dossier, records=(*HELD.dossier.records, *more)))
        assert world.hold(held) == known
        enquire(world, known), enquire(world, known)
        answer = world.ask("POST", f"/people/{known}/address-enquiries", dict_of(HELD.enquiry), STAFF)
        told.append((answer.status_code, answer.headers["Retry-After"], answer.data))
        world.clock.moment += timedelta(minutes=2)
    assert told[0] == told[1]


def test_where_no_pace_is_set_nobody_is_slowed(world: World) -> None:
    person_id = world.hold(HELD)
    free = slowed(world, None)
    assert {enquire(free, person_id) for _ in range(6)} == {201}
    free.service.close()
