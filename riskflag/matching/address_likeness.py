"""How alike the words of two addresses are: street, building and locality."""

from dataclasses import dataclass, field

from rapidfuzz import fuzz

from riskflag.matching.address_parts import AddressParts, Words
from riskflag.matching.address_words import STREET_TYPES, telling, weight

LEAST_LIKE = 0.65
"""Below this ratio two words are two words, not one word mistyped ("larch" and "birch" are at 0.60)."""
_CUT = LEAST_LIKE * 100
RUN_TOGETHER = 90
"""Likeness, of a hundred, from which two streets are one, written with other spaces."""
OUT_OF_PLACE = 0.6
"""Credit for a word that the other address has elsewhere than in its street."""
HALF_KNOWN = 0.5
"""Likeness when only one of the two gives any words."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two addresses' words are, each figure from 0 to 1.

    street: the streets, or building and street where either address has no number
    street_types_differ: one says Lane and the other Road
    localities: the words of either that stand after its street
    """

    street: float
    street_types_differ: bool
    localities: tuple[Words, Words] = field(compare=False, default=((), ()))

    @property
    def locality(self) -> float | None:
        """Towns and villages, the better of the two coverages: "Leeds" agrees with "Roundhay, Leeds". None
        where only one gives any, or neither."""
        return _in_common(*self.localities)

    @property
    def locality_given_once(self) -> bool:
        """Whether exactly one of them names a locality."""
        left, right = self.localities
        return bool(telling(left)) != bool(telling(right))


def compare_words(left: AddressParts, right: AddressParts) -> Likeness:
    """Compare both ways, so that the answer does not depend on which address comes first."""
    numbered = bool(left.numbers and right.numbers)
    streets = (left.street, right.street) if numbered else (left.line, right.line)
    left_street, left_rest = _close(*streets, left)
    right_street, right_rest = _close(streets[1], streets[0], right)
    street = _street_likeness(left_street, right_street, left.name + left_rest, right.name + right_rest)
    return Likeness(
        street=street,
        street_types_differ=_types_differ(left_street, right_street),
        localities=(left_rest, right_rest),
    )


def _close(street: Words, other: Words, parts: AddressParts) -> tuple[Words, Words]:
    """Street and locality, an open-ended street cut where the other one suggests that it ends."""
    if not parts.street_is_open or not other:
        return street, parts.locality
    lengths = range(max(1, len(other) - 1), min(len(street), len(other)) + 1)
    if not lengths:
        return street, parts.locality
    end = max(lengths, key=lambda length: (fuzz.ratio("".join(street[:length]), "".join(other)), length))
    return street[:end], street[end:] + parts.locality


def _street_likeness(left: Words, right: Words, left_elsewhere: Words, right_elsewhere: Words) -> float:
    if left == right:
        return 1.0
    if not left or not right:
        return HALF_KNOWN
    both_ways = (_coverage(left, right, right_elsewhere) + _coverage(right, left, left_elsewhere)) / 2
    joined = fuzz.ratio("".join(left), "".join(right), score_cutoff=RUN_TOGETHER) / 100
    return max(both_ways, joined)


def _coverage(words: Words, other: Words, elsewhere: Words = ()) -> float:
    """The share of the words, by weight, that the other address has too."""
    total = found = 0.0
    for word in words:
        counts = weight(word)
        total += counts
        found += counts if word in other else counts * _best(word, other, elsewhere)
    return found / total


def _best(word: str, other: Words, elsewhere: Words) -> float:
    """The nearest to a word that the other address has not."""
    best = OUT_OF_PLACE if word in elsewhere else 0.0
    if len(word) > 2 and word not in STREET_TYPES:
        for candidate in other:
            best = max(best, fuzz.ratio(word, candidate, score_cutoff=_CUT) / 100)
    return best


def _types_differ(left: Words, right: Words) -> bool:
    types = {words[-1] for words in (left, right) if words and words[-1] in STREET_TYPES}
    return len(types) > 1


def _in_common(left: Words, right: Words) -> float | None:
    left, right = telling(left), telling(right)
    if not left or not right:
        return None
    return max(_coverage(left, right), _coverage(right, left))


def words_in_common(left: AddressParts, right: AddressParts) -> float:
    """The share of one address's telling words that the other has anywhere, 0 to 1; the better way counts."""
    return _in_common(left.line + left.locality, right.line + right.locality) or 0.0
