"""What the service makes of methods, headers and references, whoever asks; and what each role is shown."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from riskflag.casebook import ASKED, EX_PARTNER, NOW, PROPOSED, case, order, protected_place, term
from riskflag.vocabulary import ProhibitionKind, Role
from tests.api.world import (
    NOBODY_HELD,
    OFFICER,
    STAFF,
    World,
    dict_of,
    enquiry_body,
    json_of,
    make_world,
    records_body,
)

HELD = case(
    order(term(ProhibitionKind.NO_CONTACT)), protected_place(EX_PARTNER, PROPOSED), lives_with=(EX_PARTNER,)
)
ENQUIRIES, RECORDS = f"/people/{NOBODY_HELD}/address-enquiries", f"/people/{NOBODY_HELD}/records"
PAYLOADS = f"/people/{NOBODY_HELD}/payloads"
ROUTES: Mapping[str, set[str]] = {
    "/people": {"POST"},
    "/people/find": {"POST"},
    "/people/find-by-name": {"POST"},
    RECORDS: {"PUT"},
    PAYLOADS: {"POST"},
    ENQUIRIES: {"POST"},
    f"/assessments/{NOBODY_HELD}": {"GET", "HEAD"},
    "/rules": {"GET", "HEAD"},
    "/rules/RO-ADDR-01": {"GET", "HEAD"},
    "/health/liveness": {"GET", "HEAD"},
    "/health/readiness": {"GET", "HEAD"},
    "/info": {"GET", "HEAD"},
    "/docs": {"GET", "HEAD"},
    "/docs/openapi.json": {"GET", "HEAD"},
}
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "QUERY")
READ = [path for path, methods in ROUTES.items() if "GET" in methods and NOBODY_HELD not in path]
OPAQUE = {"Date", "X-Request-Id", "Location"}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, key_home: Path) -> Iterator[World]:
    made = make_world(tmp_path_factory.mktemp("world"), key_home)
    yield made
    made.service.close()


def seen(answer: TestResponse) -> tuple[int, list[tuple[str, str]], bytes]:
    """What a reader can tell two answers apart by, without references made at random."""
    kept = [(name, value) for name, value in answer.headers if name not in OPAQUE]
    return answer.status_code, kept, answer.data


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("path", ROUTES)
def test_a_route_takes_its_methods_and_no_other(world: World, path: str, method: str) -> None:
    answer = world.ask(method, path, {} if method in {"POST", "PUT"} else None)
    if method in ROUTES[path]:
        assert answer.status_code != 405
        return
    assert (answer.status_code, set(answer.headers["Allow"].split(", "))) == (405, ROUTES[path])
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("path", READ)
def test_head_says_what_get_says_without_the_body(world: World, path: str) -> None:
    whole, head = (world.ask(method, path) for method in ("GET", "HEAD"))
    assert (head.status_code, head.data) == (200, b"")
    assert seen(head)[:2] == seen(whole)[:2]


@pytest.mark.parametrize("path", READ)
def test_asking_twice_gives_the_same(world: World, path: str) -> None:
    assert seen(world.ask("GET", path)) == seen(world.ask("GET", path))


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"Accept": "text/html"}, id="a browser"),
        pytest.param({"Accept": "application/xml;q=1, */*;q=0"}, id="anything but JSON"),
        pytest.param({"Accept": "x" * 3000}, id="nonsense"),
        pytest.param({"Accept-Language": "cy"}, id="another language"),
        pytest.param({"Accept-Encoding": "gzip, br"}, id="packed"),
        pytest.param({"Origin": "https://elsewhere.example"}, id="a page from elsewhere"),
        pytest.param({"If-None-Match": "*"}, id="only if it changed"),
        pytest.param({"Range": "bytes=0-10"}, id="a part of it"),
        pytest.param({"X-HTTP-Method-Override": "DELETE"}, id="another method in a header"),
        pytest.param({"X-Original-URL": "/people"}, id="another address in a header"),
        pytest.param({"X-Forwarded-Host": "elsewhere.example"}, id="another host in a header"),
    ],
)
def test_a_header_changes_nothing_of_the_answer(world: World, headers: dict[str, str]) -> None:
    assert seen(world.ask("GET", "/rules/RO-ADDR-01", headers=headers)) == seen(
        world.ask("GET", "/rules/RO-ADDR-01")
    )


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        pytest.param("POST", ENQUIRIES, enquiry_body(), id="asking about nobody"),
        pytest.param("GET", f"/assessments/{NOBODY_HELD}", None, id="no such answer"),
        pytest.param("GET", f"/assessments/{'f' * 32}", None, id="another that is none"),
        pytest.param("GET", "/assessments/A0001AA", None, id="a number for a reference"),
        pytest.param("GET", f"/assessments/{NOBODY_HELD.upper()}A", None, id="a reference too long"),
        pytest.param("GET", "/nowhere", None, id="no such route"),
        pytest.param("GET", "/assessments/../people", None, id="a way up"),
        pytest.param("POST", f"/people/{'g' * 32}/address-enquiries", enquiry_body(), id="letters past f"),
        pytest.param("POST", f"/people/{'A' * 32}/address-enquiries", enquiry_body(), id="capitals"),
        pytest.param("POST", "/people/find", {"noms_number": "Z9999ZZ"}, id="looking for nobody"),
    ],
)
def test_what_is_not_there_looks_the_same_whatever_it_is_and_whoever_asks(
    world: World, method: str, path: str, body: object
) -> None:
    world.hold(HELD)
    plain = world.ask("GET", "/nowhere")
    for role in (OFFICER, STAFF):
        answer = world.ask(method, path, body, role)
        assert (answer.status_code, answer.json) == (404, plain.json)
        assert {name for name, _ in answer.headers} == {name for name, _ in plain.headers}


@pytest.mark.parametrize("role", [OFFICER, STAFF])
@pytest.mark.parametrize(
    ("later", "expired"),
    [
        pytest.param(timedelta(0), False, id="at once"),
        pytest.param(timedelta(hours=24), False, id="on its last moment"),
        pytest.param(timedelta(hours=24, microseconds=1), True, id="a moment later"),
        pytest.param(timedelta(days=365), True, id="a year later"),
    ],
)
def test_an_answer_holds_for_a_day(world: World, role: Role, later: timedelta, expired: bool) -> None:
    world.clock.moment = NOW
    path = f"/people/{world.hold(HELD)}/address-enquiries"
    first = world.ask("POST", path, dict_of(HELD.enquiry), role)
    world.clock.moment = NOW + later
    again = json_of(world.ask("GET", first.headers["Location"], role=role))
    world.clock.moment = NOW
    assert (again["expired"], again["valid_until"]) == (expired, json_of(first)["valid_until"])
    assert (again == first.json) is not expired
    assert again["flags"] == json_of(first)["flags"]
    assert len([gap for gap in again["not_told"] if gap not in json_of(first)["not_told"]]) == expired


OFFICERS_ONLY = ("looked_at", "data_quality_tasks", "rulebook")
OF_A_FLAG = ("code", "findings", "action", "decides", "act_by", "tell", "do_not_disclose", "basis")


def test_each_role_is_shown_its_part_of_one_answer(world: World) -> None:
    path = f"/people/{world.hold(HELD)}/address-enquiries"
    asked = world.ask("POST", path, dict_of(HELD.enquiry), OFFICER)
    officer = json_of(asked)
    staff = json_of(world.ask("GET", asked.headers["Location"], role=STAFF))
    assert set(officer) == set(staff)
    assert (officer["role"], staff["role"]) == ("responsible_officer", "resettlement_staff")
    assert (officer["standing_line"], staff["complete"]) == (None, False)
    assert all(not staff[name] for name in OFFICERS_ONLY)
    assert all(officer[name] for name in ("looked_at", "rulebook"))
    assert [name for flag in staff["flags"] for name in OF_A_FLAG if flag[name]] == []
    assert all(flag[name] for flag in officer["flags"] for name in OF_A_FLAG)
    assert len(staff["flags"]) < len(officer["flags"])


@pytest.mark.parametrize("asked_by", [OFFICER, STAFF])
@pytest.mark.parametrize("read_by", [OFFICER, STAFF])
def test_who_asked_makes_no_difference_to_what_a_reader_is_shown(
    world: World, asked_by: Role, read_by: Role
) -> None:
    path = f"/people/{world.hold(HELD)}/address-enquiries"
    asked = world.ask("POST", path, dict_of(HELD.enquiry), asked_by)
    own = world.ask("POST", path, dict_of(HELD.enquiry), read_by)
    assert world.ask("GET", asked.headers["Location"], role=read_by).json == own.json


@pytest.mark.parametrize("role", [Role.DATA_SCIENTIST, Role.AUDITOR])
def test_other_roles_cannot_tell_whether_an_answer_is_there(world: World, role: Role) -> None:
    path = f"/people/{world.hold(HELD)}/address-enquiries"
    there = world.ask("POST", path, dict_of(HELD.enquiry)).headers["Location"]
    assert seen(world.ask("GET", there, role=role)) == seen(
        world.ask("GET", f"/assessments/{NOBODY_HELD}", role=role)
    )
    assert seen(world.ask("POST", path, dict_of(ASKED), role)) == seen(world.ask("POST", ENQUIRIES, {}, role))


def test_staff_are_refused_alike_whether_somebody_is_held_or_not(world: World) -> None:
    person_id = world.hold(HELD)
    for path in (f"/people/{person_id}/records", RECORDS):
        refused = world.ask("PUT", path, records_body(HELD), STAFF)
        assert (refused.status_code, json_of(refused)["type"]) == (403, "/docs#not-allowed")


def test_where_an_answer_can_be_read_says_nothing_of_whom_it_is_about(world: World) -> None:
    person_id = world.hold(HELD)
    where = [
        world.ask("POST", f"/people/{person_id}/address-enquiries", dict_of(HELD.enquiry)).headers["Location"]
        for _ in range(5)
    ]
    assert len(set(where)) == 5
    assert not [each for each in where if person_id in each or person_id[:8] in each]
