"""Officers see all that was decided, beside flags that stand as raised; staff see one decision, by whom, when."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.assessment import assess
from riskflag.casebook import EX_PARTNER, NOW, PROPOSED, case, protected_place
from riskflag.decisions import Decision, DecisionId, DecisionWord, SentDecision, gap_key, point_of
from riskflag.dossier import PlaceKnowledge
from riskflag.errors import NotAllowed
from riskflag.shown_decisions import ShownDecisions, show_decisions, show_proposal
from riskflag.vocabulary import AssessmentId, PersonId, Role, Severity
from tests.decided import ACT, APPROVED, INFORM, REFUSED, STOP, TO_DECIDE, on_flag, on_gap

GIVEN = case(protected_place(EX_PARTNER, PROPOSED))
FULL = assess(GIVEN.dossier, GIVEN.enquiry, GIVEN.place, TO_DECIDE)
KNOWN = assess(GIVEN.dossier.known_part(), GIVEN.enquiry.known_part(), PlaceKnowledge(), TO_DECIDE)
OFFICER, STAFF = Role.RESPONSIBLE_OFFICER, Role.RESETTLEMENT_STAFF
GAP = on_gap(gap_key(FULL.gaps[0]))
MOVED = on_flag(STOP, DecisionWord.NOT_APPLICABLE, "she moved away")


def made(sent: SentDecision, number: int = 1) -> Decision:
    return Decision(
        id=DecisionId(str(number)),
        assessment_id=AssessmentId("a"),
        person_id=PersonId("p"),
        point=point_of(sent, FULL),
        account="p.officer",
        role=OFFICER,
        decided_at=NOW + timedelta(minutes=number),
    )


def shown(role: Role, *sent: SentDecision, now: datetime = NOW, again: bool = False) -> ShownDecisions:
    decisions = [made(each, number) for number, each in enumerate(sent, 1)]
    return show_decisions(FULL, KNOWN, decisions, role, now, answered_again=again)


def test_an_officer_sees_every_flag_as_it_was_raised_with_what_was_decided_on_it() -> None:
    found = shown(OFFICER, on_flag(STOP), MOVED)
    flags = {str(flag.code): flag for flag in found.flags}
    assert [flag.severity for flag in found.flags] == [Severity.STOP, Severity.ACT, Severity.INFORM]
    assert [flags[code].must_be_decided for code in (STOP, ACT, INFORM)] == [True, True, False]
    newest, first = flags[STOP].decisions
    assert (newest.decision, newest.words) == ("not_applicable", "she moved away")
    assert (first.decision, first.account, first.role) == ("confirmed", "p.officer", OFFICER)
    assert newest.decided_at > first.decided_at
    assert (flags[ACT].decisions, flags[INFORM].decisions) == ((), ())


def test_an_officer_sees_every_gap_by_the_key_that_a_decision_names_it_by() -> None:
    found = shown(OFFICER, GAP)
    assert [gap.gap for gap in found.gaps] == [gap_key(gap) for gap in FULL.gaps]
    (closed,) = (gap for gap in found.gaps if gap.gap == GAP.gap)
    assert [each.words for each in closed.decisions] == ["rang the court: there is none"]


def test_an_officer_sees_the_earlier_decisions_on_the_proposal_after_the_latest() -> None:
    found = shown(OFFICER, APPROVED, REFUSED)
    assert [(each.decision, each.name) for each in found.proposal] == [
        ("refused", "P. Officer"),
        ("approved", "P. Officer"),
    ]


ANY = st.lists(st.sampled_from([on_flag(STOP), MOVED, on_flag(ACT), on_flag(INFORM), GAP]), max_size=5)


@given(ANY, ANY)
def test_staff_see_the_same_whatever_was_decided_on_flags_and_gaps(
    some: list[SentDecision], others: list[SentDecision]
) -> None:
    one = shown(STAFF, *some)
    assert one == shown(STAFF, *others)
    assert (one.proposal, one.flags, one.gaps) == ((), (), ())


@given(st.sampled_from([APPROVED, REFUSED]), st.text(min_size=1).filter(str.strip))
def test_staff_see_the_same_whatever_the_reasons(sent: SentDecision, words: str) -> None:
    assert shown(STAFF, replace(sent, words=words)) == shown(STAFF, sent)


def test_staff_see_the_latest_decision_by_whom_and_when() -> None:
    (only,) = shown(STAFF, APPROVED, replace(REFUSED, name="A. N. Other")).proposal
    assert (only.decision, only.name, only.decided_at) == (
        "refused",
        "A. N. Other",
        NOW + timedelta(minutes=2),
    )
    assert (only.words, only.account, only.role) == (None, None, None)


@pytest.mark.parametrize("role", [OFFICER, STAFF])
@pytest.mark.parametrize(("late", "again"), [(False, False), (True, True)])
def test_both_see_that_the_answer_is_old_or_was_given_again(role: Role, late: bool, again: bool) -> None:
    found = shown(role, APPROVED, now=NOW + timedelta(days=2 * late), again=again)
    assert (found.role, found.expired, found.answered_again) == (role, late, again)
    assert [each.decision for each in found.proposal] == ["approved"]


@pytest.mark.parametrize("role", sorted(set(Role) - {OFFICER, STAFF}))
def test_nobody_else_sees_any(role: Role) -> None:
    with pytest.raises(NotAllowed):
        shown(role, REFUSED)
    with pytest.raises(NotAllowed):
        show_proposal(made(REFUSED), role)
