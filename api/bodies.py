"""What is sent, read strictly: JSON and nothing else, each refusal by field and reason, no value repeated."""

from collections.abc import Mapping
from typing import NoReturn

from flask import Request
from marshmallow import Schema, ValidationError
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, UnsupportedMediaType

from riskflag.errors import BadInput
from riskflag.importers.strict_json import LARGEST_FILE, read_json
from riskflag.schema import bad_input

ENQUIRY_BYTES = 64_000
RECORDS_BYTES = LARGEST_FILE


class UnreadableBody(BadRequest):
    """The body is not JSON as this service takes it."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__()
        self.problems = dict(problems)


def _read(req: Request) -> object:
    if req.mimetype != "application/json":
        raise UnsupportedMediaType
    largest = (req.max_content_length or 1) - 1
    body = req.get_data()
    if len(body) > largest:
        raise RequestEntityTooLarge
    try:
        return read_json(body, "body", largest)
    except BadInput as refused:
        problems = refused.problems
    raise UnreadableBody(problems)


class StrictParser(FlaskParser):
    """Reads bodies with riskflag's own reader of JSON."""

    def load_json(self, req: Request, schema: Schema) -> object:
        """The body as plain objects. Raises UnsupportedMediaType, UnreadableBody, RequestEntityTooLarge."""
        return _read(req)

    def handle_error(
        self,
        error: ValidationError,
        req: Request,
        schema: Schema,
        *,
        error_status_code: int | None,
        error_headers: Mapping[str, str] | None,
    ) -> NoReturn:
        """Raises BadInput: what does not fit the schema."""
        refused = error.messages_dict.get("json", {})
        raise bad_input(refused, "body") from None
