"""An answer as resettlement staff see it: what they may know, and nothing else."""

from dataclasses import replace
from datetime import timedelta

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    MENTORED,
    PROPOSED,
    access_limitation,
    allocation,
    case,
    order,
    protected_place,
    term,
)
from riskflag.disclosure import STANDING_LINE, STOP_LINE
from riskflag.enquiry import Enquiry, Occupant
from riskflag.records import NamedPerson
from riskflag.service import Actor
from riskflag.vocabulary import PersonId, ProhibitionKind, Visibility
from tests.api.world import NOBODY_HELD, OFFICER, STAFF, World
from tests.pages.desk import READER, Desk, Page

BARRED = case(order(term(ProhibitionKind.NO_CONTACT)), lives_with=(EX_PARTNER,))
MYSELF = Actor(READER, STAFF)
REFUSAL = {"on": "proposal", "decision": "refused", "words": "she lives there", "name": "P. Officer"}


def ask(world: World, enquiry: Enquiry, by: Actor = MYSELF) -> str:
    return world.service.enquire(PersonId(world.hold(BARRED)), enquiry, by).id


def read(desk: Desk, assessment_id: str) -> Page:
    desk.sign_in(STAFF)
    return desk.get(f"/desk/answers/{assessment_id}")


def test_it_says_what_they_may_know_what_is_missing_and_whom_to_ring(desk: Desk) -> None:
    page = read(desk, ask(desk.world, BARRED.enquiry))
    assert page.status == 200
    for said in (
        BARRED.dossier.person.name,
        PROPOSED.text,
        STANDING_LINE,
        STOP_LINE,
        "Flags raised, and not everything could be looked at",
        "What could not be told",
        "Ask the responsible officer.",
        "Nobody has recorded a decision yet",
        "It is valid until",
        "by developer (resettlement staff)",
    ):
        assert said in page.text, said
    assert "riskflag-answer--stop" in page.html


def test_without_a_flag_it_is_incomplete_and_never_calm(desk: Desk) -> None:
    world = desk.world
    quiet = world.service.enquire(PersonId(world.hold(case())), case().enquiry, MYSELF).id
    page = read(desk, quiet)
    assert "Incomplete. No flag was raised, but not everything could be looked at" in page.text
    assert "riskflag-answer--incomplete" in page.html
    for calming in ("clear", "safe", "green", "No flags found"):
        assert calming not in page.text


def test_an_expired_answer_says_so_first_and_where_to_ask_again(desk: Desk) -> None:
    assessment_id = ask(desk.world, BARRED.enquiry)
    desk.world.clock.moment += timedelta(days=400)
    page = read(desk, assessment_id)
    assert "This answer has expired. Do not rely on it." in page.text
    assert page.text.index("has expired") < page.text.index(STANDING_LINE)
    assert "It is valid until" not in page.text
    assert "Ask again" in page.text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("Priya Officer", "Telephone: 01632 960001", id="somebody is recorded"),
        pytest.param(None, "Nobody is recorded as the responsible officer", id="nobody is"),
    ],
)
def test_whom_to_ring_is_named_or_that_nobody_is(desk: Desk, name: str | None, said: str) -> None:
    held = replace(BARRED, dossier=replace(BARRED.dossier, records=(allocation(name),)))
    person_id = PersonId(desk.world.hold(held))
    answer = desk.world.service.enquire(person_id, ASKED, MYSELF).id
    assert said in read(desk, answer).text


def test_what_was_decided_is_who_and_when_and_no_reason(desk: Desk) -> None:
    assessment_id = ask(desk.world, BARRED.enquiry)
    desk.world.ask("POST", f"/assessments/{assessment_id}/decisions", REFUSAL)
    page = read(desk, assessment_id)
    assert "Refused by P. Officer at" in page.text
    assert "she lives there" not in page.html


def test_the_same_asked_again_is_told_on_the_earlier_answer(desk: Desk) -> None:
    first = ask(desk.world, BARRED.enquiry)
    desk.world.clock.moment += timedelta(minutes=1)
    latest = ask(desk.world, BARRED.enquiry)
    assert "The same was asked again later" in read(desk, first).text
    assert "The same was asked again later" not in read(desk, latest).text


def test_what_an_officer_added_in_confidence_is_not_shown_with_what_they_asked(desk: Desk) -> None:
    hidden = Occupant(NamedPerson("Hidden Hilda"), visibility=Visibility.PROTECTED)
    seen = Occupant(NamedPerson("Open Olive"))
    asked = replace(ASKED, occupants=(hidden, seen), occupants_stated=True, notes="Hilda told us")
    page = read(desk, ask(desk.world, asked, Actor("another", OFFICER)))
    assert "Open Olive" in page.text
    assert "Hilda" not in page.html
    nobody_seen = replace(asked, occupants=(hidden,))
    page = read(desk, ask(desk.world, nobody_seen, Actor("another", OFFICER)))
    assert "Nobody else" not in page.text
    assert "Hilda" not in page.html


def test_what_they_asked_themselves_is_shown_as_they_said_it(desk: Desk) -> None:
    asked = replace(ASKED, occupants=(), occupants_stated=True, notes="He rang twice")
    text = read(desk, ask(desk.world, asked)).text
    assert "Nobody else" in text
    assert "He rang twice" in text


def test_a_referral_is_read_on_a_page_of_the_same_kind(desk: Desk) -> None:
    page = read(desk, ask(desk.world, MENTORED))
    assert "Referral to a mentor" in page.text
    assert "/referral" in page.html
    assert MENTORED.text
    assert MENTORED.text in page.text


def test_what_another_wrote_of_a_referral_may_say_something_in_confidence(desk: Desk) -> None:
    page = read(desk, ask(desk.world, MENTORED, Actor("another", STAFF)))
    assert MENTORED.text
    assert MENTORED.text not in page.text
    assert "What the referral says" not in page.text


def test_nothing_of_what_is_protected_is_in_the_page(desk: Desk) -> None:
    held = replace(
        BARRED,
        dossier=replace(
            BARRED.dossier, records=(*BARRED.dossier.records, protected_place(EX_PARTNER, PROPOSED))
        ),
    )
    world = desk.world
    answer = world.service.enquire(PersonId(world.hold(held)), ASKED, MYSELF)
    page = read(desk, answer.id)
    protected = [
        flag.title for flag in answer.full.flags if flag.code not in {f.code for f in answer.open.flags}
    ]
    assert protected
    for title in protected:
        assert title not in page.text


@pytest.mark.parametrize("hidden", [True, False], ids=["of somebody hidden", "of nobody"])
def test_an_answer_that_is_not_for_them_is_not_there(desk: Desk, hidden: bool) -> None:
    assessment_id = ask(desk.world, ASKED)
    desk.world.hold(replace(BARRED, dossier=replace(BARRED.dossier, records=(access_limitation(READER),))))
    page = read(desk, assessment_id if hidden else NOBODY_HELD)
    assert page.status == 404
    assert "nothing that you may see" in page.text
