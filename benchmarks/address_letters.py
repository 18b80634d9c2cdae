"""Whether anything but a postcode tells two addresses apart, by their letters alone and by no score.

What is left out of a register may still be in it: the same house with its neighbours' postcode, or its street
without a number, of which it may be any house. What is found there is rightly called possible.
"""

import re

_POSTCODE = re.compile(r"[, ]*\b([A-Z]{1,2}\d[A-Z\d]?) ?\d[A-Z]{2}$")
_UNIT = re.compile(r"\b(?:FLAT|APARTMENT|UNIT|ROOM|STUDIO|SUITE) [A-Z0-9/]{1,4}\b[, ]*")
_NUMBER = r"(\d+)[A-Z]?(?: ?[-/&] ?(\d+)[A-Z]?)?"
_HOUSE = re.compile(rf"(?:^|[, ]){_NUMBER} ([A-Z][A-Z .]+)(?:,|$)")
_KINDS = frozenset(
    """ROAD STREET LANE AVENUE CLOSE DRIVE WAY GARDENS CRESCENT PLACE TERRACE SQUARE GROVE HILL ROW WALK MEWS
    PARADE""".split()
)
_SHORT = {"RD": "ROAD", "ST": "STREET", "LN": "LANE", "AVE": "AVENUE", "CL": "CLOSE", "DR": "DRIVE"}
_SHORTENED = re.compile(rf"\b({'|'.join(_SHORT)})\b(?=,|$)")


def nothing_tells_apart(one: str, other: str) -> bool:
    """Whether one is a house of a street, or the street alone, that the other names too, with the same number
    or without any; both in one postcode district, or in what one gives as its town, whatever their units."""
    (district, text), (other_district, other_text) = _read(one), _read(other)
    if district != other_district and not _in_one_town(text, other_text):
        return False
    return _is_its_street(text, other_text) or _is_its_street(other_text, text)


def _read(written: str) -> tuple[str, str]:
    """The postcode district, and the text without postcode and units."""
    written = written.upper()
    found = _POSTCODE.search(written)
    text = _UNIT.sub("", _POSTCODE.sub("", written).replace("'", ""))
    text = _SHORTENED.sub(lambda short: _SHORT[short.group()], text)
    return (found.group(1) if found else ""), text.strip(" ,")


def _in_one_town(one: str, other: str) -> bool:
    left, right = ([part.strip() for part in text.split(",")] for text in (one, other))
    return left[-1] in right[1:] or right[-1] in left[1:]


def _is_its_street(text: str, other: str) -> bool:
    house = _HOUSE.search(text)
    street = house.group(3).strip() if house else text.partition(",")[0]
    if not house and not _is_a_street_alone(street, text):
        return False
    there = re.search(rf"(?:{_NUMBER},? )?(?<![A-Z]){re.escape(street)}(?![A-Z])", other)
    if there is None:
        return False
    own, theirs = (_numbers(*found.group(1, 2)) if found else set() for found in (house, there))
    return not own or not theirs or bool(own & theirs)


def _is_a_street_alone(street: str, text: str) -> bool:
    return street.rpartition(" ")[2] in _KINDS and not re.search(r"\d", text)


def _numbers(first: str | None, last: str | None) -> set[int]:
    ends = [int(end) for end in (first, last) if end]
    return set(range(min(ends), max(ends) + 1)) if ends else set()
