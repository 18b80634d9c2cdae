"""Somebody's page as officers need it: who, the latest answers, and a timeline that is also told in words."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from riskflag.casebook import EX_PARTNER, RELEASE, Case, abuse, access_limitation, breach, case, order, term
from riskflag.dossier import SourceCoverage
from riskflag.records import DomesticAbuseKind
from riskflag.service import Actor
from riskflag.vocabulary import PersonId, ProhibitionKind, Role, Source
from tests.api.world import NOBODY_HELD, OFFICER
from tests.pages.desk import READER, Desk, Page

HELD = case(
    order(term(ProhibitionKind.NO_CONTACT)),
    breach(RELEASE - timedelta(days=300), "<b>telephoned</b> her & hung up"),
    abuse(DomesticAbuseKind.THREATS, EX_PARTNER, words="said he would burn it down"),
)
NUMBER = re.compile(r"<text[^>]*>(\d{1,3})</text>")
LINE = re.compile(r'role="rowheader">(\d+)<')


def shown(desk: Desk, held: Case = HELD, *, asked: bool = True) -> Page:
    """Their page, before an officer."""
    person_id = PersonId(desk.world.hold(held))
    if asked:
        desk.world.service.enquire(person_id, held.enquiry, Actor(READER, OFFICER))
    desk.sign_in(OFFICER)
    return desk.get(f"/desk/people/{person_id}")


def test_who_it_is_and_the_latest_answers_come_first(desk: Desk) -> None:
    page = shown(desk)
    assert page.status == 200
    assert "Neil Example" in page.text
    assert "A0001AA" in page.text
    assert re.search(r'href="/desk/answers/[0-9a-f]{32}">5 Elder Row', page.html)
    assert "Nobody has approved or refused it yet." in page.text


def test_everything_in_the_picture_is_told_in_words(desk: Desk) -> None:
    page = shown(desk)
    drawn, told = NUMBER.findall(page.html), LINE.findall(page.html)
    assert len(drawn) == 3
    assert set(drawn) <= set(told)
    for said in (
        "restraining order, Fernhill",
        "no end: in force",
        "said he would burn it down",
        "4 February 2026",
    ):
        assert said in page.text
    assert "Proposed release: 1 December 2026 , in 9 days" in page.text


def test_what_a_record_says_is_words_and_never_part_of_the_page(desk: Desk) -> None:
    page = shown(desk)
    assert "&lt;b&gt;telephoned&lt;/b&gt; her &amp; hung up" in page.html
    assert "<b>" not in page.html
    assert " style=" not in page.html


def test_what_the_person_may_not_know_is_marked(desk: Desk) -> None:
    assert shown(desk).text.count("Do not tell the person: they may not know of this.") == 1


def test_a_lane_that_could_not_be_looked_at_says_so_and_never_that_nothing_is_there(desk: Desk) -> None:
    told = {**HELD.dossier.coverage, Source.CONVICTIONS: SourceCoverage()}
    page = shown(desk, replace(HELD, dossier=replace(HELD.dossier, coverage=told)))
    assert "Convictions: not asked for. Ask for it. There may be more than is shown." in page.text
    assert "Nothing is on record, but not everything could be looked at." in page.text
    assert "Convictions and cases: nothing to draw (not everything could be looked at)" in page.text


def test_of_somebody_about_whom_nothing_was_asked_no_release_is_drawn(desk: Desk) -> None:
    page = shown(desk, asked=False)
    assert "No release date is known." in page.text
    assert "Nobody has asked about an address or a referral for this person yet." in page.text


def test_an_expired_answer_says_so(desk: Desk) -> None:
    page = shown(desk)
    person = re.search(r"/desk/people/([0-9a-f]{32})/address", page.html)
    assert person is not None
    desk.world.clock.moment += timedelta(days=2)
    desk.sign_in(OFFICER)
    assert "This answer has expired. Ask again." in desk.get(f"/desk/people/{person[1]}").text


@pytest.mark.parametrize("role", [Role.RESETTLEMENT_STAFF])
def test_nobody_else_gets_any_of_it(desk: Desk, role: Role) -> None:
    person_id = desk.world.hold(HELD)
    desk.sign_in(role)
    page = desk.get(f"/desk/people/{person_id}")
    assert page.status == 200
    for kept in ("burn it down", "telephoned", "restraining", "<svg", "Timeline"):
        assert kept not in page.html


def test_somebody_whom_they_may_not_see_is_nobody(desk: Desk) -> None:
    hidden = case(*HELD.dossier.records, access_limitation(READER), routine=False)
    page = shown(desk, hidden, asked=False)
    assert page.status == 404
    assert page.text == desk.get(f"/desk/people/{NOBODY_HELD}").text
