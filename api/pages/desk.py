"""The desk: every page, what stands before each, and what is shown when one cannot be."""

from collections.abc import Iterable

from flask import Blueprint, Response, redirect, request, session
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, NotFound
from werkzeug.wrappers import Response as AnyResponse

from api.auth import EVERY_READER, PAGES, PUBLIC, policy
from api.errors import status_of, tell_unexpected
from api.pages.rendering import page
from api.pages.sessions import AFTER, csrf
from riskflag.errors import BadInput, RiskflagError

SIGN_IN = "/desk/sign-in"
UNSIGNED = 401
KNOWN = frozenset({400, 401, 403, 404, 409, 413, 415, 422, 423, 429, 503})
"""Refusals that have words of their own."""


def desk(rooms: Iterable[Blueprint]) -> Blueprint:
    """The blueprint of all pages. ``rooms`` are those of each kind of page."""
    made = Blueprint(PAGES, __name__, url_prefix="/desk")
    for room in rooms:
        made.register_blueprint(room)
    made.before_request(_take_form)
    made.register_error_handler(RiskflagError, _on_riskflag_error)
    made.register_error_handler(Exception, _on_unexpected)
    made.add_url_rule("/<anywhere:place>", "nowhere", policy(EVERY_READER)(_nowhere))
    return made


@policy(PUBLIC)
def front_door() -> AnyResponse:
    """What the service's bare address leads to."""
    return redirect("/desk/", 303)


def refused(status: int, **given: object) -> Response:
    """The page for what cannot be done."""
    return page("refused.html", status, kind=status if status in KNOWN else 500, **given)


def _take_form() -> None:
    """Nothing is done that was not sent from a form of ours."""
    csrf.protect()


def _nowhere(place: str) -> Response:
    raise NotFound


def _on_riskflag_error(error: RiskflagError) -> AnyResponse:
    status = status_of(error)
    problems = error.problems if isinstance(error, BadInput) else {}
    return refused(status, problems=problems)


def _on_unexpected(error: Exception) -> AnyResponse:
    if not isinstance(error, HTTPException):
        tell_unexpected(error)
        return refused(500, problems={})
    if isinstance(error, CSRFError):
        return refused(400, problems={})
    if error.code == UNSIGNED:
        return _to_sign_in()
    answer = refused(error.code or 500, problems={})
    answer.headers.extend(
        [(name, value) for name, value in error.get_headers() if name.lower() not in ("content-type",)]
    )
    return answer


def _to_sign_in() -> AnyResponse:
    """Whoever asked for a page comes back to it afterwards. What was sent is not kept: it was not done."""
    if request.method == "POST":
        return refused(UNSIGNED, problems={})
    session[AFTER] = request.path
    return redirect(SIGN_IN, 303)
