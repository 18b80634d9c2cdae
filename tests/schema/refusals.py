"""What each type of field refuses, in which words. Kept apart from the code that it is held against."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NewType, cast, get_args, get_origin, get_type_hints

from tests.strategies import WRITTEN_AS, only

CANARY = "Quuxfield"
LONG_FIELDS = {
    *("allows", "comment", "contingency", "description", "how", "method", "monitoring", "note", "notes"),
    *("outcome", "result", "text", "victim_contact_plan", "wording", "words"),
}
NOT_A_DATE = "must be a real date written YYYY-MM-DD, from 1900 on"
NOT_A_MOMENT = "must be a real date and time with its offset, written YYYY-MM-DDThh:mm:ss+00:00"
UNSEEN = "holds a control, direction or other invisible character"
IN_WORDS: Mapping[str, str] = {
    "NomsNumber": "a letter, four digits and two letters",
    "CaseReferenceNumber": "a letter and six digits",
    "PncNumber": "a year, a stroke, up to seven digits and a letter",
    "Uprn": "one to twelve digits",
}
NOT_TEXT: tuple[object, ...] = (7, 0, 1.5, True, False, [CANARY], {CANARY: CANARY})
NUMBERS = (1, 0, -1, 1.0, 2**70)
WORDS = (CANARY, "", " ", "null", "none")
EMPTY: tuple[object, ...] = ([], {})

WRONG: Mapping[object, tuple[tuple[str, tuple[object, ...]], ...]] = {
    bool: (
        (
            "must be true or false",
            (*NUMBERS, *WORDS, *EMPTY, "true", "false", "True", "on", "yes", "1", "t", [True]),
        ),
    ),
    int: (
        (
            "must be a whole number",
            (
                *WORDS,
                *EMPTY,
                True,
                False,
                "1",
                "+1",
                "1_000",
                "\u0661\u0662",
                "\uff11",
                1.0,
                0.0,
                1.5,
                1e3,
                [1],
            ),
        ),
        ("must be from 0 to 10000000", (-1, -(10**30), 10_000_001, 2**63)),
    ),
    date: (
        (
            NOT_A_DATE,
            (
                *(*NUMBERS, *WORDS, *EMPTY, True, 20261122, 1795392000, ["2026-11-22"]),
                *("2026-11-22T00:00:00", "2026-11-22T10:00:00+00:00", "2026-11-22Z", "2026-11-22 "),
                *(
                    "\t2026-11-22",
                    "2026-11-22\n",
                    "2026-11-22\x00",
                    "2026\u201111\u201122",
                    "\uff12\uff10\uff12\uff16-11-22",
                ),
                *("20261122", "2026-326", "2026-W47-7", "2026-11", "22/11/2026", "11/22/2026", "22.11.2026"),
                *("2026-13-01", "2026-00-10", "2026-11-31", "2025-02-29", "1899-12-31", "10000-01-01"),
                *("-2026-11-22", "+2026-11-22", "2026-11-22--", "today", "until further order"),
            ),
        ),
    ),
    datetime: (
        (
            NOT_A_MOMENT,
            (
                *(*NUMBERS, *WORDS, *EMPTY, True, 1795392000.5, "1795392000", ["2026-11-22T10:00:00Z"]),
                *("2026-11-22", "2026-11-22T10:00:00", "2026-11-22T10:00Z", "2026-11-22T10:00:00 Z"),
                *("2026-11-22 10:00:00Z", "2026-11-22t10:00:00z", "2026-11-22T10:00:00z", "20261122T100000Z"),
                *("2026-11-22T10:00:00+00", "2026-11-22T10:00:00+0000", "2026-11-22T10:00:00\u221200:00"),
                *("2026-11-22T10:00:00+24:00", "2026-11-22T10:00:00+99:99", "2026-11-22T24:00:00Z"),
                *("2026-11-22T10:60:00Z", "2026-11-22T10:00:60Z", "2026-02-30T10:00:00Z"),
                *("2026-11-22T10:00:00,5Z", "2026-11-22T10:00:00.1234567Z", "2026-11-22T10:00:00.Z"),
                *("1999-12-31T23:59:59Z", "2101-01-01T00:00:00Z", "9999-12-31T23:59:59+00:00"),
                *(
                    "2026-11-22T10:00:00Z\n",
                    "2026-11-22T\uff11\uff10:00:00Z",
                    "Sun, 22 Nov 2026 10:00:00 GMT",
                ),
            ),
        ),
    ),
}
HIDDEN = (
    *("\x00", "\x01", "\x07", "\b", "\x1b[2J", "\x7f", "\x85", "\xad", "\r", "\x0b", "\f"),
    *("\u061c", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d"),
    *("\u202e", "\u2060", "\u2064", "\u2066", "\u2067", "\u2068", "\u2069", "\u206f", "\ufeff", "\ufff9"),
    *("\u034f", "\u115f", "\u1160", "\u17b4", "\u180b", "\u2800", "\u3164", "\uffa0"),
    *("\u2028", "\u2029", "\ud800", "\udfff", "\ue000", "\U000e0001", "\U000f0000", "\U0010fffd"),
)
BLANKS = ("", " ", "   ", "\u00a0", "\u2003\u3000")
NOT_IDENTIFIERS: tuple[object, ...] = (
    *("", " ", CANARY, "a1234bc", "A1234BC ", " A1234BC", "A1234BC\n", "A1234B", "A1234BCD", "A123BC"),
    *(
        "A\uff11\uff12\uff13\uff14BC",
        "A\u0661\u0662\u0663\u0664BC",
        "\u04101234\u0412\u0421",
        "A1234BC\x00",
        "A-1234-BC",
        "x123456",
        "X12345",
        "X1234567",
    ),
    *("2019-0123456A", "2019/A", "19/0123456a", "2019/01234567A", "2019/0123456", "-1", "1.0", "1e6"),
    *("1234567890123", "12 34", "0x1F", "+1", "\uff11\uff12\uff13", "1\u200b2"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """One field of a class: its name, its type without None, and what may be left out or null."""

    name: str
    hint: object
    required: bool
    nullable: bool


def places(cls: type) -> Iterator[Place]:
    """Every field that is sent."""
    hints = get_type_hints(cls)
    for each in fields(cast("Any", cls)):
        required = each.default is MISSING and each.default_factory is MISSING
        hint = getattr(only(hints[each.name]), "wraps", only(hints[each.name]))
        yield Place(each.name, hint, required, hint is not hints[each.name])


def refused(place: Place) -> Iterable[tuple[object, str]]:
    """Every value in the tables that this field must not take, with the reason that it must give."""
    if not place.nullable:
        yield None, "must not be null"
    for reason, values in _wrong(place):
        yield from ((value, reason) for value in values)


def _wrong(place: Place) -> Iterable[tuple[str, tuple[object, ...]]]:
    hint = place.hint
    if hint in WRITTEN_AS:
        name = cast("Any", hint).__name__
        yield f"must be {IN_WORDS[name]}", NOT_IDENTIFIERS
        yield "must be text", NOT_TEXT
    elif hint is str or isinstance(hint, NewType):
        yield from _wrong_texts(place)
    elif get_origin(hint) is tuple:
        yield "must be a list", (*NUMBERS, *WORDS, True, {}, {"0": CANARY})
        yield "must hold at most 1000", ([CANARY] * 1001,)
    elif isinstance(hint, type) and issubclass(hint, StrEnum):
        yield f"must be one of: {', '.join(hint)}", (*_near(hint), *NUMBERS, *WORDS[:3], *EMPTY, True)
    elif is_dataclass(hint):
        yield "must be an object", (*NUMBERS, *WORDS, True, [], [CANARY])
    else:
        yield from WRONG[hint]


def _wrong_texts(place: Place) -> Iterable[tuple[str, tuple[object, ...]]]:
    long = place.name in LONG_FIELDS
    most = 10_000 if long else 200
    yield "must be text", NOT_TEXT
    yield f"must be at most {most} characters long", (CANARY * 2000, "x" * (most + 1))
    yield UNSEEN, tuple(f"{CANARY}{each}{CANARY}" for each in (*HIDDEN, *(() if long else "\n\t")))
    if place.required and not long:
        yield "must not be blank", BLANKS


def _near(hint: type[StrEnum]) -> tuple[object, ...]:
    word = next(iter(hint)).value
    return word.upper(), f" {word}", f"{word}\n", f"{word}\x00", [word], {word: word}, word[:-1]


def of_items(place: Place) -> Place | None:
    """What stands in a list, as a field of its own; None for what is no list."""
    if get_origin(place.hint) is not tuple:
        return None
    return Place(place.name, get_args(place.hint)[0], True, False)
