"""What is logged of a request: the route as declared, and nothing of who or where it was about."""

from typing import Any

import pytest
from structlog.testing import capture_logs

from riskflag.casebook import EX_PARTNER, HIM, PROPOSED, case, order, protected_place, term
from riskflag.vocabulary import ProhibitionKind
from tests.api.world import FEED, NOBODY_HELD, OFFICER, World, dict_of

HELD = case(
    order(term(ProhibitionKind.NO_CONTACT)), protected_place(EX_PARTNER, PROPOSED), lives_with=(EX_PARTNER,)
)
PERSONAL = (
    *HIM.name.split(),
    *EX_PARTNER.name.split(),
    str(HIM.noms_number),
    str(PROPOSED.street),
    str(PROPOSED.postcode),
    str(PROPOSED.uprn),
)


def requests(logged: list[Any]) -> list[Any]:
    return [entry for entry in logged if entry["event"] == "request"]


@pytest.mark.parametrize(
    ("method", "path", "logged_as"),
    [
        pytest.param("GET", f"/assessments/{NOBODY_HELD}", "/assessments/<opaque:assessment_id>", id="known"),
        pytest.param("GET", "/people/A0001AA", "none", id="a number in an address"),
        pytest.param("GET", "/info?name=Neil+Example", "/info", id="a name behind a question mark"),
    ],
)
def test_a_route_is_logged_as_it_was_declared(world: World, method: str, path: str, logged_as: str) -> None:
    with capture_logs() as logged:
        answer = world.ask(method, path)
    (entry,) = requests(logged)
    assert (entry["route"], entry["status"]) == (logged_as, answer.status_code)
    assert entry["request_id"] == answer.headers["X-Request-Id"]
    assert entry["milliseconds"] >= 0


@pytest.mark.parametrize("method", ["GET", "Neil"])
def test_a_method_that_is_none_is_not_repeated(world: World, method: str) -> None:
    with capture_logs() as logged:
        world.ask(method, "/rules")
    assert [entry["method"] for entry in requests(logged)] == ["GET" if method == "GET" else "other"]


def test_the_log_of_an_enquiry_holds_nothing_personal(world: World) -> None:
    with capture_logs() as logged:
        person_id = world.hold(HELD)
        asked = world.ask("POST", f"/people/{person_id}/address-enquiries", dict_of(HELD.enquiry))
        world.ask("POST", "/people/find", {"noms_number": HIM.noms_number})
    assert asked.status_code == 201
    assert len(requests(logged)) == 3
    assert {entry["role"] for entry in requests(logged)} == {FEED, OFFICER}
    assert [word for word in PERSONAL if word.lower() in str(logged).lower()] == []
    assert person_id not in str(logged)


def test_no_two_requests_have_the_same_reference(world: World) -> None:
    references = {world.ask("GET", "/info").headers["X-Request-Id"] for _ in range(20)}
    assert len(references) == 20
