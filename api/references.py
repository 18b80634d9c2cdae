"""What may stand in the address of a route: opaque references and codes of rules, and nothing else."""

from werkzeug.routing import BaseConverter


class OpaqueReference(BaseConverter):
    """A person or an answer, by a reference that says nothing of either."""

    regex = "[0-9a-f]{32}"


class RuleCodeReference(BaseConverter):
    """A rule, by its code."""

    regex = "[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){1,3}"


CONVERTERS: dict[str, type[BaseConverter]] = {
    "opaque": OpaqueReference,
    "rule_code": RuleCodeReference,
}


def describe_reference(reference: BaseConverter) -> dict[str, object]:
    """The reference as the OpenAPI document describes it."""
    return {"type": "string", "pattern": f"^{reference.regex}$"}
