"""A referral that was closed because it was sent."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import REFERRED, Case, case, referral, screening
from riskflag.records import ReferralStatus, ScreeningTopic
from riskflag.rules.referral.closed_because_it_was_sent import RULE
from riskflag.vocabulary import Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

S = ReferralStatus
OPEN = replace(REFERRED, confirmed_start_on=None, suitable=None, outcome=None, status=S.ACKNOWLEDGED)
MATTRESS = "Contact details given for a project with mattresses on the floor"
RECORD = referral(S.COMPLETE, sent_on=date(2026, 11, 9))
REVIEW = screening(ScreeningTopic.ACCOMMODATION, concern=True, words="Refer to housing")
EARLIER = replace(REVIEW, happened_on=date(2026, 10, 1), recorded_on=date(2026, 10, 1))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(asked=REFERRED), CLEAR, id="a room is confirmed"),
        pytest.param(case(asked=OPEN), CLEAR, id="acknowledged last week"),
        pytest.param(
            case(asked=replace(OPEN, status=S.COMPLETE, outcome=MATTRESS, suitable=False)),
            ACT,
            id="a mattress",
        ),
        pytest.param(
            case(asked=replace(OPEN, status=S.COMPLETE)), ACT, id="complete, and nothing came of it"
        ),
        pytest.param(case(asked=replace(OPEN, status=S.DECLINED)), ACT, id="declined"),
        pytest.param(
            case(asked=replace(OPEN, status=S.SENT, acknowledged_on=None)),
            ACT,
            id="sent two weeks ago and not heard of",
        ),
        pytest.param(
            case(asked=replace(OPEN, status=S.SENT, acknowledged_on=None, sent_on=None)),
            CANNOT_TELL,
            id="sent, and nobody says when",
        ),
        pytest.param(case(RECORD, asked=OPEN), ACT, id="the passport says that it was closed"),
        pytest.param(case(REVIEW, EARLIER, asked=OPEN), ACT, id="the same action in two reviews"),
        pytest.param(
            case(asked=OPEN, not_asked=[Source.REFERRALS]), CANNOT_TELL, id="referrals were not asked for"
        ),
        pytest.param(
            case(asked=replace(OPEN, status=S.DECLINED), not_asked=[Source.SCREENING]),
            ACT,
            id="declined is certain whatever is missing",
        ),
    ],
)
def test_what_came_of_it(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_the_words_and_the_day_are_cited_where_a_record_holds_them() -> None:
    record = replace(RECORD, outcome="passed to colleague")
    (finding,) = findings(
        RULE, case(record, asked=replace(OPEN, status=S.COMPLETE, outcome="passed to colleague"))
    )
    assert [evidence.says for evidence in finding.evidence] == [
        "complete, sent 9 November 2026: passed to colleague"
    ]


def test_every_reason_is_told_once() -> None:
    asked = replace(OPEN, status=S.COMPLETE, outcome=MATTRESS, suitable=False)
    found = findings(RULE, case(replace(RECORD, suitable=False), asked=asked))
    assert len({finding.because for finding in found}) == len(found) == 2
