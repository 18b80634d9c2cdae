"""An approved address is watched until its licence ends: the last day, no day known, a recall, a new plan."""

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
    order,
    own_address,
    term,
)
from riskflag.decisions import ProposalDecision
from riskflag.dossier import SourceCoverage
from riskflag.records import AddressUse, CustodyEventKind, LicenceConditionStatus, Record
from riskflag.standing import AskedFor, Why, proposals_standing, scope_of
from riskflag.vocabulary import AssessmentId, OrderType, ProhibitionKind, Source

TODAY = NOW.date()
YESTERDAY = TODAY - timedelta(days=1)
RELEASED = custody(CustodyEventKind.RELEASED, TODAY - timedelta(days=350))
RECALLED = custody(CustodyEventKind.RECALLED, TODAY - timedelta(days=100))
LIVES_THERE = replace(own_address(PROPOSED, AddressUse.MAIN), starts_on=None, ends_on=None)
RUNS_ON = replace(condition(term(ProhibitionKind.NO_CONTACT)), ends_on=TODAY)


def approved(ends_on: date | None, *, days_ago: int = 400, own: bool = False) -> AskedFor:
    """An enquiry about the proposed address that was approved, fifty days before the release."""
    at = NOW - timedelta(days=days_ago)
    release = at.date() + timedelta(days=50)
    enquiry = replace(ASKED, release_date=release, licence_ends_on=ends_on)
    return AskedFor(enquiry, AssessmentId("a"), at, ProposalDecision.APPROVED, own)


def another_plan(
    days_ago: int = 60,
    said: ProposalDecision | None = ProposalDecision.APPROVED,
    *,
    own: bool = False,
    release: bool = True,
) -> AskedFor:
    """An enquiry about a place in another town, of a release fifty days later."""
    plan = approved(None, days_ago=days_ago, own=own)
    given = plan.enquiry.release_date if plan.enquiry and release else None
    return replace(plan, enquiry=replace(ASKED, address=OTHER_TOWN, release_date=given), decision=said)


def watched(asked: Sequence[AskedFor], *records: Record) -> bool:
    """Whether the proposed address stands as approved."""
    standing = proposals_standing(case(*records).dossier, asked)
    return any(each.enquiry.where == PROPOSED and Why.APPROVED in each.why for each in standing)


@pytest.mark.parametrize(
    ("ends_on", "records", "expected"),
    [
        pytest.param(YESTERDAY, [], False, id="the licence ended yesterday"),
        pytest.param(YESTERDAY, [RELEASED], False, id="released, and the licence ended yesterday"),
        pytest.param(TODAY, [RELEASED], True, id="today is the licence's last day"),
        pytest.param(TODAY + timedelta(days=1), [], True, id="it ends tomorrow"),
        pytest.param(None, [RELEASED], True, id="nobody said when it ends"),
        pytest.param(YESTERDAY, [RELEASED, RECALLED], True, id="recalled before it ended"),
        pytest.param(
            YESTERDAY,
            [custody(CustodyEventKind.RECALLED, TODAY - timedelta(days=500)), RELEASED],
            False,
            id="recalled before the address was asked about, and not since",
        ),
        pytest.param(
            YESTERDAY,
            [custody(CustodyEventKind.RECALLED, TODAY)],
            True,
            id="recalled after the day that was given",
        ),
        pytest.param(YESTERDAY, [RUNS_ON], True, id="a condition on record says that the licence goes on"),
        pytest.param(
            YESTERDAY,
            [replace(RUNS_ON, status=LicenceConditionStatus.REMOVED)],
            False,
            id="a condition that was removed says nothing",
        ),
    ],
)
def test_what_was_approved_is_watched_until_its_licence_ends(
    ends_on: date | None, records: Sequence[Record], expected: bool
) -> None:
    assert watched([approved(ends_on)], *records) is expected


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        pytest.param([], True, id="nobody planned anything since"),
        pytest.param([another_plan()], False, id="another address was approved for a new release"),
        pytest.param([another_plan(said=None)], True, id="another address waits for a decision"),
        pytest.param([another_plan(said=ProposalDecision.REFUSED)], True, id="another address was refused"),
        pytest.param([another_plan(release=False)], True, id="another address, and no new release"),
        pytest.param([another_plan(own=True)], True, id="screening asked of another address"),
        pytest.param([another_plan(days_ago=200)], True, id="another address was approved before the recall"),
        pytest.param([approved(YESTERDAY, days_ago=60, own=True)], True, id="screening asked again of this"),
        pytest.param([approved(YESTERDAY, days_ago=60)], False, id="this one was approved anew since"),
        pytest.param(
            [replace(another_plan(), enquiry=None)], True, id="of what was asked since nothing can be read"
        ),
    ],
)
def test_after_a_recall_it_is_watched_until_a_new_release_plan_replaces_it(
    later: Sequence[AskedFor], expected: bool
) -> None:
    assert watched([*later, approved(YESTERDAY)], RELEASED, RECALLED) is expected


@pytest.mark.parametrize("source", [Source.CUSTODY, Source.LICENCE_CONDITIONS])
@pytest.mark.parametrize(
    "told",
    [
        pytest.param(SourceCoverage(), id="not asked"),
        pytest.param(SourceCoverage(NOW, answered=True, complete=False), id="answered in part"),
    ],
)
def test_where_nobody_can_tell_whether_it_goes_on_it_stays_watched(
    source: Source, told: SourceCoverage
) -> None:
    dossier = case(RELEASED).dossier
    dossier = replace(dossier, coverage={**dossier.coverage, source: told})
    assert [each.why for each in proposals_standing(dossier, [approved(YESTERDAY)])] == [(Why.APPROVED,)]


@pytest.mark.parametrize(
    ("asked", "records", "screened"),
    [
        pytest.param([approved(YESTERDAY)], [RELEASED], False, id="released on a licence that is over"),
        pytest.param([approved(YESTERDAY)], [], False, id="the one release that was planned is past"),
        pytest.param([approved(TODAY)], [RELEASED], True, id="on the licence's last day"),
        pytest.param([approved(None)], [RELEASED], True, id="released, and no end is known"),
        pytest.param([], [RELEASED], True, id="released, and nobody asked anything"),
        pytest.param(
            [another_plan(said=None), approved(YESTERDAY)], [RELEASED], True, id="another release is planned"
        ),
        pytest.param(
            [approved(YESTERDAY, days_ago=300)], [RELEASED], True, id="released before anything was asked"
        ),
        pytest.param(
            [approved(TODAY - timedelta(days=360), days_ago=500)],
            [RELEASED],
            True,
            id="released once more after that licence had ended",
        ),
        pytest.param([approved(YESTERDAY)], [RELEASED, RECALLED], True, id="recalled, and nothing planned"),
        pytest.param(
            [approved(YESTERDAY)],
            [RELEASED, order(kind=OrderType.LICENCE)],
            True,
            id="another licence is in force",
        ),
        pytest.param(
            [replace(approved(None), enquiry=None), approved(YESTERDAY)],
            [RELEASED],
            True,
            id="an enquiry that nobody can read may have given a later day",
        ),
    ],
)
def test_where_they_live_is_screened_while_a_licence_may_run(
    asked: Sequence[AskedFor], records: Sequence[Record], screened: bool
) -> None:
    dossier = case(LIVES_THERE, *records).dossier
    scope = scope_of(dossier, proposals_standing(dossier, asked), asked)
    assert (bool(scope.proposals), scope.cannot_tell) == (screened, ())
