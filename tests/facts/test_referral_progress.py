"""Whether a referral came to something, or only looks as if it had."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from riskflag.casebook import MENTORED, REFERRED, case, screening
from riskflag.casebook import referral as made
from riskflag.enquiry import ReferralEnquiry
from riskflag.facts.referral_progress import (
    WHEN_SENT,
    Progress,
    Stuck,
    copied_unchanged,
    may_be_same,
    progress,
    same_on_record,
)
from riskflag.records import RecipientKind, Record, Referral, ReferralStatus, ScreeningTopic

S = ReferralStatus
OPEN = replace(REFERRED, confirmed_start_on=None, suitable=None, outcome=None)
SENT = replace(OPEN, status=S.SENT, acknowledged_on=None)
CLOSED = replace(OPEN, status=S.COMPLETE)
FRIDAY_BEFORE_LAST, SUNDAY = date(2026, 11, 13), date(2026, 11, 15)
ON_RECORD = made(S.COMPLETE, sent_on=date(2026, 11, 9))
REVIEW = screening(ScreeningTopic.ACCOMMODATION, concern=True, words="Refer to housing")


def came_to(asked: ReferralEnquiry, *records: Record) -> Progress:
    """How far the referral has got."""
    return progress(case(*records, asked=asked).facts)


@pytest.mark.parametrize(
    ("asked", "stuck"),
    [
        pytest.param(REFERRED, (), id="a room is confirmed"),
        pytest.param(replace(OPEN, status=S.DRAFTED), (), id="still being written"),
        pytest.param(replace(OPEN, status=S.ACKNOWLEDGED), (), id="acknowledged"),
        pytest.param(CLOSED, (Stuck.ONLY_SENT,), id="closed without an outcome"),
        pytest.param(replace(CLOSED, outcome="  "), (Stuck.ONLY_SENT,), id="closed with a blank"),
        pytest.param(
            replace(CLOSED, outcome="Emailed."), (Stuck.ONLY_SENT,), id="closed because it was sent"
        ),
        pytest.param(replace(CLOSED, outcome="Passed to colleague"), (Stuck.ONLY_SENT,), id="handed on"),
        pytest.param(replace(CLOSED, outcome="Leaflet given"), (Stuck.ONLY_SENT,), id="a leaflet"),
        pytest.param(
            replace(CLOSED, outcome="Contact details given"), (Stuck.ONLY_SENT,), id="a number to ring"
        ),
        pytest.param(replace(CLOSED, outcome="Emailed; room confirmed"), (), id="sent, and a room confirmed"),
        pytest.param(
            replace(CLOSED, outcome="Emailed.", confirmed_start_on=date(2026, 12, 1)),
            (),
            id="a start is confirmed",
        ),
        pytest.param(replace(OPEN, suitable=False), (Stuck.UNSUITABLE,), id="an unsuitable offer"),
        pytest.param(
            replace(REFERRED, suitable=False), (Stuck.UNSUITABLE,), id="unsuitable, whatever is confirmed"
        ),
        pytest.param(replace(OPEN, status=S.DECLINED), (Stuck.TURNED_DOWN,), id="declined"),
        pytest.param(
            replace(REFERRED, status=S.DECLINED), (Stuck.TURNED_DOWN,), id="declined after it was confirmed"
        ),
        pytest.param(replace(OPEN, outcome="No vacancies"), (Stuck.TURNED_DOWN,), id="no vacancies"),
        pytest.param(replace(CLOSED, outcome="Not priority need"), (Stuck.TURNED_DOWN,), id="no priority"),
        pytest.param(replace(SENT, sent_on=FRIDAY_BEFORE_LAST), (), id="sent five working days ago"),
        pytest.param(
            replace(SENT, sent_on=date(2026, 11, 12)),
            (Stuck.NOT_ACKNOWLEDGED,),
            id="sent six working days ago",
        ),
        pytest.param(
            replace(SENT, sent_on=date(2026, 10, 1), acknowledged_on=date(2026, 10, 2)),
            (),
            id="and acknowledged",
        ),
        pytest.param(
            replace(SENT, sent_on=date(2026, 10, 1), acknowledged_on=date(2027, 1, 5)),
            (Stuck.NOT_ACKNOWLEDGED,),
            id="acknowledged on a day that is still to come",
        ),
    ],
)
def test_what_a_referral_came_to(asked: ReferralEnquiry, stuck: tuple[Stuck, ...]) -> None:
    assert came_to(asked) == Progress(stuck, ())


@pytest.mark.parametrize(
    ("asked", "not_known"),
    [
        pytest.param(
            replace(CLOSED, outcome="See notes"),
            "what came of the referral",
            id="an outcome that says nothing",
        ),
        pytest.param(
            replace(SENT, sent_on=None), "when the referral was sent", id="sent, and nobody says when"
        ),
        pytest.param(
            replace(SENT, sent_on=date(2027, 1, 5)),
            "when the referral was sent",
            id="sent on a day that is still to come",
        ),
    ],
)
def test_what_nobody_can_say(asked: ReferralEnquiry, not_known: str) -> None:
    assert came_to(asked) == Progress((), (not_known,))


@pytest.mark.parametrize(
    ("record", "stuck"),
    [
        pytest.param(ON_RECORD, (Stuck.ONLY_SENT,), id="the passport closed it without an outcome"),
        pytest.param(
            replace(ON_RECORD, suitable=False), (Stuck.UNSUITABLE, Stuck.ONLY_SENT), id="and it was no use"
        ),
        pytest.param(replace(ON_RECORD, sent_on=date(2026, 9, 1)), (), id="an earlier referral is another"),
        pytest.param(replace(ON_RECORD, recipient=RecipientKind.MENTOR), (), id="to another recipient"),
    ],
)
def test_a_record_of_the_same_referral_speaks_too(record: Referral, stuck: tuple[Stuck, ...]) -> None:
    asked = replace(OPEN, status=S.ACKNOWLEDGED)
    assert came_to(asked, record).stuck == stuck
    assert len(same_on_record(case(record, asked=asked).facts)) == bool(stuck)


@pytest.mark.parametrize(
    ("record", "stuck"),
    [
        pytest.param(ON_RECORD, (), id="the passport closed it without an outcome"),
        pytest.param(replace(ON_RECORD, status=S.SENT), (), id="the passport never heard of it again"),
        pytest.param(replace(ON_RECORD, status=S.DECLINED), (Stuck.TURNED_DOWN,), id="but declined is not confirmed"),
        pytest.param(replace(ON_RECORD, suitable=False), (Stuck.UNSUITABLE,), id="nor is it suitable"),
        pytest.param(replace(ON_RECORD, sent_on=None), (), id="closed on no known day"),
    ],
)  # fmt: skip
def test_a_confirmed_start_answers_what_a_record_only_lacks(
    record: Referral, stuck: tuple[Stuck, ...]
) -> None:
    assert came_to(REFERRED, record) == Progress(stuck, ())


@pytest.mark.parametrize(
    ("asked", "record", "not_known"),
    [
        pytest.param(replace(OPEN, sent_on=None), ON_RECORD, (WHEN_SENT,), id="asked about without a day"),
        pytest.param(OPEN, replace(ON_RECORD, sent_on=None), (WHEN_SENT,), id="recorded without a day"),
        pytest.param(
            replace(OPEN, sent_on=None),
            replace(ON_RECORD, status=S.ACKNOWLEDGED),
            (),
            id="a record of progress",
        ),
        pytest.param(
            replace(OPEN, sent_on=None),
            replace(ON_RECORD, recipient=RecipientKind.MENTOR),
            (),
            id="to another recipient",
        ),
    ],
)
def test_a_record_that_may_be_of_the_same_referral_leaves_a_doubt(
    asked: ReferralEnquiry, record: Referral, not_known: tuple[str, ...]
) -> None:
    assert came_to(asked, record) == Progress((), not_known)


@pytest.mark.parametrize(
    ("asked", "older", "copied"),
    [
        pytest.param(OPEN, {}, 1, id="the same words a month apart"),
        pytest.param(OPEN, {"words": "Ask the council"}, 0, id="other words"),
        pytest.param(OPEN, {"topic": ScreeningTopic.HEALTH}, 0, id="about something else"),
        pytest.param(OPEN, {"tool": "resettlement plan"}, 0, id="in another plan"),
        pytest.param(REFERRED, {}, 0, id="a room has since been confirmed"),
        pytest.param(replace(MENTORED, confirmed_start_on=None), {}, 0, id="a mentor is not about housing"),
    ],
)
def test_an_action_that_is_copied_from_review_to_review(
    asked: ReferralEnquiry, older: dict[str, Any], copied: int
) -> None:
    before = replace(REVIEW, happened_on=date(2026, 10, 1), recorded_on=date(2026, 10, 1), **older)
    assert len(list(copied_unchanged(case(REVIEW, before, asked=asked).facts))) == copied


def test_an_address_has_no_progress() -> None:
    facts = case(ON_RECORD, REVIEW).facts
    assert (progress(facts), same_on_record(facts), may_be_same(facts)) == (Progress((), ()), (), ())
    assert not list(copied_unchanged(facts))
