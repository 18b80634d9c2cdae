"""An approval is accepted only when nothing was overlooked, and a refusal of it names everything that was."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.assessment import Assessment, assess
from riskflag.casebook import ASKED, NOW, REFERRED, case
from riskflag.decisions import (
    Decided,
    Decision,
    DecisionId,
    DecisionWord,
    SentDecision,
    gap_key,
    open_gaps,
    point_of,
    refuse_unless_all_decided,
    sorted_out,
    undecided,
)
from riskflag.enquiry import AddressEnquiry, Enquiry, Purpose
from riskflag.errors import BadInput
from riskflag.vocabulary import AssessmentId, PersonId, Role
from tests.decided import ACT, APPROVED, INFORM, REFUSED, STOP, TO_DECIDE, on_flag, on_gap

GIVEN = case()
ANSWER: Assessment = assess(GIVEN.dossier, GIVEN.enquiry, GIVEN.place, TO_DECIDE)
KEYS = [gap_key(gap) for gap in ANSWER.gaps]
STOP_DECIDED, ACT_DECIDED = on_flag(STOP), on_flag(ACT, DecisionWord.ACTION_TAKEN, "told the police")
GAPS_CLOSED = [on_gap(key) for key in KEYS]
ALL = [STOP_DECIDED, ACT_DECIDED, *GAPS_CLOSED]


def decided(sent: Iterable[SentDecision]) -> Decided:
    made = (
        Decision(
            id=DecisionId(str(number)),
            assessment_id=AssessmentId("a"),
            person_id=PersonId("p"),
            point=point_of(each, ANSWER),
            account="p.officer",
            role=Role.RESPONSIBLE_OFFICER,
            decided_at=NOW,
        )
        for number, each in enumerate(sent)
    )
    return sorted_out(made)


def in_the_way(
    sent: Iterable[SentDecision],
    moment: datetime = NOW,
    asked: Enquiry = ASKED,
    answer: Assessment = ANSWER,
    *,
    newest: bool = True,
) -> set[str]:
    try:
        refuse_unless_all_decided(answer, asked, decided(sent), moment, newest=newest)
    except BadInput as refused:
        return set(refused.problems)
    return set()


GAP_FIELDS = {f"gaps.{key}" for key in KEYS}


@pytest.mark.parametrize(
    ("sent", "left"),
    [
        pytest.param(ALL, set(), id="all was decided"),
        pytest.param(
            [], {f"flags.{STOP}", f"flags.{ACT}", *GAP_FIELDS}, id="nothing was decided: all of it is named"
        ),
        pytest.param([ACT_DECIDED, *GAPS_CLOSED], {f"flags.{STOP}"}, id="a STOP was left"),
        pytest.param([STOP_DECIDED, *GAPS_CLOSED], {f"flags.{ACT}"}, id="an ACT was left"),
        pytest.param([STOP_DECIDED, ACT_DECIDED], GAP_FIELDS, id="nobody said how a gap was closed"),
        pytest.param([*ALL, on_flag(INFORM)], set(), id="more was decided than had to be"),
        pytest.param(
            [on_flag(INFORM), on_flag(INFORM), *GAPS_CLOSED, ACT_DECIDED],
            {f"flags.{STOP}"},
            id="deciding something else twice does not count",
        ),
        pytest.param(
            [REFUSED, ACT_DECIDED, *GAPS_CLOSED], {f"flags.{STOP}"}, id="a refusal before decides no flag"
        ),
        pytest.param([*ALL, REFUSED], set(), id="refused before, and now decided otherwise"),
        pytest.param(
            [*ALL, on_flag(STOP, DecisionWord.NOT_APPLICABLE, "she moved")], set(), id="decided anew"
        ),
    ],
)
def test_an_approval_waits_for_what_stops_what_must_be_done_and_every_gap(
    sent: list[SentDecision], left: set[str]
) -> None:
    assert in_the_way(sent) == left


@pytest.mark.parametrize(
    ("moment", "newest", "wrong"),
    [
        pytest.param(ANSWER.valid_until, True, set(), id="in the last moment in which it holds"),
        pytest.param(ANSWER.valid_until + timedelta(microseconds=1), True, {"answer"}, id="just expired"),
        pytest.param(NOW + timedelta(days=30), True, {"answer"}, id="long expired"),
        pytest.param(NOW, False, {"answer"}, id="answered again since"),
        pytest.param(NOW + timedelta(days=30), False, {"answer"}, id="both"),
    ],
)
def test_an_approval_stands_on_an_answer_that_holds_and_is_the_latest(
    moment: datetime, newest: bool, wrong: set[str]
) -> None:
    assert in_the_way(ALL, moment, newest=newest) == wrong


@pytest.mark.parametrize(
    ("asked", "wrong"),
    [
        pytest.param(ASKED, set(), id="an address"),
        pytest.param(REFERRED, set(), id="a referral"),
        pytest.param(replace(REFERRED, site=None, nothing_to_attend=True), set(), id="one by telephone"),
        pytest.param(AddressEnquiry(Purpose.RELEASE_PLANNING), {"decision"}, id="no address"),
        pytest.param(
            AddressEnquiry(Purpose.RELEASE_PLANNING, no_fixed_abode=True), {"decision"}, id="no fixed abode"
        ),
    ],
)
def test_only_what_was_proposed_can_be_approved(asked: Enquiry, wrong: set[str]) -> None:
    assert in_the_way(ALL, asked=asked) == wrong


ANY = st.lists(st.sampled_from([*ALL, on_flag(INFORM), REFUSED, APPROVED]), max_size=8)


@given(ANY)
def test_nothing_that_was_sent_lets_an_approval_stand_on_an_undecided_stop(sent: list[SentDecision]) -> None:
    decided_codes = {each.code for each in sent}
    if STOP not in decided_codes:
        assert f"flags.{STOP}" in in_the_way(sent)
    assert (in_the_way(sent) == set()) == ({STOP, ACT} <= decided_codes and set(GAPS_CLOSED) <= set(sent))


@given(ANY)
def test_no_decision_takes_a_flag_away_or_lowers_it(sent: list[SentDecision]) -> None:
    left = undecided(ANSWER, decided(sent))
    assert {flag.code for flag in left} == {STOP, ACT} - {each.code for each in sent}
    assert all(flag in ANSWER.flags for flag in left)
    assert set(open_gaps(ANSWER, decided(sent))) <= set(ANSWER.gaps)


@given(ANY, st.sampled_from(ALL))
def test_one_decision_more_never_puts_more_in_the_way(sent: list[SentDecision], more: SentDecision) -> None:
    assert in_the_way([*sent, more]) <= in_the_way(sent)


def test_decisions_are_sorted_by_what_they_are_on_the_latest_first() -> None:
    later = on_flag(STOP, DecisionWord.NOT_APPLICABLE, "she moved")
    found = decided([STOP_DECIDED, GAPS_CLOSED[0], later, REFUSED, APPROVED])
    assert {code: [each.word for each in made] for code, made in found.flags.items()} == {
        STOP: ["not_applicable", "confirmed"]
    }
    assert [each.word for each in found.proposal] == ["approved", "refused"]
    assert [[each.word for each in made] for made in found.gaps.values()] == [["closed"]]
