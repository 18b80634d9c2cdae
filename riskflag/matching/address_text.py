"""What two addresses' texts and form fields say about being the same place.

House number and unit are compared first and the words of the street second; a postcode strengthens or
weakens, and on its own proves nothing. "Different" needs evidence: an address that says too little cannot be
told apart from any other.

The thresholds were set on labelled pairs of addresses from two sources and on hard negatives (neighbours,
sibling flats); `benchmarks/matching_quality.py` measures them again.
"""

from dataclasses import dataclass

from riskflag.matching.address_likeness import Likeness, compare_words, words_in_common
from riskflag.matching.address_parts import AddressParts, take_apart
from riskflag.matching.address_position import WORDING, Position, compare_positions
from riskflag.matching.address_streets import (
    give_two_buildings,
    give_two_kinds,
    give_two_streets,
    name_one_building,
)
from riskflag.matching.address_words import telling
from riskflag.matching.memory import remembered
from riskflag.matching.postcode import PostcodeRelation, compare_postcodes
from riskflag.records.base import Address
from riskflag.vocabulary import AddressBand

BandAndReason = tuple[AddressBand, str]

SAME_WITH_POSTCODE = 0.72
SAME_WITHOUT_POSTCODE = 0.90
BUILDING = 0.60
LOCALITY_AGREES = 0.60
TOWN_AGREES = 0.80
POSSIBLE = {
    PostcodeRelation.EQUAL: 0.33,
    PostcodeRelation.NEAR: 0.58,
    PostcodeRelation.MISSING: 0.58,
    PostcodeRelation.SAME_OUTWARD_CODE: 0.66,
    PostcodeRelation.ELSEWHERE: 0.90,
}
"""Street likeness from which a person checks, by what the postcodes say."""
IN_COMMON = {PostcodeRelation.EQUAL: 0.50, PostcodeRelation.NEAR: 0.60}
"""Words in common, wherever they stand, from which a person checks an address that has no number."""
IN_COMMON_OF_ONE_NAME = {PostcodeRelation.MISSING: 0.65, PostcodeRelation.SAME_OUTWARD_CODE: 0.75}
"""The same of two that have no number and begin alike: a house of one name, whose street is another in each
source."""

_POSTCODE_WORDING = {
    PostcodeRelation.EQUAL: "the postcodes are equal",
    PostcodeRelation.NEAR: "the postcodes are one character apart",
    PostcodeRelation.MISSING: "at least one postcode is missing",
    PostcodeRelation.SAME_OUTWARD_CODE: "the postcodes differ within one district",
    PostcodeRelation.ELSEWHERE: "the postcodes are in different districts",
}
_APART = frozenset({PostcodeRelation.SAME_OUTWARD_CODE, PostcodeRelation.ELSEWHERE})
_DIGITS_AS_LETTERS = (str.maketrans("01", "oi"), str.maketrans("01", "ol"))
_SAME_POSITION = frozenset({Position.EQUAL, Position.NO_NUMBERS})
_ONE_DOOR = frozenset({Position.EQUAL, Position.EITHER_WAY_ROUND})


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that was compared between two addresses' texts.

    left, right: the two, taken apart
    position: how their house numbers and units stand to each other
    postcodes: how their postcodes do
    words: how alike streets and towns are
    """

    left: AddressParts
    right: AddressParts
    position: Position
    postcodes: PostcodeRelation
    words: Likeness

    @property
    def both_numbered(self) -> bool:
        """Whether there are two house numbers to compare."""
        return self.left.numbers is not None and self.right.numbers is not None

    @property
    def whole_postcodes(self) -> bool:
        """Whether both give more than a district."""
        return " " in self.left.postcode and " " in self.right.postcode

    def match(self, band: AddressBand, *more: str) -> BandAndReason:
        """The band with what led to it in words."""
        joined = "although" if self.position is Position.NUMBERS_DIFFER else "and"
        alike = (
            f"{joined} the streets are alike" if self.words.street >= BUILDING else "and the streets are not"
        )
        parts = (f"{WORDING[self.position]} {alike}", _POSTCODE_WORDING[self.postcodes], *more)
        return band, ", ".join(parts)


def compare_texts(left: Address, right: Address) -> BandAndReason:
    """Compare what is written, in the text and in the form's fields."""
    return compare_in_full(left, right)[0]


