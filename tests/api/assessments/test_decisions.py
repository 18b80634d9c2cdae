"""Decisions over HTTP: sent by an officer, read by role, and wrong input is named by its field."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from werkzeug.test import TestResponse

from riskflag.casebook import EX_PARTNER, case, order, protected_place, term
from riskflag.vocabulary import ProhibitionKind, Role
from tests.api.world import NOBODY_HELD, OFFICER, STAFF, World, dict_of, json_of

Json = dict[str, Any]
FLAGGED = case(
    order(term(ProhibitionKind.NO_CONTACT)), protected_place(EX_PARTNER, None), lives_with=(EX_PARTNER,)
)
REFUSAL: Json = {
    "on": "proposal",
    "decision": "refused",
    "words": "she lives there",
    "name": "P. Officer",
}
APPROVAL: Json = {**REFUSAL, "decision": "approved", "words": "all was looked into"}


@pytest.fixture
def where(world: World) -> str:
    """Where the decisions on an answer are."""
    person_id = world.hold(FLAGGED)
    answer = world.ask("POST", f"/people/{person_id}/address-enquiries", dict_of(FLAGGED.enquiry))
    return f"{answer.headers['Location']}/decisions"


def decide(world: World, where: str, body: Json, **headers: str) -> TestResponse:
    return world.ask("POST", where, body, OFFICER, headers=headers)


def read(world: World, where: str, role: Role = OFFICER) -> Json:
    found = world.ask("GET", where, role=role)
    assert found.status_code == 200, found.text
    return json_of(found)


def errors(answer: TestResponse) -> Mapping[str, str]:
    assert answer.status_code == 422, answer.text
    return {each["field"]: each["reason"] for each in json_of(answer)["errors"]}


def decide_everything(world: World, where: str) -> None:
    """Every flag and every gap, as an officer finds them."""
    open_ = read(world, where)
    for flag in open_["flags"]:
        sent = {"on": "flag", "code": flag["code"], "decision": "action_taken", "words": "told the police"}
        assert decide(world, where, sent).status_code == 201
    for gap in open_["gaps"]:
        sent = {"on": "gap", "gap": gap["gap"], "decision": "closed", "words": "asked: there is none"}
        assert decide(world, where, sent).status_code == 201


def test_a_decision_is_recorded_and_read_again_with_who_and_why(world: World, where: str) -> None:
    sent = decide(world, where, REFUSAL)
    assert sent.status_code == 201
    assert sent.json == {
        "decision": "refused",
        "decided_at": world.clock.moment.isoformat(),
        "name": "P. Officer",
        "account": world.reader,
        "role": "responsible_officer",
        "words": "she lives there",
    }
    assert read(world, where)["proposal"] == [sent.json]


def test_the_answer_stays_as_it_was_given(world: World, where: str) -> None:
    answer = where.removesuffix("/decisions")
    before = {role: world.ask("GET", answer, role=role).json for role in (OFFICER, STAFF)}
    decide_everything(world, where)
    for sent in (REFUSAL, APPROVAL):
        assert decide(world, where, sent).status_code == 201
    assert {role: world.ask("GET", answer, role=role).json for role in (OFFICER, STAFF)} == before


def test_an_approval_is_refused_and_names_everything_that_is_in_its_way(world: World, where: str) -> None:
    open_ = read(world, where)
    left = {f"flags.{flag['code']}" for flag in open_["flags"] if flag["must_be_decided"]}
    left |= {f"gaps.{gap['gap']}" for gap in open_["gaps"]}
    assert len(left) > 2
    assert set(errors(decide(world, where, APPROVAL))) == left
    assert read(world, where) == open_


def test_once_everything_was_decided_a_person_may_approve(world: World, where: str) -> None:
    decide_everything(world, where)
    assert read(world, where)["proposal"] == []
    assert decide(world, where, APPROVAL).status_code == 201
    assert [each["decision"] for each in read(world, where)["proposal"]] == ["approved"]


def test_no_approval_is_taken_once_the_answer_has_expired_or_was_given_again(
    world: World, where: str
) -> None:
    decide_everything(world, where)
    world.clock.moment += timedelta(hours=25)
    assert set(errors(decide(world, where, APPROVAL))) == {"answer"}
    assert decide(world, where, REFUSAL).status_code == 201


def test_staff_read_what_was_decided_by_whom_and_when_alone(world: World, where: str) -> None:
    decide_everything(world, where)
    decide(world, where, REFUSAL)
    found = read(world, where, STAFF)
    assert found["proposal"] == [
        {
            "decision": "refused",
            "decided_at": world.clock.moment.isoformat(),
            "name": "P. Officer",
            "account": None,
            "role": None,
            "words": None,
        }
    ]
    assert (found["flags"], found["gaps"], found["role"]) == ([], [], "resettlement_staff")


FLAG: Json = {"on": "flag", "decision": "confirmed", "words": "", "code": "RO-ADDR-01"}


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        pytest.param({}, {"on", "decision"}, id="nothing"),
        pytest.param({**REFUSAL, "on": "address"}, {"on"}, id="on something that there is not"),
        pytest.param({**REFUSAL, "decision": "yes"}, {"decision"}, id="a word that is none"),
        pytest.param({**REFUSAL, "decision": "confirmed"}, {"decision"}, id="a word for something else"),
        pytest.param({**REFUSAL, "words": " "}, {"words"}, id="no reasons"),
        pytest.param({**REFUSAL, "words": "x" * 10_001}, {"words"}, id="too many words"),
        pytest.param({**REFUSAL, "words": "no\u202eon"}, {"words"}, id="words that turn round"),
        pytest.param({**REFUSAL, "name": None}, {"name"}, id="by nobody"),
        pytest.param({**REFUSAL, "name": "P.\nOfficer"}, {"name"}, id="a name on two lines"),
        pytest.param({**REFUSAL, "code": "RO-ADDR-01"}, {"code"}, id="a flag's code on an address"),
        pytest.param({**FLAG, "code": "XX-NONE-99"}, {"code"}, id="no flag of this answer"),
        pytest.param({**FLAG, "code": None}, {"code"}, id="which flag was not said"),
        pytest.param({**FLAG, "on": "gap", "decision": "closed"}, {"code", "gap", "words"}, id="no gap"),
        pytest.param({**REFUSAL, "approve": True}, {"body"}, id="a field that is not known"),
        pytest.param({**REFUSAL, "decided_at": "2026-01-01T00:00:00Z"}, {"body"}, id="when, by the sender"),
        pytest.param({**REFUSAL, "account": "somebody"}, {"body"}, id="who, by the sender"),
    ],
)
def test_what_is_wrong_is_named_by_its_field(world: World, where: str, sent: Json, wrong: set[str]) -> None:
    assert set(errors(decide(world, where, sent))) == wrong
    assert read(world, where)["proposal"] == []


def test_what_is_sent_again_under_its_key_is_recorded_once(world: World, where: str) -> None:
    key = {"Idempotency-Key": "decided-once-and-for-all"}
    first, again = (decide(world, where, REFUSAL, **key) for _ in range(2))
    assert (first.status_code, first.json) == (again.status_code, again.json)
    assert len(read(world, where)["proposal"]) == 1
    assert decide(world, where, {**REFUSAL, "words": "other"}, **key).status_code == 409


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_of_what_is_not_there_nothing_is_decided(world: World, method: str) -> None:
    body = REFUSAL if method == "POST" else None
    path = f"/assessments/{NOBODY_HELD}/decisions"
    assert world.ask(method, path, body, OFFICER).status_code == 404


@pytest.mark.parametrize("role", [*sorted(set(Role) - {OFFICER}), None])
def test_nobody_but_an_officer_decides(world: World, where: str, role: Role | None) -> None:
    assert world.ask("POST", where, REFUSAL, role).status_code == (401 if role is None else 403)
    assert read(world, where)["proposal"] == []
