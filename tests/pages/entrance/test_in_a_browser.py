"""Signing in with a real browser: with scripts and without, by keyboard alone, and on a narrow screen."""

import pytest

from riskflag.vocabulary import Role
from tests.pages.browser import NARROW, WIDE, Chromium, barriers, too_wide

pytestmark = [pytest.mark.server, pytest.mark.enable_socket]
READERS = [role for role in Role if role is not Role.RECORD_FEED]


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize(
    ("path", "role"),
    [("/desk/sign-in", None), ("/desk/signed-out", None), ("/desk/nothing", Role.RESPONSIBLE_OFFICER)],
)
def test_these_pages_keep_nobody_out(browser: Chromium, path: str, role: Role | None, width: int) -> None:
    with browser.window(role, width=width) as page:
        page.goto(path)
        assert barriers(page) == []
        assert not too_wide(page)


def test_an_error_is_told_where_it_is_and_first_of_all(browser: Chromium) -> None:
    with browser.window() as page:
        page.goto("/desk/sign-in")
        page.click("main button")
        assert page.title() == "Error: Sign in, riskflag"
        assert page.evaluate("document.activeElement.className") == "govuk-error-summary"
        page.click(".govuk-error-summary a")
        assert page.evaluate("document.activeElement.name") == "role"
        assert barriers(page) == []


@pytest.mark.parametrize("role", READERS)
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_whoever_signs_in_is_named_and_can_sign_out(browser: Chromium, role: Role, scripts: bool) -> None:
    with browser.window(role, scripts=scripts) as page:
        assert role.value.replace("_", " ") in page.inner_text("header")
        page.click("text=Sign out")
        assert page.inner_text("h1") == "You have signed out"


def test_the_keyboard_alone_signs_in(browser: Chromium) -> None:
    with browser.window() as page:
        page.goto("/desk/sign-in")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "govuk-skip-link"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        page.wait_for_selector("text=Sign out")


def test_a_page_says_nothing_to_the_console_and_asks_for_nothing_elsewhere(browser: Chromium) -> None:
    said: list[str] = []
    asked: list[str] = []
    with browser.window() as page:
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto("/desk/sign-in")
        assert page.evaluate("document.body.className").endswith("js-enabled govuk-frontend-supported")
    assert said == []
    assert {url.startswith(browser.address) for url in asked} == {True}
