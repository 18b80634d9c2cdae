"""Deciding on the page of an answer: what is recorded, what is refused, and that nothing filled in is lost."""

import re
from collections.abc import Mapping

import pytest

from riskflag.vocabulary import Role
from tests.pages.answers.officer import APPROVAL, REFUSAL, OnDesk, ids, led_to
from tests.pages.desk import Desk


@pytest.fixture
def opened(desk: Desk) -> OnDesk:
    return OnDesk(desk)


def test_a_decision_on_a_flag_leads_back_to_it_and_is_shown_with_who_and_when(opened: OnDesk) -> None:
    code = opened.answer.flags[0].code
    sent = {"on": "flag", "code": str(code), "decision": "not_applicable", "words": "she moved\nlast week"}
    done = opened.send(sent)
    assert (done.status, done.location) == (303, f"{opened.path}#flag-{code}")
    decided = opened.page().html.partition(f'id="flag-{code}"')[2].partition("</article>")[0]
    for said in ("Not applicable", "10:00 on 22 November 2026", "account developer", "she moved\nlast week"):
        assert said in decided


def test_a_later_decision_stands_above_the_earlier_which_is_kept(opened: OnDesk) -> None:
    code = str(opened.answer.flags[0].code)
    for words in ("first thought", "second thought"):
        opened.send({"on": "flag", "code": code, "decision": "action_taken", "words": words})
    text = opened.page().text
    assert "Earlier decisions (1)" in text
    assert text.index("second thought") < text.index("first thought")


def test_a_form_that_is_pressed_twice_is_done_once(opened: OnDesk) -> None:
    sent = {**REFUSAL, "once": "0" * 32}
    assert [opened.send(sent).status for _ in range(2)] == [303, 303]
    assert "Earlier decisions" not in opened.page().text


def test_an_approval_is_refused_with_a_link_to_everything_that_is_in_its_way(opened: OnDesk) -> None:
    page = opened.send(APPROVAL)
    assert page.status == 422
    assert page.title.startswith("Error: ")
    open_flags = {f"flag-{each.code}" for each in opened.answer.flags if each.severity != "inform"}
    assert open_flags <= led_to(page)
    assert len(led_to(page) - open_flags) == len(opened.answer.not_told)
    assert led_to(page) <= set(ids(page))
    assert "all was looked into" in page.html
    assert 'value="P. Officer"' in page.html
    assert "Nobody has approved or refused it yet." in page.text


def test_after_everything_was_decided_a_person_may_approve(opened: OnDesk) -> None:
    opened.decide_everything()
    text = opened.page().text
    assert "Nobody has approved or refused it yet." in text
    assert "Before anybody can approve" not in text
    assert opened.send(APPROVAL).location == f"{opened.path}#decide"
    assert "Approved by P. Officer" in opened.page().text


def test_a_refusal_needs_its_reasons_alone(opened: OnDesk) -> None:
    assert opened.send(REFUSAL).status == 303
    assert "Refused by P. Officer" in opened.page().text


@pytest.mark.parametrize(
    ("changes", "led", "said"),
    [
        pytest.param({"decision": ""}, "decide-decision", "Choose what you decide", id="nothing chosen"),
        pytest.param({"words": " "}, "decide-words", "must give the reasons", id="no reasons"),
        pytest.param({"name": ""}, "decide-name", "Your name must say who decides", id="by nobody"),
        pytest.param({"on": "everything"}, "decide", "There is a problem", id="on something there is not"),
        pytest.param({"once": "again"}, "decide", "must be the one that the form came with", id="no form"),
        pytest.param({"more": "x"}, "decide", "There is a problem", id="a field that is not known"),
        pytest.param({"code": "XX-1"}, "decide", "There is a problem", id="a flag's code on the whole"),
        pytest.param(
            {"on": "flag", "code": "XX-NO-1", "decision": "confirmed"},
            "decide",
            "",
            id="no flag of this answer",
        ),
    ],
)
def test_what_is_wrong_is_said_where_it_is_and_nothing_is_lost(
    opened: OnDesk, changes: Mapping[str, str], led: str, said: str
) -> None:
    page = opened.send({**REFUSAL, **changes})
    assert page.status == 422
    assert led in led_to(page)
    assert led_to(page) <= set(ids(page))
    assert said in page.text
    assert ("she lives there" in page.html) is ("words" not in changes)
    assert "Nobody has approved or refused it yet." in opened.page().text


def test_what_is_wrong_on_a_folded_flag_is_said_there_and_the_flag_is_open(opened: OnDesk) -> None:
    code = opened.answer.flags[-1].code
    page = opened.send({"on": "flag", "code": str(code), "decision": "action_taken"})
    assert page.status == 422
    assert led_to(page) == {f"flag-{code}-words"}
    assert "What you write must say what was done" in page.text
    assert re.search(rf'<details [^>]*id="flag-{code}" open>', page.html)


@pytest.mark.parametrize("role", [Role.RESETTLEMENT_STAFF, Role.DATA_SCIENTIST, Role.AUDITOR])
def test_nobody_else_decides(opened: OnDesk, role: Role) -> None:
    opened.desk.sign_in(role)
    page = opened.desk.post(f"{opened.path}/decisions", REFUSAL)
    assert page.status == 403
    opened.desk.sign_in(Role.RESPONSIBLE_OFFICER)
    assert "Nobody has approved or refused it yet." in opened.page().text


def test_no_decision_counts_that_came_from_no_form_of_ours(opened: OnDesk) -> None:
    opened.page()
    answer = opened.desk.client.post(f"{opened.path}/decisions", data={**REFUSAL, "csrf_token": "x"})
    assert answer.status_code == 400
    assert "Nobody has approved or refused it yet." in opened.page().text
