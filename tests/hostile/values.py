"""What is put where something else was expected: values that break readers, and values at the edge of what is
taken."""

from collections.abc import Iterator, Mapping, Sequence
from json import dumps
from typing import cast

from hypothesis import strategies as st

from tests.schema.refusals import CANARY, HIDDEN

Path = tuple[str | int, ...]
"""The names and numbers on the way from a whole to a value in it."""

AS_WRITTEN: Mapping[str, str] = {
    f"@@{place}@@": literal
    for place, literal in enumerate(
        (
            *(
                "1e400",
                "-1e400",
                "NaN",
                "-Infinity",
                "-0",
                "-0.0",
                "1e-400",
                "1E5",
                "0.1e1",
                "00",
                "+1",
                ".5",
                "0x1F",
            ),
            *("9" * 30, "9" * 31, "1" * 10_000, "-" + "9" * 5_000, "1." + "0" * 10_000, "1e" + "9" * 400),
            *(
                '"\\u0000"',
                '"\\ud800"',
                '"\\udc00\\ud800"',
                '"\\ud83d\\ude00"',
                '"\\uFFFF"',
                '"\\x41"',
                "'a'",
                "nul",
            ),
            *(
                '{"a":1,"a":2}',
                '{"a":{"\\u0061":1,"a":2}}',
                "[" * 25 + "]" * 25,
                "[" * 3000,
                '{"a":' * 30 + "1" + "}" * 30,
            ),
            *("", "/* */1", "[1,]", "\x00", "\x1f", "\ufeff1", '"' + "\u202e" * 200 + '"'),
        )
    )
}
"""Literals that no writer of JSON writes, by what stands for them until a body is written out."""

DAYS = ("2026-02-30", "2026-02-29", "0001-01-01", "1899-12-31", "1900-01-01", "9999-12-31", "9999-12-30", "10000-01-01", "2026-13-01", "2024-02-29", "1582-10-10", "0000-00-00", "-001-01-01", "2026-11-22", "2026-W47-7")  # fmt: skip
MOMENTS = ("2000-01-01T00:00:00Z", "2100-12-31T23:59:59.999999-14:00", "2100-12-31T23:59:59+14:00", "2026-03-29T01:30:00Z", "2026-10-25T01:30:00+01:00", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2026-11-22T25:00:00Z", "2026-11-22T10:00:00")  # fmt: skip
NUMBERS = (0, 1, -1, 10_000_000, 10_000_001, 2**31, 2**63, -(2**63), 2**64, 10**29, 0.5, -0.0, 1e308, 5e-324, True, False)  # fmt: skip
TEXTS = (
    *("", " ", "\t\n", "\u00a0", "\u3164", "\u115f", "\u2800", "\u034f", "\ufe0f", "\x00", "\x7f", "\x85", CANARY * 30),
    *("a" * 200, "a" * 201, "a" * 10_000, "a" * 10_001, "e\u0301" * 100, "Z" + "\u0300" * 199, "o\u0338\u0489" * 60),
    *(f"{CANARY}{each}" for each in HIDDEN),
    *("B\u0430ker Street", "\u0412eth", "\uff13\uff11 Quay St", "\uff3a\uff39\uff19 4BB", "\u0131\u0130", "\ufb01", "\u00df", "\u1e9e"),
    *("1234567890123", "\uff11\uff12", "\u0661\u0662", "\u00b2", "\u2460", "\u4e00", "1_000", "0x1F", "1e6", "-1", "+1", "000000000000"),
    *("../../etc/passwd", "' OR 1=1 --", "{{7*7}}", "${jndi:ldap://x}", "%s%n%x", "%00", "<script>", "=1+1", "\\", '"', "\r\nX: y"),
    *("null", "None", "undefined", "__class__", "constructor", "__proto__", "$where", "\U0001f600" * 50, "\U000e0041", "\uffff"),
    *("14 " * 60, "flat " * 40, "/" * 200, "1/" * 100, "1, " * 60, "-" * 200, "(" * 200, "((((" * 50 + "))))", "a." * 100, "c/o " * 40),
    *("0" * 200, "1 " * 100, "1-" * 100, "&" * 200, "st " * 60, ":" * 60 + "a", "address - " * 20, "living at " * 20, "half " * 40),
    *("the floor " * 20, "ground and " * 18, "AB1 2CD " * 25, "o1o " * 50, "tel " * 50, "tel: " + "1 " * 90, "aka " * 50, "nee " * 50),
)  # fmt: skip
LONG_TEXTS = tuple(
    (text * (10_000 // max(len(text), 1)))[:10_000]
    for text in (*TEXTS[-27:], "no contact ", "he'll kill her. ", "not ")
)
OTHERS: tuple[object, ...] = (
    *(None, [], {}, [[]], [None], [{}], {"": ""}, {CANARY: CANARY}, {"a": {"b": {"c": []}}}),
    *(
        [0] * 1001,
        [CANARY] * 1000,
        [{}] * 1000,
        {str(each): each for each in range(2_000)},
        [[[[[[[[[[]]]]]]]]]],
    ),
)
KINDS: Mapping[type, tuple[object, ...]] = {bool: (True, False, 0, 1, "true"), int: NUMBERS, float: NUMBERS}
EVERYTHING: tuple[object, ...] = (*DAYS, *MOMENTS, *NUMBERS, *TEXTS, *OTHERS, *AS_WRITTEN)


def like(value: object) -> Sequence[object]:
    """Values of the kind of ``value``, at the edge of what is taken or past it."""
    if isinstance(value, str) and value[4:5] == "-" and value[:4].isdigit():
        return MOMENTS if "T" in value else DAYS
    if isinstance(value, str):
        return (*TEXTS, *LONG_TEXTS)
    return KINDS.get(type(value), OTHERS)


def places(value: object, path: Path = ()) -> Iterator[Path]:
    """The path of every value inside a value, its own first."""
    yield path
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield from places(inner, (*path, step))


@st.composite
def changed(draw: st.DrawFn, whole: object, most: int = 3) -> bytes:
    """A body with other values in some places, as it is sent."""
    held = whole
    for _ in range(draw(st.integers(0, most))):
        held = with_value(held, *draw(_changes(held)))
    return as_sent(held)


def _changes(held: object) -> st.SearchStrategy[tuple[Path, object]]:
    return st.sampled_from(list(places(held))).flatmap(
        lambda path: st.tuples(st.just(path), _values(held, path))
    )


def _values(held: object, path: Path) -> st.SearchStrategy[object]:
    return st.one_of(st.sampled_from(like(at(held, path))), st.sampled_from(EVERYTHING))


def at(held: object, path: Path) -> object:
    """The value at a place."""
    for step in path:
        held = cast("dict[str | int, object]", held)[step]
    return held


def with_value(held: object, path: Path, value: object) -> object:
    """The same with another value at one place; nothing that was given is changed."""
    if not path:
        return value
    copied = cast("dict[str | int, object]", held).copy()
    copied[path[0]] = with_value(copied[path[0]], path[1:], value)
    return copied


def as_sent(held: object) -> bytes:
    """JSON with the literals that no writer of JSON writes; half a character goes out as it is."""
    text = dumps(held, ensure_ascii=True)
    for mark, literal in AS_WRITTEN.items():
        text = text.replace(f'"{mark}"', literal)
    return text.encode("utf-8", "surrogatepass")
