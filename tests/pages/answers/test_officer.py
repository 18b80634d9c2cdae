"""An answer as officers read it: every reason is there, and what matters most is not folded away."""

import re
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from riskflag.casebook import access_limitation, case
from riskflag.disclosure import ShownFlag
from riskflag.rulebook import load_rulebook
from riskflag.vocabulary import Role, Severity
from tests.api.world import NOBODY_HELD
from tests.pages.answers.officer import HELD, OnDesk, ids
from tests.pages.desk import READER, Desk


@pytest.fixture
def opened(desk: Desk) -> OnDesk:
    return OnDesk(desk)


def spaced(words: str) -> str:
    return " ".join(words.split())


def everything(flag: ShownFlag) -> list[str]:
    """Every word of a flag that its reader must find."""
    said = [flag.message, flag.action, flag.decides, flag.act_by, flag.do_not_disclose]
    reasons = [each for finding in flag.findings for each in (finding.because, *finding.evidence)]
    return [spaced(each) for each in (*said, *flag.tell, *reasons, *flag.basis, *flag.not_looked_at) if each]


def test_every_flag_is_there_with_all_that_stands_behind_it(opened: OnDesk) -> None:
    text = opened.page().text
    assert len(opened.answer.flags) > 3
    for flag in opened.answer.flags:
        assert [each for each in everything(flag) if each not in text] == []


def test_what_is_to_be_read_first_is_in_full_and_the_rest_folded_in_their_order(opened: OnDesk) -> None:
    html = opened.page().html
    shown = re.findall(r'<(article|details) class="[^"]*riskflag-flag [^"]*" id="flag-([^"]+)"', html)
    assert [code for _, code in shown] == [flag.code for flag in opened.answer.flags]
    whole = {code for tag, code in shown if tag == "article"}
    assert whole == {flag.code for flag in opened.answer.flags[: opened.answer.read_first]}
    assert whole >= {flag.code for flag in opened.answer.flags if flag.severity is Severity.STOP}


def test_what_was_looked_at_and_what_could_not_be_told_is_there(opened: OnDesk) -> None:
    text = opened.page().text
    assert f"Looked at, and nothing found ({len(opened.answer.looked_at)})" in text
    for looked in opened.answer.looked_at:
        assert spaced(looked.because) in text
    for gap in opened.answer.not_told:
        assert gap.what in text
        assert gap.remedy in text


def test_no_place_on_the_page_is_there_twice_and_every_link_within_it_leads_somewhere(opened: OnDesk) -> None:
    page = opened.page()
    places = Counter(ids(page))
    assert [place for place, times in places.items() if times > 1] == []
    assert set(re.findall(r'href="#([^"]+)"', page.html)) <= set(places)


def test_an_expired_answer_says_so_first_and_stays_incomplete(opened: OnDesk) -> None:
    opened.desk.world.clock.moment += timedelta(days=2)
    opened.desk.sign_in(Role.RESPONSIBLE_OFFICER)
    text = opened.page().text
    assert "This answer has expired. Do not rely on it." in text
    assert "Incomplete." in text


def test_an_answer_that_was_given_again_points_to_the_latest(opened: OnDesk) -> None:
    assert "asked again later" not in opened.page().text
    opened.desk.world.clock.moment += timedelta(minutes=1)
    opened.ask()
    assert "The same was asked again later." in opened.page().text


def test_what_was_asked_is_said_with_who_is_known_to_live_there(desk: Desk) -> None:
    text = OnDesk(desk).page().text
    assert "Release date 1 December 2026, in 9 days" in text
    assert "Beth Sample (ex partner)" in text
    unknown = replace(
        HELD.enquiry, occupants=(), occupants_stated=None, release_date=None, notes="he may stay"
    )
    text = OnDesk(desk, unknown).page().text
    assert "Release date Not known. Find it out." in text
    assert "Who lives or stays there Nobody has said" in text
    assert "Also said he may stay" in text


def test_no_script_no_style_and_no_data_of_a_person_stands_where_it_must_not(opened: OnDesk) -> None:
    html = opened.page().html
    assert " style=" not in html
    assert not re.search(r"<script(?![^>]* src=)", html)
    assert not re.search(r'(href|action)="[^"]*(\?|Example|Sample|Fernhill)', html)


@pytest.mark.parametrize("word", ["clear", "safe", "cleared"])
def test_the_page_never_says_that_somebody_is_safe(opened: OnDesk, word: str) -> None:
    own = opened.page().text
    for flag in opened.answer.flags:
        for said in everything(flag):
            own = own.replace(said, "")
    for looked in opened.answer.looked_at:
        own = own.replace(spaced(looked.because), "").replace(looked.title, "")
    assert not re.search(rf"\b(is|are|looks) {word}\b", own)


def test_staff_get_another_page_of_the_same_answer(opened: OnDesk) -> None:
    opened.desk.sign_in(Role.RESETTLEMENT_STAFF)
    html = opened.page().html
    for flag in opened.answer.flags:
        assert flag.code is not None
        assert flag.code not in html
    assert "/decisions" not in html


def test_an_answer_about_somebody_whom_they_may_not_see_is_not_there(opened: OnDesk) -> None:
    opened.desk.world.hold(case(*HELD.dossier.records, access_limitation(READER), routine=False))
    hidden = opened.page()
    assert hidden.status == 404
    assert hidden.text == opened.desk.get(f"/desk/answers/{NOBODY_HELD}").text


def test_codes_of_rules_lead_to_what_is_written_of_them(opened: OnDesk) -> None:
    html = opened.page().html
    codes = {flag.code for flag in opened.answer.flags} | {each.code for each in opened.answer.looked_at}
    in_use = codes & {rule.code for rule in load_rulebook().rules}
    led_to = set(re.findall(r'href="/desk/rules/([^"]+)"', html))
    assert in_use
    assert in_use <= led_to
    assert not led_to - {rule.code for rule in load_rulebook().rules}


def test_that_nobody_has_decided_is_said_where_it_is_decided_also_on_paper(opened: OnDesk) -> None:
    _, decide = opened.page().html.split('id="decide"')
    assert "Nobody has approved or refused it yet." in decide
