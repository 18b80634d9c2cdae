"""Two worlds that differ only in protected data look the same to resettlement staff."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskflag.assessment import assess
from riskflag.casebook import (
    ASKED,
    CHILD_OF_NINE,
    EX_PARTNER,
    FRIEND,
    MENTORED,
    MOTHER,
    NOW,
    OTHER_TOWN,
    PARTNER,
    PROPOSED,
    REFERRED,
    SAME_STREET,
    Case,
    abuse,
    alert,
    breach,
    case,
    conversation,
    conviction,
    custody,
    incident,
    note,
    order,
    protected_place,
    registration,
    screening,
    term,
)
from riskflag.disclosure import show
from riskflag.dossier import CONFIDENTIAL_SOURCES, PlaceKnowledge, SourceCoverage
from riskflag.enquiry import Enquiry, Occupant, ReferralEnquiry
from riskflag.records import (
    AbuseRole,
    Consent,
    CustodyEventKind,
    DomesticAbuseKind,
    NoteKind,
    PlaceIncident,
    PlaceIncidentKind,
    ProtectedPlaceKind,
    RecipientKind,
    Record,
    ScreeningTopic,
)
from riskflag.rulebook import load_rulebook
from riskflag.vocabulary import ProhibitionKind, Role, Visibility

NO_CONTACT = term(ProhibitionKind.NO_CONTACT)
OPEN = [
    order(NO_CONTACT),
    order(NO_CONTACT, protects=(PARTNER,)),
    breach(date(2026, 2, 1)),
    conviction("00831", "breach of a restraining order", EX_PARTNER),
    conviction("10501", "common assault", MOTHER),
    alert("OHCO"),
    registration("ADVP", "Domestic Abuse Perpetrator"),
    screening(ScreeningTopic.ACCOMMODATION, concern=False, words="has an address to return to"),
]
PROTECTED = [
    *(
        protected_place(who, address, kind=kind)
        for who in (EX_PARTNER, PARTNER, FRIEND)
        for address in (PROPOSED, SAME_STREET, OTHER_TOWN, None)
        for kind in ProtectedPlaceKind
    ),
    *(
        abuse(kind, who, role=role)
        for who in (EX_PARTNER, PARTNER, MOTHER)
        for kind in DomesticAbuseKind
        for role in AbuseRole
    ),
    *(conversation(who, consent) for who in (MOTHER, PARTNER) for consent in Consent),
    *(note("described as a drug den", kind) for kind in NoteKind),
    replace(order(NO_CONTACT, protects=(MOTHER,)), served_on=None, present_when_made=False),
    replace(order(NO_CONTACT, protects=(PARTNER,)), served_on=None, present_when_made=None),
    custody(CustodyEventKind.CONTACT_WITH_PROTECTED_PERSON, date(2026, 10, 5), "two calls to her"),
    replace(alert("QQQ"), visibility=Visibility.PROTECTED),
]
OCCUPANTS = [Occupant(who) for who in (EX_PARTNER, PARTNER, MOTHER, CHILD_OF_NINE)]
HIDDEN_OCCUPANT = Occupant(EX_PARTNER, visibility=Visibility.PROTECTED)
INCIDENTS = [incident(kind) for kind in PlaceIncidentKind]

REFERRALS = (
    REFERRED,
    MENTORED,
    replace(MENTORED, text="He must not go near 5 Elder Row, ZZ1 1AA, or ask after Beth Sample."),
    replace(MENTORED, recipient=RecipientKind.EMPLOYER, children_attend=None, regulated_work=None),
    replace(REFERRED, site=None, text=None, agreement=None, provider_will_close=None),
    replace(REFERRED, recipient=RecipientKind.APPROVED_PREMISES, occupants_stated=None),
)

protected_worlds = st.tuples(
    st.lists(st.sampled_from(PROTECTED), max_size=6),
    st.lists(st.sampled_from(INCIDENTS), max_size=3),
    st.lists(st.just(HIDDEN_OCCUPANT), max_size=1),
    st.sets(st.sampled_from(sorted(CONFIDENTIAL_SOURCES))),
)
World = tuple[list[Record], list[PlaceIncident], list[Occupant], set[object]]


def seen_by_staff(given_case: Case) -> bytes:
    book = load_rulebook()
    full = assess(given_case.dossier, given_case.enquiry, given_case.place, book)
    known = assess(given_case.dossier.known_part(), given_case.enquiry.known_part(), PlaceKnowledge(), book)
    return repr(show(full, known, Role.RESETTLEMENT_STAFF, NOW)).encode()


def world(
    open_records: list[Record], occupants: list[Occupant], protected: World, asked: Enquiry = ASKED
) -> Case:
    records, incidents, hidden, not_asked = protected
    built = case(*open_records, asked=asked, lives_with=(*occupants, *hidden), place=incidents)
    coverage = {s: c for s, c in built.dossier.coverage.items() if s not in not_asked}
    dossier = replace(built.dossier, records=(*built.dossier.records, *records), coverage=coverage)
    return replace(built, dossier=dossier, place=replace(built.place, coverage=SourceCoverage()))


@settings(max_examples=400)
@given(
    st.lists(st.sampled_from(OPEN), max_size=5),
    st.lists(st.sampled_from(OCCUPANTS), max_size=3),
    protected_worlds,
    protected_worlds,
)
def test_staff_cannot_tell_two_worlds_apart(
    open_records: list[Record], occupants: list[Occupant], one: World, other: World
) -> None:
    assert seen_by_staff(world(open_records, occupants, one)) == seen_by_staff(
        world(open_records, occupants, other)
    )


@settings(max_examples=400)
@given(
    st.sampled_from(REFERRALS),
    st.lists(st.sampled_from(OPEN), max_size=5),
    protected_worlds,
    protected_worlds,
    st.sampled_from(["", "she comes on Mondays"]),
)
def test_staff_cannot_tell_two_worlds_apart_by_a_referral(
    asked: ReferralEnquiry, open_records: list[Record], one: World, other: World, apart: str
) -> None:
    assert seen_by_staff(world(open_records, [], one, asked)) == seen_by_staff(
        world(open_records, [], other, replace(asked, kept_apart=apart))
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
