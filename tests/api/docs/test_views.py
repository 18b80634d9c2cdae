"""The API's own description: one page for people, one document for programs."""

import re
from dataclasses import replace

import pytest

from api.app import create_app
from riskflag.settings import Environment, TokenSettings
from tests.api.conforming import references, resolve
from tests.api.world import World, json_of

METHODS = {"get", "post", "put"}


def test_the_document_is_openapi_three_point_one(world: World) -> None:
    document = json_of(world.ask("GET", "/docs/openapi.json", role=None))
    assert document["openapi"] == "3.1.0"
    assert document["info"]["title"] == "riskflag"
    assert set(document["info"]) == {"title", "version"}
    assert document["components"]["securitySchemes"]["token"]["scheme"] == "bearer"


def test_every_reference_in_the_document_leads_somewhere(world: World) -> None:
    document = json_of(world.ask("GET", "/docs/openapi.json", role=None))
    found = set(references(document))
    assert found
    assert all(resolve(document, reference) for reference in found)


def test_every_operation_says_what_it_does_and_what_can_come_back(world: World) -> None:
    document = json_of(world.ask("GET", "/docs/openapi.json", role=None))
    operations = [
        operation
        for path in document["paths"].values()
        for method, operation in path.items()
        if method in METHODS
    ]
    assert operations
    for operation in operations:
        assert operation["summary"]
        assert operation["tags"]
        assert {"400", "500", "default"} <= set(operation["responses"])
        assert any(status.startswith("2") for status in operation["responses"])
        assert ("security" in operation) is ("401" in operation["responses"])


def test_every_parameter_in_a_path_is_described(world: World) -> None:
    document = json_of(world.ask("GET", "/docs/openapi.json", role=None))
    for path, described in document["paths"].items():
        named = {each["name"]: each["schema"] for each in described.get("parameters", [])}
        assert set(named) == set(re.findall(r"{(\w+)}", path))
        assert all(schema["pattern"].startswith("^") for schema in named.values())


def test_the_page_describes_every_route_object_and_refusal(world: World) -> None:
    document = json_of(world.ask("GET", "/docs/openapi.json", role=None))
    page = world.ask("GET", "/docs", role=None)
    assert page.mimetype == "text/html"
    for path, operations in document["paths"].items():
        for method in METHODS & set(operations):
            assert f"{method.upper()} {path}</code>" in page.text
    for name in document["components"]["schemas"]:
        assert f'id="object-{name}"' in page.text


def test_links_on_the_page_lead_somewhere(world: World) -> None:
    page = world.ask("GET", "/docs", role=None).text
    anchors = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= anchors


def test_every_kind_of_refusal_leads_to_the_page(world: World) -> None:
    kind = json_of(world.ask("GET", "/nowhere"))["type"]
    page, _, anchor = kind.partition("#")
    assert f'id="{anchor}"' in world.ask("GET", page, role=None).text


def test_the_page_asks_nobody_else_for_anything(world: World) -> None:
    page = world.ask("GET", "/docs", role=None)
    assert not re.search(r"https?://|<script|<link|<img|@import|url\(", page.text)
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert re.search(r"style-src 'sha256-[\w+/=]+'", page.headers["Content-Security-Policy"])


@pytest.mark.parametrize("environment", list(Environment))
def test_the_page_says_where_it_is_development(world: World, environment: Environment) -> None:
    production = TokenSettings("issuer", "audience", "https://signer.example/keys", None)
    tokens = None if environment is Environment.DEVELOPMENT else production
    app = create_app(replace(world.settings, environment=environment, tokens=tokens), world.service)
    page = replace(world, app=app).ask("GET", "/docs", role=None).text
    assert ("Development mode" in page) is (environment is Environment.DEVELOPMENT)
