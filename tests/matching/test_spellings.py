"""One name as two people write it, and names that only look as if they were one."""

import pytest

from riskflag.matching.spellings import same_spoken_given_name, same_spoken_surname


@pytest.mark.parametrize(
    ("left", "right", "given", "surname"),
    [
        pytest.param("sean", "shaun", True, True, id="heard in two ways"),
        pytest.param("rhys", "reece", True, True, id="Welsh and English"),
        pytest.param("yusuf", "youssef", True, True, id="out of Arabic"),
        pytest.param("yousuf", "yusuuf", True, True, id="long vowels"),
        pytest.param("oumar", "umar", True, True, id="a vowel at the beginning"),
        pytest.param("yevgenia", "evgenia", True, True, id="a Y before an E"),
        pytest.param("zhang", "cheung", False, True, id="out of Chinese, a surname"),
        pytest.param("pearce", "peirce", False, True, id="an English surname"),
        pytest.param("karen", "sharon", False, False, id="two names that rhyme"),
        pytest.param("lu", "lou", False, False, id="too short to tell by ear"),
        pytest.param("sunita", "sonita", False, False, id="another vowel"),
        pytest.param("eva", "ava", False, False, id="another beginning"),
        pytest.param("ana", "anastasia", False, False, id="one far longer"),
    ],
)
def test_one_name_in_two_spellings(left: str, right: str, given: bool, surname: bool) -> None:
    assert same_spoken_given_name(left, right) is same_spoken_given_name(right, left) is given
    assert same_spoken_surname(left, right) is same_spoken_surname(right, left) is surname
