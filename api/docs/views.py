"""The API's own description: a page for people, and the OpenAPI document that it is made from."""

from base64 import b64encode
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from typing import Any

from flask import Response, current_app, jsonify
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.auth import PUBLIC, policy
from api.docs.page import describe_api
from api.replies import HEADERS
from api.section import Section
from api.wiring import wired
from riskflag import settings

TEMPLATES = Path(__file__).parent / "templates"
STYLE = (TEMPLATES / "page.css").read_text(encoding="utf-8")
STYLE_HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
PAGES = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)

docs = Section("docs", "This API, described.")


def openapi_document() -> dict[str, Any]:
    """The OpenAPI 3.1 document of the application that is asked."""
    document: dict[str, Any] = current_app.extensions["openapi"]()
    return document


@docs.route("/docs")
@policy(PUBLIC)
@docs.response(HTTPStatus.OK, description="a page in HTML")
def read_page() -> Response:
    """Read about this API"""
    development = wired().settings.environment is settings.Environment.DEVELOPMENT
    page = PAGES.get_template("page.html").render(
        api=describe_api(openapi_document()), development=development, style=STYLE
    )
    security = HEADERS["Content-Security-Policy"]
    return Response(
        page,
        content_type="text/html; charset=utf-8",
        headers={"Content-Security-Policy": f"{security}; style-src 'sha256-{STYLE_HASH}'"},
    )


@docs.route("/docs/openapi.json")
@policy(PUBLIC)
@docs.response(HTTPStatus.OK, description="the OpenAPI 3.1 document")
def read_openapi() -> Response:
    """Read the OpenAPI document"""
    return jsonify(openapi_document())
