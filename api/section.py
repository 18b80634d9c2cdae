"""A group of routes, and how it and its refusals are described in the OpenAPI document."""

from http import HTTPStatus
from typing import Any

from flask_smorest import Api, Blueprint

from api.answers import answer
from api.auth import Policy
from api.bodies import StrictParser
from api.errors import KINDS, PROBLEM_JSON, Problem

ALWAYS = (400, 500)
OF_READERS = (401, 403, 503)
OF_BODIES = (413, 415, 422, 429)


class Section(Blueprint):
    """Routes about one thing. Bodies are read strictly, and a route's description states its policy."""

    ARGUMENTS_PARSER = StrictParser()

    def __init__(self, name: str, description: str) -> None:
        super().__init__(name, name, description=description)
        self._prepare_doc_cbks.append(_describe_policy)


class SectionApi(Api):
    """The OpenAPI document, with every refusal in the one shape."""

    ERROR_SCHEMA = type(answer(Problem))

    def _register_responses(self) -> None:
        named = {HTTPStatus(status).name: detail for status, (_, detail) in KINDS.items()}
        for name, detail in {**named, "DEFAULT_ERROR": "Any other refusal."}.items():
            content = {PROBLEM_JSON: {"schema": self.ERROR_SCHEMA}}
            self.spec.components.response(name, {"description": detail, "content": content}, lazy=True)

    def _register_pagination_header(self) -> None:
        """There are no pages here."""


def _describe_policy(doc: dict[str, Any], info: dict[str, Any], **_: object) -> dict[str, Any]:
    declared: Policy = info["policy"]
    statuses = {*ALWAYS, *declared.refusals}
    if not declared.public:
        statuses |= set(OF_READERS)
        doc["security"] = [{"monitoring": []}] if declared.monitoring else [{"token": []}]
        doc["x-roles"] = sorted(declared.roles)
    if "pace" in info:
        statuses.add(429)
    if "requestBody" in {**doc, **info.get("manual_doc", {})}:
        statuses |= set(OF_BODIES)
    named = {str(status): HTTPStatus(status).name for status in sorted(statuses)}
    said = {str(status): response for status, response in doc.get("responses", {}).items()}
    return {**doc, "responses": {**named, **said}}
