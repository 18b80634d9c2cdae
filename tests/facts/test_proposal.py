"""What is proposed, for when, and on which days the answer must hold."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    OTHER_TOWN,
    RELEASE,
    TODAY,
    allocation,
    case,
    check,
    contact,
)
from riskflag.enquiry import AddressEnquiry, Occupant, PlacementKind
from riskflag.facts.proposal import Window
from riskflag.records import CheckKind, NamedPerson
from riskflag.vocabulary import Relationship

JUNE = date(2027, 6, 1)


@pytest.mark.parametrize(
    ("asked", "last"),
    [
        pytest.param(ASKED, JUNE, id="to the end of the licence"),
        pytest.param(
            replace(ASKED, use_to=date(2026, 12, 24)), date(2026, 12, 24), id="to the end of the stay"
        ),
        pytest.param(replace(ASKED, licence_ends_on=None), None, id="no end is known"),
        pytest.param(
            replace(ASKED, licence_ends_on=date(2026, 11, 1)),
            RELEASE,
            id="an end before release: at least to release",
        ),
    ],
)
def test_the_answer_must_hold_from_today_to_the_last_day_that_matters(
    asked: AddressEnquiry, last: date | None
) -> None:
    assert case(asked=asked).facts.proposal.window == Window(TODAY, last)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "touches"),
    [
        pytest.param(None, None, True, id="no limits"),
        pytest.param(JUNE, None, True, id="starts on the last day"),
        pytest.param(JUNE + timedelta(days=1), None, False, id="starts the day after"),
        pytest.param(None, TODAY, True, id="ends today"),
        pytest.param(None, TODAY - timedelta(days=1), False, id="ended yesterday"),
    ],
)
def test_days_are_closed_at_both_ends(starts_on: date | None, ends_on: date | None, touches: bool) -> None:
    assert Window(TODAY, JUNE).touches(starts_on, ends_on) is touches


@pytest.mark.parametrize(
    ("release_date", "within_28"),
    [
        pytest.param(RELEASE, True, id="in nine days"),
        pytest.param(TODAY - timedelta(days=1), True, id="yesterday"),
        pytest.param(date(2027, 1, 1), False, id="in the new year"),
        pytest.param(None, None, id="nobody knows"),
    ],
)
def test_how_close_release_is(release_date: date | None, within_28: bool | None) -> None:
    assert (
        case(asked=replace(ASKED, release_date=release_date)).facts.proposal.release_within(28) is within_28
    )


def test_no_fixed_abode_means_no_address_whatever_was_typed() -> None:
    proposal = case(asked=replace(ASKED, no_fixed_abode=True)).facts.proposal
    assert proposal.address is None
    assert proposal.no_fixed_abode


def test_approved_premises_are_no_household() -> None:
    assert case(asked=replace(ASKED, placement=PlacementKind.APPROVED_PREMISES)).facts.proposal.institution
    assert not case().facts.proposal.institution


def test_a_check_on_another_address_says_nothing_about_this_one() -> None:
    elsewhere = replace(check(CheckKind.POLICE_DOMESTIC_ABUSE), address=OTHER_TOWN)
    on_the_person = replace(check(CheckKind.POLICE_DOMESTIC_ABUSE), address=None)
    assert case(elsewhere).facts.process.checks == ()
    assert case(on_the_person).facts.process.checks == ()
    assert len(case(check(CheckKind.POLICE_DOMESTIC_ABUSE)).facts.process.checks) == 1


def test_the_responsible_officer_is_the_latest_whose_allocation_still_runs() -> None:
    ended = replace(allocation("First Officer"), ended_on=date(2026, 10, 1))
    nobody = allocation(None, on=date(2026, 11, 1))
    current = case(ended, nobody, allocation("Second Officer", on=date(2026, 10, 2))).facts.process.allocation
    assert current is not None
    assert current.officer == "Second Officer"
    assert case(ended).facts.process.allocation is None


def test_the_persons_age_is_in_whole_years() -> None:
    assert case(contact(EX_PARTNER)).facts.age == 38


SHE = Occupant(NamedPerson("Una Example", Relationship.FRIEND))


@pytest.mark.parametrize(
    ("occupants", "said", "stated"),
    [
        pytest.param((), None, False, id="nobody said anything"),
        pytest.param((), False, False, id="somebody said that they do not know"),
        pytest.param((), True, True, id="nobody else lives there"),
        pytest.param((SHE,), None, True, id="somebody named who lives there"),
        pytest.param((SHE,), True, True, id="all of them are named"),
        pytest.param((SHE,), False, False, id="one is named, and there may be others"),
    ],
)
def test_whether_it_is_known_who_lives_there(
    occupants: tuple[Occupant, ...], said: bool | None, stated: bool
) -> None:
    asked = replace(ASKED, occupants=occupants, occupants_stated=said)
    assert case(asked=asked).facts.proposal.occupants_stated is stated
