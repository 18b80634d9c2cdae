"""The words for a recipient: the officer edits the draft and confirms it; it is kept, and nothing is sent."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from riskflag.casebook import EX_PARTNER, REFERRED, case, conviction, order, term
from riskflag.persistence.engine import make_engine
from riskflag.service import Actor
from riskflag.vocabulary import PersonId, ProhibitionKind, Role
from tests.api.world import NOBODY_HELD, OFFICER, STAFF, World
from tests.keys import VAULT
from tests.pages.browser import NARROW, WIDE, Chromium, barriers, too_wide
from tests.pages.desk import READER, Desk, Page
from tests.pages.referrals.test_asking import find

HELD = case(
    conviction("05602", "arson not endangering life"),
    order(term(ProhibitionKind.NO_CONTACT)),
    asked=replace(REFERRED, text="Needs a room."),
)
WORDS = {"sentence-0": "He set a fire in 2020.", "more": "Ring me first.", "name": "P. Officer"}


def asked(world: World) -> str:
    person_id = PersonId(world.hold(HELD))
    answer = world.service.enquire(person_id, HELD.enquiry, Actor(READER, OFFICER))
    return f"/desk/answers/{answer.id}"


def confirm(desk: Desk, path: str, **fields: str) -> Page:
    """Sends the form; sentences that are not given are emptied."""
    once = desk.get(f"{path}/statement").html.partition('name="once" value="')[2][:32]
    return desk.post(f"{path}/statement", {"once": once, **WORDS, **fields})


@pytest.fixture
def officer(desk: Desk) -> Desk:
    desk.sign_in(OFFICER)
    return desk


def test_the_draft_is_shown_with_why_each_sentence_is_needed_and_its_sources(officer: Desk) -> None:
    page = officer.get(f"{asked(officer.world)}/statement")
    assert page.status == 200
    for words in ("The person has set a fire", "Why they need it:", "From:", "Nothing is sent from here."):
        assert words in page.text


def test_confirmed_words_are_shown_with_who_and_when_here_and_beside_the_answer(officer: Desk) -> None:
    path = asked(officer.world)
    page = confirm(officer, path)
    assert (page.status, page.location) == (303, f"{path}/statement")
    shown = officer.get(page.location).text
    assert "He set a fire in 2020. Ring me first." in shown
    assert f"Confirmed by P. Officer ({READER})" in shown
    assert "Confirmed by P. Officer" in officer.get(path).text


def test_changed_words_stand_before_earlier_ones_which_are_kept(officer: Desk) -> None:
    path = asked(officer.world)
    confirm(officer, path)
    confirm(officer, path, more="Ring the office.")
    shown = officer.get(f"{path}/statement").text
    assert (
        shown.index("Ring the office.") < shown.index("Confirmed before (1)") < shown.rindex("Ring me first.")
    )


def test_confirmed_words_that_name_somebody_on_record_are_marked(officer: Desk) -> None:
    path = asked(officer.world)
    confirm(officer, path, more=f"Keep him from {EX_PARTNER.name}.")
    shown = officer.get(f"{path}/statement")
    assert f'<mark class="riskflag-mark riskflag-mark--over">{EX_PARTNER.name}</mark>' in shown.html
    assert "may tell the recipient more than they need" in shown.text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param({"name": ""}, "Enter your name", id="by nobody"),
        pytest.param({"sentence-0": "", "more": ""}, "Write what the recipient is told", id="no words"),
        pytest.param({"more": "[which work]"}, "anything in square brackets", id="something left open"),
    ],
)
def test_words_that_cannot_be_confirmed_are_shown_again(
    officer: Desk, fields: dict[str, str], said: str
) -> None:
    page = confirm(officer, asked(officer.world), **fields)
    assert page.status == 422
    assert page.title.startswith("Error:")
    assert said in page.text
    assert "Confirmed words" not in page.text


def test_an_expired_draft_is_not_confirmed(officer: Desk) -> None:
    path = asked(officer.world)
    once = officer.get(f"{path}/statement").html.partition('name="once" value="')[2][:32]
    officer.world.clock.moment += timedelta(hours=30)
    officer.sign_in(OFFICER)
    officer.get("/desk/rules")
    page = officer.post(f"{path}/statement", {"once": once, **WORDS})
    assert page.status == 422
    assert "has expired" in page.text
    assert "Confirmed words" not in page.text


def test_what_was_confirmed_is_sealed_and_its_entry_says_that_it_was(officer: Desk) -> None:
    confirm(officer, asked(officer.world))
    with make_engine(officer.world.settings.database_url, VAULT).connect() as connection:
        bodies = connection.execute(text("SELECT body FROM decision")).scalars().all()
        details = connection.execute(
            text("SELECT detail FROM audit_entry WHERE action = 'decision_recorded'")
        ).scalars()
        assert [b"fire" in body for body in bodies] == [False]
        assert [detail.split()[0] for detail in details] == ["statement_confirmed"]


def test_confirming_approves_nothing_and_staff_learn_nothing_of_it(officer: Desk) -> None:
    path = asked(officer.world)
    confirm(officer, path)
    assert "Nobody has approved or refused it yet." in officer.get(path).text
    officer.sign_in(STAFF)
    shown = officer.get(path)
    assert "He set a fire" not in shown.text
    assert "Nobody has recorded a decision yet" in shown.text
    assert officer.get(f"{path}/statement").status == 403


@pytest.mark.parametrize("kind", ["an address", "nobody's"])
def test_there_are_no_words_where_no_referral_was_asked_about(officer: Desk, kind: str) -> None:
    world = officer.world
    address = case()
    answer = world.service.enquire(
        PersonId(world.hold(address)), address.enquiry, Actor(READER, Role.RESPONSIBLE_OFFICER)
    )
    reference = answer.id if kind == "an address" else NOBODY_HELD
    assert officer.get(f"/desk/answers/{reference}/statement").status == 404


@pytest.mark.server
@pytest.mark.enable_socket
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_an_officer_confirms_words_in_a_browser(browser: Chromium, width: int) -> None:
    with browser.window(OFFICER, width=width) as page:
        find(page, "A0301ZZ")
        page.goto(f"{page.url.partition('#')[0]}/referral")
        for name, value in (("purpose", "release_planning"), ("recipient", "mentor"), ("consent", "given")):
            page.check(f"input[name={name}][value={value}]")
        page.check("input[name=release_not_set]")
        page.click("main form button.govuk-button:has-text('Check this referral')")
        page.click("text=Edit and confirm them")
        page.click("text=Confirm these words")
        assert page.title() == "Error: What to tell the recipient, riskflag"
        assert barriers(page) == []
        for box in page.query_selector_all("main textarea"):
            box.fill("Ring the officer before you meet him.")
        page.fill("#name", "P. Officer")
        page.click("text=Confirm these words")
        assert "Confirmed by P. Officer" in page.inner_text("main")
        assert barriers(page) == []
        assert not too_wide(page)
