"""Pages from templates. A template that names something it was not given fails, and shows nothing."""

from collections.abc import Callable, Mapping
from pathlib import Path

from flask import Response, g
from flask_wtf.csrf import generate_csrf
from jinja2 import (
    ChainableUndefined,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
)

from api.pages.assets import names
from api.pages.navigation import navigation_for
from api.pages.words import FILTERS
from api.release import release
from api.wiring import wired
from riskflag import settings
from riskflag.errors import NotFound
from riskflag.service import Actor

TEMPLATES = Path(__file__).parent / "templates"
KIND = "text/html; charset=utf-8"
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
}
"""On every page: nothing is loaded from elsewhere, no script stands in a page, and no form leaves."""

PARTS = {
    "govukBackLink": "back-link",
    "govukButton": "button",
    "govukCharacterCount": "character-count",
    "govukCheckboxes": "checkboxes",
    "govukDateInput": "date-input",
    "govukDetails": "details",
    "govukErrorSummary": "error-summary",
    "govukFieldset": "fieldset",
    "govukFooter": "footer",
    "govukGenericHeader": "generic-header",
    "govukInput": "input",
    "govukInsetText": "inset-text",
    "govukNotificationBanner": "notification-banner",
    "govukPhaseBanner": "phase-banner",
    "govukRadios": "radios",
    "govukSelect": "select",
    "govukServiceNavigation": "service-navigation",
    "govukSkipLink": "skip-link",
    "govukSummaryList": "summary-list",
    "govukTable": "table",
    "govukTag": "tag",
    "govukTextarea": "textarea",
    "govukWarningText": "warning-text",
}
"""The parts of the design system that templates may use, and where each is."""


def _parts() -> Mapping[str, Callable[..., str]]:
    """The design system's own macros, which rest on it that what is left out is empty. Ours do not."""
    loader = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    theirs = Environment(loader=loader, autoescape=True, undefined=ChainableUndefined)
    theirs.filters["indent"] = _as_it_is
    return {
        name: getattr(theirs.get_template(f"govuk_frontend_jinja/components/{where}/macro.html").module, name)
        for name, where in PARTS.items()
    }


def _described(code: str) -> bool:
    """Whether there is a page about what has this code: about a rule that is in use, and no other."""
    try:
        wired().rulebook.rule(code)
    except NotFound:
        return False
    return True


def _as_it_is(text: str, *_: object, **__: object) -> str:
    """The text, not indented: to a browser it is the same, and indenting took a third of a form's time."""
    return text


PAGES = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
PAGES.globals.update(_parts())
PAGES.filters.update(FILTERS)
PAGES.globals["described"] = _described


def page(template: str, status: int = 200, **given: object) -> Response:
    """The page as it is sent.

    template: its file
    status: its HTTP status
    given: what it shows
    """
    reader = g.get("actor")
    shown = PAGES.get_template(template).render(
        asset=_asset,
        csrf_token=generate_csrf,
        development=wired().settings.environment is settings.Environment.DEVELOPMENT,
        navigation=navigation_for(reader) if isinstance(reader, Actor) else (),
        reader=reader if isinstance(reader, Actor) else None,
        release=release(),
        **given,
    )
    return Response(shown, status, headers=HEADERS, content_type=KIND)


def _asset(name: str) -> str:
    """Where a file that pages are drawn with is asked for."""
    return f"/desk/assets/{names()[name]}"
