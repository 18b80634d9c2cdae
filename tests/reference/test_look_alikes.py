"""What passes for Latin letters and digits, and what is an ordinary letter of somebody's name."""

import pytest

from riskflag.reference.look_alikes import (
    Reading,
    as_it_looks,
    doubtful_words,
    look_alikes,
    strokes_as_digits,
    unreadable,
    unsure_numbers,
)

READ = [
    pytest.param("B\u0430ker Street", "Baker Street", id="a Cyrillic a"),
    pytest.param("B\u03b1\u03baer", "Baker", id="Greek letters"),
    pytest.param("\u0412eth", "Beth", id="a Cyrillic letter that sounds like v and looks like B"),
    pytest.param("\u041d\u041eL\u0422", "HOLT", id="capitals of two scripts"),
    pytest.param("\uff34\uff2f\uff2d", "TOM", id="wide letters"),
    pytest.param("\uff14\uff12", "42", id="wide digits"),
    pytest.param("\U0001d401eth", "Beth", id="a letter of mathematics"),
    pytest.param("\ufb01eld", "field", id="a ligature"),
    pytest.param("Y\u0131ld\u0131z", "Yildiz", id="an i without its dot"),
    pytest.param("\u0406vy", "Ivy", id="a stroke that starts a word"),
    pytest.param("\u041d\u0406\u04c0\u04c0", "HIll", id="strokes in a row"),
    pytest.param("1\u041e\u041e Mill", "100 Mill", id="letters in a number"),
    pytest.param("\u04c04 Mill", "14 Mill", id="a stroke before a digit"),
    pytest.param("\u0661\u0662", "12", id="digits of another script"),
    pytest.param("\u0391\u0301nna", "Anna", id="a Greek letter with a mark"),
    pytest.param("Zo\u00eb", "Zoe", id="an accent"),
    pytest.param("plain", "plain", id="nothing to read"),
]
ORDINARY = ["Zo\u00eb", "Zoe\u0308", "\u0141\u00f3d\u017a", "O\u2019Brien", "O\u02bcBrien", "Ad\u00e9b\u1ecd\u0301l\u00e1", "10\u00bd", "\u2116 4", "M\u00fcller\u2013Ho\u00df", "Stra\u00dfe", "\u00c6lfric", "\u0130pek"]  # fmt: skip


@pytest.mark.parametrize(("text", "read"), READ)
def test_a_text_is_read_as_it_looks(text: str, read: str) -> None:
    assert as_it_looks(text) == read


@pytest.mark.parametrize("text", ORDINARY, ids=ascii)
def test_accents_and_the_letters_of_living_languages_are_no_cause_for_doubt(text: str) -> None:
    assert doubtful_words(text) == frozenset()


@pytest.mark.parametrize("text", [each.values[0] for each in READ[:-2]], ids=ascii)
def test_a_look_alike_puts_its_word_in_doubt_and_no_other(text: object) -> None:
    assert len(doubtful_words(f"the {text} plain", None)) == 1


def test_another_scripts_letters_may_be_meant_as_they_sound() -> None:
    assert as_it_looks("\u0412\u0435\u0440\u0430", Reading.SOUND) == "Vera"
    assert as_it_looks("\u0406vy", Reading.UPRIGHT) == "lvy"


@pytest.mark.parametrize(
    ("word", "hopeless"),
    [
        pytest.param("B\u0430ker", False, id="one look-alike among letters"),
        pytest.param("\u041c\u0430\u0440\u0438\u044f", True, id="a letter that looks like none of ours"),
        pytest.param("\u738b", True, id="a character that is a word"),
        pytest.param("\u0412\u0435\u0440\u0430", True, id="nothing but look-alikes"),
        pytest.param("\uff22\uff45\uff54\uff48", False, id="wide letters leave no doubt which they are"),
    ],
)
def test_what_cannot_be_read_is_known_to_be_so(word: str, hopeless: bool) -> None:
    assert unreadable([word]) is hopeless


@pytest.mark.parametrize(
    ("word", "unsure"),
    [
        pytest.param("\u04c0\u041e", True, id="a number in letters"),
        pytest.param("1\u0417", True, id="a letter that passes for a 3"),
        pytest.param("\u041eL1", True, id="part of a postcode"),
        pytest.param("\uff11\uff14", False, id="wide digits are digits"),
        pytest.param("Hi\u04cf\u04cf", False, id="a word"),
    ],
)
def test_what_may_be_a_number_is_known_to_be_so(word: str, unsure: bool) -> None:
    assert unsure_numbers([word]) is unsure


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param("l4 Mill Lane", "14 Mill Lane", id="an l for a 1"),
        pytest.param("1O4 Mill Lane", "104 Mill Lane", id="an O for a 0"),
        pytest.param("I2 Oil Lane", "12 Oil Lane", id="an I, and a word of such letters"),
        pytest.param("12a Mill Lane, L4 0TH", "12a Mill Lane, L4 0TH", id="nothing that passes for a digit"),
    ],
)
def test_a_stroke_in_a_number_may_be_a_digit(text: str, read: str) -> None:
    assert strokes_as_digits(text) == read


def test_the_list_holds_what_is_not_plain_and_gives_what_is() -> None:
    assert len(look_alikes()) > 600
    assert not [each for each in look_alikes() if len(each) != 1 or each.isascii()]
    assert all(letters.isascii() and letters.isalnum() for letters in look_alikes().values())
