"""Who asked about many addresses is told who can help, and another officer agrees to more."""

import pytest

from riskflag.casebook import allocation, case
from riskflag.errors import StoreUnavailable
from riskflag.persistence.audit import Action
from riskflag.persistence.engine import make_engine
from riskflag.probing.asked import Judgement, Pace
from riskflag.service import Service
from riskflag.vocabulary import Role
from tests.api.world import NOBODY_HELD, OFFICER, STAFF, World
from tests.keys import VAULT
from tests.pages.desk import Desk, Page
from tests.pages.enquiries.test_address import PROPOSED, name_of
from tests.persistence.rows import rows

HELD = case()
REASON = {"reason": "moves_often"}


def ask(desk: Desk, person_id: str, role: Role = STAFF) -> Page:
    desk.sign_in(role)
    path = f"/desk/people/{person_id}/address"
    return desk.post(path, {"once": name_of(desk.get(path)), **PROPOSED, "notes": "two dogs"})


def audited(world: World, action: Action) -> list[object]:
    engine = make_engine(world.settings.database_url, VAULT)
    found = [each["person_id"] for each in rows(engine, "audit_entry") if each["action"] == action]
    engine.dispose()
    return found


@pytest.fixture
def capped(monkeypatch: pytest.MonkeyPatch) -> None:
    """As though ten addresses had been asked about."""
    monkeypatch.setattr(
        "riskflag.persistence.asked_places.judge", lambda *_: Judgement(Pace.NEEDS_SECOND_PERSON, ())
    )


@pytest.mark.usefixtures("capped")
@pytest.mark.parametrize("role", [STAFF, OFFICER])
def test_beyond_the_cap_it_is_said_that_nothing_was_looked_at_and_nothing_is_lost(
    desk: Desk, role: Role
) -> None:
    page = ask(desk, desk.world.hold(HELD), role)
    assert page.status == 423
    assert "This was not looked at" in page.text
    assert 'name="notes" value="two dogs"' in page.html
    assert page.html.count('name="csrf_token"') == 2
    assert ("You cannot agree yourself" in page.text) is (role is OFFICER)


def test_whoever_was_answered_before_is_told_whom_to_ring_and_asks_again_from_the_page(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    person_id = desk.world.hold(HELD)
    ask(desk, person_id)
    with monkeypatch.context() as capped:
        capped.setattr(
            "riskflag.persistence.asked_places.judge", lambda *_: Judgement(Pace.NEEDS_SECOND_PERSON, ())
        )
        page = ask(desk, person_id)
    assert page.status == 423
    assert str(allocation().officer) in page.text
    assert str(allocation().telephone) in page.text
    path = f"/desk/people/{person_id}/address"
    assert desk.post(path, {"once": name_of(page), **PROPOSED, "notes": "two dogs"}).status == 303


@pytest.mark.usefixtures("capped")
def test_of_nobody_it_is_not_said(desk: Desk) -> None:
    person_id = desk.world.hold(HELD)
    page = ask(desk, person_id)
    path = f"/desk/people/{NOBODY_HELD}/address"
    assert desk.post(path, {"once": name_of(page), **PROPOSED}).status == 404


def test_an_officer_agrees_for_a_reason_and_is_told_that_it_is_recorded(desk: Desk) -> None:
    person_id = desk.world.hold(HELD)
    desk.sign_in(OFFICER)
    path = f"/desk/people/{person_id}"
    assert f'href="{path}/agreement"' in desk.get(path).html
    assert "Agree to more addresses" in desk.get(f"{path}/agreement").text
    done = desk.post(f"{path}/agreement", REASON)
    assert (done.status, done.location) == (303, f"{path}/agreed")
    assert "Your agreement is recorded" in desk.get(done.location).text
    assert audited(desk.world, Action.FURTHER_PLACES_AGREED) == [person_id]


@pytest.mark.parametrize("sent", [{}, {"reason": ""}, {"reason": "because"}])
def test_no_officer_agrees_without_a_reason(desk: Desk, sent: dict[str, str]) -> None:
    person_id = desk.world.hold(HELD)
    desk.sign_in(OFFICER)
    path = f"/desk/people/{person_id}/agreement"
    desk.get(path)
    page = desk.post(path, sent)
    assert page.status == 422
    assert "Choose why more may be asked" in page.text
    assert audited(desk.world, Action.FURTHER_PLACES_AGREED) == []


@pytest.mark.parametrize("sent", [REASON, {}])
def test_nobody_agrees_about_nobody(desk: Desk, sent: dict[str, str]) -> None:
    desk.sign_in(OFFICER)
    path = f"/desk/people/{NOBODY_HELD}"
    for page in (
        desk.get(f"{path}/agreement"),
        desk.post(f"{path}/agreement", sent),
        desk.get(f"{path}/agreed"),
    ):
        assert page.status == 404


def test_what_cannot_be_recorded_is_not_said_to_be_done(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreUnavailable

    person_id = desk.world.hold(HELD)
    desk.sign_in(OFFICER)
    path = f"/desk/people/{person_id}/agreement"
    desk.get(path)
    monkeypatch.setattr(Service, "agree_to_further_places", full)
    page = desk.post(path, REASON)
    assert page.status == 503
    assert "Nothing can be recorded now" in page.text
