"""What every reply carries, and what is logged and counted of it: never an address, a body or a name."""

from time import perf_counter
from uuid import uuid4

import structlog
from flask import Flask, Response, g, request

from api.metrics.measures import measures
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
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})

log = structlog.get_logger()


def register_replies(app: Flask, settings: Settings) -> None:
    """Every reply gets its headers, one line in the log, and its place in the counts."""
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
    method = request.method if request.method in METHODS else "other"
    route = request.url_rule.rule if request.url_rule else "none"
    role = g.actor.role.value if "actor" in g else None
    seconds = perf_counter() - g.started
    measures().request(route, method, response.status_code, role, seconds)
    log.info(
        "request",
        request_id=g.request_id,
        method=method,
        route=route,
        status=response.status_code,
        milliseconds=round(seconds * 1000, 1),
        role=role,
    )
