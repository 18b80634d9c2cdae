"""How a referral is read: where the person would go, whether they would live there, and what that changes."""

from dataclasses import replace

import pytest

from riskflag.casebook import (
    CHILD_OF_NINE,
    EX_PARTNER,
    FRIEND,
    MENTORED,
    OTHER_TOWN,
    PROPOSED,
    REFERRED,
    Case,
    case,
    decision,
    note,
    order,
    screening,
    term,
)
from riskflag.enquiry import Enquiry, Occupant, PlacementKind, ProposalStatus, ReferralEnquiry
from riskflag.facts.settled import Settled, how_settled
from riskflag.records import DecisionKind, RecipientKind, Record, ScreeningTopic
from riskflag.rulebook import load_rulebook
from riskflag.vocabulary import EnquiryKind, OrderType, ProhibitionKind, Visibility
from tests.rules.answers import ACT, CLEAR, STOP, answer

SEEKING = replace(
    REFERRED,
    site=None,
    placement=PlacementKind.NOT_STATED,
    address_status=ProposalStatus.NOT_STATED,
    address_confirmed_on=None,
)
BAIL = order(term(ProhibitionKind.RESIDE_AT, "to live there", OTHER_TOWN), kind=OrderType.COURT_BAIL)
NO_CHILDREN = order(term(ProhibitionKind.NO_RESIDE_WITH_CHILDREN), protects=())


def answers(code: str, of: Case) -> str:
    """What one rule of the rulebook makes of a case."""
    return answer(load_rulebook().rule(code), of)


@pytest.mark.parametrize(
    ("asked", "lives_there", "homeless"),
    [
        pytest.param(REFERRED, True, False, id="supported housing is where he will live"),
        pytest.param(MENTORED, False, False, id="a mentor is somebody he meets"),
        pytest.param(SEEKING, True, True, id="housing is sought and nothing is found"),
        pytest.param(
            replace(SEEKING, address_status=ProposalStatus.PROPOSED),
            True,
            False,
            id="housing is sought and another address is proposed",
        ),
        pytest.param(
            replace(MENTORED, address_status=ProposalStatus.NONE), False, True, id="he has nowhere to live"
        ),
        pytest.param(
            replace(MENTORED, placement=PlacementKind.HOSPITAL_OR_CARE_HOME),
            True,
            False,
            id="a clinic that takes him in",
        ),
    ],
)
def test_where_the_person_would_live(asked: ReferralEnquiry, lives_there: bool, homeless: bool) -> None:
    proposal = case(asked=asked).facts.proposal
    assert (proposal.lives_there, proposal.no_fixed_abode) == (lives_there, homeless)


@pytest.mark.parametrize(
    ("asked", "institution", "household_unknown"),
    [
        pytest.param(replace(REFERRED, occupants_stated=None), False, True, id="nobody says who shares it"),
        pytest.param(replace(MENTORED, occupants_stated=None), True, False, id="nobody lives at a centre"),
        pytest.param(
            replace(REFERRED, recipient=RecipientKind.APPROVED_PREMISES, placement=PlacementKind.NOT_STATED),
            True,
            False,
            id="approved premises are known by their recipient",
        ),
    ],
)
def test_whether_a_household_has_to_be_asked(
    asked: ReferralEnquiry, institution: bool, household_unknown: bool
) -> None:
    proposal = case(asked=asked).facts.proposal
    assert (proposal.institution, proposal.household_unknown) == (institution, household_unknown)


def test_facts_say_what_is_asked_about() -> None:
    address, referral = case().facts, case(asked=REFERRED).facts
    assert (address.kind, address.referral) == (EnquiryKind.ADDRESS, None)
    assert (referral.kind, referral.referral) == (EnquiryKind.REFERRAL, REFERRED)
    assert referral.proposal.address == PROPOSED


def test_where_there_is_nothing_to_attend_there_is_no_place() -> None:
    asked = replace(MENTORED, nothing_to_attend=True)
    assert case(asked=asked).facts.proposal.address is None


@pytest.mark.parametrize(
    ("asked", "about_it"),
    [pytest.param(REFERRED, 2, id="a home"), pytest.param(MENTORED, 0, id="a site he only attends")],
)
def test_what_is_written_about_the_address_is_written_about_his_home(
    asked: ReferralEnquiry, about_it: int
) -> None:
    place = case(note("a drug den"), decision(DecisionKind.REFUSED, "no"), asked=asked).facts.place
    assert len(place.notes) + len(place.decisions) == about_it


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        pytest.param(ProposalStatus.NOT_STATED, Settled.CANNOT_TELL, id="nobody says"),
        pytest.param(ProposalStatus.MENTIONED, Settled.NOT_VERIFIED, id="only mentioned"),
        pytest.param(ProposalStatus.NONE, Settled.NO_ADDRESS, id="there is none"),
    ],
)
def test_a_mentor_says_nothing_of_where_he_lives(status: ProposalStatus, expected: Settled) -> None:
    asked = replace(MENTORED, address_status=status, address_confirmed_on=None)
    assert how_settled(case(asked=asked).facts) is expected


@pytest.mark.parametrize(
    ("code", "of", "home", "centre"),
    [
        pytest.param("BAIL-01", (BAIL,), STOP, CLEAR, id="bail requires another home"),
        pytest.param("RO-CHLD-01", (NO_CHILDREN,), CLEAR, CLEAR, id="no child is there"),
        pytest.param(
            "PROC-SCR-01",
            (
                screening(ScreeningTopic.ACCOMMODATION, concern=False),
                order(term(ProhibitionKind.NO_CONTACT), protects=(FRIEND,)),
            ),
            ACT,
            CLEAR,
            id="the screening was about a home",
        ),
    ],
)
def test_rules_about_a_home_leave_a_centre_alone(
    code: str, of: tuple[Record, ...], home: str, centre: str
) -> None:
    there = (Occupant(FRIEND),)
    for asked, expected in ((REFERRED, home), (MENTORED, centre)):
        made = case(*of, asked=replace(asked, occupants=there))
        assert answers(code, made) == expected


@pytest.mark.parametrize("asked", [REFERRED, MENTORED])
def test_a_child_who_is_there_is_found_wherever_it_is(asked: Enquiry) -> None:
    made = case(NO_CHILDREN, asked=asked, lives_with=(CHILD_OF_NINE,))
    assert answers("RO-CHLD-01", made) == STOP


def test_the_known_part_names_no_hidden_person_and_no_plan_to_keep_them_apart() -> None:
    hidden = Occupant(EX_PARTNER, visibility=Visibility.PROTECTED)
    asked = replace(MENTORED, occupants=(hidden, Occupant(FRIEND)), kept_apart="she comes on Mondays")
    assert asked.known_part() == replace(MENTORED, occupants=(Occupant(FRIEND),))
