"""No canary reaches a reader who may not see it: not in an answer, a header, an error, the log or a count."""

import json
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs
from werkzeug.test import TestResponse

from riskflag.casebook import HIM, OTHER_TOWN, PROPOSED, REFERRED, SAME_STREET
from riskflag.persistence.engine import make_engine
from riskflag.vocabulary import AgreementReason, PersonId, Role
from tests.api.metrics.counts import page, watched
from tests.api.world import World, dict_of, rules_of_the_api
from tests.canaries.forms import CANARIES, found
from tests.canaries.places import QUESTION, seed
from tests.dialects import fill_up
from tests.keys import VAULT

MAY_NOT_SEE = [*(role for role in Role if role is not Role.RESPONSIBLE_OFFICER), None]
SECRET = CANARIES[0].text
UPRN = str(CANARIES[0].address.uprn)


@dataclass(frozen=True)
class Seeded:
    """A service that holds canaries, about whom, the officer's answer, and what each role signs in with."""

    world: World
    person_id: PersonId
    answer: str
    tokens: Mapping[Role, str]

    def ask(
        self, role: Role | None, method: str, path: str, body: object = None, data: bytes | None = None
    ) -> TestResponse:
        """One request in a role; signing a token for each would take longer than most answers."""
        signed = {"Authorization": f"Bearer {self.tokens[role]}"} if role else {}
        return self.world.ask(method, path, body, None, data=data, headers=signed)


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seeded]:
    world = watched(tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("key"))
    person_id, answer = seed(world.service)
    yield Seeded(world, person_id, answer.id, {role: world.token(role) for role in Role})
    world.service.close()


def paths(seeded: Seeded) -> Iterator[tuple[str, str]]:
    """Every route and method that there is, about this person and this answer."""
    for rule in rules_of_the_api(seeded.world.app):
        for method in sorted((rule.methods or set()) - {"HEAD"}):
            path = rule.rule.replace("<opaque:person_id>", seeded.person_id)
            path = path.replace("<opaque:assessment_id>", seeded.answer)
            yield method, path.replace("<rule_code:code>", "RO-ADDR-04")
    yield from (("PATCH", "/people"), ("GET", f"/people/{seeded.person_id}"), ("GET", "/nowhere"))


def bodies(path: str) -> list[object]:
    """What is sent there: what the route expects, and what it does not."""
    open_question = replace(QUESTION, occupants=())
    asked: dict[str, list[object]] = {
        "address-enquiries": [
            dict_of(replace(open_question, address=address))
            for address in (PROPOSED, SAME_STREET, OTHER_TOWN)
        ],
        "referral-enquiries": [dict_of(REFERRED), dict_of(replace(REFERRED, text="to live with her"))],
        "find": [{"noms_number": HIM.noms_number}, {"noms_number": "Z9999ZZ"}],
        "agreements": [{"reason": AgreementReason.MOVES_OFTEN}],
    }
    return [*asked.get(path.rsplit("/", 1)[-1], []), {}, [], {"purpose": 1}]


def sent(answer: TestResponse) -> bytes:
    """All of an answer: status, headers, body."""
    return b"\n".join((answer.status.encode(), str(answer.headers).encode(), answer.data))


@pytest.mark.parametrize("role", MAY_NOT_SEE)
def test_no_route_tells_it_to_whoever_may_not_see_it(seeded: Seeded, role: Role | None) -> None:
    received: dict[str, bytes] = {}
    for method, path in paths(seeded):
        for number, body in enumerate(bodies(path) if method != "GET" else [None]):
            answer = seeded.ask(role, method, path, body)
            received[f"{method} {path} {number}"] = sent(answer)
            told = answer.headers.get("Location")
            if told and role is not None:
                received[f"{method} {path} {number} again"] = sent(seeded.ask(role, "GET", told))
    assert len(received) >= 20
    assert any(content.startswith(b"20") for content in received.values())
    assert not any(content.startswith(b"429") for content in received.values())
    assert found(received) == []


def test_the_officer_is_told(seeded: Seeded) -> None:
    """What is looked for can be found: in what the officer alone is shown."""
    mine = seeded.ask(Role.RESPONSIBLE_OFFICER, "GET", f"/assessments/{seeded.answer}")
    staffs = seeded.ask(Role.RESETTLEMENT_STAFF, "GET", f"/assessments/{seeded.answer}")
    assert (mine.status_code, staffs.status_code) == (200, 200)
    assert found({"officer": sent(mine)})
    assert found({"staff": sent(staffs)}) == []


