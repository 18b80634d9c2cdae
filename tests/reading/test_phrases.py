"""The notation of the lists, one slot at a time."""

import pytest

from riskflag.reading.phrases import PhraseList
from riskflag.reading.words import words_of


@pytest.mark.parametrize(
    ("phrase", "text", "relied_on"),
    [
        pytest.param("arson", "an arson", ["arson"], id="one word"),
        pytest.param("knife|knives", "two knives", ["knives"], id="either word"),
        pytest.param("assault*", "assaulted", ["assaulted"], id="a beginning"),
        pytest.param("no known? arson", "no arson", ["no", "arson"], id="left out"),
        pytest.param("no known? arson", "no known arson", ["no", "known", "arson"], id="not left out"),
        pytest.param("assault* ~2 staff", "assaulted a prison staff", ["assaulted", "staff"], id="a gap"),
        pytest.param("assault* ~2 staff", "assaulted a man by the staff", [], id="too wide a gap"),
        pytest.param("assault* ~2 staff", "assaulted. Staff", [], id="over the end of a sentence"),
        pytest.param("RO", "his RO", ["RO"], id="capitals"),
        pytest.param("RO", "ro", [], id="capitals wanted"),
        pytest.param("victim <Name>", "victim Ann", ["victim", "Ann"], id="a name"),
        pytest.param("victim <Name>", "victim Liaison", [], id="a capital that is no name"),
        pytest.param("victim <Name>", "victim says", [], id="no capital"),
        pytest.param("at <Number>", "at 14", ["at", "14"], id="a number"),
        pytest.param("at <Name>|<Number>", "at 14", ["at", "14"], id="a name or a number"),
        pytest.param("arson with? intent?", "arson", ["arson"], id="left out at the end"),
    ],
)
def test_found(phrase: str, text: str, relied_on: list[str]) -> None:
    words = words_of(text)
    found = PhraseList([(phrase, "what it is")]).find(words)
    assert [[words[place].raw for place in sorted(each.at)] for each in found] == (
        [relied_on] if relied_on else []
    )
    assert all(each.what == "what it is" for each in found)


@pytest.mark.parametrize("phrase", ["arson|", "ab*", "|"])
def test_a_slot_that_says_nothing_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="slot"):
        PhraseList([(phrase, None)])
