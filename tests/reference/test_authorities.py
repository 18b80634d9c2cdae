"""What rules rest on, and how far each was checked."""

from collections import Counter

import pytest

from riskflag.errors import ReferenceDataError
from riskflag.reference.authorities import all_authorities, authority
from riskflag.vocabulary import Confirmation

CONFIRMED, PARTLY, NOT = Confirmation.CONFIRMED, Confirmation.PARTLY_CONFIRMED, Confirmation.NOT_CONFIRMED


@pytest.mark.parametrize(
    ("code", "confirmation"),
    [
        pytest.param("L-RO", CONFIRMED, id="restraining orders: statute read"),
        pytest.param("L-5A", CONFIRMED, id="restraining orders on acquittal: statute read"),
        pytest.param("L-42", PARTLY, id="non-molestation orders: two sections not read"),
        pytest.param("L-42A", CONFIRMED, id="that the person must know of the order"),
        pytest.param("L-33", NOT, id="occupation orders: from knowledge"),
        pytest.param("L-DAPO", CONFIRMED, id="domestic abuse protection orders"),
        pytest.param("L-SPO", CONFIRMED, id="stalking protection orders"),
        pytest.param("L-SHPO", PARTLY, id="sexual harm prevention orders: transition not read"),
        pytest.param("L-CAPA", PARTLY, id="an Act of 2026 whose commencement is not known"),
        pytest.param("L-BAIL", NOT, id="bail: from knowledge"),
        pytest.param("L-LIC", NOT, id="licence: from knowledge"),
        pytest.param("L-SOA", CONFIRMED, id="notification: statute read"),
        pytest.param("L-SOA-80", PARTLY, id="notification periods: from guidance"),
        pytest.param("L-MAPPA", CONFIRMED, id="public protection arrangements"),
        pytest.param("L-SA26", PARTLY, id="an Act whose section 6 may not be in force"),
        pytest.param("L-DPA", NOT, id="data protection: from knowledge"),
        pytest.param("P-DA", PARTLY, id="a policy whose present text was not seen"),
        pytest.param("P-VCS", CONFIRMED, id="victim contact policy"),
        pytest.param("P-OMIC", NOT, id="handover: from knowledge"),
        pytest.param("I-TTG16", CONFIRMED, id="the inspection of 2016"),
        pytest.param("R-GLASS", CONFIRMED, id="a study"),
        pytest.param("R-SARA", PARTLY, id="an instrument known at second hand"),
    ],
)
def test_a_status_is_what_the_check_found(code: str, confirmation: Confirmation) -> None:
    assert authority(code).confirmation is confirmation


def test_all_69_are_there_with_their_statuses() -> None:
    counts = Counter(entry.confirmation for entry in all_authorities().values())
    assert counts == {CONFIRMED: 29, PARTLY: 23, NOT: 17}


def test_nothing_confirmed_lacks_what_it_was_checked_against() -> None:
    unchecked = [
        a.code for a in all_authorities().values() if a.confirmation is CONFIRMED and not a.checked_against
    ]
    assert unchecked == []
    assert [a.code for a in all_authorities().values() if not (a.citation and a.says)] == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        pytest.param("L-DAPO", "was not found", id="what followed the pilot"),
        pytest.param("L-CAPA", "not confirmed", id="commencement of the Act of 2026"),
        pytest.param("L-SA26", "no commencement", id="the finding of domestic abuse in court"),
        pytest.param("P-PPM", "not seen", id="the framework of 2025"),
        pytest.param("L-MAPPA", "alert descriptions only", id="when levels are set"),
    ],
)
def test_a_doubt_is_told_to_the_reader(code: str, words: str) -> None:
    assert words in authority(code).says


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("L-XX", id="an invented authority"),
        pytest.param("l-ro", id="the wrong case"),
        pytest.param("", id="none"),
        pytest.param("K", id="the mark for knowledge is no authority"),
    ],
)
def test_an_unknown_authority_is_refused(code: str) -> None:
    with pytest.raises(ReferenceDataError, match="no authority"):
        authority(code)
