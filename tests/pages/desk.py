"""Somebody at the desk: signs in, looks at pages and sends their forms, as a browser without JavaScript does."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import unescape
from types import MappingProxyType

from werkzeug.test import TestResponse

from api.pages.sessions import READER as SIGNED_IN
from riskflag.service import Actor
from riskflag.tokens import DEVELOPMENT_READER
from riskflag.vocabulary import Role
from tests.api.world import World

READER = DEVELOPMENT_READER
"""Who signs in, in whatever role."""

NOTHING: Mapping[str, str] = MappingProxyType({})
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_UNSEEN = re.compile(r"<(head|script|style)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Page:
    """What came back."""

    answer: TestResponse

    @property
    def status(self) -> int:
        return self.answer.status_code

    @property
    def html(self) -> str:
        return self.answer.text

    @property
    def location(self) -> str:
        """Where it leads; nothing where it leads nowhere."""
        return self.answer.headers.get("Location", "")

    @property
    def text(self) -> str:
        """Its words, as they are read."""
        return " ".join(unescape(_TAG.sub(" ", _UNSEEN.sub(" ", self.html))).split())

    @property
    def title(self) -> str:
        found = re.search(r"<title>(.*?)</title>", self.html, re.DOTALL)
        return unescape(found.group(1)) if found else ""

    @property
    def token(self) -> str | None:
        found = _TOKEN.search(self.html)
        return unescape(found.group(1)) if found else None


class Desk:
    """One browser. What it last saw is where it takes the token of its next form from."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.client = world.app.test_client()
        self._token = ""

    def get(self, path: str) -> Page:
        return self._seen(self.client.get(path))

    def post(self, path: str, fields: Mapping[str, str] | Iterable[tuple[str, str]] = NOTHING) -> Page:
        """Sends a form. Several values for one name are given as pairs."""
        listed = list(fields.items()) if isinstance(fields, Mapping) else list(fields)
        sent: dict[str, list[str]] = {}
        for name, value in [*listed, ("csrf_token", self._token)]:
            sent.setdefault(name, []).append(value)
        return self._seen(self.client.post(path, data=sent))

    def sign_in(self, role: Role) -> Page:
        """Signs in, and gives where that leads."""
        self.get("/desk/sign-in")
        return self.post("/desk/sign-in", {"role": role.value})

    def sign_in_as(self, reader: Actor) -> None:
        """Signs in whoever another service would say is there."""
        with self.client.session_transaction() as session:
            session[SIGNED_IN] = self.world.service.sign_ins.sign_in(reader)

    def sign_out(self) -> Page:
        self.get("/desk/sign-in")
        return self.post("/desk/sign-out")

    def _seen(self, answer: TestResponse) -> Page:
        page = Page(answer)
        self._token = page.token or self._token
        return page
