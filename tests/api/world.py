"""A whole service over a database of its own, and readers who ask it."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from api.answer_times import Wait
from api.app import create_app
from api.auth import PAGES
from riskflag.casebook import ASKED, NOW, Case, caseload_link
from riskflag.importers.case_file import CaseFile
from riskflag.importers.person_records import by_kind
from riskflag.importers.plain import plain
from riskflag.service import Service, now, open_service
from riskflag.settings import Environment, Settings
from riskflag.tokens import DEVELOPMENT_READER, issue_development_token
from riskflag.vocabulary import Role
from tests.keys import keys_file
from tests.sqlite_copies import make_sqlite

OFFICER, STAFF = Role.RESPONSIBLE_OFFICER, Role.RESETTLEMENT_STAFF
FEED = Role.RECORD_FEED
NOBODY_HELD = "0" * 32
READER = "a reader"
COLLEAGUES = ("another", "another reader")
LINKED = (READER, *COLLEAGUES, DEVELOPMENT_READER)
LINKS = tuple(caseload_link(who, role) for who in LINKED for role in (OFFICER, STAFF))
"""Everybody who is held is on the caseload of the reader, of two others and of whoever signs in to the pages of
development, in either role."""
AT_ANY_AGE = timedelta(days=4000)
"""For tests of something else than who may see whom."""


class Usual(Enum):
    """Asked in the role in which this is usually asked."""

    FOR_THIS = "for this"


def usual_role(method: str, path: str) -> Role:
    """Records are sent by a feed; all else is asked by an officer."""
    writes = method in ("POST", "PUT") and re.search(r"^/people/?$|/(records|payloads|events)$", path)
    return FEED if writes else OFFICER


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.moment = NOW

    def __call__(self) -> datetime:
        return self.moment


@dataclass(frozen=True)
class World:
    """A service and what it runs on."""

    app: Flask
    service: Service
    settings: Settings
    clock: Clock
    reader: str = READER

    def token(self, role: Role) -> str:
        return issue_development_token(self.settings, role, self.reader, now())

    def ask(
        self,
        method: str,
        path: str,
        body: object = None,
        role: Role | Usual | None = Usual.FOR_THIS,
        *,
        data: bytes | None = None,
        headers: Mapping[str, str] = MappingProxyType({}),
    ) -> TestResponse:
        """One request in a role, in the usual one for it, or by nobody in particular; with a body as JSON
        where there is one."""
        said = usual_role(method, path) if isinstance(role, Usual) else role
        sent = {} if said is None else {"Authorization": f"Bearer {self.token(said)}"}
        if body is not None:
            data = json.dumps(body).encode()
            sent["Content-Type"] = "application/json"
        with self.app.test_client() as client:
            return client.open(path, method=method, data=data, headers={**sent, **headers})

    def hold(self, held: Case) -> str:
        """Stores the person of a case with all their records."""
        answer = self.ask("POST", "/people", records_body(held))
        assert answer.status_code in (200, 201), answer.text
        return str(answer.json["person_id"] if answer.json else "")


def rules_of_the_api(app: Flask) -> list[Rule]:
    """Every route that programs ask; pages, which people sign in to, are looked at in tests/pages."""
    return [rule for rule in app.url_map.iter_rules() if not on_desk(rule)]


def on_desk(rule: Rule) -> bool:
    """Whether a page is there, or what leads to them."""
    return rule.endpoint.partition(".")[0] in (PAGES, "front_door")


def at_once(_: float) -> None:
    """Lets no time pass."""


def make_world(
    folder: Path,
    key_home: Path,
    wait: Wait = at_once,
    access_age: timedelta = AT_ANY_AGE,
    make: Callable[[str], None] = make_sqlite,
) -> World:
    """A world with an empty database in ``folder``; ``key_home`` holds the key that signs its tokens."""
    url = f"sqlite:///{folder / 'riskflag.sqlite3'}"
    make(url)
    keys = keys_file(key_home)
    settings = Settings(
        key_home, url, Environment.DEVELOPMENT, "127.0.0.1", 8000, None, access_age=access_age, keys_file=keys
    )
    clock = Clock()
    service = open_service(settings, clock)
    return World(create_app(settings, service, clock=clock, wait=wait), service, settings, clock)


def records_body(held: Case | CaseFile) -> dict[str, object]:
    """A case's person and records as they are sent."""
    dossier = held.dossier
    return {
        "person": plain(dossier.person),
        "records": plain(by_kind((*dossier.records, *LINKS))),
        "coverage": plain(dossier.coverage),
    }


def enquiry_body(asked: object = ASKED, **changes: object) -> dict[str, object]:
    """An enquiry as it is sent."""
    return {**dict_of(asked), **changes}


def json_of(answer: TestResponse) -> dict[str, Any]:
    """The JSON object that an answer is."""
    found = answer.json
    assert isinstance(found, dict), answer.text
    return found


def dict_of(value: object) -> dict[str, object]:
    found = plain(value)
    assert isinstance(found, dict)
    return found
