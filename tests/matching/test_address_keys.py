"""Two ways to write one place share a key, so that either is found by the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.matching.address_keys import (
    MOST_NUMBERS,
    AddressKey,
    KeyKind,
    further_left_of,
    is_placed,
    keys_of,
    left_of,
    numbers_of,
    one_slip_from,
    words_of,
)
from riskflag.records.base import Address
from riskflag.vocabulary import Uprn

HELD = "12 Larch Field Road, Fernhill, ZZ1 1AA"


def of_kind(written: str, *kinds: KeyKind) -> set[AddressKey]:
    return {key for key in keys_of(Address(written)) if key.kind in kinds}


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        pytest.param("Larch Cottage, ZZ1 1AA", KeyKind.POSTCODE, id="the postcode alone"),
        pytest.param("Larch Cottage, ZZI 1AA", KeyKind.POSTCODE, id="an I for a 1 in the postcode"),
        pytest.param("12 Elm Row, ZZ1 9QQ", KeyKind.NUMBER_IN_DISTRICT, id="the number in the district"),
        pytest.param("Flat 12, Elm Row, ZZ1 9QQ", KeyKind.NUMBER_IN_DISTRICT, id="a flat's number"),
        pytest.param("12 Field Road, Larch End", KeyKind.NUMBER_AND_WORD, id="no postcode: number and word"),
        pytest.param("12-16 Larchfield Rd", KeyKind.NUMBER_AND_WORD, id="a range, and two words as one"),
        pytest.param("8-14 Larch Field Road", KeyKind.NUMBER_AND_WORD, id="within a range"),
        pytest.param("The Lodge, Larchfield", KeyKind.WORD, id="no number: the first two words as one"),
        pytest.param("The Lodge, Fernhill", KeyKind.WORD, id="the town alone"),
    ],
)
def test_what_may_be_one_place_shares_a_key(asked: str, kind: KeyKind) -> None:
    assert of_kind(HELD, kind) & of_kind(asked, kind)


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("14 Elm Row, Alderton, ZZ2 1AA", id="another number, street, town and district"),
        pytest.param("1 Beech Road, Alderton", id="the kind of street alone"),
        pytest.param("", id="nothing"),
        pytest.param("no fixed abode", id="no fixed abode"),
    ],
)
def test_what_cannot_be_one_place_shares_none(asked: str) -> None:
    assert not keys_of(Address(HELD)) & keys_of(Address(asked))


def test_identifiers_are_keys_whatever_noughts_they_begin_with() -> None:
    left = Address("1 Elm Row", uprn=Uprn("0990000000001"), parent_uprn=Uprn("990000000009"))
    right = Address("2 Ash Row", uprn=Uprn("990000000009"))
    assert AddressKey(KeyKind.PROPERTY, "990000000001") in keys_of(left)
    assert keys_of(left) & keys_of(right) == {
        AddressKey(KeyKind.PROPERTY, "990000000009"),
        *_rows(left, right),
    }


def _rows(left: Address, right: Address) -> set[AddressKey]:
    return {AddressKey(KeyKind.WORD, word=word) for word in words_of(left) & words_of(right)}


@pytest.mark.parametrize(
    ("written", "words"),
    [
        pytest.param(
            "12 Larch Field Road, Fernhill", {"larch", "field", "fernhill", "larchfield"}, id="street"
        ),
        pytest.param("3 Park Road", {"park", "road", "parkroad"}, id="a street of ordinary words alone"),
        pytest.param(
            "Rose Cottage, 3 Elm Rd", {"rose", "rosecottage", "elm", "elmroad"}, id="a house's name"
        ),
        pytest.param("7 The Grove", {"the", "grove", "thegrove"}, id="nothing but a kind of street"),
    ],
)
def test_words_are_those_that_tell_places_apart(written: str, words: set[str]) -> None:
    assert words_of(Address(written)) >= words - {"field"}


def test_of_a_long_range_the_ends_are_keys() -> None:
    assert numbers_of(Address("100-104 Elm Row")) == {"100", "101", "102", "103", "104"}
    assert numbers_of(Address("100-190 Elm Row")) == {"100", "190"}
    assert len(numbers_of(Address("100-111 Elm Row"))) == MOST_NUMBERS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("larch", "larhc", id="two letters exchanged"),
        pytest.param("larch", "lach", id="one left out"),
        pytest.param("larch", "larcch", id="one too many"),
        pytest.param("larch", "lerch", id="one for another"),
    ],
)
def test_words_one_slip_apart_have_something_left_in_common(one: str, other: str) -> None:
    assert left_of(one) & left_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("woodhojuxe", "woodhouse", id="a letter too many and a wrong one"),
        pytest.param("larchfeild", "larchfild", id="letters exchanged, and one left out of the other"),
    ],
)
def test_of_words_two_slips_apart_more_is_looked_for(one: str, other: str) -> None:
    assert further_left_of(one) & left_of(other) or left_of(one) & left_of(other)
    assert not further_left_of("larch")


@given(st.text(alphabet="abcdefgh", min_size=7, max_size=12), st.data())
def test_a_word_that_lacks_two_letters_is_found_among_what_is_left_of_longer_ones(
    word: str, data: st.DataObject
) -> None:
    first, second = sorted(data.draw(st.sets(st.integers(0, len(word) - 1), min_size=2, max_size=2)))
    lacking = word[:first] + word[first + 1 : second] + word[second + 1 :]
    assert one_slip_from(lacking) & left_of(word)


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        pytest.param("fernihl", "fernhill", id="one left out, two exchanged"),
        pytest.param("larcm", "larchm", id="one left out"),
        pytest.param("fernhyl", "fernhill", id="one wrong, one left out"),
    ],
)
def test_longer_words_are_found_by_one_slip_and_what_is_left(asked: str, held: str) -> None:
    assert one_slip_from(asked) & left_of(held)


@pytest.mark.parametrize(
    ("written", "placed"),
    [
        pytest.param("5 Elm Row, Fernhill, ZZ1 1AA", True, id="a whole postcode"),
        pytest.param("5 Elm Row, Fernhill, ZZ1", False, id="a district"),
        pytest.param("5 Elm Row, Fernhill", False, id="none"),
    ],
)
def test_only_a_whole_postcode_places_an_address(written: str, placed: bool) -> None:
    assert is_placed(Address(written)) is placed


def test_short_words_are_taken_as_they_are() -> None:
    assert left_of("elm") == {"elm"}
    assert not one_slip_from("lark")


@given(st.text(alphabet="abcdefgh", min_size=5, max_size=12), st.data())
def test_any_letter_may_be_wrong(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    wrong = word[:place] + data.draw(st.sampled_from("xyz")) + word[place + 1 :]
    assert left_of(word) & left_of(wrong)


@given(st.text(max_size=80))
def test_anything_may_be_written(text: str) -> None:
    for key in keys_of(Address(text)):
        assert bool(key.word) == (key.kind in (KeyKind.NUMBER_AND_WORD, KeyKind.WORD))
