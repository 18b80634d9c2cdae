"""What text may be: which characters, how long, and how an identifier is written."""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import NewType, overload

from marshmallow import ValidationError, validate

from riskflag.vocabulary import CaseReferenceNumber, NomsNumber, PncNumber, Uprn

LONGEST_NAME = 200
"""In characters: names, codes, labels and everything else that is not free text."""

LONGEST_TEXT = 10_000
"""In characters: free text."""

FREE_TEXT = frozenset(
    {
        "allows",
        "comment",
        "contingency",
        "description",
        "how",
        "method",
        "monitoring",
        "note",
        "notes",
        "outcome",
        "result",
        "text",
        "victim_contact_plan",
        "wording",
        "words",
    }
)
"""Fields that hold sentences. Everything else that is text is short and stands on one line."""

IDENTIFIERS: Mapping[object, tuple[str, str]] = MappingProxyType(
    {
        NomsNumber: ("[A-Z][0-9]{4}[A-Z]{2}", "a letter, four digits and two letters"),
        CaseReferenceNumber: ("[A-Z][0-9]{6}", "a letter and six digits"),
        PncNumber: ("[0-9]{2,4}/[0-9]{1,7}[A-Z]", "a year, a stroke, up to seven digits and a letter"),
        Uprn: ("[0-9]{1,12}", "one to twelve digits"),
    }
)
"""How each kind of identifier is written: as a pattern, and in words."""

NOT_BLANK = validate.Regexp(r".*\S", error="must not be blank")

# Control, formatting (writing direction, zero width), surrogate and private characters, line separators:
# none of them can be seen, and each can make two names look alike or one name look like two.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_LINE_BREAKS = frozenset("\n\t")
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
"""Letters, marks and patterns that are drawn as nothing."""


class Visible(validate.Validator):
    """Refuses characters that cannot be seen.

    lines: whether line breaks and tabs are allowed
    """

    def __init__(self, *, lines: bool) -> None:
        self._allowed = _LINE_BREAKS if lines else frozenset()

    def __call__(self, value: str) -> str:
        """The value itself. Raises ValidationError without repeating it."""
        if not (value.isascii() and value.isprintable()) and any(map(self._is_hidden, value)):
            raise ValidationError("holds a control, direction or other invisible character")
        return value

    def _is_hidden(self, each: str) -> bool:
        hidden = unicodedata.category(each) in _INVISIBLE or each in _BLANK
        return hidden and each not in self._allowed


class WrittenAs(validate.Regexp):
    """Refuses an identifier that is not written as its kind is, from its first character to its last."""

    def __init__(self, pattern: str, in_words: str) -> None:
        # What is published must be anchored; what is checked must not end in $, which lets a line break by.
        super().__init__(f"^(?:{pattern})$", error=f"must be {in_words}")
        self._whole = re.compile(pattern)

    @overload
    def __call__(self, value: str) -> str: ...
    @overload
    def __call__(self, value: bytes) -> bytes: ...
    def __call__(self, value: str | bytes) -> str | bytes:
        """The value itself. Raises ValidationError without repeating it."""
        if not isinstance(value, str) or self._whole.fullmatch(value) is None:
            raise ValidationError(str(self.error))
        return value


def validators(kind: object, name: str, *, required: bool) -> list[validate.Validator]:
    """What a text field called ``name`` is checked for; ``kind`` is its type, perhaps an identifier."""
    if isinstance(kind, NewType) and kind in IDENTIFIERS:
        return [WrittenAs(*IDENTIFIERS[kind])]
    if name in FREE_TEXT:
        return [_no_longer_than(LONGEST_TEXT), Visible(lines=True)]
    checks: list[validate.Validator] = [_no_longer_than(LONGEST_NAME), Visible(lines=False)]
    return [*checks, NOT_BLANK] if required else checks


def _no_longer_than(characters: int) -> validate.Length:
    return validate.Length(max=characters, error=f"must be at most {characters} characters long")
