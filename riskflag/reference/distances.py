"""Distances as orders and licences write them, in metres."""

import re
from collections.abc import Mapping
from types import MappingProxyType

_METRES: Mapping[str, float] = MappingProxyType(
    {"mile": 1609.344, "kilometre": 1000.0, "metre": 1.0, "yard": 0.9144, "foot": 0.3048}
)
_UNIT = {
    "mile": r"miles?|mi",
    "kilometre": r"kilomet(?:re|er)s?|kms?",
    "metre": r"met(?:re|er)s?|mtrs?|m",
    "yard": r"yards?|yds?",
    "foot": r"feet|foot|ft",
}
_WORDS = {
    "a quarter of a": 0.25,
    "quarter of a": 0.25,
    "a quarter": 0.25,
    "half a": 0.5,
    "a half": 0.5,
    "half": 0.5,
    "one hundred": 100.0,
    "two hundred": 200.0,
    "five hundred": 500.0,
    "one": 1.0,
    "two": 2.0,
    "three": 3.0,
    "four": 4.0,
    "five": 5.0,
    "ten": 10.0,
    "a": 1.0,
}
_AMOUNT = r"\d{1,3}(?:,\d{3})+|\d+\s+\d/\d|\d/\d|\d+(?:\.\d+)?|[½¼]|" + "|".join(
    sorted(_WORDS, key=len, reverse=True)
)
_UNITS = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _UNIT.items())
_DISTANCE = re.compile(rf"(?<![\w.,/])(?P<amount>{_AMOUNT})[\s-]*(?:{_UNITS})\b", re.IGNORECASE)
_SIGNS = {"½": 0.5, "¼": 0.25}


def metres_in(text: str) -> int | None:
    """The largest distance in a text, in whole metres, rounded up; None where there is none with a unit.

    The largest, so that an area is never drawn smaller than somebody meant.
    """
    found = [_metres(match) for match in _DISTANCE.finditer(" ".join(text.split()))]
    return max(found, default=0) or None


def _metres(match: re.Match[str]) -> int:
    unit = next(name for name in _METRES if match[name])
    return -int(-_amount(match["amount"].lower()) * _METRES[unit] // 1)


def _amount(written: str) -> float:
    if written in _SIGNS or written in _WORDS:
        return _SIGNS.get(written) or _WORDS[written]
    whole, _, part = written.replace(",", "").rpartition(" ")
    if "/" in part:
        above, below = part.split("/")
        return float(whole or 0) + (int(above) / int(below) if int(below) else 0.0)
    return float(part)
