"""Payloads over HTTP: recognised, stored, reported whole, and refused where they are about somebody else."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from riskflag.casebook import HIM, NOW, case
from riskflag.vocabulary import Source
from tests.api.conforming import misfits
from tests.api.world import NOBODY_HELD, World, enquiry_body, json_of, make_world, records_body

JSON = "application/json"
ALERT = {"alertId": 1, "bookingId": 7, "offenderNo": HIM.noms_number, "alertCode": "XA", "active": True}
REPORTED = {
    "shape": "prison-api-alerts",
    "title": "Prison alerts, as the prison API lists them",
    "elements": 2,
    "records": [{"kind": "alerts", "count": 1}],
    "found": [],
    "rejects": [{"path": "[1]", "reason": "alertCode: is needed", "carries_no_record": False}],
    "contradictions": [],
    "gaps": [],
}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    made = make_world(tmp_path_factory.mktemp("world"), tmp_path_factory.mktemp("key"))
    yield made
    made.service.close()


def body(payload: object, taken_at: datetime = NOW) -> dict[str, object]:
    """A payload as it is sent."""
    return {"taken_at": taken_at.isoformat(), "payload": payload}


@pytest.fixture
def path(world: World) -> str:
    return f"/people/{world.hold(case())}/payloads"


def test_every_part_of_a_payload_is_reported(world: World, path: str) -> None:
    answer = world.ask("POST", path, body([ALERT, {"alertId": 2}]))
    assert (answer.status_code, answer.json) == (200, REPORTED)
    document = json_of(world.ask("GET", "/docs/openapi.json", role=None))
    schema = document["paths"]["/people/{person_id}/payloads"]["post"]["responses"]["200"]
    assert misfits(document, schema["content"][JSON]["schema"], answer.json) == []


def test_what_could_not_be_read_is_missed_in_the_next_answer(world: World, path: str) -> None:
    enquiries = path.replace("payloads", "address-enquiries")
    before = json_of(world.ask("POST", enquiries, enquiry_body()))
    assert world.ask("POST", path, body([{"alertId": 3, "alertCode": None}])).status_code == 200
    after = json_of(world.ask("POST", enquiries, enquiry_body()))
    assert len(after["not_told"]) > len(before["not_told"])
    assert len(after["looked_at"]) < len(before["looked_at"])


@pytest.mark.parametrize(
    ("sent", "field", "reason"),
    [
        pytest.param([{"x": 1}], "payload", "is of no shape that is known", id="a shape that nobody knows"),
        pytest.param([], "payload", "is of no shape that is known", id="an empty list shows no shape"),
        pytest.param(
            [{**ALERT, "offenderNo": "A9999ZZ"}],
            "payload.0.offenderNo",
            "is not this person's number",
            id="another person's",
        ),
        pytest.param("text", "payload", "must be an object or a list", id="text is no payload"),
        pytest.param(None, "payload", "must not be null", id="nothing is no payload"),
        pytest.param(
            [{"alertId": 1, "alertCode": "XA"}] * 10_001, "payload", "holds more than 10,000", id="too many"
        ),
    ],
)
def test_what_is_refused_changes_nothing_and_is_not_repeated(
    world: World, path: str, sent: object, field: str, reason: str
) -> None:
    answer = world.ask("POST", path, body(sent))
    assert answer.status_code == 422
    (error,) = json_of(answer)["errors"]
    assert error["field"] == field
    assert error["reason"].startswith(reason)
    assert "A9999ZZ" not in answer.text


@pytest.mark.parametrize(
    ("content_type", "sent", "status"),
    [
        pytest.param(JSON, b"[1, 2", 400, id="no JSON"),
        pytest.param(JSON, b"", 400, id="nothing"),
        pytest.param(JSON, b'"text"', 400, id="text"),
        pytest.param(JSON, b"[]", 400, id="a payload without the moment when it was taken"),
        pytest.param(JSON, b"[" * 30 + b"]" * 30, 400, id="nested too deep"),
        pytest.param(JSON, b'[{"alertId": 1, "alertId": 2}]', 400, id="a field twice"),
        pytest.param("text/csv", b"kind\nalerts\n", 415, id="CSV is for the command line"),
    ],
)
def test_a_body_that_cannot_be_read_is_refused(
    world: World, path: str, content_type: str, sent: bytes, status: int
) -> None:
    answer = world.ask("POST", path, data=sent, headers={"Content-Type": content_type})
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("taken", "reason"),
    [
        pytest.param({}, "is needed", id="nobody says when it was taken"),
        pytest.param({"taken_at": None}, "must not be null", id="null"),
        pytest.param({"taken_at": "yesterday"}, "must be a real date and time", id="no moment"),
        pytest.param({"taken_at": "2026-11-20T09:00:00"}, "must be a real date and time", id="no offset"),
        pytest.param(
            {"taken_at": (NOW + timedelta(minutes=3)).isoformat()}, "must not be in the future", id="to come"
        ),
    ],
)
def test_a_payload_of_nobody_knows_when_is_refused(
    world: World, path: str, taken: dict[str, object], reason: str
) -> None:
    answer = world.ask("POST", path, {**taken, "payload": [ALERT]})
    (error,) = json_of(answer)["errors"]
    assert (answer.status_code, error["field"]) == (422, "taken_at")
    assert error["reason"].startswith(reason)


def test_an_old_export_is_as_old_as_it_was_when_it_was_taken(world: World, path: str) -> None:
    enquiries = path.replace("payloads", "address-enquiries")
    only_limits = case(not_asked=set(Source) - {Source.ACCESS_LIMITS})
    world.ask("PUT", path.replace("payloads", "records"), records_body(only_limits))
    for taken_at, stale in ((NOW - timedelta(days=60), True), (NOW, False)):
        assert world.ask("POST", path, body([ALERT], taken_at)).status_code == 200
        missing = json_of(world.ask("POST", enquiries, enquiry_body()))["not_told"]
        assert ("Alerts: too old" in json.dumps(missing)) is stale


def test_what_was_taken_later_is_not_replaced_by_an_older_export(world: World, path: str) -> None:
    assert world.ask("POST", path, body([ALERT])).status_code == 200
    answer = world.ask("POST", path, body([{**ALERT, "active": False}], NOW - timedelta(minutes=1)))
    assert answer.status_code == 422
    assert json_of(answer)["errors"] == [
        {"field": "taken_at", "reason": "what is held of alerts was taken later"}
    ]


def test_nobody_is_held_under_that_reference(world: World) -> None:
    assert world.ask("POST", f"/people/{NOBODY_HELD}/payloads", body([ALERT])).status_code == 404


FIXTURES = sorted((Path(__file__).parents[2] / "importers" / "fixtures").glob("*.json"))


@pytest.mark.parametrize("fixture", [pytest.param(each, id=each.stem) for each in FIXTURES])
def test_every_shape_is_taken_and_its_counts_agree(world: World, path: str, fixture: Path) -> None:
    answer = world.ask("POST", path, body(json.loads(fixture.read_text(encoding="utf-8"))))
    if answer.status_code == 422:
        assert {error["reason"] for error in json_of(answer)["errors"]} == {"is not this person's number"}
        return
    came = json_of(answer)
    assert answer.status_code == 200
    out = sum(each["count"] for group in ("records", "found") for each in came[group])
    assert came["elements"] == out + len(came["rejects"])
