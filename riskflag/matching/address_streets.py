"""Whether two addresses give two streets, or two buildings: each names one that the other does not have.

The street of one address may stand in the other as a building or a village, misspelt or with other spaces, so
it is looked for in all that the other says. An address of which it is not sure that it names a street gives
none.
"""

from collections.abc import Iterator

from rapidfuzz import fuzz

from riskflag.matching.address_parts import AddressParts, Words
from riskflag.matching.address_words import BUILDING_TYPES, STREET_TYPES, telling

SHORTEST = 4
"""A shorter word, mistyped, is like no other, and names no building."""
NAME_FOUND = 75
"""Likeness, of a hundred, from which a name is somewhere in what the other address says."""


def give_two_streets(left: AddressParts, right: AddressParts) -> bool:
    """Whether each gives a street, the name of one is nowhere in the other, and the other's not with its kind
    in the first, where its name may be a town's or county's. A school of one name may be at two gates."""
    return _comparable(left, right) and (_parted(left, right) or _parted(right, left))


def give_two_kinds(left: AddressParts, right: AddressParts) -> bool:
    """Whether each gives a street, of one name or not, that with its kind is nowhere in the other."""
    return _comparable(left, right) and not (_has_street(left, right) or _has_street(right, left))


def give_two_buildings(left: AddressParts, right: AddressParts) -> bool:
    """Whether each names a building before its street, nothing of which is anywhere in the other."""
    if not _gives_street(left) or not _gives_street(right):
        return False
    one, other = _building(left), _building(right)
    return bool(one and other) and not (_has_any(left, other) or _has_any(right, one))


def name_one_building(left: AddressParts, right: AddressParts) -> bool:
    """Whether what stands before the house number of one is somewhere in the other."""
    pairs = (left, right), (right, left)
    return any(one.name and _has_any(other, ("".join(one.name),)) for one, other in pairs)


def _building(parts: AddressParts) -> Words:
    """What a building is called, without its kind and without the town that it may be called after. One word
    before a street is as likely a part of its name: "Little Yard Lane"."""
    name = _before_street(parts)
    if len(name) < 2:
        return ()
    known = {*STREET_TYPES, *BUILDING_TYPES, *parts.locality}
    return tuple(word for word in telling(name) if len(word) >= SHORTEST and word not in known)


def _comparable(left: AddressParts, right: AddressParts) -> bool:
    return _gives_street(left) and _gives_street(right) and not _one_building(left, right)


def _gives_street(parts: AddressParts) -> bool:
    """With a number the words after it are a street's, and without one those that end in a kind of street."""
    if parts.street_is_open:
        return False
    return bool(parts.street) if parts.numbers else any(word in STREET_TYPES for word in parts.street[-2:])


def _one_building(left: AddressParts, right: AddressParts) -> bool:
    names = ["".join(telling(_before_street(parts))[:1]) for parts in (left, right)]
    return all(names) and fuzz.ratio(*names) >= NAME_FOUND


def _before_street(parts: AddressParts) -> Words:
    return parts.name if parts.numbers else parts.street[:-2]


def _parted(one: AddressParts, other: AddressParts) -> bool:
    street = _street(one)
    name = telling(street[:-1]) or street
    return not (_has_any(other, ("".join(name),)) or _has_street(one, other))


def _street(parts: AddressParts) -> Words:
    """The street with its kind; without a number two words, since a building's name may stand before."""
    return parts.street if parts.numbers else parts.street[-2:]


def _has_any(parts: AddressParts, words: Words) -> bool:
    """Whether the address says any of the words somewhere, however spaced."""
    said = "".join(_said(parts))
    return any(fuzz.partial_ratio(word, said, score_cutoff=NAME_FOUND) > 0 for word in words)


def _has_street(parts: AddressParts, other: AddressParts) -> bool:
    """Whether the address has the other's street with its kind; any kind where the other gives none."""
    *name, kind = _street(other)
    if kind not in STREET_TYPES or not name:
        return _has_any(parts, ("".join((*name, kind)),))
    return any(
        fuzz.ratio(said, "".join(name)) >= NAME_FOUND for said in _before(kind, _said(parts), len(name))
    )


def _before(kind: str, words: Words, most: int) -> Iterator[str]:
    """What stands before each such word, as one word: of about so many, or run together with it."""
    for place, word in enumerate(words):
        if word.endswith(kind):
            own = word.removesuffix(kind)
            for count in range(0 if own else 1, most + 2):
                yield "".join(words[max(0, place - count) : place]) + own


def _said(parts: AddressParts) -> Words:
    return parts.line + parts.locality
