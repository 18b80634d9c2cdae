"""From the list to a decision with a real browser: with scripts and without, wide and narrow."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import Page

from riskflag.enquiry import Enquiry
from riskflag.importers.case_file import read_case_file
from riskflag.tokens import DEVELOPMENT_READER, issue_development_token
from riskflag.vocabulary import Role
from tests.api.serving import ROOT, Served
from tests.api.world import dict_of
from tests.pages.browser import NARROW, Chromium, barriers_wide_and_narrow

pytestmark = [pytest.mark.server, pytest.mark.enable_socket]
OFFICER = Role.RESPONSIBLE_OFFICER
BORN = date(1962, 5, 20)
EXAMPLE = ROOT / "examples" / "S17-drug-den-with-the-mother.json"


def asked(page: Page, served: Served) -> str:
    """Where the answer about the example stands: it was asked over HTTP."""
    now = datetime.now(UTC)
    case = read_case_file(EXAMPLE.read_bytes(), now)
    token = issue_development_token(served.settings, OFFICER, DEVELOPMENT_READER, now)
    as_officer = {"Authorization": f"Bearer {token}"}
    number = {"noms_number": case.dossier.person.noms_number}
    found = page.request.post("/people/find", data=number, headers=as_officer)
    where = f"/people/{found.json()['person_id']}/address-enquiries"
    answer = page.request.post(where, data=dict_of(with_dates(case.enquiry)), headers=as_officer)
    assert answer.status == 201, answer.text()
    return f"/desk{answer.headers['location'].replace('assessments', 'answers')}"


def press(page: Page, what: str) -> None:
    with page.expect_navigation():
        page.click(what)


def with_dates(asked: Enquiry) -> Enquiry:
    """The same, where somebody found out when whoever lives there was born, so that nothing is left to ask."""
    there = (replace(each, who=replace(each.who, date_of_birth=BORN)) for each in asked.occupants)
    return replace(asked, occupants=tuple(there))


def approve(page: Page) -> None:
    page.check("#decide-decision")
    page.fill("#decide-words", "all was looked into")
    page.fill("#decide-name", "P. Officer")
    press(page, "#decide form button")


def from_list_to_decision(page: Page, where: str, looked_at: Callable[[], None]) -> None:
    page.goto("/desk/decisions")
    looked_at()
    press(page, f"a[href='{where}']")
    looked_at()
    approve(page)
    assert page.title().startswith("Error: ")
    assert page.input_value("#decide-words") == "all was looked into"
    looked_at()
    page.click(".govuk-error-summary__list a >> nth=0")
    assert "#flag-" in page.url
    page.goto(where)
    for code in [each.get_attribute("value") or "" for each in page.locator("input[name=code]").all()]:
        page.goto(f"{where}#flag-{code}")
        if page.locator(f"details#flag-{code}:not([open])").count():
            page.click(f"#flag-{code} > summary")
        page.click(f"#flag-{code} summary >> text=Record a decision on this flag")
        page.check(f"#flag-{code}-decision")
        press(page, f"#flag-{code} form button")
        assert page.url.endswith(f"#flag-{code}")
    looked_at()
    approve(page)
    assert "Approved by P. Officer" in page.inner_text("#answer")
    press(page, "#main-content >> text=Darren Holt")
    assert page.locator(".riskflag-timeline").count() == 1
    looked_at()


def test_no_page_on_the_way_keeps_anybody_out(browser: Chromium, served: Served) -> None:
    with browser.window(OFFICER, width=NARROW) as page:

        def looked_at() -> None:
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
            assert barriers_wide_and_narrow(page) == []
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = false)")

        from_list_to_decision(page, asked(page, served), looked_at)


def test_everything_can_be_done_without_scripts(browser: Chromium, served: Served) -> None:
    with browser.window(OFFICER, scripts=False) as page:
        from_list_to_decision(page, asked(page, served), lambda: None)


def test_the_timeline_is_reached_and_scrolled_with_the_keyboard(browser: Chromium, served: Served) -> None:
    with browser.window(OFFICER, width=NARROW) as page:
        page.goto(asked(page, served))
        press(page, "#main-content >> text=Darren Holt")
        page.focus(".riskflag-timeline")
        scrolled = "document.querySelector('.riskflag-timeline').scrollLeft"
        assert page.evaluate(scrolled) == 0
        page.keyboard.press("ArrowRight")
        for _ in range(
            100
        ):  # a browser that waits by itself would need scripts that these pages do not let in
            if page.evaluate(scrolled) > 0:
                break
            page.wait_for_timeout(50)
        assert page.evaluate(scrolled) > 0
