"""The ways in which one offence code is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.reference.offence_codes import ways_to_write


@pytest.mark.parametrize(
    ("written", "forms"),
    [
        pytest.param("00831", ["00831"], id="five digits are the form of the table"),
        pytest.param("831", ["00831"], id="a spreadsheet has eaten the leading zeros"),
        pytest.param("8/31", ["00831"], id="class and subclass as the counting rules print them"),
        pytest.param("008/31", ["00831"], id="class in full and subclass"),
        pytest.param("8/1", ["00801"], id="a subclass of one digit is the first one, not the tenth"),
        pytest.param("8.31", ["00831"], id="a full stop between class and subclass"),
        pytest.param("8-31", ["00831"], id="a hyphen between class and subclass"),
        pytest.param("  00831 ", ["00831"], id="blanks around it"),
        pytest.param("008 31", ["00831"], id="a blank inside it"),
        pytest.param("195/94", ["19594"], id="a class of three digits"),
        pytest.param("PH97003", ["PH97003", "PH97003"], id="a CJS code"),
        pytest.param("ph97003b", ["PH97003B", "PH97003"], id="a CJS code with its letter, in lower case"),
        pytest.param("PH 97003", ["PH97003", "PH97003"], id="a CJS code with a blank"),
        pytest.param("COML025", ["COML025", "COML025"], id="a common law offence has three digits"),
        pytest.param("", [], id="nothing"),
        pytest.param("   ", [], id="only blanks"),
        pytest.param("000831", [], id="six digits are no code"),
        pytest.param("8/310", [], id="a subclass of three digits is no code"),
        pytest.param("1234/1", [], id="a class of four digits is no code"),
        pytest.param("PH9700", [], id="a CJS code that lost a digit"),
        pytest.param("PH97003BB", [], id="two letters at the end"),
        pytest.param("Breach of restraining order", [], id="words in the code field"),
        pytest.param("٠٠٨٣١", [], id="digits of another script are not guessed at"),
        pytest.param("00831; 00867", [], id="two codes in one field are not one code"),
        pytest.param("-831", [], id="a negative number"),
        pytest.param(
            "831.0", ["83100"], id="a number from a spreadsheet reads as class 831, which no table has"
        ),
    ],
)
def test_forms(written: str, forms: list[str]) -> None:
    assert list(ways_to_write(written)) == forms


@given(st.integers(0, 999), st.integers(0, 99))
def test_every_way_of_writing_a_home_office_code_is_one_code(main_class: int, subclass: int) -> None:
    full = f"{main_class:03}{subclass:02}"
    written = {full, str(int(full)), f"{main_class}/{subclass:02}", f"{main_class:03}/{subclass}"}
    assert {form for each in written for form in ways_to_write(each)} == {full}


@given(st.text())
def test_whatever_is_written_gives_only_well_formed_codes(written: str) -> None:
    for form in ways_to_write(written):
        assert form.isascii()
        assert form.isalnum()
        assert 5 <= len(form) <= 8
