"""What every reply carries, and what is logged of it: never an address, a body or a name."""

from time import perf_counter
from uuid import uuid4

import structlog
from flask import Flask, Response, g, request

from riskflag.settings import Environment, Settings

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Server": "riskflag",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
OUTSIDE_DEVELOPMENT = {"Strict-Transport-Security": "max-age=31536000"}
REQUEST_ID = "X-Request-Id"

log = structlog.get_logger()


def register_replies(app: Flask, settings: Settings) -> None:
    """Every reply gets its headers and one line in the log."""
    production = settings.environment is not Environment.DEVELOPMENT
    headers = HEADERS | (OUTSIDE_DEVELOPMENT if production else {})

    def begin() -> None:
        g.request_id = uuid4().hex
        g.started = perf_counter()

    def finish(response: Response) -> Response:
        for name, value in headers.items():
            response.headers.setdefault(name, value)
        response.headers[REQUEST_ID] = g.request_id
        _tell(response)
        return response

    app.before_request(begin)
    app.after_request(finish)


def _tell(response: Response) -> None:
    """The route as it was declared: what was really asked for may hold anything."""
    known = request.method in {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
    log.info(
        "request",
        request_id=g.request_id,
        method=request.method if known else "other",
        route=request.url_rule.rule if request.url_rule else "none",
        status=response.status_code,
        milliseconds=round((perf_counter() - g.started) * 1000, 1),
        role=g.actor.role.value if "actor" in g else None,
    )
