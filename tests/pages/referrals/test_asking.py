"""Asking about a referral on a page: what is filled in, what is wrong with it, and what comes of it."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum

import pytest
from playwright.sync_api import Page as BrowserPage

from api.pages.referrals.asking import FIELDS
from api.pages.referrals.words import ATTACHED, CONSENTS, PROGRESS, RECIPIENTS, RISKS
from riskflag.casebook import HER, access_limitation, case
from riskflag.enquiry import ReferralConsent, ReferralEnquiry
from riskflag.reading.themes import DisclosureTheme, RiskTheme
from riskflag.records import RecipientKind, ReferralStatus
from riskflag.service import Actor
from riskflag.vocabulary import AssessmentId, Role
from tests.api.world import NOBODY_HELD, OFFICER, STAFF
from tests.pages.browser import NARROW, WIDE, Chromium, barriers, too_wide
from tests.pages.desk import NOTHING, READER, Desk, Page

HELD = case()
HIDDEN = case(access_limitation(READER), person=HER)
ASKED = {
    "purpose": "release_planning",
    "recipient": "housing_provider",
    "text": "Needs a room.\r\nNo history of arson.",
    "release_date-day": "1",
    "release_date-month": "3",
    "release_date-year": "2027",
    "consent": "given",
    "site.text": "4 Harbour Row\r\nTestbury",
    "site.postcode": "ZZ9 9ZZ",
}
TOLD = {"household": "nobody", "status": "sent", "suitable": "false", "risks_stated": "violence"}
LEFT_OUT_OF_THE_PAGE = {"missed_on", "address_status", "address_confirmed_on", "occupants_stated"}
"""What only systems send: who lives there is said by one choice, and the rest belongs to the address."""


def form_of(desk: Desk, role: Role = STAFF, changes: Mapping[str, str] = NOTHING) -> tuple[Page, str]:
    """What comes of the form, filled in with these changes, and the name of its person."""
    person_id = desk.world.hold(HELD)
    desk.sign_in(role)
    path = f"/desk/people/{person_id}/referral"
    shown = desk.get(path)
    once = shown.html.partition('name="once" value="')[2][:32]
    sent = {name: value for name, value in {**ASKED, "once": once, **changes}.items() if value != "-"}
    return desk.post(path, sent), person_id


def enquiry_at(desk: Desk, page: Page) -> ReferralEnquiry:
    """What was stored as asked."""
    answer = AssessmentId(page.location.rsplit("/", 1)[-1])
    enquiry = desk.world.service.read_assessment(answer, Actor(READER, STAFF)).enquiry
    assert isinstance(enquiry, ReferralEnquiry)
    return enquiry


def test_what_was_filled_in_is_what_is_asked(desk: Desk) -> None:
    page, _ = form_of(desk, changes=TOLD)
    asked = enquiry_at(desk, page)
    assert asked.text is not None
    assert asked.text.split() == ASKED["text"].split()
    assert asked.site is not None
    assert asked.site.text == "4 Harbour Row, Testbury, ZZ9 9ZZ"
    assert (asked.release_date, asked.consent) == (date(2027, 3, 1), ReferralConsent.GIVEN)
    assert (asked.occupants_stated, asked.status, asked.suitable) == (True, ReferralStatus.SENT, False)
    assert (asked.risks_stated, asked.agreement) == ((RiskTheme.VIOLENCE,), None)


def test_a_blank_text_is_one_that_nobody_handed_over(desk: Desk) -> None:
    page, _ = form_of(desk, changes={"text": ""})
    assert enquiry_at(desk, page).text is None


@pytest.mark.parametrize("role", [STAFF, OFFICER])
def test_whoever_asks_comes_to_the_answer(desk: Desk, role: Role) -> None:
    page, _ = form_of(desk, role)
    assert page.status == 303
    assert page.location.startswith("/desk/answers/")
    assert "referral" in desk.get(page.location).text.lower()


def test_sent_twice_it_is_asked_once(desk: Desk) -> None:
    person_id = desk.world.hold(HELD)
    desk.sign_in(STAFF)
    path = f"/desk/people/{person_id}/referral"
    once = desk.get(path).html.partition('name="once" value="')[2][:32]
    places = {desk.post(path, {**ASKED, "once": once}).location for _ in range(2)}
    assert len(places) == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"purpose": "-"}, "Choose why you are asking", id="no purpose"),
        pytest.param({"recipient": "-"}, "Choose who it goes to", id="no recipient"),
        pytest.param({"recipient": "a friend"}, "Choose who it goes to", id="no kind of recipient"),
        pytest.param(
            {name: "" for name in ASKED if name.startswith("release_date")},
            "Enter the release date, or say that it is not set yet",
            id="no release date",
        ),
        pytest.param({"release_not_set": "true"}, "not both", id="a date and that there is none"),
        pytest.param({"release_date-month": "13"}, "must be a real date", id="no such month"),
        pytest.param({"nothing_to_attend": "true"}, "nothing to attend, not both", id="a site and none"),
        pytest.param({"site.text": ""}, "Enter the address of the site", id="a postcode alone"),
        pytest.param({"household": "listed"}, "Enter at least one person", id="somebody who is not named"),
    ],
)
def test_what_is_wrong_is_said_in_sentences_and_nothing_filled_in_is_lost(
    desk: Desk, changes: dict[str, str], said: str
) -> None:
    page, _ = form_of(desk, changes=changes)
    assert page.status == 422
    assert page.title.startswith("Error:")
    assert said in page.text
    assert "No history of arson." in page.html
    assert "4 Harbour Row" in page.html or "site.text" in changes


def test_ticked_risks_are_ticked_again(desk: Desk) -> None:
    page, _ = form_of(desk, changes={"purpose": "-", "risks_stated": "arson"})
    ticked = page.html.partition('value="arson"')[2][:20]
    assert "checked" in ticked


@pytest.mark.parametrize(
    "path", [pytest.param(NOBODY_HELD, id="nobody"), pytest.param("hidden", id="somebody hidden")]
)
@pytest.mark.parametrize("role", [STAFF, OFFICER])
def test_nobody_is_found_who_may_not_be_seen(desk: Desk, path: str, role: Role) -> None:
    person_id = desk.world.hold(HIDDEN) if path == "hidden" else path
    desk.sign_in(role)
    assert desk.get(f"/desk/people/{person_id}/referral").status == 404
    assert desk.post(f"/desk/people/{person_id}/referral", {**ASKED, "once": "0" * 32}).status == 404


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        (RECIPIENTS, RecipientKind),
        (CONSENTS, ReferralConsent),
        (PROGRESS, ReferralStatus),
        (RISKS, RiskTheme),
        (ATTACHED, DisclosureTheme),
    ],
)
def test_everything_that_can_be_chosen_is_said_in_words(
    said: dict[object, str], kinds: type[StrEnum]
) -> None:
    assert set(said) == set(kinds)


def test_the_page_asks_for_all_that_an_enquiry_about_a_referral_may_say() -> None:
    asked = {name.split(".")[0] for name in FIELDS}
    assert {each.name for each in fields(ReferralEnquiry)} - asked == LEFT_OUT_OF_THE_PAGE


def find(page: BrowserPage, number: str) -> None:
    page.goto("/desk/people")
    page.fill("input[name=number]", number)
    page.click("main button")


@pytest.mark.server
@pytest.mark.enable_socket
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_somebody_checks_a_referral_in_a_browser(browser: Chromium, scripts: bool, width: int) -> None:
    with browser.window(STAFF, scripts=scripts, width=width) as page:
        find(page, "A0301ZZ")
        page.click("text=Check a referral")
        for summary in page.query_selector_all("main summary"):
            summary.click()
        assert not too_wide(page)
        assert not scripts or barriers(page) == []
        page.fill("#text", "He needs a room. MARAC heard the case.")
        page.click("main form button.govuk-button:has-text('Check this referral')")
        assert page.title() == "Error: Check a referral, riskflag"
        assert not scripts or barriers(page) == []
        for name, value in (("purpose", "release_planning"), ("recipient", "mentor"), ("consent", "given")):
            page.check(f"input[name={name}][value={value}]")
        page.check("input[name=release_not_set]")
        page.click("main form button.govuk-button:has-text('Check this referral')")
        assert "/desk/answers/" in page.url
        assert not too_wide(page)
        assert not scripts or barriers(page) == []
