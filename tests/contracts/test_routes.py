"""Every route there is: who may ask it, what it says of itself, and what each of its answers carries."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from werkzeug.routing import Rule

from api.app import create_app
from api.auth import PUBLIC, Policy, declared_policy, policy
from api.references import CONVERTERS
from api.replies import HEADERS, OUTSIDE_DEVELOPMENT
from riskflag.casebook import EX_PARTNER, NOW, REFERRED, case, order, term
from riskflag.settings import Environment, Settings, TokenSettings
from riskflag.vocabulary import AgreementReason, ProhibitionKind, Role
from tests.api.conforming import misfits, resolve
from tests.api.world import (
    NOBODY_HELD,
    World,
    dict_of,
    json_of,
    make_world,
    records_body,
    rules_of_the_api,
)

HELD = case(order(term(ProhibitionKind.NO_CONTACT)), lives_with=(EX_PARTNER,))
OFFICER, STAFF, FEED = Role.RESPONSIBLE_OFFICER, Role.RESETTLEMENT_STAFF, Role.RECORD_FEED
EVERY_READER = set(Role) - {FEED}
MAY_ASK = {
    ("POST", "/people"): {FEED},
    ("PUT", "/people/<opaque:person_id>/records"): {FEED},
    ("POST", "/people/find"): {OFFICER, STAFF},
    ("POST", "/people/find-by-name"): {OFFICER, STAFF},
    ("POST", "/people/<opaque:person_id>/payloads"): {FEED},
    ("POST", "/people/<opaque:person_id>/address-enquiries"): {OFFICER, STAFF},
    ("POST", "/people/<opaque:person_id>/referral-enquiries"): {OFFICER, STAFF},
    ("POST", "/people/<opaque:person_id>/agreements"): {OFFICER},
    ("GET", "/assessments/<opaque:assessment_id>"): {OFFICER, STAFF},
    ("GET", "/assessments/<opaque:assessment_id>/decisions"): {OFFICER, STAFF},
    ("POST", "/assessments/<opaque:assessment_id>/decisions"): {OFFICER},
    ("POST", "/events"): {FEED},
    ("GET", "/alerts"): {Role.AUDITOR},
    ("GET", "/rules"): EVERY_READER,
    ("GET", "/rules/<rule_code:code>"): EVERY_READER,
    ("GET", "/health/liveness"): None,
    ("GET", "/health/readiness"): None,
    ("GET", "/info"): None,
    ("GET", "/metrics"): set(),
    ("GET", "/docs"): None,
    ("GET", "/docs/openapi.json"): None,
}
"""Who may ask which route; None is everybody, known or not, and no role is the monitoring system alone. This table is the authority, not the code."""

ROUTES = [pytest.param(method, rule, id=f"{method} {rule}") for method, rule in MAY_ASK]
READERS = [*Role, None]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    made = make_world(tmp_path_factory.mktemp("world"), tmp_path_factory.mktemp("key"))
    yield made
    made.service.close()


def rules(world: World) -> list[Rule]:
    return rules_of_the_api(world.app)


def a_request(world: World, method: str, rule: str) -> tuple[str, object]:
    """A path and a body that this route answers."""
    person_id = world.hold(HELD)
    enquiry = dict_of(HELD.enquiry)
    asked = world.ask("POST", f"/people/{person_id}/address-enquiries", enquiry)
    path = (
        rule.replace("<opaque:person_id>", person_id)
        .replace("/assessments/<opaque:assessment_id>", asked.headers["Location"])
        .replace("<rule_code:code>", json.loads(world.ask("GET", "/rules").text)[0]["code"])
    )
    bodies = {
        "records": records_body(HELD),
        "people": records_body(HELD),
        "payloads": {"taken_at": NOW.isoformat(), "payload": [{"alertId": 1, "alertCode": "XA"}]},
        "find": {"noms_number": HELD.dossier.person.noms_number},
        "find-by-name": {
            "name": HELD.dossier.person.name,
            "date_of_birth": str(HELD.dossier.person.date_of_birth),
        },
        "address-enquiries": enquiry,
        "referral-enquiries": dict_of(REFERRED),
        "events": {"eventType": "probation-case.registration.added"},
        "agreements": {"reason": AgreementReason.MOVES_OFTEN},
        "decisions": {"on": "proposal", "decision": "refused", "words": "too near", "name": "P. Officer"},
    }
    return path, bodies.get(path.rsplit("/", 1)[-1]) if method != "GET" else None


def test_the_table_holds_every_route_and_no_other(world: World) -> None:
    found = {
        (method, rule.rule) for rule in rules(world) for method in rule.methods or () if method != "HEAD"
    }
    assert found == set(MAY_ASK)


def test_every_route_declares_its_policy(world: World) -> None:
    for rule in world.app.url_map.iter_rules():
        assert isinstance(declared_policy(world.app.view_functions[rule.endpoint]), Policy), rule.rule


@pytest.mark.parametrize("role", READERS)
@pytest.mark.parametrize(("method", "rule"), ROUTES)
def test_who_may_ask(world: World, method: str, rule: str, role: Role | None) -> None:
    path, body = a_request(world, method, rule)
    allowed = MAY_ASK[method, rule]
    status = world.ask(method, path, body, role).status_code
    if allowed is None or role in allowed:
        assert status in (200, 201, 202, 204)
    else:
        assert status == (401 if role is None else 403)


@pytest.mark.parametrize(
    ("method", "rule"), [each for each, who in zip(ROUTES, MAY_ASK.values(), strict=True) if who]
)
def test_who_may_not_ask_is_refused_before_anything_else_is_looked_at(
    world: World, method: str, rule: str
) -> None:
    path = rule.replace("<opaque:person_id>", NOBODY_HELD).replace("<opaque:assessment_id>", NOBODY_HELD)
    path = path.replace("<rule_code:code>", "NO-SUCH-01") + "?name=x"
    assert world.ask(method, path, data=b"{", role=None).status_code == 401
    for role in set(Role) - (MAY_ASK[method, rule] or set()):
        assert world.ask(method, path, data=b"{", role=role).status_code == 403


@pytest.mark.parametrize("role", READERS)
def test_a_route_without_a_policy_refuses_everybody(tmp_path: Path, world: World, role: Role | None) -> None:
    app = create_app(world.settings, world.service)
    app.add_url_rule("/forgotten", view_func=lambda: "secret")
    other = World(app, world.service, world.settings, world.clock)
    assert other.ask("GET", "/forgotten", role=role).status_code == 403


def test_a_policy_that_names_no_role_is_not_a_public_one() -> None:
    nobody = declared_policy(policy(frozenset())(lambda: None))
    everybody = declared_policy(policy(PUBLIC)(lambda: None))
    assert nobody is not None
    assert everybody is not None
    assert (nobody.public, everybody.public) == (False, True)


def test_addresses_hold_opaque_references_and_codes_of_rules_only(world: World) -> None:
    for rule in world.app.url_map.iter_rules():
        used = {type(converter) for converter in rule._converters.values()}
        assert used <= set(CONVERTERS.values()), rule.rule


@pytest.mark.parametrize("role", [OFFICER, Role.AUDITOR, None])
@pytest.mark.parametrize(("method", "rule"), ROUTES)
def test_every_answer_carries_what_keeps_it_private(
    world: World, method: str, rule: str, role: Role | None
) -> None:
    path, body = a_request(world, method, rule)
    answer = world.ask(method, path, body, role)
    expected = HEADERS if rule != "/docs" else {**HEADERS, "Content-Security-Policy": None}
    carried = {name: answer.headers.get(name) for name, value in expected.items() if value}
    assert carried == {name: value for name, value in expected.items() if value}
    assert answer.headers["Content-Security-Policy"].startswith(HEADERS["Content-Security-Policy"])
    assert len(answer.headers["X-Request-Id"]) == 32
    assert not {"Set-Cookie", "ETag", "Last-Modified"} & set(answer.headers.keys())


def test_outside_development_answers_ask_for_encryption(world: World) -> None:
    signer = TokenSettings("issuer", "audience", "https://signer.example/keys", None)
    held = world.settings
    settings = Settings(
        held.home, held.database_url, Environment.PRODUCTION, "127.0.0.1", 8000, tokens=signer
    )
    app = create_app(settings, world.service)
    answer = World(app, world.service, held, world.clock).ask("GET", "/info", role=None)
    assert {name: answer.headers[name] for name in OUTSIDE_DEVELOPMENT} == OUTSIDE_DEVELOPMENT


@pytest.mark.parametrize("role", READERS)
@pytest.mark.parametrize(("method", "rule"), ROUTES)
def test_an_answer_is_what_the_openapi_document_says(
    world: World, method: str, rule: str, role: Role | None
) -> None:
    document = json_of(world.ask("GET", "/docs/openapi.json", role=None))
    path, body = a_request(world, method, rule)
    answer = world.ask(method, path, body, role)
    described = document["paths"][documented(rule)][method.lower()]["responses"][str(answer.status_code)]
    described = resolve(document, described["$ref"]) if "$ref" in described else described
    for content_type, content in described.get("content", {}).items():
        assert answer.mimetype == content_type
        assert misfits(document, content["schema"], answer.json) == []


def documented(rule: str) -> str:
    """A route as OpenAPI writes it."""
    return rule.replace("<opaque:", "{").replace("<rule_code:", "{").replace(">", "}")


@pytest.mark.parametrize(("method", "rule"), ROUTES)
def test_the_openapi_document_says_who_may_ask(world: World, method: str, rule: str) -> None:
    document = json_of(world.ask("GET", "/docs/openapi.json", role=None))
    operation = document["paths"][documented(rule)][method.lower()]
    allowed = MAY_ASK[method, rule]
    shown: list[dict[str, list[str]]] = (
        [] if allowed is None else [{"token": []}] if allowed else [{"monitoring": []}]
    )
    assert operation.get("x-roles", []) == sorted(allowed or [])
    assert operation.get("security", []) == shown


@pytest.mark.parametrize(("method", "rule"), [each for each in ROUTES if each.values[0] != "GET"])
def test_the_openapi_document_describes_every_body(world: World, method: str, rule: str) -> None:
    document = json_of(world.ask("GET", "/docs/openapi.json", role=None))
    operation = document["paths"][documented(rule)][method.lower()]
    assert operation["requestBody"]["required"] is True
    assert set(operation["requestBody"]["content"]) == {"application/json"}
    assert {"413", "415", "422"} <= set(operation["responses"])
