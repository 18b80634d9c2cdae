"""Whether the chain of the audit holds, and if not, at which entry it first breaks. Pure.

The chain alone cannot show that its newest entries were cut off, or that whoever has the key wrote it anew:
for those it is compared with a head, signed and kept elsewhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from riskflag.persistence.chain import BEGINNING, code_of


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry of a chain.

    sequence: its number; 0 where there is none
    mac: its code, in hexadecimal
    """

    sequence: int
    mac: str


class Break(StrEnum):
    """How the chain breaks, as it is told."""

    NUMBER = "it is missing, or stands in another's place"
    CODE = "it was changed, or does not belong there"
    CUT_OFF = "it and all that followed were cut off, for the signed head goes further"
    ANOTHER_CHAIN = "it is not the one that the head was signed for: the chain was written anew"


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of the check.

    newest: the newest entry up to which the chain holds
    broken: how it breaks at the entry after that; None where all of it holds
    """

    newest: Head
    broken: Break | None = None


def check(entries: Iterable[Mapping[str, object]], key: bytes, head: Head | None = None) -> Checked:
    """Checks a chain from its first entry on, and that it goes through the head where one is given.

    entries: every entry with all its columns, in the order of their numbers
    key: the key that vouches for them
    """
    newest = Head(0, BEGINNING)
    for entry in entries:
        broken = _breaks(entry, newest, key)
        if broken is not None:
            return Checked(newest, broken)
        after = Head(newest.sequence + 1, str(entry["mac"]))
        if head is not None and after.sequence == head.sequence and after.mac != head.mac:
            return Checked(newest, Break.ANOTHER_CHAIN)
        newest = after
    if head is not None and head.sequence > newest.sequence:
        return Checked(newest, Break.CUT_OFF)
    return Checked(newest)


def _breaks(entry: Mapping[str, object], before: Head, key: bytes) -> Break | None:
    if type(entry["sequence"]) is not int or entry["sequence"] != before.sequence + 1:
        return Break.NUMBER
    try:
        return None if entry["mac"] == code_of(entry, before.mac, key) else Break.CODE
    except TypeError:  # a column holds what none of ours ever held, bytes among them
        return Break.CODE


def say(checked: Checked, head: Head | None) -> str:
    """What came of it in a sentence, which tells numbers and nothing that an entry says."""
    number = checked.newest.sequence
    if checked.broken is not None:
        return f"the audit breaks at entry {number + 1}: {checked.broken}"
    holds = f"the audit holds from entry 1 to {number}" if number else "the audit has no entry"
    if head is None:
        return f"{holds}; without a signed head nobody can tell whether newer ones were cut off"
    return f"{holds}, and goes through the head signed at {head.sequence}"
