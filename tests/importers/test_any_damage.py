"""Payloads of every shape with several things wrong at once: nothing crashes, nothing is lost without a word.

RISKFLAG_DAMAGED_PAYLOADS says how many are tried: a few on every run, ten thousand before a release.
"""

import copy
import json
import os
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from riskflag.errors import BadInput
from riskflag.importers.detect import shape_of
from riskflag.importers.intake import Intake, read_content
from riskflag.importers.report import render_report, report_of
from riskflag.importers.shape import Payload
from riskflag.persistence.additions import Addition
from riskflag.persistence.codec import encode
from riskflag.records.soundness import is_sound
from tests.importers.payloads import FOLDER, NOW

TRIED = int(os.environ.get("RISKFLAG_DAMAGED_PAYLOADS", "100"))
CANARY = "Quuxfield 7"
CONTENTS: dict[str, Any] = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))
}
SHAPES = {name: shape_of(Payload(held, NOW)).name for name, held in CONTENTS.items()}


def nested(depth: int) -> object:
    held: object = CANARY
    for _ in range(depth):
        held = [{CANARY: held}]
    return held


WRONG = (
    None,
    7,
    -1,
    1e300,
    10**29,
    True,
    "",
    " ",
    CANARY,
    "\u202e\x00",
    "x" * 30_000,
    "31/02/2026",
    "0001-01-01",
)
VALUES: tuple[object, ...] = (
    *WRONG,
    [],
    {},
    [CANARY],
    {CANARY: CANARY},
    nested(9),
    [None] * 50,
    "9999-12-31T23:59:59+14:00",
)
DEEDS = ("drop", "rename", "replace", "double", "wrap")


def places(held: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = held.items() if isinstance(held, dict) else enumerate(held) if isinstance(held, list) else ()
    return ([path] if path else []) + [each for name, value in inner for each in places(value, (*path, name))]


def damage(held: object, path: tuple[Any, ...], deed: str, value: object) -> None:
    """Does one wrong thing to what stands at the end of ``path``."""
    last = path[-1]
    part: Any = held
    for name in path[:-1]:
        part = part[name]
    if deed == "drop":
        del part[last]
    elif deed == "rename" and isinstance(part, dict):
        part[CANARY] = part.pop(last)
    elif deed == "double" and isinstance(part, list):
        part.append(copy.deepcopy(part[last]))
    elif deed == "wrap":
        part[last] = [part[last]]
    else:
        part[last] = copy.deepcopy(value)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, object]:
    """The name of a payload, and it with one to five things wrong."""
    name = draw(st.sampled_from(sorted(CONTENTS)))
    held = copy.deepcopy(CONTENTS[name])
    for _ in range(draw(st.integers(1, 5))):
        if where := places(held):
            damage(
                held,
                draw(st.sampled_from(where)),
                draw(st.sampled_from(DEEDS)),
                draw(st.sampled_from(VALUES)),
            )
    return name, held


def recognised(held: object) -> tuple[str | None, dict[str, str]]:
    """The shape of the one importer that knows it, or why there is none."""
    try:
        return read_content(held, NOW).shape.name, {}
    except BadInput as refused:
        return None, refused.problems


def told(intake: Intake) -> str:
    """Everything that whoever imports it is told."""
    return render_report(report_of(intake)) + str(intake.numbers.keys())


@settings(max_examples=TRIED)
@given(damaged())
def test_whatever_is_wrong_everything_is_accounted_for_and_nothing_is_repeated(
    given: tuple[str, object],
) -> None:
    name, held = given
    intake = read_content(held, NOW, SHAPES[name])
    came = intake.imported
    assert came.elements == len(came.records) + len(came.found) + len(came.rejects)
    assert CANARY not in told(intake)
    assert all(is_sound(record) and encode(record) for record in came.records)
    assert set(intake.coverage) <= set(intake.shape.answers | intake.shape.adds_to)
    assert {record.source for record in came.records} <= set(intake.coverage)
    Addition(came.records, intake.coverage, intake.answers, intake.numbers)


@settings(max_examples=TRIED)
@given(damaged())
def test_what_is_no_longer_known_is_refused_and_not_taken_for_something_else(
    given: tuple[str, object],
) -> None:
    name, held = given
    known_as, problems = recognised(held)
    assert known_as in (SHAPES[name], None)
    assert set(problems) <= {"payload"}
    assert CANARY not in str(problems)


@settings(max_examples=TRIED)
@given(damaged())
def test_what_could_not_be_read_is_never_called_complete(given: tuple[str, object]) -> None:
    name, held = given
    intake = read_content(held, NOW, SHAPES[name])
    if intake.imported.unreadable or intake.imported.gaps:
        assert not any(coverage.complete for coverage in intake.coverage.values())
