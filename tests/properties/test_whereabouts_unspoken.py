"""No answer, of whatever role, says where a protected person can be found: not in a reason, not in evidence,
not in a draft. The officer is told which record holds it, and asks its holder."""

import re
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskflag.assessment import Assessment, assess
from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    MENTORED,
    NOW,
    PROPOSED,
    REFERRED,
    Case,
    case,
    order,
    protected_place,
    term,
)
from riskflag.disclosure import show
from riskflag.dossier import PlaceKnowledge
from riskflag.enquiry import Enquiry, Occupant
from riskflag.persistence.codec import encode
from riskflag.records import Address, ProtectedPlaceKind, Record, Zone
from riskflag.report import render_text
from riskflag.rulebook import load_rulebook
from riskflag.vocabulary import ProhibitionKind, Role
from tests.facts.everything import MAYBE_DAYS, OCCUPANTS, RECORDS, WHO

SPOKEN = re.compile(r"whisper|hushford|cottage|zz9 ?9qq|\b4000\d\d\b|\b3000\d\d\b|990000000", re.IGNORECASE)
"""Any part of where she is: a word of it, a postcode, a point on the grid, a property's number."""
HERE = replace(
    PROPOSED,
    text="Cottage One, Whisper Lane, Hushford ZZ9 9QQ",
    number=None,
    street="Whisper Lane",
    town="Hushford",
    postcode="ZZ9 9QQ",
)
"""The proposed property, under words that nothing else in a case has."""
NEAR = replace(HERE, text="Cottage Two, Whisper Lane, Hushford ZZ9 9QQ", uprn=None)
SOMEWHERE = Address("Cottage Three, Whisper Lane, Hushford ZZ9 9QQ", street="Whisper Lane")
HOMES = st.builds(
    lambda withheld, place: replace(place, withheld=withheld),
    st.booleans(),
    st.builds(
        protected_place,
        WHO,
        st.sampled_from((HERE, NEAR, SOMEWHERE)),
        MAYBE_DAYS,
        st.sampled_from(ProtectedPlaceKind),
    ),
)
TOLD = f"He must keep away from {SOMEWHERE.text}."
ENQUIRIES = st.sampled_from(
    (ASKED, REFERRED, MENTORED, replace(MENTORED, text=TOLD), replace(REFERRED, text=TOLD))
)


def answers(given_case: Case) -> Iterable[Assessment]:
    """What the officer's answer and that of staff are made from."""
    book = load_rulebook()
    yield assess(given_case.dossier, given_case.enquiry, given_case.place, book)
    known = given_case.dossier.known_part(), given_case.enquiry.known_part()
    yield assess(*known, PlaceKnowledge(), book)


def everything_said(given_case: Case) -> str:
    """All that is stored of an answer but its question, and all that anybody is shown of it."""
    full, known = answers(given_case)
    stored = encode(full) + encode(known)
    roles = (Role.RESPONSIBLE_OFFICER, Role.RESETTLEMENT_STAFF)
    return stored + "".join(render_text(show(full, known, role, NOW), unfolded=True) for role in roles)


@settings(max_examples=150)
@given(
    st.lists(HOMES, min_size=1, max_size=4),
    st.lists(RECORDS, max_size=5),
    ENQUIRIES,
    st.lists(OCCUPANTS, max_size=2),
)
def test_no_answer_says_where_she_is(
    homes: list[Record], records: list[Record], asked: Enquiry, occupants: list[Occupant]
) -> None:
    said = everything_said(case(*homes, *records, asked=asked, lives_with=tuple(occupants)))
    assert SPOKEN.findall(said) == []


NO_CONTACT = order(term(ProhibitionKind.NO_CONTACT), term(ProhibitionKind.NO_ENTER_HOME_OF))
KEEP_OFF = order(term(ProhibitionKind.NO_APPROACH, zone=Zone("", None, 100)))
AT_HER_DOOR = protected_place(EX_PARTNER, HERE)


@pytest.mark.parametrize(
    ("code", "of"),
    [
        pytest.param("RO-ADDR-04", case(AT_HER_DOOR), id="she lives there"),
        pytest.param("RO-ADDR-02", case(AT_HER_DOOR, NO_CONTACT), id="an order keeps him from her"),
        pytest.param("RO-ADDR-03", case(AT_HER_DOOR, KEEP_OFF), id="an order draws a circle around her"),
        pytest.param(
            "REF-EXC-01",
            case(protected_place(EX_PARTNER, SOMEWHERE), asked=replace(REFERRED, text=TOLD)),
            id="a referral tells of it",
        ),
    ],
)
def test_the_officer_is_told_that_she_is_there_and_by_which_record(code: str, of: Case) -> None:
    full = next(iter(answers(of)))
    assert code in {flag.code for flag in full.flags}
    assert SPOKEN.findall(everything_said(of)) == []


def test_an_address_that_was_said_would_be_found() -> None:
    assert all(SPOKEN.search(each.text) for each in (HERE, NEAR, SOMEWHERE))
    assert SPOKEN.search(str(PROPOSED.uprn))
    assert PROPOSED.point is not None
    assert SPOKEN.search(f"{PROPOSED.point.easting} {PROPOSED.point.northing}")
