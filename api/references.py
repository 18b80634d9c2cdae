"""What may stand in the address of a route: opaque references, codes of rules and names of our own files."""

from werkzeug.routing import BaseConverter


class OpaqueReference(BaseConverter):
    """A person or an answer, by a reference that says nothing of either."""

    regex = "[0-9a-f]{32}"


class RuleCodeReference(BaseConverter):
    """A rule, by its code."""

    regex = "[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){1,3}"


class AssetName(BaseConverter):
    """A file that the pages are drawn with, by its name and digest."""

    regex = r"[a-z]{1,20}(?:-[a-z]{1,20})?-[0-9a-f]{16}\.(?:css|js|svg)"


class ModelVersion(BaseConverter):
    """A published model, by the name of its version: letters, digits, dots and hyphens."""

    regex = "[A-Za-z0-9][A-Za-z0-9.-]{0,39}"


class AnywhereElse(BaseConverter):
    """Whatever is asked for beneath the pages and is none of them."""

    part_isolating = False
    regex = r".{1,2000}"
    weight = 1000


CONVERTERS: dict[str, type[BaseConverter]] = {
    "anywhere": AnywhereElse,
    "asset": AssetName,
    "model_version": ModelVersion,
    "opaque": OpaqueReference,
    "rule_code": RuleCodeReference,
}


def describe_reference(reference: BaseConverter) -> dict[str, object]:
    """The reference as the OpenAPI document describes it."""
    return {"type": "string", "pattern": f"^{reference.regex}$"}
