"""Two worlds that differ only in protected data look the same to resettlement staff.

RISKFLAG_WORLDS sets how many pairs are compared (100 unless it says otherwise).
"""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskflag.assessment import assess
from riskflag.casebook import ASKED, EX_PARTNER, NOW, PROPOSED, Case, case, order, protected_place
from riskflag.disclosure import show
from riskflag.dossier import EarlierEnquiry, PlaceKnowledge
from riskflag.enquiry import Occupant, ReferralEnquiry
from riskflag.records import Record
from riskflag.rulebook import load_rulebook
from riskflag.vocabulary import Role
from tests.properties.protected import (
    EARLIER,
    NO_CONTACT,
    OCCUPANTS,
    OPEN,
    REFERRALS,
    SECRETS,
    WORLDS,
    Secret,
    world,
)

KNOWN = st.lists(st.sampled_from(OPEN), max_size=5)


def seen_by_staff(given_case: Case) -> bytes:
    book = load_rulebook()
    full = assess(given_case.dossier, given_case.enquiry, given_case.place, book)
    known = assess(given_case.dossier.known_part(), given_case.enquiry.known_part(), PlaceKnowledge(), book)
    return repr(show(full, known, Role.RESETTLEMENT_STAFF, NOW)).encode()


@settings(max_examples=WORLDS)
@given(KNOWN, st.lists(st.sampled_from(OCCUPANTS), max_size=3), EARLIER, SECRETS, SECRETS)
def test_staff_cannot_tell_two_worlds_apart(
    known: list[Record],
    occupants: list[Occupant],
    earlier: tuple[EarlierEnquiry, ...],
    one: Secret,
    other: Secret,
) -> None:
    assert seen_by_staff(world(known, one, occupants, ASKED, earlier)) == seen_by_staff(
        world(known, other, occupants, ASKED, earlier)
    )


@settings(max_examples=WORLDS)
@given(
    st.sampled_from(REFERRALS),
    KNOWN,
    EARLIER,
    SECRETS,
    SECRETS,
    st.sampled_from(["", "she comes on Mondays"]),
)
def test_staff_cannot_tell_two_worlds_apart_by_a_referral(
    asked: ReferralEnquiry,
    known: list[Record],
    earlier: tuple[EarlierEnquiry, ...],
    one: Secret,
    other: Secret,
    apart: str,
) -> None:
    assert seen_by_staff(world(known, one, (), asked, earlier)) == seen_by_staff(
        world(known, other, (), replace(asked, kept_apart=apart), earlier)
    )


@pytest.mark.parametrize("asked", REFERRALS[:2])
def test_the_officer_can_tell_them_apart_by_a_referral(asked: ReferralEnquiry) -> None:
    book = load_rulebook()
    guarded = case(order(NO_CONTACT), protected_place(EX_PARTNER, PROPOSED), asked=asked)
    empty = case(order(NO_CONTACT), asked=asked)
    answers = [assess(c.dossier, c.enquiry, c.place, book) for c in (guarded, empty)]
    assert answers[0].flags != answers[1].flags


def test_the_property_can_fail() -> None:
    """The officer can tell the worlds apart, so the two are not alike for want of a difference."""
    book = load_rulebook()
    guarded, empty = case(order(NO_CONTACT), protected_place(EX_PARTNER, PROPOSED)), case(order(NO_CONTACT))
    answers = [assess(c.dossier, c.enquiry, c.place, book) for c in (guarded, empty)]
    assert answers[0].flags != answers[1].flags
