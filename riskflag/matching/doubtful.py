"""Two addresses of which one is written with letters or digits that only pass for ours.

Each is read in every way in which it may be meant, and the nearest of the comparisons counts: it makes the
two candidates for somebody to look at, and no more. A word written alike on both sides is no cause for doubt.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from riskflag.matching.address_parts import texts_of
from riskflag.records.base import Address
from riskflag.reference.look_alikes import (
    Reading,
    as_it_looks,
    doubtful_words,
    strokes_as_digits,
    unreadable,
    unsure_numbers,
)
from riskflag.vocabulary import AddressBand

BandAndReason = tuple[AddressBand, str]

LOOK_ALIKES = "but one of them is written with letters or digits that only look like ours"
NUMBERS = "a number is written with digits or letters that only look like ours"
OTHER_SCRIPT = "one of the addresses is written in part in another script"
STROKES = "but only where a letter in a number is read as the digit that it looks like"

_BESIDE_A_DIGIT = re.compile(r"\d[oOiIl]|[oOiIl]\d")
"""Where a stroke may be a digit; in most addresses there is none."""

_NEAREST = (
    AddressBand.SAME_PROPERTY,
    AddressBand.SAME_BUILDING,
    AddressBand.POSSIBLE,
    AddressBand.CANNOT_TELL,
    AddressBand.DIFFERENT,
)


def plainly_written(address: Address) -> bool:
    """Whether nothing in it may be meant for anything else: no other letters, no stroke beside a digit."""
    return all(
        not text or (text.isascii() and not _BESIDE_A_DIGIT.search(text)) for text in texts_of(address)
    )


def written_otherwise(left: Address, right: Address) -> frozenset[str]:
    """The doubtful words of either address that the other does not have."""
    if _in_ascii(left) and _in_ascii(right):
        return frozenset()
    return doubtful_words(*texts_of(left)) ^ doubtful_words(*texts_of(right))


def compare_readings(
    left: Address, right: Address, compare: Callable[[Address, Address], BandAndReason]
) -> BandAndReason:
    """The nearest of the comparisons of every reading, as a candidate at most."""
    compared = (compare(one, other) for one in _readings(left) for other in _readings(right))
    band, because = min(compared, key=_nearness)
    if band in _NEAREST[:3]:
        return AddressBand.POSSIBLE, f"{because}, {LOOK_ALIKES}"
    words = written_otherwise(left, right)
    if unreadable(words):
        return AddressBand.CANNOT_TELL, OTHER_SCRIPT
    return (AddressBand.CANNOT_TELL, NUMBERS) if unsure_numbers(words) else (band, because)


def compare_strokes(
    left: Address, right: Address, compare: Callable[[Address, Address], BandAndReason]
) -> BandAndReason | None:
    """A candidate, where the two agree once "l4" and "1O" are read as numbers; None where they do not."""
    one, other = _with_digits(left), _with_digits(right)
    if (one, other) == (left, right):
        return None
    pairs = ((one, right), (left, other), (one, other))
    band, because = min((compare(*pair) for pair in pairs), key=_nearness)
    return (AddressBand.POSSIBLE, f"{because}, {STROKES}") if band in _NEAREST[:3] else None


def _nearness(compared: BandAndReason) -> tuple[int, str]:
    """The nearest first, and of those one that does not depend on which address came first."""
    return _NEAREST.index(compared[0]), compared[1]


def _readings(address: Address) -> set[Address]:
    return {_rewritten(address, partial(as_it_looks, reading=way)) for way in Reading}


def _in_ascii(address: Address) -> bool:
    return all(not text or text.isascii() for text in texts_of(address))


def _with_digits(address: Address) -> Address:
    if not any(text and _BESIDE_A_DIGIT.search(text) for text in texts_of(address)):
        return address
    return _rewritten(address, strokes_as_digits)


def _rewritten(address: Address, rewrite: Callable[[str], str]) -> Address:
    def read(text: str | None) -> str | None:
        return rewrite(text) if text else text

    return replace(
        address,
        text=rewrite(address.text),
        unit=read(address.unit),
        number=read(address.number),
        street=read(address.street),
        town=read(address.town),
        postcode=read(address.postcode),
    )
