"""Schemas worked out from frozen dataclasses: what comes in is read strictly, or refused by field and reason.

``schema_for`` turns a dataclass into a marshmallow schema, ``load_as`` reads data with it, and
``json_schema`` publishes it. No refusal ever repeats what was sent.
"""

from riskflag.schema.building import FIELD, StrictSchema, also_written, schema_for
from riskflag.schema.problems import bad_input, load_as
from riskflag.schema.publishing import json_schema

__all__ = ["FIELD", "StrictSchema", "also_written", "bad_input", "json_schema", "load_as", "schema_for"]