@remembered
def compare_in_full(left: Address, right: Address) -> tuple[BandAndReason, Comparison]:
    """What two texts come to, and everything in which they were compared."""
    return compare_parts(take_apart(left), take_apart(right))


def compare_parts(one: AddressParts, other: AddressParts) -> tuple[BandAndReason, Comparison]:
    """The same of two that are taken apart already."""
    compared = Comparison(
        one,
        other,
        compare_positions(one, other),
        _compare_postcodes(one, other),
        compare_words(one, other),
    )
    return _judged(compared), compared


def _compare_postcodes(one: AddressParts, other: AddressParts) -> PostcodeRelation:
    relation = compare_postcodes(one.postcode, other.postcode)
    if relation is not PostcodeRelation.ELSEWHERE:
        return relation
    cut_short = _is_cut_short(one.postcode, other) or _is_cut_short(other.postcode, one)
    return PostcodeRelation.MISSING if cut_short else relation


def _is_cut_short(district: str, other: AddressParts) -> bool:
    """Whether what was read as a district is how the other's town begins, cut short: "BR1" of "Bristol"."""
    beginnings = {district.translate(each) for each in _DIGITS_AS_LETTERS}
    return any(word.startswith(each) for word in other.locality for each in beginnings)


def _judged(compared: Comparison) -> BandAndReason:
    if compared.left.empty or compared.right.empty:
        return AddressBand.CANNOT_TELL, "one of the addresses says nothing that can be compared"
    if _is_same_property(compared):
        return compared.match(AddressBand.SAME_PROPERTY)
    if _is_same_building(compared):
        return compared.match(AddressBand.SAME_BUILDING)
    if not _is_alike(compared):
        return _different_or_unknown(compared)
    told_apart = _told_apart(compared)
    if told_apart:
        return _different_or_unknown(compared, told_apart)
    return compared.match(AddressBand.POSSIBLE, *_doubts(compared))


def _is_same_property(compared: Comparison) -> bool:
    words = compared.words
    if compared.position not in _SAME_POSITION or words.street_types_differ:
        return False
    if not compared.left.line or not compared.right.line:
        return compared.left == compared.right and compared.left.numbers is not None
    if compared.postcodes is PostcodeRelation.EQUAL:
        return words.street >= SAME_WITH_POSTCODE
    if compared.postcodes is PostcodeRelation.NEAR:
        return words.street >= SAME_WITHOUT_POSTCODE and _locality_agrees(words)
    if compared.postcodes is PostcodeRelation.MISSING and compared.position is Position.EQUAL:
        return words.street >= SAME_WITHOUT_POSTCODE and _locality_agrees(words)
    return False


def _locality_agrees(words: Likeness) -> bool:
    """Whether towns agree, or neither address gives one."""
    return words.locality >= LOCALITY_AGREES if words.locality is not None else not words.locality_given_once


def _is_same_building(compared: Comparison) -> bool:
    """One house number, two units. A postcode elsewhere, or another town, makes it another building."""
    words = compared.words
    if compared.position is not Position.UNITS_DIFFER or words.street_types_differ:
        return False
    least = max(BUILDING, POSSIBLE[compared.postcodes])
    return words.street >= least and (
        compared.postcodes is PostcodeRelation.EQUAL
        or words.locality is None
        or words.locality >= LOCALITY_AGREES
    )


