"""How one variable is read. Its value is never told, only its name."""

from collections.abc import Callable
from typing import TypeVar

from environs import EnvError

from riskflag.errors import BadInput

T = TypeVar("T")

NOT_SET = "not set"
SHORTEST_SECRET = 32


def read(name: str, reader: Callable[[str, T], T], default: T) -> T:
    """What it says, or the default. Raises BadInput where it cannot be read, or is empty."""
    try:
        value = reader(name, default)
    except (EnvError, ValueError, OSError):
        value = None
    if value is None:
        raise BadInput({name: "cannot be read"})
    if value == "":
        raise BadInput({name: "is set but empty"})
    return value
