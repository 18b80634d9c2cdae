"""Names read, and two names against each other."""

import pytest

from riskflag.matching.names import Name, NameAgreement, compare_names, read_names, surnames_agree


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Mrs Karen Holt", [("karen", "holt")], id="a title"),
        pytest.param("HOLT, Karen Ann", [("karen", "ann", "holt")], id="surname first, with a comma"),
        pytest.param("Zoë Lindström", [("zoe", "lindstrom")], id="accents"),
        pytest.param("Siân O'Dowd-Price", [("sian", "odowd", "price")], id="apostrophe and hyphen"),
        pytest.param("K. Holt", [("k", "holt")], id="an initial"),
        pytest.param("Ms K", [("k",)], id="a label"),
        pytest.param("Karen Holt nee Price", [("karen", "holt"), ("karen", "price")], id="born as"),
        pytest.param("Karen Holt aka Kaz", [("karen", "holt"), ("kaz",)], id="also known as"),
        pytest.param("Unknown female", [], id="words that are no name"),
        pytest.param("nee Price", [], id="born as, and nothing else"),
        pytest.param("Mrs", [], id="a title alone"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_read(text: str, names: list[Name]) -> None:
    assert read_names(text) == names


@pytest.mark.parametrize(
    ("left", "right", "agreement"),
    [
        pytest.param("Karen Holt", "KAREN HOLT", NameAgreement.FULL, id="case"),
        pytest.param("Holt Karen", "Karen Holt", NameAgreement.FULL, id="order without a comma"),
        pytest.param("Karen Ann Holt", "Karen Holt", NameAgreement.FULL, id="a middle name left out"),
        pytest.param("Karen Ann Holt", "Ann Holt", NameAgreement.FULL, id="goes by the middle name"),
        pytest.param("Karen Holt-Price", "Karen Price", NameAgreement.FULL, id="half of a double barrel"),
        pytest.param("Gary Holt", "Gaz Holt", NameAgreement.FULL, id="a British nickname"),
        pytest.param("William Holt", "Billy Holt", NameAgreement.FULL, id="a nickname"),
        pytest.param("Dawn", "Dawn", NameAgreement.FULL, id="one word each"),
        pytest.param("Ms K", "K.", NameAgreement.FULL, id="one initial each"),
        pytest.param("Samantha Holt", "Smantha Holt", NameAgreement.CLOSE, id="a letter dropped"),
        pytest.param("Mohammed Khan", "Muhamad Khan", NameAgreement.CLOSE, id="written down by ear"),
        pytest.param("Karen Stephens", "Karen Stevens", NameAgreement.CLOSE, id="a surname by ear"),
        pytest.param("Karen Fox", "Karen Fxo", NameAgreement.CLOSE, id="two letters exchanged"),
        pytest.param(
            "Oluwatimilehin Ade", "Oluwatimi Ade", NameAgreement.CLOSE, id="the front of a long name"
        ),
        pytest.param("Abdul Rahman Aziz", "Abdulrahman Aziz", NameAgreement.CLOSE, id="words run together"),
        pytest.param("K Holt", "Karen Holt", NameAgreement.INITIALS, id="an initial for the first name"),
        pytest.param("Dawn", "Dawn Holt", NameAgreement.PART, id="first name alone"),
        pytest.param("Mrs Holt", "Dawn Holt", NameAgreement.PART, id="surname alone"),
        pytest.param("Shaun Holt", "Sean Holt", NameAgreement.CLOSE, id="a first name heard in two ways"),
        pytest.param("Yevgeni Holt", "Evgeny Holt", NameAgreement.CLOSE, id="a first name out of Cyrillic"),
        pytest.param("Noor Holt", "Nur Holt", NameAgreement.CLOSE, id="a first name out of Arabic"),
        pytest.param("Karen Li", "Karen Lee", NameAgreement.PART, id="a surname that may be another's too"),
        pytest.param("Karen Xu", "Karen Hsu", NameAgreement.PART, id="a surname out of Chinese"),
        pytest.param("Karen Holt", "Karen Price", NameAgreement.GIVEN, id="another surname"),
        pytest.param("Karen Holt", "James Holt", NameAgreement.SURNAME, id="another first name"),
        pytest.param("Ms K", "Karen Holt", NameAgreement.INITIAL_ONLY, id="an initial that fits"),
        pytest.param("Ms K", "James Price", NameAgreement.NONE, id="an initial that does not"),
        pytest.param("Ms K", "Ms M", NameAgreement.NONE, id="two initials"),
        pytest.param("Karen Holt", "James Price", NameAgreement.NONE, id="nothing shared"),
        pytest.param("Dean Holt", "Sean Holt", NameAgreement.SURNAME, id="names that rhyme"),
        pytest.param("Karen James", "Karen Jim", NameAgreement.GIVEN, id="no nicknames for surnames"),
    ],
)
def test_compared(left: str, right: str, agreement: NameAgreement) -> None:
    one, other = read_names(left)[0], read_names(right)[0]
    assert compare_names(one, other) is agreement
    assert compare_names(other, one) is agreement


@pytest.mark.parametrize(
    ("left", "right", "agree"),
    [
        pytest.param(("karen", "holt"), ("james", "holt"), True, id="equal"),
        pytest.param(
            ("karen", "holt", "price"), ("james", "holt"), True, id="the first half of a double barrel"
        ),
        pytest.param(("karen", "holt"), ("holt",), True, id="a surname alone"),
        pytest.param(("dawn",), ("dawn", "holt"), False, id="a first name alone"),
        pytest.param(("karen", "h"), ("james", "h"), False, id="initials"),
        pytest.param(("karen", "holt"), ("karen", "price"), False, id="two surnames"),
    ],
)
def test_surnames(left: Name, right: Name, agree: bool) -> None:
    assert surnames_agree(left, right) is agree
    assert surnames_agree(right, left) is agree
