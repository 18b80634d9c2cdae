"""The numbers that say who somebody is, however each system writes them."""

import pytest

from riskflag.records import PersonNumbers
from riskflag.vocabulary import CaseReferenceNumber, NomsNumber, PncNumber


@pytest.mark.parametrize(
    ("written", "known"),
    [
        pytest.param("2019/0000123A", "19/123/A", id="in full"),
        pytest.param("19/123A", "19/123/A", id="in short"),
        pytest.param("19/0123A", "19/123/A", id="filled with one nought"),
        pytest.param("199/1A", "199/1A", id="in no way that is known"),
    ],
)
def test_a_police_number_is_known_in_one_way_of_writing(written: str, known: str) -> None:
    assert PersonNumbers(pnc_number=PncNumber(written)).known == {"pnc_number": known}


def test_only_numbers_that_are_known_are_told() -> None:
    numbers = PersonNumbers(NomsNumber("A0001AA"), case_reference_number=CaseReferenceNumber("X000001"))
    assert numbers.known == {"noms_number": "A0001AA", "case_reference_number": "X000001"}
    assert PersonNumbers().known == {}


ONE = PersonNumbers(NomsNumber("A0001AA"), pnc_number=PncNumber("2019/0000123A"))


@pytest.mark.parametrize(
    ("other", "agree"),
    [
        pytest.param(PersonNumbers(NomsNumber("A0001AA")), True, id="one number, the same"),
        pytest.param(PersonNumbers(NomsNumber("A0002AA")), False, id="one number, another"),
        pytest.param(PersonNumbers(pnc_number=PncNumber("19/123A")), True, id="the same, written shorter"),
        pytest.param(
            PersonNumbers(NomsNumber("A0001AA"), pnc_number=PncNumber("19/124A")),
            False,
            id="one the same, one not",
        ),
        pytest.param(
            PersonNumbers(case_reference_number=CaseReferenceNumber("X000001")),
            True,
            id="none that both have",
        ),
        pytest.param(PersonNumbers(), True, id="no number"),
    ],
)
def test_numbers_agree_unless_one_that_both_have_differs(other: PersonNumbers, agree: bool) -> None:
    assert ONE.agrees_with(other) is other.agrees_with(ONE) is agree
