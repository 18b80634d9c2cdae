"""Forms: labels with their answers, choices that were not made, and boxes."""

import pytest

from riskflag.reading.reader import read_risks, stances
from riskflag.reading.themes import RiskTheme, Stance

ARSON, VIOLENCE = RiskTheme.ARSON, RiskTheme.VIOLENCE
A, D, U = Stance.STATED, Stance.DENIED, Stance.UNSURE


@pytest.mark.parametrize(
    ("text", "arson", "violence"),
    [
        pytest.param("Arson: N\nViolence: Y", D, A, id="letters"),
        pytest.param("Arson: none known\nViolence: yes, 2019", D, A, id="more than a word"),
        pytest.param("Arson: No Violence: Yes", D, A, id="on one line"),
        pytest.param("Arson - No / Violence - Yes", D, A, id="with dashes"),
        pytest.param("arson=N;violence=Y", D, A, id="with equals signs"),
        pytest.param("Arson | No | Violence | Yes", D, A, id="a table"),
        pytest.param("Arson No, Violence Yes", D, A, id="without a sign, parted by a comma"),
        pytest.param("Arson  N   Violence  Y\n", D, A, id="without a sign, in columns"),
        pytest.param("Arson [N] Violence [Y]", D, A, id="in square brackets"),
        pytest.param("arson (no), violence (yes)", D, A, id="in round brackets"),
        pytest.param("arson (no), violence (historic)", D, A, id="a bracket answers for its own term only"),
        pytest.param("Any arson? No. Any violence? Yes.", D, A, id="questions"),
        pytest.param("Arson (Y/N): N\nViolence (Y/N): Y", D, A, id="the choice and then the answer"),
        pytest.param("Arson ..... No\nViolence ..... Yes", D, A, id="dots"),
        pytest.param("Arson Y/N\nViolence Y/N", U, U, id="no choice made"),
        pytest.param("Arson:\nViolence:", U, U, id="nothing filled in"),
        pytest.param("Arson: unknown\nViolence: not known", U, U, id="unknown"),
        pytest.param("Arson: low\nViolence: high", U, A, id="levels"),
        pytest.param("Arson: he says not\nViolence: refer to OASys", U, U, id="no real answer"),
        pytest.param("[x] Arson\n[ ] Violence", A, U, id="typed boxes before their labels"),
        pytest.param("☒ Arson ☐ Violence", A, U, id="drawn boxes before their labels"),
        pytest.param("Arson ☒ Violence ☐", U, U, id="boxes after their labels"),
        pytest.param("Arson: ✗\nViolence: ✓", U, U, id="ticks and crosses as answers"),
        pytest.param("Please tick: Arson, Violence", U, U, id="a form's own words"),
        pytest.param("He has a record of arson: three in 2011. Violence since.", A, A, id="a colon in prose"),
    ],
)
def test_forms(text: str, arson: Stance, violence: Stance) -> None:
    read = stances(read_risks(text))
    assert (read.get(ARSON), read.get(VIOLENCE)) == (arson, violence)


def test_the_answer_is_among_the_words_shown() -> None:
    assert [reading.words for reading in read_risks("Arson (Y/N): N")] == ["Arson (Y/N): N"]


def test_the_no_of_no_weapons_answers_nothing_before_it() -> None:
    read = stances(read_risks("Offence involved violence: no weapons were found"))
    assert read[VIOLENCE] is not D
    assert read[RiskTheme.WEAPONS] is D
