"""Postcodes as people write them: found in a line of text, repaired, and compared."""

import re
from enum import StrEnum

from rapidfuzz.distance import OSA

_FULL = re.compile(r"(?<![a-z0-9])([a-z]{1,2})([0-9oi])([a-z0-9]?)\s*([0-9oi])([a-z]{2})(?![a-z0-9])")
_OUTWARD_AT_END = re.compile(r"(?<![a-z0-9])([a-z]{1,2}[0-9][a-z0-9]?)\W*$")
_USUAL = re.compile(r"(?<![a-z0-9])([a-z]{1,2}[0-9][a-hj-np-z0-9]?) ?([0-9][a-z]{2})\Z")
"""A whole postcode as it usually stands: last, with digits where they belong."""
_LONGEST = 8
_LETTERS_FOR_DIGITS = str.maketrans("oi", "01")


class PostcodeRelation(StrEnum):
    """How two postcodes stand to each other; NEAR is one slip of the keyboard apart."""

    EQUAL = "equal"
    NEAR = "near"
    SAME_OUTWARD_CODE = "same_outward_code"
    ELSEWHERE = "elsewhere"
    MISSING = "missing"


def take_postcode(text: str) -> tuple[str, str]:
    """Split lower-case text into the text without its last postcode, and that postcode.

    The postcode is "ab1 2cd", "ab1" where only the outward code is given, or empty. A letter O or I where a
    digit belongs is repaired, but only beside a real digit, or ordinary words would turn into postcodes.
    """
    usual = _USUAL.search(text, max(0, len(text) - _LONGEST))
    if usual:
        return f"{text[: usual.start()]}, ", f"{usual.group(1)} {usual.group(2)}"
    for found in reversed(list(_FULL.finditer(text))):
        area, first, second, inward, unit = found.groups()
        if any(character.isdigit() for character in first + second + inward):
            digits = (first + second + inward).translate(_LETTERS_FOR_DIGITS)
            postcode = f"{area}{digits[:-1]} {digits[-1]}{unit}"
            return f"{text[: found.start()]}, {text[found.end() :]}", postcode
    outward = _OUTWARD_AT_END.search(text)
    if outward and outward.start() > 0 and _ends_a_place(text[: outward.start()]):
        return text[: outward.start()], outward.group(1)
    return text, ""


def _ends_a_place(before: str) -> bool:
    """Whether a code at the end follows a place name, so that the B2 of "Flat B2" is left alone."""
    words = re.findall(r"[a-z0-9]+", before)
    return len(words) > 1 and words[-1] not in {"flat", "flt", "apartment", "apt", "unit", "room", "studio"}


def compare_postcodes(left: str, right: str) -> PostcodeRelation:
    """Compare two postcodes as `take_postcode` gives them."""
    if not left or not right:
        return PostcodeRelation.MISSING
    if " " not in left or " " not in right:
        same = outward_code(left) == outward_code(right)
        return PostcodeRelation.SAME_OUTWARD_CODE if same else PostcodeRelation.ELSEWHERE
    if left == right:
        return PostcodeRelation.EQUAL
    if OSA.distance(left.replace(" ", ""), right.replace(" ", ""), score_cutoff=1) <= 1:
        return PostcodeRelation.NEAR
    same = outward_code(left) == outward_code(right)
    return PostcodeRelation.SAME_OUTWARD_CODE if same else PostcodeRelation.ELSEWHERE


def postcode_sector(postcode: str) -> str:
    """A full postcode without its last two letters: "ab1 2"; empty where it is not full."""
    outward, _, inward = postcode.partition(" ")
    return f"{outward} {inward[0]}" if inward else ""


def outward_code(postcode: str) -> str:
    """The part before the space."""
    return postcode.partition(" ")[0]