def _is_alike(compared: Comparison) -> bool:
    """What a person should check unless something tells the two apart. House number and postcode agree on no
    more than one door in nearly all of the country, so that a street written differently does not make two
    addresses different."""
    words, postcodes = compared.words, compared.postcodes
    if compared.position in (Position.NUMBERS_DIFFER, Position.UNITS_DIFFER):
        return False
    if postcodes is PostcodeRelation.ELSEWHERE:
        return words.street >= POSSIBLE[postcodes] and (words.locality or 0.0) >= TOWN_AGREES
    one_door = compared.both_numbered or compared.position in _ONE_DOOR
    if one_door and postcodes is PostcodeRelation.EQUAL:
        return True
    return words.street >= POSSIBLE[postcodes] or _shares_words(compared)


def _told_apart(compared: Comparison) -> str:
    """What both give that tells the two apart where whole postcodes differ; empty where nothing does.

    What is not said cannot differ, so that a number that is missing parts nothing; nor does one slip in a
    postcode where nothing else differs. A flat's number beside its house's is no house number of a street,
    unless the flat's building is named.
    """
    if not compared.whole_postcodes or compared.postcodes is PostcodeRelation.EQUAL:
        return ""
    both = compared.left, compared.right
    if compared.both_numbered:
        of_a_flat = compared.position is Position.NUMBER_MISSING and not name_one_building(*both)
        differs = "one house number is the other's flat" if of_a_flat else ""
    else:
        differs = _names_differ(*both)
    return differs or (_told_apart_by_more(compared) if compared.postcodes in _APART else "")


def _names_differ(left: AddressParts, right: AddressParts) -> str:
    if give_two_streets(left, right):
        return "each gives another street"
    return "each names another building" if give_two_buildings(left, right) else ""


def _told_apart_by_more(compared: Comparison) -> str:
    """The same where the postcodes are more than a slip apart."""
    words, both = compared.words, (compared.left, compared.right)
    if words.locality is not None and words.locality < LOCALITY_AGREES:
        return "the towns are not alike"
    if compared.both_numbered:
        return "each gives another street" if give_two_streets(*both) else ""
    two_kinds = words.street_types_differ and give_two_kinds(*both)
    return "the kinds of street differ" if two_kinds else ""


def _shares_words(compared: Comparison) -> bool:
    """Whether an address without a number has most of what it says in the other, with the same postcode: a
    school by its name in one source is by its road and village in another."""
    least = IN_COMMON.get(compared.postcodes)
    if compared.position is Position.NO_NUMBERS and _one_name(compared):
        least = IN_COMMON_OF_ONE_NAME.get(compared.postcodes, least)
    if least is None or compared.both_numbered:
        return False
    return words_in_common(compared.left, compared.right) >= least


def _one_name(compared: Comparison) -> bool:
    names = [telling(parts.line)[:1] for parts in (compared.left, compared.right)]
    return names[0] == names[1] != ()


def _doubts(compared: Comparison) -> tuple[str, ...]:
    """Why a possible match is no more than possible, beyond number, street and postcode."""
    words = compared.words
    doubts = (
        (words.street_types_differ, "the kinds of street differ"),
        (words.locality_given_once, "only one address names a town"),
        (words.locality is not None and words.locality < LOCALITY_AGREES, "the towns are not alike"),
    )
    return tuple(wording for applies, wording in doubts if applies)


def _different_or_unknown(compared: Comparison, *told_apart: str) -> BandAndReason:
    """Different only where something that both give differs; an address without a number may be any."""
    if compared.position is Position.NUMBERS_DIFFER:
        return compared.match(AddressBand.DIFFERENT, *told_apart)
    if compared.both_numbered and compared.left.line and compared.right.line:
        return compared.match(AddressBand.DIFFERENT, *told_apart)
    if compared.postcodes in (PostcodeRelation.SAME_OUTWARD_CODE, PostcodeRelation.ELSEWHERE):
        return compared.match(AddressBand.DIFFERENT, *told_apart)
    return compared.match(AddressBand.CANNOT_TELL, *told_apart)
