"""One object of a payload, read field by field. No refusal repeats what the field holds."""

import hashlib
import json
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from riskflag.dossier import LONDON
from riskflag.importers.numbers import as_numbers, written_as
from riskflag.importers.shape import Contradiction, Gap, Made, Named, Unusable
from riskflag.schema.fields import DATE_YEARS, MOMENT_YEARS
from riskflag.schema.text import IDENTIFIERS, LONGEST_TEXT
from riskflag.vocabulary import SourceRecordId

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})?")
_BRITISH_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_YES_NO = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
_FIELD_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.\[\]-]{0,63}")
_UNTOLD = "?"
_KEPT_LINES = frozenset("\n\t")


@dataclass(slots=True)
class Notes:
    """What is noticed while a payload is read."""

    contradictions: list[Contradiction] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)
    made: list[Made] = field(default_factory=list)


class Fields:
    """One object of a payload.

    value: what stands there; anything but an object refuses every question with ``Unusable``
    path: where it stands in the payload
    taken_on: the day on which the payload was taken from its source system
    notes: where what is noticed is collected
    """

    def __init__(self, value: object, path: str, taken_on: date, notes: Notes) -> None:
        self.value = value
        self.path = path
        self.taken_on = taken_on
        self._notes = notes

    def get(self, name: str) -> object:
        """Whatever stands under ``name``; None where nothing does."""
        if not isinstance(self.value, dict):
            raise Unusable(self.path, "must be an object")
        return self.value.get(name)

    def has(self, name: str) -> bool:
        """Whether anything but null stands under ``name``."""
        return self.get(name) is not None

    def text(self, *names: str) -> str:
        """Text that must be there, under the first of ``names`` that holds any. Raises Unusable."""
        for name in names:
            value = self.get(name)
            if isinstance(value, str) and value.strip():
                return value.strip()
            if value is not None and not isinstance(value, str):
                raise Unusable(self._under(name), "must be text")
        raise Unusable(self._under(names[0]), "is needed")

    def text_or_none(self, name: str) -> str | None:
        """Short text; None where there is none. Something that is not text is a gap."""
        value = self.get(name)
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        if isinstance(value, str):
            return value.strip()
        self.lacks(name, "is not text, and was left out")
        return None

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of the list under ``name``; none where there is no list. A member that is not text is a
        gap, and so is anything but a list."""
        held = [each.value for each in self.items(name)]
        if any(each is not None and not isinstance(each, str) for each in held):
            self.lacks(name, "holds something that is not text, and it was left out")
        return tuple(each.strip() for each in held if isinstance(each, str))

    def digits(self, name: str) -> str | None:
        """A whole number, as a number or in digits; None where there is none. Anything else is a gap."""
        value = self.get(name)
        written = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else "?"
        if value is None or not written:
            return None
        if written.isdecimal():
            return written
        self.lacks(name, "is not a whole number, and was left out")
        return None

    def words(self, *names: str) -> str:
        """Free text, one field below another; empty where there is none. Too much is cut, which is a gap."""
        return self.joined(names[0], (self.text_or_none(name) for name in names))

    def joined(self, name: str, texts: Iterable[str | None]) -> str:
        """Texts one below another, told of as ``name``. What cannot be seen becomes spaces."""
        found = "\n".join(text for text in texts if text)
        seen = "".join(map(_visible, found.replace("\r\n", "\n").replace("\r", "\n"))).strip()
        if len(seen) > LONGEST_TEXT:
            self.lacks(name, f"is longer than {LONGEST_TEXT} characters, and was cut")
        return seen[:LONGEST_TEXT]

    def day(self, name: str) -> date | None:
        """A date, or the date of a moment; None where there is none. One that cannot be read is a gap."""
        value = self.get(name)
        if value is None or value == "":
            return None
        found = _day(value) if isinstance(value, str) else None
        if found is None:
            self.lacks(name, "is not a date that can be read, and was left out")
        return found

    def recorded(self, *names: str) -> date:
        """When the element was written down: the first of ``names`` with a date; else the day of taking."""
        return next((day for name in names if (day := self.day(name))), self.taken_on)

    def yes_or_no(self, name: str) -> bool | None:
        """true or false, yes or no; None where nothing is said. Anything else is a gap."""
        value = self.get(name)
        if value is None or isinstance(value, bool):
            return value
        found = _YES_NO.get(value.strip().lower()) if isinstance(value, str) else None
        if found is None:
            self.lacks(name, "is neither yes nor no, and was left out")
        return found

    def number(self, name: str) -> float | None:
        """A number; None where there is none. Anything else is a gap."""
        value = self.get(name)
        if value is None:
            return None
        if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
            return float(value)
        self.lacks(name, "is not a number, and was left out")
        return None

    def inside(self, name: str) -> "Fields":
        """The object under ``name``; an empty one where there is none. Anything else is a gap."""
        value = self.get(name)
        if value is not None and not isinstance(value, dict):
            self.lacks(name, "is not an object, and was left out")
            value = None
        return self._of(value or {}, self._under(name))

    def at(self, name: str) -> "Fields":
        """Whatever stands under ``name``, as something to be read."""
        return self._of(self.get(name), self._under(name))

    def parts(self, name: str) -> Iterator["Fields"]:
        """What the object under ``name`` is made of; none where there is nothing. Its names are not told."""
        held = self.inside(name)
        values = held.value.values() if isinstance(held.value, dict) else ()
        return (self._of(each, f"{held.path}[{index}]") for index, each in enumerate(values))

    def of(self, value: object, name: str) -> "Fields":
        """``value``, which was written as text under ``name``, as something to be read."""
        return self._of(value, self._under(name))

    def items(self, name: str) -> Iterator["Fields"]:
        """The members of the list under ``name``; none where there is none. Anything else is one member."""
        value = self.get(name)
        return iter(()) if value is None else self._members(value, self._under(name))

    def listed(self, name: str) -> Iterator["Fields"]:
        """The members of a list that must be there: where it is not, one member that cannot be read."""
        return self._members(self.get(name), self._under(name))

    def members(self) -> Iterator["Fields"]:
        """The members of this, which should be a list."""
        return self._members(self.value, self.path)

    def source_id(self, *names: str) -> SourceRecordId:
        """What the source calls the element: all of ``names``, or a digest of it where one is not there."""
        parts = [self.get(name) for name in names]
        if parts and all(isinstance(p, str | int) and not isinstance(p, bool) and str(p) for p in parts):
            return SourceRecordId("-".join(str(part) for part in parts))
        written = json.dumps(self.value, sort_keys=True, default=str)
        return SourceRecordId(f"digest-{hashlib.sha256(written.encode()).hexdigest()[:32]}")

    def refuse(self, name: str, reason: str) -> Unusable:
        """What to raise where the field makes the whole element unusable."""
        return Unusable(self._under(name), reason)

    def is_about(self, name: str, kind: object) -> None:
        """Notes that the payload is about whoever has the number under ``name``.

        kind: NomsNumber, CaseReferenceNumber or PncNumber
        """
        value = self.text_or_none(name)
        if value is None:
            return
        if written_as(kind, value):
            self._notes.named.append(Named(self._under(name), as_numbers(kind, value)))
        else:
            self.contradicts(name, f"is not written as this number is: {IDENTIFIERS[kind][1]}")

    def says_when_made(self, name: str) -> None:
        """Notes that the payload was made at the moment under ``name``, of London where it has no offset. One
        that cannot be read is a gap."""
        value = self.get(name)
        found = _moment(value) if isinstance(value, str) else None
        if found is not None:
            self._notes.made.append(Made(self._under(name), found))
        elif value is not None:
            self.lacks(name, "is not a moment that can be read, so how old this is may not be known")

    def contradicts(self, name: str, what: str) -> None:
        """Notes that the field gainsays another; the element is kept."""
        self._notes.contradictions.append(Contradiction(self._under(name), what))

    def lacks(self, name: str, what: str) -> None:
        """Notes something that is left out or not there; the element is kept."""
        self._notes.gaps.append(Gap(self._under(name), what))

    def _members(self, value: object, path: str) -> Iterator["Fields"]:
        if not isinstance(value, list):
            return iter((self._of(value, path),))
        return (self._of(each, f"{path}[{index}]") for index, each in enumerate(value))

    def _of(self, value: object, path: str) -> "Fields":
        return Fields(value, path, self.taken_on, self._notes)

    def _under(self, name: str) -> str:
        """Where ``name`` stands. One that is not written as fields are may be somebody's, and is not told."""
        told = name if not name or _FIELD_NAME.fullmatch(name) else _UNTOLD
        return f"{self.path}.{told}" if self.path and told else self.path or told


def _visible(character: str) -> str:
    unseen = unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    return " " if unseen and character not in _KEPT_LINES else character


def _day(text: str) -> date | None:
    british = _BRITISH_DAY.fullmatch(text)
    try:
        if british:
            found = date(int(british[3]), int(british[2]), int(british[1]))
        elif _MOMENT.fullmatch(text):
            moment = datetime.fromisoformat(text)
            found = (moment.astimezone(LONDON) if moment.tzinfo else moment).date()
        else:
            found = date.fromisoformat(text) if _DAY.fullmatch(text) else date.min
    except (ValueError, OverflowError):
        return None
    return found if found.year in DATE_YEARS else None


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text) if _MOMENT.fullmatch(text) else None
    except ValueError:
        return None
    if moment is None or moment.year not in MOMENT_YEARS:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=LONDON)
