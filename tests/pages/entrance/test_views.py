"""Signing in, being recognised, and signing out."""

from datetime import timedelta

import pytest

from api.pages.navigation import DESTINATIONS
from riskflag.persistence.audit import Action
from riskflag.persistence.engine import make_engine
from riskflag.service import Actor
from riskflag.sign_ins import IDLE, LONGEST
from riskflag.vocabulary import Role
from tests.api.world import STAFF, World
from tests.keys import VAULT
from tests.pages.desk import READER, Desk
from tests.persistence.rows import rows

READERS = [role for role in Role if DESTINATIONS[role]]
MINUTE = timedelta(minutes=1)


def test_the_service_begins_at_the_desk(desk: Desk) -> None:
    assert (desk.get("/").status, desk.get("/").location) == (303, "/desk/")
    assert (desk.get("/desk/").status, desk.get("/desk/").location) == (303, "/desk/sign-in")


@pytest.mark.parametrize("role", READERS)
def test_each_role_begins_at_the_page_that_it_needs_first(desk: Desk, role: Role) -> None:
    assert desk.sign_in(role).location == "/desk/"
    assert desk.get("/desk/").location == DESTINATIONS[role][0].href


@pytest.mark.parametrize("chosen", ["", "record_feed", "administrator", "resettlement_staff "])
def test_nobody_signs_in_as_what_is_not_offered(desk: Desk, chosen: str) -> None:
    desk.get("/desk/sign-in")
    page = desk.post("/desk/sign-in", {"role": chosen})
    assert page.status == 422
    assert page.title == "Error: Sign in, riskflag"
    assert "Choose who you are" in page.text
    assert desk.get("/desk/").location == "/desk/sign-in"


def test_whoever_asked_for_a_page_comes_to_it_after_signing_in(desk: Desk) -> None:
    assert desk.get("/desk/people").location == "/desk/sign-in"
    assert desk.sign_in(STAFF).location == "/desk/people"


def test_signing_out_ends_it_at_once_and_for_whoever_kept_the_cookie(desk: Desk) -> None:
    desk.sign_in(STAFF)
    kept = desk.client.get_cookie("riskflag")
    assert kept is not None
    assert desk.sign_out().location == "/desk/signed-out"
    assert "You have signed out" in desk.get("/desk/signed-out").text
    desk.client.set_cookie("riskflag", kept.value)
    assert desk.get("/desk/").location == "/desk/sign-in"


@pytest.mark.parametrize(
    ("after", "known"),
    [
        pytest.param(IDLE - MINUTE, True, id="back in time"),
        pytest.param(IDLE, False, id="away for too long"),
    ],
)
def test_a_session_ends_by_itself(desk: Desk, after: timedelta, known: bool) -> None:
    desk.sign_in(STAFF)
    desk.world.clock.moment += after
    assert (desk.get("/desk/").location == "/desk/sign-in") is not known


def test_no_session_lasts_longer_than_a_days_work(desk: Desk) -> None:
    desk.sign_in(STAFF)
    for _ in range(LONGEST // (IDLE - MINUTE)):
        desk.world.clock.moment += IDLE - MINUTE
        assert desk.get("/desk/").location != "/desk/sign-in"
    desk.world.clock.moment += IDLE - MINUTE
    assert desk.get("/desk/").location == "/desk/sign-in"


def test_an_account_that_is_signed_out_everywhere_is_out_at_its_next_page(desk: Desk) -> None:
    desk.sign_in(STAFF)
    elsewhere = Desk(desk.world)
    elsewhere.sign_in(Role.AUDITOR)
    at_the_machine = Actor("command line", Role.AUDITOR)
    assert desk.world.service.sign_ins.sign_out_everywhere(READER, at_the_machine) == 2
    assert [each.get("/desk/").location for each in (desk, elsewhere)] == ["/desk/sign-in"] * 2


@pytest.mark.parametrize(
    "token",
    [
        pytest.param("", id="none"),
        pytest.param("x", id="no token"),
        pytest.param("ImFiYyI.ZzZ.AAAA", id="somebody else's"),
    ],
)
def test_no_form_counts_that_is_not_ours(desk: Desk, token: str) -> None:
    desk.get("/desk/sign-in")
    answer = desk.client.post("/desk/sign-in", data={"role": "auditor", "csrf_token": token})
    assert answer.status_code == 400
    assert "Nothing was saved" in answer.text
    assert desk.get("/desk/").location == "/desk/sign-in"


def test_a_token_of_the_api_signs_nobody_in_and_a_cookie_opens_no_route_of_the_api(desk: Desk) -> None:
    bearer = {"Authorization": f"Bearer {desk.world.token(STAFF)}"}
    assert desk.client.get("/desk/", headers=bearer).location == "/desk/sign-in"
    desk.sign_in(STAFF)
    assert desk.client.get("/rules").status_code == 401
    assert desk.client.post("/people/find", json={"noms_number": "A1234BC"}).status_code == 401


def test_the_cookie_is_for_this_service_alone_and_for_no_script(desk: Desk) -> None:
    answer = desk.client.get("/desk/sign-in")
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Path=/" in cookie


def test_signing_in_and_out_is_recorded_once(desk: Desk, world: World) -> None:
    desk.sign_in(STAFF)
    desk.sign_out()
    desk.sign_out()
    engine = make_engine(world.settings.database_url, VAULT)
    entries = [(each["actor"], each["role"], each["action"]) for each in rows(engine, "audit_entry")]
    engine.dispose()
    assert entries == [(READER, STAFF, Action.SIGNED_IN), (READER, STAFF, Action.SIGNED_OUT)]


@pytest.mark.parametrize("path", ["/desk/nothing", "/desk/people/x", "/desk/a/b/c", "/desk/%00"])
def test_what_is_not_there_is_said_on_a_page(desk: Desk, path: str) -> None:
    desk.sign_in(STAFF)
    page = desk.get(path)
    assert page.status == 404
    assert "Page not found" in page.text


def test_nothing_may_stand_behind_a_question_mark(desk: Desk) -> None:
    desk.sign_in(STAFF)
    page = desk.get("/desk/nothing?name=x")
    assert page.status == 400
    assert "could not be used" in page.text
