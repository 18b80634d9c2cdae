"""The published schema says what the code demands, in JSON Schema and in OpenAPI 3.1."""

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin

from riskflag.enquiry import AddressEnquiry
from riskflag.records import Conviction, Person, ProtectiveOrder
from riskflag.schema import json_schema, schema_for

PUBLISHED = json_schema(schema_for(AddressEnquiry), "an enquiry")
ADDRESS = PUBLISHED["$defs"]["Address"]["properties"]
ENQUIRY = PUBLISHED["$defs"]["AddressEnquiry"]


def test_the_dialect_and_the_start_are_stated() -> None:
    assert PUBLISHED["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert PUBLISHED["$ref"] == "#/$defs/AddressEnquiry"


def test_nothing_unknown_is_allowed_anywhere() -> None:
    assert all(part["additionalProperties"] is False for part in PUBLISHED["$defs"].values())


def test_every_property_is_described() -> None:
    undescribed = [
        f"{name}.{each}"
        for name, part in PUBLISHED["$defs"].items()
        for each, said in part["properties"].items()
        if not said.get("description")
    ]
    assert undescribed == []


def test_needed_nullable_listed_and_patterned_fields_are_said_to_be_so() -> None:
    assert ENQUIRY["required"] == ["purpose"]
    assert ADDRESS["uprn"]["type"] == ["string", "null"]
    assert ADDRESS["uprn"]["pattern"] == "^(?:[0-9]{1,12})$"
    assert ADDRESS["point"]["anyOf"] == [{"$ref": "#/$defs/Point"}, {"type": "null"}]
    assert "confirmed" in ENQUIRY["properties"]["status"]["enum"]
    assert ENQUIRY["properties"]["release_date"]["format"] == "date"
    assert ENQUIRY["properties"]["occupants"]["maxItems"] == 1000


def test_the_same_schemas_serve_openapi() -> None:
    spec = APISpec("t", "1", "3.1.0", plugins=[MarshmallowPlugin()])
    for kind in (Person, Conviction, ProtectiveOrder):
        spec.components.schema(kind.__name__, schema=schema_for(kind))
    parts = spec.to_dict()["components"]["schemas"]
    assert parts["ProtectiveOrder"]["properties"]["prohibitions"]["items"] == {
        "$ref": "#/components/schemas/Prohibition"
    }
    assert parts["Conviction"]["required"] == [
        "description",
        "offence_code",
        "recorded_on",
        "source_id",
        "source_system",
    ]
