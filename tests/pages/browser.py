"""A real browser before a real service, and what it must find on every page.

It takes the machine's own Chromium (RISKFLAG_CHROMIUM names another) or the one that Playwright installed.
Where there is none its tests are skipped, and in CI they fail.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

from riskflag.vocabulary import Role
from tests.api.serving import ROOT, Served, serving

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIETLY = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")
AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")
AXE_RUN = "tags => axe.run({runOnly: tags, resultTypes: ['violations']})"
CHECKED = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE, NARROW = 1280, 320
HEIGHT = 900


@dataclass(frozen=True)
class Chromium:
    """The browser, and the service that it is pointed at."""

    browser: Browser
    address: str

    @contextmanager
    def window(self, role: Role | None = None, *, scripts: bool = True, width: int = WIDE) -> Iterator[Page]:
        """A window of its own, with somebody signed in where a role is given.

        scripts: whether pages may run any; without them nothing may be lost
        width: in CSS pixels
        """
        context = self.browser.new_context(
            base_url=self.address, java_script_enabled=scripts, viewport={"width": width, "height": HEIGHT}
        )
        try:
            page = context.new_page()
            if role is not None:
                page.goto("/desk/sign-in")
                page.check(f"input[value={role.value}]")
                page.click("main button")
            yield page
        finally:
            context.close()


@contextmanager
def chromium(served: Served) -> Iterator[Chromium]:
    """The browser, started. Skips, or fails in CI, where there is none."""
    with sync_playwright() as playwright:
        try:
            opened = playwright.chromium.launch(executable_path=_executable(), args=QUIETLY)
        except Error:
            if os.environ.get("CI"):
                raise
            pytest.skip("no Chromium is installed here: `playwright install chromium` installs one")
        try:
            yield Chromium(opened, f"http://127.0.0.1:{served.settings.port}")
        finally:
            opened.close()


@contextmanager
def served_examples(home: Path) -> Iterator[Served]:
    """The service with the example caseload, as `make serve` starts it."""
    with serving(home, sorted((ROOT / "examples").rglob("*.json"))) as running:
        yield running


def barriers(page: Page) -> list[str]:
    """What on this page keeps somebody out, by WCAG 2.2 AA and good practice: the rule, and where it is broken."""
    page.wait_for_load_state()
    page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate(AXE_RUN, CHECKED)
    return [f"{each['id']}: {node['html'][:200]}" for each in found["violations"] for node in each["nodes"]]


def barriers_wide_and_narrow(page: Page) -> list[str]:
    """The same of the page in a wide window and in a narrow one, where it must not be scrolled sideways either."""
    before, found = page.viewport_size, []
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        found += [f"{width} wide: {each}" for each in barriers(page)]
        found += [f"{width} wide: must be scrolled sideways"] if too_wide(page) else []
    if before is not None:
        page.set_viewport_size(before)
    return found


def too_wide(page: Page) -> bool:
    """Whether the page must be scrolled sideways to be read."""
    page.wait_for_load_state()
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return bool(wide > 0)


def _executable() -> str | None:
    return os.environ.get("RISKFLAG_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
