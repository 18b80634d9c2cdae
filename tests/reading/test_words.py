"""A text taken apart: words, sentences, lists, and sections of Acts."""

import pytest

from riskflag.reading.words import words_of


def sentences(text: str) -> list[list[str]]:
    parted: dict[int, list[str]] = {}
    for word in words_of(text):
        parted.setdefault(word.sentence, []).append(word.text)
    return list(parted.values())


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        pytest.param("No arson. Violent.", [["no", "arson"], ["violent"]], id="full stops"),
        pytest.param("arson; violence! rape", [["arson"], ["violence"], ["rape"]], id="other stops"),
        pytest.param("Any arson? No", [["any", "arson"], ["no"]], id="a question"),
        pytest.param("Seen by Dr. Vane", [["seen", "by", "dr", "vane"]], id="a shortened title"),
        pytest.param("no history\nof arson", [["no", "history", "of", "arson"]], id="a wrapped line"),
        pytest.param("No arson\nViolent", [["no", "arson"], ["violent"]], id="a line with a capital"),
        pytest.param("no:\n- arson\n- rape", [["no"], ["arson"], ["rape"]], id="a list"),
        pytest.param("one\n\ntwo", [["one"], ["two"]], id="an empty line"),
        pytest.param("Arson ..... No", [["arson", "no"]], id="a row of dots"),
        pytest.param("on 12.03.2024 he", [["on", "12.03.2024", "he"]], id="a date"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_sentences(text: str, parted: list[list[str]]) -> None:
    assert sentences(text) == parted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("s.20 wounding", ["s20", "wounding"], id="s and a stop"),
        pytest.param("Section 18", ["s18"], id="in full"),
        pytest.param("S47", ["s47"], id="a capital"),
        pytest.param("self-harm", ["self", "harm"], id="a hyphen parts"),
        pytest.param("hasn\u2019t", ["hasn't"], id="a curly apostrophe"),
        pytest.param("brother's", ["brother"], id="a possessive goes"),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [word.text for word in words_of(text)] == words


@pytest.mark.parametrize(
    ("text", "bullets"),
    [
        pytest.param("- arson\n- rape", [True, True], id="dashes"),
        pytest.param("1. arson\n2) rape", [True, True], id="numbers"),
        pytest.param("arson\n* rape", [False, True], id="a star"),
    ],
)
def test_bullets(text: str, bullets: list[bool]) -> None:
    assert [word.bullet for word in words_of(text) if word.raw.isalpha()] == bullets


def test_a_possessive_is_remembered() -> None:
    assert [word.possessive for word in words_of("his brother's arson")] == [False, True, False]


def test_places_are_those_of_the_text_with_its_own_quotes() -> None:
    text = "He isn\u2019t [x] violent \u2013 ever"
    assert [text[word.start : word.end] for word in words_of(text)] == ["He", "isn\u2019t", "violent", "ever"]
