"""Which shape a payload is of. Exactly one must know it: a guess could read an order as something else."""

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from riskflag.errors import BadInput
from riskflag.importers import shapes as shapes_package
from riskflag.importers.shape import Payload, Shape


@cache
def shapes() -> Mapping[str, Shape]:
    """Every shape there is, by name. Raises ValueError for a module without one, or for a name used twice."""
    found: dict[str, Shape] = {}
    for module in pkgutil.iter_modules(shapes_package.__path__, f"{shapes_package.__name__}."):
        shape = getattr(import_module(module.name), "SHAPE", None)
        if not isinstance(shape, Shape) or shape.name in found:
            raise ValueError(f"{module.name} holds no shape of its own")
        found[shape.name] = shape
    return dict(sorted(found.items()))


def shape_of(payload: Payload, named: str | None = None) -> Shape:
    """The shape called ``named``; without a name, the one shape that knows the payload. Raises BadInput."""
    if named is not None:
        if named not in shapes():
            raise BadInput({"--as": f"must be one of: {', '.join(shapes())}"})
        return shapes()[named]
    knowing = [shape for shape in shapes().values() if _recognises(shape, payload.content)]
    if len(knowing) == 1:
        return knowing[0]
    which = ", ".join(shape.name for shape in knowing)
    known = f"may be of any of these shapes: {which}" if knowing else "is of no shape that is known"
    raise BadInput({"payload": known})


def _recognises(shape: Shape, content: object) -> bool:
    try:
        return shape.recognises(content)
    except Exception:  # a payload that breaks a shape's question is not of that shape
        return False
