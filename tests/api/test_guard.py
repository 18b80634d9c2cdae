"""What stands before every view, without the rest of the service: nobody gets past who may not."""

from types import SimpleNamespace
from typing import cast

import pytest
from flask import Flask, request
from werkzeug.exceptions import HTTPException
from werkzeug.test import TestResponse

from api.auth import MONITORING, OFFICER, OFFICER_AND_STAFF, PUBLIC, actor, declared_policy, guard, policy
from api.bodies import ENQUIRY_BYTES
from api.wiring import Wiring, wire
from riskflag.errors import NotAllowed
from riskflag.service import Actor
from riskflag.vocabulary import Role

SECRET = "the secret of the monitoring system"


class Tokens:
    """Whoever names a role has it; anything else is a forgery."""

    def read(self, token: str) -> Actor:
        if token not in set(Role):
            raise NotAllowed("forged")
        return Actor("a reader", Role(token))


class Doubles:
    """Stands in for what a view needs: here, only somebody who reads tokens."""

    tokens = Tokens()
    settings = SimpleNamespace(metrics_token=SECRET)


def undeclared() -> str:
    return "reached"


@policy(OFFICER)
def officers() -> str:
    return actor().role


@policy(OFFICER_AND_STAFF, largest_body=7)
def both() -> str:
    return f"{actor().role} {request.max_content_length}"


@policy(frozenset())
def nobodys() -> str:
    return "reached"


@policy(MONITORING)
def counts() -> str:
    return "reached"


@policy(PUBLIC)
def anybodys() -> str:
    return "reached"


@policy(PUBLIC)
def asks_who() -> str:
    return actor().name


VIEWS = (undeclared, officers, both, nobodys, counts, anybodys, asks_who)


@pytest.fixture(scope="module")
def app() -> Flask:
    made = Flask("guarded")
    wire(made, cast("Wiring", Doubles()))
    made.before_request(guard)
    for view in VIEWS:
        made.add_url_rule(f"/{view.__name__}", view_func=view)
    made.register_error_handler(NotAllowed, lambda _: ("", 403))
    made.register_error_handler(HTTPException, lambda error: error.get_response())
    return made


def ask(app: Flask, path: str, authorization: str | None = None) -> TestResponse:
    headers = {"Authorization": authorization} if authorization is not None else {}
    return app.test_client().get(path, headers=headers)


def bearing(role: Role) -> str:
    return f"Bearer {role.value}"


OF_STAFF, OF_OFFICER = bearing(Role.RESETTLEMENT_STAFF), bearing(Role.RESPONSIBLE_OFFICER)


@pytest.mark.parametrize(
    ("path", "authorization", "status"),
    [
        pytest.param("/undeclared", OF_OFFICER, 403, id="a route that declares nothing refuses everybody"),
        pytest.param("/undeclared", None, 403, id="whoever they are"),
        pytest.param("/nobodys", OF_OFFICER, 403, id="a route of no role is nobody's, and not public"),
        pytest.param("/nobodys", None, 401, id="nor is it told to somebody unknown"),
        pytest.param("/officers", OF_OFFICER, 200, id="an officer"),
        pytest.param("/officers", OF_STAFF, 403, id="somebody else than an officer"),
        *(
            pytest.param("/both", bearing(role), 200 if role in OFFICER_AND_STAFF else 403, id=role.value)
            for role in Role
        ),
        pytest.param("/officers", None, 401, id="nobody"),
        pytest.param("/officers", "", 401, id="an empty header"),
        pytest.param("/officers", "Bearer", 401, id="a scheme without a token"),
        pytest.param("/officers", "Bearer   ", 401, id="a blank token"),
        pytest.param("/officers", f"Basic {Role.RESPONSIBLE_OFFICER}", 401, id="another scheme"),
        pytest.param("/officers", f"Digest {Role.RESPONSIBLE_OFFICER}", 401, id="yet another"),
        pytest.param("/officers", Role.RESPONSIBLE_OFFICER.value, 401, id="a token without its scheme"),
        pytest.param("/officers", "Bearer forged", 401, id="a forged token"),
        pytest.param("/officers", f"Bearer  {Role.RESPONSIBLE_OFFICER} ", 200, id="blanks around the token"),
        pytest.param("/anybodys", None, 200, id="a public route, and nobody known"),
        pytest.param("/anybodys", "Bearer forged", 200, id="nobody's token is read there"),
        pytest.param("/asks_who", OF_OFFICER, 401, id="so nobody may ask there who it is"),
        pytest.param("/counts", f"Bearer {SECRET}", 200, id="the monitoring system, and its counts"),
        pytest.param("/counts", f"Bearer {SECRET[:-1]}", 401, id="most of its secret"),
        pytest.param("/counts", None, 401, id="the counts are not public"),
        pytest.param("/counts", OF_OFFICER, 403, id="nor an officer's"),
        pytest.param("/officers", f"Bearer {SECRET}", 401, id="the monitoring system reads nothing else"),
        pytest.param("/nowhere", None, 404, id="no route at all"),
        pytest.param("/officers?noms_number=1", OF_OFFICER, 400, id="something behind a question mark"),
        pytest.param("/anybodys?a", None, 400, id="there too"),
        pytest.param("/officers?a", None, 401, id="who it is comes first"),
    ],
)
def test_who_gets_past(app: Flask, path: str, authorization: str | None, status: int) -> None:
    answer = ask(app, path, authorization)
    assert answer.status_code == status
    assert status == 200 or "reached" not in answer.text


@pytest.mark.parametrize(
    ("authorization", "says"),
    [
        pytest.param(None, 'Bearer realm="riskflag"', id="nobody was named"),
        pytest.param("Bearer forged", 'Bearer realm="riskflag", error="invalid_token"', id="a forged token"),
    ],
)
def test_whoever_is_not_recognised_is_told_how_to_be(
    app: Flask, authorization: str | None, says: str
) -> None:
    challenge = ask(app, "/officers", authorization).headers["WWW-Authenticate"].replace("bearer", "Bearer")
    assert (
        challenge.replace("realm=riskflag", 'realm="riskflag"').replace("=invalid_token", '="invalid_token"')
        == says
    )


def test_one_byte_more_is_taken_in_than_is_read(app: Flask) -> None:
    """Else a body cut off at the limit would look whole."""
    assert ask(app, "/both", OF_STAFF).text == f"{Role.RESETTLEMENT_STAFF} 8"


def test_a_policy_says_what_was_declared_and_nothing_more() -> None:
    assert declared_policy(undeclared) is None
    found = {view: declared_policy(view) for view in (officers, both, counts, anybodys)}
    told = [(p.roles, p.public, p.monitoring, p.refusals, p.largest_body) for p in found.values() if p]
    assert told == [
        (OFFICER, False, False, (), ENQUIRY_BYTES),
        (OFFICER_AND_STAFF, False, False, (), 7),
        (frozenset(), False, True, (), ENQUIRY_BYTES),
        (frozenset(), True, False, (), ENQUIRY_BYTES),
    ]
    assert vars(officers)["_apidoc"]["policy"] is declared_policy(officers)
    undeclared_but_named = type("Named", (), {"policy": PUBLIC})
    assert declared_policy(undeclared_but_named) is None
