"""The prompts of a court result, as Common Platform writes them: a label, and lines of "Label:value".

A condition is one prompt whose value holds such lines, or the result itself with the prompts that stand
alone. An address may run over several lines of one value and over several entries; a line without a label
goes on with the value before it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from riskflag.reference.distances import metres_in
from riskflag.schema.text import LONGEST_NAME

_CUT = " (cut: read the original)"
_LINE = re.compile(r"(?P<label>[A-Za-z][A-Za-z .,/'()&-]{0,98}(?: \d)?\??)[ \t]*:(?P<value>.*)")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{2})-(\d{2})")
_PLACE = re.compile(
    r"\b(?:address|place|area|premises|remain at|hostel name|post ?code|town|street|county)\b|^of$",
    re.IGNORECASE,
)
_NOT_A_PLACE = re.compile(
    r"e-?mail|court|police station|contractor|organisation|telephone|reason|radius of|specified person",
    re.IGNORECASE,
)
_ALTERNATIVE = re.compile(r"^(?:alternative|second|other)\b", re.IGNORECASE)
_RADIUS = re.compile(r"\b(?:radius|within|distance)\b", re.IGNORECASE)
_ENDS = re.compile(r"^(?:order )?end ?date\b|^until$|^(?:order )?expir\w+|^date of expiry", re.IGNORECASE)
_OF_A_TAG = re.compile(r"\btag(?:ging)?\b", re.IGNORECASE)
_PERIOD = re.compile(r"\bperiod\b", re.IGNORECASE)
_STARTS = re.compile(r"^start ?date\b|\bstart ?date$", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?:\W*(?:flat|unit|room|apartment|plot)\b)?\W*\d+\w?\b", re.IGNORECASE)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a prompt, with the lines that go on with it. ``label`` is empty where none was written."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that a court asked, under its label.

    label: what the court calls it ("Exclusion - not to enter a place")
    entries: what was filled in
    """

    label: str
    entries: tuple[Entry, ...] = ()

    @property
    def wording(self) -> str:
        """All of it, as written, on one line."""
        said = (
            f"{e.label}: {on_one_line(e.value)}" if e.label else on_one_line(e.value) for e in self.entries
        )
        details = "; ".join(filter(None, said))
        return f"{on_one_line(self.label)}. {details}" if details else on_one_line(self.label)

    @property
    def places(self) -> tuple[str, ...]:
        """Every place that it names, on one line each. A label used twice or "alternative" begins another."""
        groups: dict[str, list[str]] = {}
        seen: set[tuple[str, str]] = set()
        for entry in self.entries:
            if not _names_a_place(entry.label) or not entry.value.strip():
                continue
            group = "other" if _ALTERNATIVE.search(entry.label) else "main"
            again = (group, entry.label.casefold()) in seen
            seen.add((group, entry.label.casefold()))
            key = f"{group} {len(groups)}" if again else _open_group(groups, group)
            groups.setdefault(key, []).append(on_one_line(entry.value))
        return tuple(", ".join(parts) for parts in groups.values())

    @property
    def radius_metres(self) -> int | None:
        """How far around the place it reaches; None where it does not say, or in no unit."""
        for entry in self.entries:
            if _RADIUS.search(entry.label):
                return metres_in(entry.value)
        return None

    @property
    def starts_on(self) -> date | None:
        """The first day that it states."""
        return next((d for e in self.entries if _STARTS.search(e.label) and (d := day_in(e.value))), None)

    @property
    def ends_on(self) -> date | None:
        """The last day that it states. The end of a tag alone is not the end of what is tagged."""
        its_own = any(_PERIOD.search(entry.label) for entry in self.entries)
        ends = (
            e for e in self.entries if _ENDS.search(e.label) and (its_own or not _OF_A_TAG.search(e.label))
        )
        return next((day for entry in ends if (day := day_in(entry.value))), None)


def entries_of(value: str) -> tuple[Entry, ...]:
    """The lines of a prompt's value. A line break may have been written as a backslash and an n."""
    entries: list[Entry] = []
    for line in value.replace("\\n", "\n").splitlines():
        found = _LINE.fullmatch(line.strip())
        if found:
            entries.append(Entry(found["label"].strip(), found["value"].strip()))
        elif line.strip() and entries:
            entries[-1] = Entry(entries[-1].label, f"{entries[-1].value}\n{line.strip()}".strip())
        elif line.strip():
            entries.append(Entry("", line.strip()))
    return tuple(entries)


def day_in(text: str) -> date | None:
    """The first day written in a text, British or ISO; None where there is none that exists."""
    found = _DAY.search(text)
    if found is None:
        return None
    day, month, year, iso_year, iso_month, iso_day = found.groups()
    try:
        return date(int(year or iso_year), int(month or iso_month), int(day or iso_day))
    except ValueError:
        return None


def on_one_line(text: str) -> str:
    """The lines of a text joined with commas, without blanks and commas to spare."""
    lines = (" ".join(line.split()).strip(" ,") for line in text.replace("\\n", "\n").splitlines())
    return ", ".join(filter(None, lines))


def cut_to(longest: int, text: str) -> str:
    """The text, which says that it was cut where it had to be."""
    return text if len(text) <= longest else text[: longest - len(_CUT)] + _CUT


def is_an_address(place: str) -> bool:
    """Whether a place is a building or a street with its postcode, and not an area or a town."""
    written = bool(_NUMBERED.search(place) or _POSTCODE.search(place))
    return written and len(place) <= LONGEST_NAME


def states_an_end(entries: Iterable[Entry]) -> str | None:
    """What stands where an end should, whether it can be read or not; None where nothing does."""
    return next((e.value for e in entries if _ENDS.search(e.label) and not _OF_A_TAG.search(e.label)), None)


def _names_a_place(label: str) -> bool:
    return bool(_PLACE.search(label)) and not _NOT_A_PLACE.search(label)


def _open_group(groups: dict[str, list[str]], group: str) -> str:
    """The latest place of this group that is still being written down; the first one's name where none is."""
    return next((key for key in reversed(groups) if key.startswith(group)), f"{group} 0")
