"""Numbers in an address: flats, floors, house numbers and ranges, wherever in the line they stand."""

import re
from collections import defaultdict
from collections.abc import Iterable

from riskflag.matching.address_words import FLOOR_WORDS, NUMBER_WORDS, UNIT_WORDS


def _one_of(words: Iterable[str], not_after: str) -> str:
    """Any of the words, sorted out by their first letters: a pattern that begins with letters is looked for
    several times as fast as one that begins with what must not stand before it."""
    begun: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        begun[word[0]].append(word[1:])
    each = "|".join(f"(?<={first})(?:{'|'.join(rest)})" for first, rest in begun.items())
    return f"[{''.join(begun)}]{not_after}(?:{each})"


_FLOORS = _one_of(FLOOR_WORDS, r"(?<!\w.)")
_UNITS = _one_of(UNIT_WORDS, "(?<!floor .)(?<!the .)(?<![a-z].)")
_VALUE = r"(\d+[a-z]?|[a-z]|" + "|".join(NUMBER_WORDS) + r")(?![a-z0-9])"
_UNIT = re.compile(
    rf"{_UNITS}(?![a-z])[\s:#]*(?:(?:no|number)\b)?\s*{_VALUE}"
    rf"(?:\s*(?:&|and)\s*{_VALUE})?"
)
_FLOOR = re.compile(
    rf"({_FLOORS})\b(?:\s*(?:&|and|/)\s*({'|'.join(FLOOR_WORDS)})\b)?"
    rf"\s+(?:(?:floors?|flr)\b\s*|(?=(?:flat|apartment|maisonette)\b))"
)
_NUMBER = re.compile(r"(\d(?<![a-z0-9]\d)\d{0,3})(?:\s?([a-z])(?![a-z0-9]))?(?![a-z0-9])")
_NOTHING: frozenset[str] = frozenset()
_PIECES = re.compile(r"\d+|[a-z]+")
_BEGINNING = re.compile("|".join(sorted({word[:4] for word in UNIT_WORDS})))
"""How a word for a unit begins; a text without any of them is not searched for units, which takes long."""


def take_units(text: str) -> tuple[str, frozenset[str], frozenset[str]]:
    """The text without its units and floors, the units, and the floors."""
    if not _BEGINNING.search(text):
        return text, _NOTHING, _NOTHING
    units: set[str] = set()
    floors: set[str] = set()
    for found in _FLOOR.finditer(text):
        floors.update(FLOOR_WORDS[word] for word in found.groups() if word)
    text = _FLOOR.sub(", floor ", text) if floors else text
    for found in _UNIT.finditer(text):
        for value in filter(None, found.groups()):
            units.update(_PIECES.findall(NUMBER_WORDS.get(value, value)))
    text = _UNIT.sub(", ", text) if units else text
    return text, frozenset(_plain(unit) for unit in units), frozenset(floors)


def _plain(value: str) -> str:
    return value.lstrip("0") or value


def take_number(text: str) -> tuple[tuple[int, int] | None, frozenset[str], str, str]:
    """The house number or range, units found in the same place, and the text before and after.

    Of two bare numbers the first is the unit: "35 Lark House, 10 Elm Road" is number 10.
    """
    every = list(_NUMBER.finditer(text))
    if len(every) == 1:
        return _only_number(every[0], text)
    groups: list[list[re.Match[str]]] = []
    for found in every:
        if groups and _carries_on(groups[-1], found, text):
            groups[-1].append(found)
        else:
            groups.append([found])
    if not groups:
        return None, frozenset(), "", text
    units = {_plain(value) for group in groups[:-1] for found in group for value in found.groups() if value}
    last = groups[-1]
    values = [int(found.group(1)) for found in last]
    if len(last) == 1 and last[0].group(2):
        units.add(last[0].group(2))
    start = last[0].start()
    before = _NUMBER.sub(" ", text[:start]) if start else ""
    return (min(values), max(values)), frozenset(units), before, text[last[-1].end() :]


def _only_number(found: re.Match[str], text: str) -> tuple[tuple[int, int], frozenset[str], str, str]:
    digits, letter = found.groups()
    units = frozenset(letter) if letter else _NOTHING
    return (int(digits), int(digits)), units, text[: found.start()], text[found.end() :]


def _carries_on(group: list[re.Match[str]], found: re.Match[str], text: str) -> bool:
    """Whether a number continues the range or list before it, rather than being a number of its own."""
    gap = text[group[-1].end() : found.start()].strip()
    low, high = int(group[-1].group(1)), int(found.group(1))
    alike = high > low and (high - low) % 2 == 0
    match gap:
        case "-" | "to" | "&" | "and":
            return high >= low
        case "/":
            return alike and high - low <= 20
        case "":
            return alike and high - low <= 8
        case ",":
            return high == low or len(group) > 1
    return False
