"""Records and enquiries -> plain JSON values, leaving out what says no more than its absence would."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from typing import Any

from riskflag.records import Whereabouts


def plain(value: object) -> object:
    """``value`` as what JSON knows: objects, lists, text and so on. Fields at their default are left out."""
    if is_dataclass(value):
        given = ((each, getattr(value, each.name)) for each in fields(value) if each.init)
        return {each.name: plain(held) for each, held in given if not _is_default(each, held)}
    if isinstance(value, Whereabouts):
        return plain(value.reveal())
    if isinstance(value, Mapping):
        return {str(key): plain(held) for key, held in value.items()}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _is_default(declared: Field[Any], held: object) -> bool:
    return declared.default is not MISSING and held == declared.default
