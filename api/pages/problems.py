"""What is wrong with a form, as whole sentences for whoever filled it in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from api.pages.forms import NO_DATE
from api.pages.words import in_words

_ROW = re.compile(r"\.([0-9]+)\.")
_LEFT_OUT = ("is needed", "must not be blank", "must be one of", "must not be null")
_HIDDEN = "holds a control"
_HIDDEN_SAID = "holds a character that cannot be seen. Type it again instead of pasting it"
_DAY = "must be a real date"


@dataclass(frozen=True, slots=True)
class Field:
    """How a field of a form is spoken of. ``{row}`` stands for the number of its row.

    label: what it is called, at the beginning of a sentence
    left_out: what to do where it was left out; empty where its label says enough
    """

    label: str
    left_out: str = ""


def sentences(problems: Mapping[str, str], fields: Mapping[str, Field]) -> dict[str, str]:
    """Each problem by the form's name for its field.

    fields: by their names, with ``*`` for the number of a row (``occupants.*.who.name``)
    """
    return {name: _sentence(name, reason, fields) for name, reason in problems.items()}


def _sentence(name: str, reason: str, fields: Mapping[str, Field]) -> str:
    row = _ROW.search(name)
    field = fields.get(_ROW.sub(".*.", name)) or Field(in_words(name.rsplit(".", 1)[-1]))
    number = str(int(row[1]) + 1) if row else ""
    label, left_out = (each.replace("{row}", number) for each in (field.label, field.left_out))
    first = reason.split(";", 1)[0]
    if first.startswith(_LEFT_OUT):
        return left_out or f"{label} is needed"
    if first.startswith(_DAY):
        return f"{label} {NO_DATE}"
    if first.startswith(_HIDDEN):
        return f"{label} {_HIDDEN_SAID}"
    return f"{label} {first.replace('_', ' ')}"
