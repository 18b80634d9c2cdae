"""What is news, and what an officer must know of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.decisions import GapKey
from riskflag.standing import Change, Kept, KeptFlag, NowAndBefore, Outcome, Why, compared
from riskflag.vocabulary import RuleCode, Severity, Verdict

STOP, ACT, INFORM = Severity.STOP, Severity.ACT, Severity.INFORM
A, B = RuleCode("A"), RuleCode("B")


def flag(code: str, severity: Severity = ACT, *evidence: str) -> KeptFlag:
    return KeptFlag(RuleCode(code), severity, evidence)


def outcome(*flags: KeptFlag, complete: bool = True, approved: bool = False) -> Outcome:
    why = (Why.RELEASE, Why.APPROVED) if approved else (Why.RELEASE,)
    verdict = Verdict.FLAGS_RAISED if flags else Verdict.NO_FLAGS_FOUND
    return Outcome("one", why, verdict if complete or flags else Verdict.INCOMPLETE, complete, flags)


def change(now: Outcome, before: Outcome | None) -> Change:
    kept = Kept((before,)) if before else Kept()
    return next(iter(compared([NowAndBefore(now, before)], kept)), Change("one"))


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        pytest.param(outcome(), outcome(), Change("one"), id="nothing before and nothing now"),
        pytest.param(outcome(), outcome(flag("A")), Change("one", new=(A,)), id="a flag that was not there"),
        pytest.param(
            outcome(flag("A", ACT)), outcome(flag("A", STOP)), Change("one", graver=(A,)), id="a graver one"
        ),
        pytest.param(outcome(flag("A", STOP)), outcome(flag("A", ACT)), Change("one"), id="a lighter one"),
        pytest.param(
            outcome(flag("A", ACT, "old")),
            outcome(flag("A", ACT, "new", "old")),
            Change("one", further=(A,)),
            id="a second order under the same flag",
        ),
        pytest.param(
            outcome(flag("A", ACT, "new", "old")),
            outcome(flag("A", ACT, "old")),
            Change("one"),
            id="one order less under the same flag",
        ),
        pytest.param(outcome(flag("A")), outcome(), Change("one", lifted=(A,)), id="a flag that is gone"),
        pytest.param(
            outcome(), outcome(complete=False), Change("one", newly_incomplete=True), id="no longer complete"
        ),
        pytest.param(
            outcome(complete=False), outcome(complete=False), Change("one"), id="incomplete as ever"
        ),
        pytest.param(
            outcome(approved=True),
            outcome(flag("A", STOP), approved=True),
            Change("one", new=(A,), approved_now_stops=True),
            id="an approved address that stops",
        ),
        pytest.param(
            outcome(flag("A", STOP), approved=True),
            outcome(flag("A", STOP), flag("B"), approved=True),
            Change("one", new=(B,)),
            id="one that was approved although it stops",
        ),
        pytest.param(
            None, outcome(flag("A")), Change("one", first_seen=True, new=(A,)), id="never looked at"
        ),
    ],
)
def test_what_has_changed(before: Outcome | None, now: Outcome, expected: Change) -> None:
    assert change(now, before) == expected


@pytest.mark.parametrize(
    ("made", "told"),
    [
        pytest.param(Change("one", new=(RuleCode("A"),)), True, id="a new flag"),
        pytest.param(Change("one", graver=(RuleCode("A"),)), True, id="a graver flag"),
        pytest.param(Change("one", further=(RuleCode("A"),)), True, id="a further record"),
        pytest.param(Change("one", newly_incomplete=True), True, id="newly incomplete"),
        pytest.param(Change("one", lifted=(RuleCode("A"),)), False, id="a flag less"),
        pytest.param(Change("one", gone=True), False, id="it stands no more"),
        pytest.param(Change("one", first_seen=True), False, id="it stands, and nothing is found"),
    ],
)
def test_what_an_officer_is_told(made: Change, told: bool) -> None:
    assert (made.must_be_told, made.is_one) == (told, True)


def test_a_proposal_that_stands_no_more_is_gone() -> None:
    assert compared([], Kept((outcome(),))) == (Change("one", gone=True),)


FLAGS = st.builds(
    KeptFlag,
    st.sampled_from([RuleCode(code) for code in "ABCD"]),
    st.sampled_from(Severity),
    st.lists(st.sampled_from("xyz"), unique=True).map(tuple),
)
OUTCOMES = st.builds(
    lambda flags, complete: replace(outcome(*flags, complete=complete), gaps=(GapKey("g"),)),
    st.lists(FLAGS, unique_by=lambda each: each.code).map(tuple),
    st.booleans(),
)


@given(OUTCOMES)
def test_what_is_as_it_was_is_never_news(one: Outcome) -> None:
    assert compared([NowAndBefore(one, one)], Kept((one,))) == ()


@given(OUTCOMES, OUTCOMES)
def test_no_flag_comes_unnoticed(before: Outcome, now: Outcome) -> None:
    earlier = {each.code for each in before.flags}
    told = change(now, before)
    assert {each.code for each in now.flags} - earlier == set(told.new)
    assert told.must_be_told or {each.code for each in now.flags} <= earlier
