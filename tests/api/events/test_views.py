"""Events over HTTP: whom they mean waits to be looked at again, once, and it is recorded that they were sought."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from riskflag.casebook import HIM, case
from riskflag.persistence.audit import Actor
from riskflag.persistence.audit_log import AuditQuery
from riskflag.persistence.store import open_store
from riskflag.vocabulary import Role
from tests.api.conforming import misfits, resolve
from tests.api.world import World, json_of, make_world
from tests.keys import VAULT

JSON = "application/json"
KNOWN = "probation-case.registration.added"
NONE = {"queued": 0, "came_before": 0, "about_nobody": 0, "unknown_type": 0}
AUDITOR = Actor("an auditor", Role.AUDITOR)


@pytest.fixture
def world(tmp_path: Path, key_home: Path) -> Iterator[World]:
    """Holds one person, whom nobody waits to look at again."""
    made = make_world(tmp_path, key_home)
    made.hold(case())
    with closing(open_store(made.settings.database_url, VAULT)) as store:
        for turn in store.rescreening.take(made.clock(), 9):
            store.rescreening.finish(turn)
    yield made
    made.service.close()


def bare(kind: object = KNOWN, noms: object = HIM.noms_number) -> dict[str, object]:
    return {"eventType": kind, "personReference": {"identifiers": [{"type": "NOMS", "value": noms}]}}


def notified(event: object, named: str = "n-1") -> dict[str, object]:
    """As a topic sends it."""
    return {"Type": "Notification", "MessageId": named, "Message": json.dumps(event)}


def queued(event: object) -> dict[str, object]:
    """As a queue gives it out."""
    return {"MessageId": "q-1", "ReceiptHandle": "h", "Body": json.dumps(notified(event))}


@pytest.mark.parametrize(
    ("sent", "came", "waiting"),
    [
        pytest.param(bare(), {"queued": 1}, 1, id="a bare event"),
        pytest.param(notified(bare()), {"queued": 1}, 1, id="a notification"),
        pytest.param(queued(bare()), {"queued": 1}, 1, id="one from a queue"),
        pytest.param(
            bare("somewhere.something.happened"),
            {"queued": 1, "unknown_type": 1},
            1,
            id="of a type that nobody knows, it is about anything",
        ),
        pytest.param(bare(noms="Z9999ZZ"), {"about_nobody": 1}, 0, id="about nobody who is held"),
        pytest.param({"eventType": KNOWN}, {"about_nobody": 1}, 0, id="it names nobody"),
    ],
)
def test_whom_an_event_means_waits_to_be_looked_at_again(
    world: World, sent: object, came: dict[str, int], waiting: int
) -> None:
    answer = world.ask("POST", "/events", sent)
    assert (answer.status_code, answer.json) == (202, NONE | came)
    assert world.service.auditing.who_waits().waiting == waiting
    document = json_of(world.ask("GET", "/docs/openapi.json", role=None))
    described = document["paths"]["/events"]["post"]
    assert misfits(document, described["responses"]["202"]["content"][JSON]["schema"], answer.json) == []
    body = resolve(document, described["requestBody"]["content"][JSON]["schema"]["$ref"])
    assert (body["type"], body["additionalProperties"]) == ("object", True)


def test_the_same_event_in_another_envelope_puts_them_into_the_queue_once(world: World) -> None:
    for sent, came in ((notified(bare()), {"queued": 1}), (queued(bare()), {"came_before": 1})):
        assert world.ask("POST", "/events", sent).json == NONE | came
    assert world.service.auditing.who_waits().waiting == 1


def test_one_about_nobody_counts_once_they_are_held(world: World) -> None:
    later = notified(bare(noms="A7777ZZ"), "n-7")
    assert world.ask("POST", "/events", later).json == NONE | {"about_nobody": 1}
    person = {"name": "Rowan Ashdale", "date_of_birth": "1990-02-03", "noms_number": "A7777ZZ"}
    body = {"person": person, "records": {}, "coverage": {}}
    assert world.ask("POST", "/people", body).status_code == 201
    assert world.ask("POST", "/events", later).json == NONE | {"queued": 1}


def test_that_somebody_was_sought_is_recorded_with_who_sought_them(world: World) -> None:
    world.ask("POST", "/events", bare())
    newest = world.service.auditing.read(AuditQuery(), AUDITOR).entries[0]
    assert (newest.action, newest.role, newest.detail) == ("person_sought", "record_feed", "found")


@pytest.mark.parametrize(
    ("content_type", "sent", "status"),
    [
        pytest.param(JSON, b"[]", 400, id="a list"),
        pytest.param(JSON, b"{", 400, id="no JSON"),
        pytest.param(JSON, b"{}", 422, id="no event"),
        pytest.param(JSON, json.dumps({"Messages": [bare(), bare()]}).encode(), 422, id="two at once"),
        pytest.param(JSON, json.dumps({"Message": "no JSON"}).encode(), 422, id="an envelope of no JSON"),
        pytest.param("text/plain", json.dumps(bare()).encode(), 415, id="said to be text"),
        pytest.param(JSON, json.dumps({**bare(), "words": "x" * 70_000}).encode(), 413, id="too large"),
    ],
)
def test_what_is_no_event_is_refused_and_puts_nobody_into_the_queue(
    world: World, content_type: str, sent: bytes, status: int
) -> None:
    answer = world.ask("POST", "/events", data=sent, headers={"Content-Type": content_type})
    assert answer.status_code == status
    assert world.service.auditing.who_waits().waiting == 0
    assert str(HIM.noms_number) not in answer.text
