"""Every refusal in one shape (RFC 9457, application/problem+json): fields and reasons, never values."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from http import HTTPStatus
from math import ceil
from traceback import extract_tb

import structlog
from flask import Flask, Response, json
from werkzeug.exceptions import HTTPException

from api.bodies import UnreadableBody
from api.metrics.measures import measures
from riskflag.errors import (
    BadInput,
    Conflict,
    NeedsSecondPerson,
    NotAllowed,
    NotFound,
    RiskflagError,
    SignerUnavailable,
    StoreUnavailable,
    TooOften,
)

PROBLEM_JSON = "application/problem+json"
UNKNOWN_FIELD = "an unknown field"
_FIELD = re.compile(r"[A-Za-z0-9_-]{1,64}(\.[A-Za-z0-9_-]{1,64}){0,19}")

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """What is wrong with one field.

    field: its path (records.convictions.0.convicted_on), or "body" for the whole
    reason: what is wrong with it
    """

    field: str
    reason: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a request was not answered.

    type: the kind of problem, described on the page of this service's documentation
    title: the kind in words
    status: the HTTP status
    detail: what to make of it
    errors: the fields that are wrong; empty where it is not about fields
    """

    type: str
    title: str
    status: int
    detail: str
    errors: tuple[FieldProblem, ...]


KINDS: Mapping[int, tuple[str, str]] = {
    400: (
        "unreadable-request",
        "The request could not be read: its body must be JSON, without a query string.",
    ),
    401: ("not-recognised", "Send an access token that is still valid: Authorization: Bearer TOKEN."),
    403: ("not-allowed", "Your role may not do this."),
    404: ("not-found", "There is no such thing, or not for you."),
    405: ("no-such-method", "This address does not take that method; see the header Allow."),
    409: ("conflict", "What was sent contradicts what is held."),
    413: ("too-large", "The body is larger than this address takes."),
    415: ("not-json", "Send JSON, with the header Content-Type: application/json."),
    423: (
        "second-person-needed",
        "Many addresses were asked about for this person. Another responsible officer must agree to more.",
    ),
    422: ("bad-input", "What was sent cannot be accepted; see errors."),
    429: ("too-often", "This account has asked too often. Ask again after the seconds in Retry-After."),
    500: (
        "failed",
        "Something went wrong here. Nothing may be concluded from it; treat it as not looked at.",
    ),
    503: (
        "unavailable",
        "No answer can be recorded now, so none is shown. Treat it as not looked at, and ask again.",
    ),
}
"""Each kind of problem by its status: what to call it, and what to make of it."""

STATUSES: Mapping[type[RiskflagError], int] = {
    BadInput: 422,
    Conflict: 409,
    NeedsSecondPerson: 423,
    NotAllowed: 403,
    NotFound: 404,
    SignerUnavailable: 503,
    StoreUnavailable: 503,
    TooOften: 429,
}


def problem(status: int, errors: Mapping[str, str] | None = None) -> Problem:
    """The problem for a status; ``errors`` are reasons by the path of their field."""
    slug, detail = KINDS.get(status, ("other", "This could not be done."))
    return Problem(
        type=f"/docs#{slug}",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        errors=tuple(_fields(errors or {})),
    )


def reply(told: Problem, headers: Iterable[tuple[str, str]] = ()) -> Response:
    """The problem as it is sent."""
    kept = [(name, value) for name, value in headers if name.lower() != "content-type"]
    return Response(json.dumps(asdict(told)), told.status, kept, content_type=PROBLEM_JSON)


def on_http_exception(error: HTTPException) -> Response:
    """What the framework refuses. Its headers stay: Allow, WWW-Authenticate."""
    problems = error.problems if isinstance(error, UnreadableBody) else {}
    return reply(problem(error.code or 500, problems), error.get_headers())


def on_riskflag_error(error: RiskflagError) -> Response:
    """What riskflag refuses. What it says of a field is sent; what it says besides is for its log."""
    status = status_of(error)
    headers = [("Retry-After", str(ceil(error.wait.total_seconds())))] if isinstance(error, TooOften) else []
    return reply(problem(status, error.problems if isinstance(error, BadInput) else {}), headers)


def status_of(error: RiskflagError) -> int:
    """The status for a refusal of riskflag's. What is wrong here, and not with what was asked, is told."""
    status = next((status for kind, status in STATUSES.items() if isinstance(error, kind)), 500)
    if status >= 500:
        log.error("not_answered", error=type(error).__name__, status=status)
    if isinstance(error, StoreUnavailable):
        measures().store_unavailable()
    return status


def on_unexpected(error: Exception) -> Response:
    """What nobody foresaw."""
    if isinstance(error, HTTPException):
        return on_http_exception(error)
    tell_unexpected(error)
    return reply(problem(500))


def tell_unexpected(error: Exception) -> None:
    """Tells of what nobody foresaw. Its words may hold personal data: only its type and place are logged."""
    frames = extract_tb(error.__traceback__)
    place = f"{frames[-1].name}:{frames[-1].lineno}" if frames else "unknown"
    log.error("unexpected", error=type(error).__name__, place=place)
    measures().unexpected()


def register_errors(app: Flask) -> None:
    """Every error that leaves a view becomes a problem."""
    app.register_error_handler(RiskflagError, on_riskflag_error)
    app.register_error_handler(Exception, on_unexpected)


def _fields(errors: Mapping[str, str]) -> Iterable[FieldProblem]:
    for path, reason in errors.items():
        yield FieldProblem(path if _FIELD.fullmatch(path) else UNKNOWN_FIELD, reason)
