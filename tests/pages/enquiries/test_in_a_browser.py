"""From a number to an answer with a real browser: with scripts and without, wide and narrow."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from riskflag.vocabulary import Role
from tests.pages.browser import NARROW, Chromium, barriers_wide_and_narrow

pytestmark = [pytest.mark.server, pytest.mark.enable_socket]
STAFF = Role.RESETTLEMENT_STAFF
NUMBER = "A2149LP"
ASK = "main form button.govuk-button:has-text('Check this address')"
FILLED = {"address.text": "60 Lime Pit Road\nYarrowdene", "address.postcode": "ZZ31 8EA"}
CHOSEN = ("purpose=release_planning", "household=listed", "placement=private_household", "status=proposed")


def press(page: Page, what: str) -> None:
    """Presses what leads to another page, and waits for that."""
    with page.expect_navigation():
        page.click(what)


def to_the_person(page: Page, looked_at: Callable[[], None]) -> None:
    page.wait_for_selector("text=Sign out")
    page.goto("/desk/people")
    looked_at()
    press(page, "main button")
    looked_at()
    page.fill("#number", "Z9999ZZ")
    press(page, "main button")
    assert page.inner_text("h1") == "Nobody found"
    looked_at()
    page.fill("#number", NUMBER.lower())
    press(page, "main button")
    looked_at()


def to_the_answer(page: Page, looked_at: Callable[[], None]) -> None:
    press(page, "main >> text=Check a proposed address")
    looked_at()
    press(page, ASK)
    assert page.title().startswith("Error: ")
    looked_at()
    for name, said in FILLED.items():
        page.fill(f"[id='{name}']", said)
    for choice in CHOSEN:
        name, value = choice.split("=")
        page.check(f"input[name={name}][value={value}]")
    page.check("#release_not_set")
    page.fill("[id='occupants.0.who.name']", "Tessa Holloway")
    press(page, "text=Add another person")
    looked_at()
    page.fill("[id='occupants.1.who.name']", "Nobody Indeed")
    press(page, "text=Remove person 2")
    assert page.input_value("[id='address.text']") == FILLED["address.text"]
    press(page, ASK)
    assert page.inner_text("h1").endswith("60 Lime Pit Road, Yarrowdene, ZZ31 8EA")
    looked_at()


def test_no_page_on_the_way_keeps_anybody_out(browser: Chromium) -> None:
    with browser.window(STAFF, width=NARROW) as page:

        def looked_at() -> None:
            assert barriers_wide_and_narrow(page) == []

        to_the_person(page, looked_at)
        to_the_answer(page, looked_at)
        page.goto("/desk/enquiries")
        assert "60 Lime Pit Road" in page.inner_text("main")
        looked_at()


def test_everything_can_be_done_without_scripts(browser: Chromium) -> None:
    with browser.window(STAFF, scripts=False) as page:
        to_the_person(page, lambda: None)
        to_the_answer(page, lambda: None)
        assert "A responsible officer must decide" in page.inner_text("main")
        assert "from your browser" in page.inner_text("main")
        assert not page.is_visible("text=Print or save this page")


def test_with_scripts_an_answer_is_printed_by_a_button_and_prints_without_what_is_not_on_file(
    browser: Chromium,
) -> None:
    with browser.window(STAFF) as page:
        to_the_person(page, lambda: None)
        to_the_answer(page, lambda: None)
        page.evaluate("window.print = () => document.body.dataset.printed = 'yes'")
        page.click("text=Print or save this page")
        assert page.get_attribute("body", "data-printed") == "yes"
        page.emulate_media(media="print")
        assert not page.is_visible("text=Ask about another address")
        assert not page.is_visible("header")
        assert page.is_visible("text=What could not be told")


def test_enter_asks_and_adds_no_row(browser: Chromium) -> None:
    with browser.window(STAFF) as page:
        to_the_person(page, lambda: None)
        press(page, "main >> text=Check a proposed address")
        with page.expect_navigation():
            page.press("[id='address.postcode']", "Enter")
        assert page.title().startswith("Error: ")
        assert page.locator("text=Person 2").count() == 0


def test_an_officer_agrees_to_more_without_barriers(browser: Chromium) -> None:
    with browser.window(Role.RESPONSIBLE_OFFICER, width=NARROW) as page:
        to_the_person(page, lambda: None)
        page.goto(f"{page.url}/agreement")
        assert barriers_wide_and_narrow(page) == []
        press(page, "main button")
        assert barriers_wide_and_narrow(page) == []
        page.check("#reason")
        press(page, "main button")
        assert page.inner_text("h1") == "Your agreement is recorded"
        assert barriers_wide_and_narrow(page) == []