def test_what_an_officer_gives_as_reasons_is_not_told_to_staff(seeded: Seeded) -> None:
    where = f"/assessments/{seeded.answer}/decisions"
    said = {"on": "proposal", "decision": "refused", "words": f"she lives at {SECRET}", "name": "P. Officer"}
    assert seeded.ask(Role.RESPONSIBLE_OFFICER, "POST", where, said).status_code == 201
    officers = sent(seeded.ask(Role.RESPONSIBLE_OFFICER, "GET", where))
    staffs = seeded.ask(Role.RESETTLEMENT_STAFF, "GET", where)
    assert (staffs.status_code, b"refused" in staffs.data) == (200, True)
    assert found({"officer": officers})
    assert found({"staff": sent(staffs)}) == []


WRONG: Mapping[str, object] = {
    "a field of that name": {SECRET: 1},
    "a purpose of that name": {"purpose": SECRET},
    "a number of that name": {"noms_number": SECRET},
    "a list of them": [SECRET, UPRN],
    "an address that is a list": {"purpose": "release_planning", "address": [SECRET]},
    "an unknown field of an address": {"address": {"text": SECRET, UPRN: SECRET, "uprn": UPRN + "x"}},
    "a person who is none": {"person": {"name": SECRET, "born": SECRET}, "records": {SECRET: []}},
    "a record that is none": {"records": {"protected_places": [{"address": SECRET, "uprn": UPRN}]}},
    "a payload that is none": {"taken_at": SECRET, "payload": [{SECRET: SECRET}]},
}


@pytest.mark.parametrize("role", [Role.RESPONSIBLE_OFFICER, Role.RECORD_FEED, Role.RESETTLEMENT_STAFF])
@pytest.mark.parametrize("wrong", WRONG)
def test_no_error_repeats_what_was_sent_nor_does_the_log(
    seeded: Seeded, role: Role, wrong: str, caplog: pytest.LogCaptureFixture
) -> None:
    received: dict[str, bytes] = {}
    caplog.set_level(logging.DEBUG)
    with capture_logs() as logged:
        for method, path in paths(seeded):
            if method in ("POST", "PUT"):
                received[f"{method} {path}"] = sent(seeded.ask(role, method, path, WRONG[wrong]))
                broken = seeded.ask(role, method, path, data=f'{{"{SECRET}": {UPRN}'.encode())
                received[f"{method} {path} broken"] = sent(broken)
    received["log"] = repr(logged).encode()
    received["other logs"] = caplog.text.encode()
    assert not any(content.startswith(b"20") for content in received.values())
    assert any(content.startswith((b"4", b"5")) for content in received.values())
    assert found(received) == []


@pytest.mark.parametrize("place", ["path", "query", "header", "token"])
def test_what_stands_in_a_url_or_a_header_is_repeated_nowhere(seeded: Seeded, place: str) -> None:
    told: dict[str, dict[str, Any]] = {
        "path": {"path": f"/people/{SECRET}/records"},
        "query": {"path": f"/rules?near={SECRET}"},
        "header": {"path": "/rules", "headers": {"X-Request-Id": UPRN, "Idempotency-Key": UPRN}},
        "token": {"path": "/rules", "role": None, "headers": {"Authorization": f"Bearer {UPRN}"}},
    }
    with capture_logs() as logged:
        answer = seeded.world.ask("GET", **told[place])
    assert found({"answer": sent(answer), "log": repr(logged).encode()}) == []


def test_the_counts_hold_none(seeded: Seeded) -> None:
    counted = page(seeded.world).encode()
    assert b"riskflag_requests_total" in counted
    assert found({"counts": counted}) == []


def test_no_log_holds_one_when_the_database_fails(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    world = watched(tmp_path, tmp_path)
    person_id, _ = seed(world.service)
    engine = make_engine(world.settings.database_url, VAULT)
    with engine.begin() as connection:
        fill_up(connection, "assessment")
    engine.dispose()
    with capture_logs() as logged:
        asked = world.ask("POST", f"/people/{person_id}/address-enquiries", dict_of(QUESTION))
    world.service.close()
    printed = capfd.readouterr()
    assert asked.status_code == 503
    assert "store_unavailable" in json.dumps(logged, default=str)
    surfaces = {"answer": sent(asked), "log": repr(logged).encode(), "other": caplog.text.encode()}
    assert found({**surfaces, "printed": (printed.out + printed.err).encode()}) == []
