"""From a name and a date of birth to a person's page with a real browser: with scripts, without, by keyboard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from riskflag.vocabulary import Role
from tests.pages.browser import NARROW, WIDE, Chromium, barriers, too_wide

pytestmark = [pytest.mark.server, pytest.mark.enable_socket]
STAFF = Role.RESETTLEMENT_STAFF
DAY, MONTH, YEAR = (f"[name=date_of_birth-{part}]" for part in ("day", "month", "year"))
FIND = "text=Find by name"


def press(page: Page, what: str) -> None:
    with page.expect_navigation():
        page.click(what)


def by_name(page: Page, looked_at: Callable[[], None]) -> None:
    """Leaves something out, finds nobody, then somebody whose day and month were exchanged, then their page."""
    page.wait_for_selector("text=Sign out")
    page.goto("/desk/people")
    page.fill("#name", "Dee Scarf")
    press(page, FIND)
    assert page.title().startswith("Error: ")
    looked_at()
    for field, typed in ((DAY, "1"), (MONTH, "1"), (YEAR, "1992")):
        page.fill(field, typed)
    press(page, FIND)
    assert page.inner_text("h1") == "Nobody found"
    looked_at()
    page.fill(MONTH, "12")
    press(page, FIND)
    assert page.inner_text("h1") == "Who may be meant"
    assert "Not certain" in page.inner_text("main")
    looked_at()
    press(page, "main h2 a")
    assert page.inner_text("h1").startswith("Damien Scarfe")


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_no_page_on_the_way_keeps_anybody_out(browser: Chromium, width: int) -> None:
    with browser.window(STAFF, width=width) as page:
        by_name(page, lambda: passes(page))


def passes(page: Page) -> None:
    assert barriers(page) == []
    assert not too_wide(page)


def test_it_can_be_done_without_scripts(browser: Chromium) -> None:
    with browser.window(STAFF, scripts=False) as page:
        by_name(page, lambda: None)


def test_it_can_be_done_with_the_keyboard_alone(browser: Chromium) -> None:
    with browser.window(STAFF) as page:
        page.wait_for_selector("text=Sign out")
        page.goto("/desk/people")
        page.focus("#name")
        for typed in ("Damien Scarfe", "12", "1", "1992"):
            page.keyboard.type(typed)
            page.keyboard.press("Tab")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert "Agrees" in page.inner_text("main")
        assert "Damien" not in page.url + page.title()
        page.focus("main h2 a")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.inner_text("h1").startswith("Damien Scarfe")
