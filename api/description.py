"""The OpenAPI document of every section, written when somebody first reads it: serving needs none."""

from functools import cache
from typing import Any

from flask import Flask

from api.references import CONVERTERS, describe_reference
from api.release import release
from api.section import Section, SectionApi

SECURITY = {
    "token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
    "monitoring": {"type": "http", "scheme": "bearer"},
}


@cache
def openapi_document(sections: tuple[Section, ...]) -> dict[str, Any]:
    """The OpenAPI 3.1 document of these sections, which is to be read and not changed."""
    described = Flask("api", static_folder=None, template_folder=None)
    described.config.from_mapping(
        {
            "API_TITLE": "riskflag",
            "API_VERSION": release(),
            "OPENAPI_VERSION": "3.1.0",
            "OPENAPI_URL_PREFIX": None,
            "PROVIDE_AUTOMATIC_OPTIONS": False,
        }
    )
    described.url_map.converters.update(CONVERTERS)
    api = SectionApi(described, spec_kwargs={"components": {"securitySchemes": SECURITY}})
    for converter in CONVERTERS.values():
        api.register_converter(converter, describe_reference)
    for section in sections:
        api.register_blueprint(section)
    document: dict[str, Any] = api.spec.to_dict()
    return document
