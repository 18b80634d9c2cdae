"""Requests that may be sent again: a header names one, and it is then done once however often it comes."""

import re

from flask import request

from api.auth import actor
from riskflag.errors import BadInput
from riskflag.persistence.repeating import Once

HEADER = "Idempotency-Key"
_KEY = re.compile(r"[A-Za-z0-9_-]{16,128}")
DESCRIBED = {
    "name": HEADER,
    "in": "header",
    "required": False,
    "description": "names the request: sent again within a day, it gets the answer that it got first",
    "schema": {"type": "string", "pattern": f"^{_KEY.pattern}$"},
}
"""The header as the OpenAPI document describes it."""


def once() -> Once | None:
    """What makes this request come to the same again; None where it has no name. Raises BadInput."""
    key = request.headers.get(HEADER)
    if key is None:
        return None
    if not _KEY.fullmatch(key):
        raise BadInput({HEADER: "must be 16 to 128 letters, digits, hyphens or underscores"})
    asked = "\n".join((request.method, request.path, request.get_data().hex()))
    return Once(actor().name, key, asked)
