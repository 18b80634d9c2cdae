"""What stands for somebody: every address that a system holds as proposed, and every enquiry that waits."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from riskflag.casebook import (
    ASKED,
    NOW,
    OTHER_TOWN,
    PROPOSED,
    case,
    condition,
    custody,
    decision,
    order,
    own_address,
    term,
)
from riskflag.decisions import ProposalDecision
from riskflag.enquiry import Purpose
from riskflag.records import AddressUse, CustodyEventKind, DecisionKind, Record
from riskflag.standing import AskedFor, Why, proposals_standing, scope_of
from riskflag.vocabulary import AssessmentId, OrderType, ProhibitionKind, Source

TODAY = NOW.date()
LIVE_THERE = term(ProhibitionKind.RESIDE_AT, place=PROPOSED)
CURFEW_THERE = term(ProhibitionKind.CURFEW_AT, place=PROPOSED)
APPROVED_THERE = replace(decision(DecisionKind.APPROVED, "approved"), address=PROPOSED)
REFUSED_THERE = replace(
    decision(DecisionKind.REFUSED, "refused"), address=PROPOSED, recorded_on=TODAY, happened_on=TODAY
)


def held(use: AddressUse, ends_on: date | None = None) -> Record:
    return replace(own_address(PROPOSED, use), starts_on=None, ends_on=ends_on)


def asked(days_ago: int = 1, said: ProposalDecision | None = None, own: bool = False) -> AskedFor:
    at = NOW - timedelta(days=days_ago)
    return AskedFor(ASKED, AssessmentId("a"), at, said, own)


def standing(records: Sequence[Record], enquiries: Sequence[AskedFor] = ()) -> list[tuple[Why, ...]]:
    return [each.why for each in proposals_standing(case(*records).dossier, enquiries)]


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        pytest.param([held(AddressUse.MAIN)], [(Why.MAIN,)], id="where they live"),
        pytest.param([held(AddressUse.RELEASE)], [(Why.RELEASE,)], id="where they are to be released to"),
        pytest.param([held(AddressUse.RESETTLEMENT_PLAN)], [(Why.RESETTLEMENT_PLAN,)], id="a plan's"),
        pytest.param([held(AddressUse.CURFEW)], [(Why.CURFEW,)], id="a curfew's"),
        pytest.param([held(AddressUse.LICENCE_RESIDENCE)], [(Why.LICENCE_RESIDENCE,)], id="a licence's"),
        pytest.param([held(AddressUse.BAIL)], [(Why.BAIL,)], id="bail's"),
        pytest.param([held(AddressUse.PREVIOUS)], [], id="an earlier one"),
        pytest.param([held(AddressUse.POLICE_NOTIFIED)], [], id="one told to police"),
        pytest.param(
            [held(AddressUse.RELEASE, TODAY - timedelta(days=1))], [], id="one held until yesterday"
        ),
        pytest.param([held(AddressUse.RELEASE, TODAY)], [(Why.RELEASE,)], id="one held until today"),
        pytest.param([condition(LIVE_THERE)], [(Why.LICENCE_RESIDENCE,)], id="a licence condition's"),
        pytest.param([condition(CURFEW_THERE)], [(Why.CURFEW,)], id="a condition of curfew's"),
        pytest.param([order(LIVE_THERE, kind=OrderType.COURT_BAIL)], [(Why.BAIL,)], id="a term of bail's"),
        pytest.param([order(LIVE_THERE)], [], id="that of an order of another kind"),
        pytest.param([APPROVED_THERE], [(Why.APPROVED,)], id="one approved on record"),
        pytest.param([APPROVED_THERE, REFUSED_THERE], [], id="one refused since"),
        pytest.param(
            [held(AddressUse.MAIN), held(AddressUse.RELEASE)], [(Why.MAIN, Why.RELEASE)], id="one for both"
        ),
    ],
)
def test_an_address_on_record_stands(records: Sequence[Record], expected: list[tuple[Why, ...]]) -> None:
    assert standing(records) == expected


@pytest.mark.parametrize(
    ("enquiry", "expected"),
    [
        pytest.param(asked(), [(Why.ASKED,)], id="nobody decided"),
        pytest.param(asked(400), [(Why.ASKED,)], id="long ago, with the release still to come"),
        pytest.param(asked(said=ProposalDecision.APPROVED), [(Why.APPROVED,)], id="approved"),
        pytest.param(asked(said=ProposalDecision.REFUSED), [], id="refused"),
        pytest.param(asked(own=True), [], id="asked by the screening alone"),
        pytest.param(
            asked(said=ProposalDecision.APPROVED, own=True), [(Why.APPROVED,)], id="its answer was approved"
        ),
    ],
)
def test_an_enquiry_that_waits_stands(enquiry: AskedFor, expected: list[tuple[Why, ...]]) -> None:
    assert standing([], [enquiry]) == expected


def test_what_was_asked_long_ago_of_a_release_that_is_past_waits_no_more() -> None:
    past = replace(asked(400), enquiry=replace(ASKED, release_date=TODAY - timedelta(days=300)))
    assert standing([], [past]) == []


def test_of_one_property_the_latest_enquiry_is_asked_again_with_who_lives_there() -> None:
    known = replace(ASKED, occupants_stated=True)
    (one,) = proposals_standing(
        case(held(AddressUse.RELEASE)).dossier,
        [replace(asked(), enquiry=known), replace(asked(9), answer=AssessmentId("older"))],
    )
    assert one.enquiry == replace(known, purpose=Purpose.RE_SCREENING)
    assert (one.why, one.answer) == ((Why.ASKED, Why.RELEASE), "a")


def test_what_is_held_for_a_curfew_is_asked_as_a_curfew() -> None:
    (one,) = proposals_standing(case(held(AddressUse.MAIN), held(AddressUse.CURFEW)).dossier, [])
    assert one.enquiry.purpose is Purpose.HOME_DETENTION_CURFEW


def test_two_properties_are_two_proposals() -> None:
    elsewhere = replace(own_address(OTHER_TOWN, AddressUse.MAIN), starts_on=None, ends_on=None)
    made = proposals_standing(case(held(AddressUse.MAIN), elsewhere).dossier, [])
    assert len({each.digest for each in made}) == 2


@pytest.mark.parametrize(
    ("records", "enquiries", "screened"),
    [
        pytest.param([], [], False, id="in custody, and nothing is planned"),
        pytest.param([], [asked(said=ProposalDecision.REFUSED)], True, id="a release date was stated"),
        pytest.param([held(AddressUse.RELEASE)], [], True, id="an address is held for the release"),
        pytest.param([condition(LIVE_THERE)], [], True, id="a licence condition is in force"),
        pytest.param([order(kind=OrderType.LICENCE)], [], True, id="a licence is"),
        pytest.param([custody(CustodyEventKind.RELEASED, date(2026, 9, 1))], [], True, id="released"),
        pytest.param(
            [custody(CustodyEventKind.RELEASED, date(2026, 9, 1)), custody(CustodyEventKind.RECALLED, TODAY)],
            [],
            False,
            id="recalled since",
        ),
    ],
)
def test_whose_release_is_planned_or_who_is_on_licence_is_screened(
    records: Sequence[Record], enquiries: Sequence[AskedFor], screened: bool
) -> None:
    dossier = case(held(AddressUse.MAIN), *records).dossier
    scope = scope_of(dossier, proposals_standing(dossier, enquiries), enquiries)
    assert (bool(scope.proposals), scope.cannot_tell) == (screened, ())


@pytest.mark.parametrize("source", [Source.ADDRESSES, Source.CUSTODY, Source.LICENCE_CONDITIONS])
def test_of_whom_nobody_can_tell_whatever_is_held_is_screened_and_it_is_said(source: Source) -> None:
    dossier = case(held(AddressUse.MAIN)).dossier
    unasked = {key: told for key, told in dossier.coverage.items() if key is not source}
    dossier = replace(dossier, coverage=unasked)
    scope = scope_of(dossier, proposals_standing(dossier, ()), ())
    assert (len(scope.proposals), [each.source for each in scope.cannot_tell]) == (1, [source])
