from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, ClassVar, TypeVar

from apispec import APISpec
from flask import Blueprint as FlaskBlueprint
from flask import Flask
from marshmallow import Schema
from webargs.flaskparser import FlaskParser
from werkzeug import Response
from werkzeug.exceptions import HTTPException
from werkzeug.routing import BaseConverter

View = TypeVar("View", bound=Callable[..., Any])
Converter = TypeVar("Converter", bound=BaseConverter)

class Blueprint(FlaskBlueprint):
    ARGUMENTS_PARSER: ClassVar[FlaskParser]
    _prepare_doc_cbks: list[Callable[..., dict[str, Any]]]
    def __init__(self, name: str, import_name: str, *, description: str = ...) -> None: ...
    def route(self, rule: str, *, methods: list[str] = ..., **options: object) -> Callable[[View], View]: ...
    def arguments(self, schema: Schema, *, example: object = ...) -> Callable[[View], View]: ...
    def doc(self, **described: object) -> Callable[[View], View]: ...
    def response(
        self,
        status_code: int | HTTPStatus,
        schema: Schema | None = ...,
        *,
        description: str = ...,
        headers: Mapping[str, object] = ...,
    ) -> Callable[[View], View]: ...

class Api:
    DEFAULT_RESPONSE_CONTENT_TYPE: ClassVar[str]
    ERROR_SCHEMA: ClassVar[type[Schema]]
    spec: APISpec
    def __init__(self, app: Flask, *, spec_kwargs: Mapping[str, object] = ...) -> None: ...
    def register_blueprint(self, blp: Blueprint) -> None: ...
    def register_converter(
        self, converter: type[Converter], func: Callable[[Converter], dict[str, object]]
    ) -> None: ...
    def handle_http_exception(self, error: HTTPException) -> Response: ...
    def _register_responses(self) -> None: ...
    def _register_pagination_header(self) -> None: ...
