"""Who lives at the proposed address: one choice, and a row for each of them."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from api.pages.forms import Form

CHOICE = "household"
THEY_ARE, PARTLY, NOBODY, UNKNOWN = "listed", "partly", "nobody", "unknown"
CHOICES: Mapping[str, str] = {
    THEY_ARE: "Yes: I list them below",
    PARTLY: "Yes: I list some below, and there may be others",
    NOBODY: "No, nobody else",
    UNKNOWN: "Not known",
}
ADD, REMOVE = "add", "remove"
MOST = 20
"""How many rows the page offers."""

CHOOSE = "Choose whether anybody else lives there"
LIST_THEM = "Enter at least one person who lives there, or choose another answer"
NOT_BOTH = "You entered somebody who lives there. Choose “Yes: I list them below”, or empty what you entered"
_ROW = re.compile(r"occupants\.([0-9]{1,3})\.(.+)")


def household_in(form: Form, given: dict[str, Any]) -> dict[str, str]:
    """What was chosen, written into ``given`` as the schema has it. Gives what is wrong, by field."""
    for each in _filled(given):
        each.setdefault("who", {})
    choice = form.values.get(CHOICE, "")
    listed = bool(given.get("occupants")) or any(_ROW.fullmatch(name) for name in form.no_days)
    if choice not in CHOICES:
        return {} if "no_fixed_abode" in given and not listed else {CHOICE: CHOOSE}
    if listed is not (choice in (THEY_ARE, PARTLY)):
        return {CHOICE: NOT_BOTH if listed else LIST_THEM}
    if choice != UNKNOWN:
        given["occupants_stated"] = choice != PARTLY
    return {}


def rows_of(form: Form) -> tuple[int, ...]:
    """The numbers of the rows that were sent, or of the first where none was."""
    return tuple(sorted({int(row[1]) for name in form.values if (row := _ROW.fullmatch(name))})) or (0,)


def changes_rows(form: Form) -> bool:
    """Whether a row is to be added or taken away, and nothing asked yet."""
    return ADD in form.values or REMOVE in form.values


def with_rows_changed(form: Form) -> tuple[Form, int]:
    """The form with one row more or less, numbered anew, and how many rows it has."""
    gone = form.values.get(REMOVE, "")
    kept = [row for row in rows_of(form) if str(row) != gone]
    numbers = {row: number for number, row in enumerate(kept)}
    values = {}
    for name, value in form.values.items():
        row = _ROW.fullmatch(name)
        if row is None:
            values[name] = value
        elif int(row[1]) in numbers:
            values[f"occupants.{numbers[int(row[1])]}.{row[2]}"] = value
    several = len(kept) + (ADD in form.values)
    return replace(form, values=values), min(max(several, 1), MOST)


def _filled(given: Mapping[str, Any]) -> list[dict[str, Any]]:
    rows = given.get("occupants")
    return [each for each in rows if isinstance(each, dict)] if isinstance(rows, list) else []
