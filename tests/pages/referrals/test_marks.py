"""A referral's text on the page of its answer: marked for those who may know why, and for nobody else."""

from dataclasses import replace

import pytest

from riskflag.casebook import EX_PARTNER, OTHER_TOWN, REFERRED, case, conviction, order, protected_place, term
from riskflag.service import Actor
from riskflag.vocabulary import PersonId, ProhibitionKind, Role
from tests.api.world import OFFICER, STAFF
from tests.pages.desk import READER, Desk

SAYS = f"Room wanted. {EX_PARTNER.name} is at 31 Quay Street, Marlow Sands.\nMARAC heard it. <b>Bold</b>"
ASKED = replace(REFERRED, text=SAYS)
PLAIN = case(conviction("05602", "arson not endangering life"), asked=ASKED)
PROTECTED = case(
    conviction("05602", "arson not endangering life"),
    order(term(ProhibitionKind.NO_CONTACT)),
    protected_place(EX_PARTNER, OTHER_TOWN),
    asked=ASKED,
)


def section(desk: Desk, role: Role, held: object = PROTECTED, by: str = READER) -> str:
    """What the answer's page says of the text, as HTML."""
    given = PROTECTED if held is PROTECTED else PLAIN
    world = desk.world
    answer = world.service.enquire(PersonId(world.hold(given)), ASKED, Actor(by, role))
    desk.sign_in(role)
    page = desk.get(f"/desk/answers/{answer.id}")
    assert page.status == 200
    return page.html.partition('id="referral-text"')[2].partition("</section>")[0]


def marked(html: str) -> set[str]:
    return {part.partition("</mark>")[0].partition(">")[2] for part in html.split("<mark")[1:]}


def test_an_officer_reads_names_addresses_and_words_marked_and_what_is_left_out(desk: Desk) -> None:
    html = section(desk, OFFICER)
    assert {EX_PARTNER.name, "31 Quay Street", "MARAC"} <= marked(html)
    assert "tells them where a protected person can be found" in html
    assert "Left out" in html
    assert "arson" in html.partition("Left out")[2]


def test_staff_read_their_own_words_marked_by_what_they_say_alone(desk: Desk) -> None:
    html = section(desk, STAFF)
    assert marked(html) == {"MARAC"}
    assert "Left out" not in html
    assert "That does not mean that any of them is so." in html


def test_staff_read_the_same_whatever_is_protected(desk: Desk) -> None:
    assert section(desk, STAFF, PROTECTED) == section(desk, STAFF, PLAIN)


def test_staff_do_not_read_what_another_wrote(desk: Desk) -> None:
    assert section(desk, STAFF, by="another") == ""


@pytest.mark.parametrize("role", [STAFF, OFFICER])
def test_what_somebody_wrote_is_shown_and_never_taken_for_markup(desk: Desk, role: Role) -> None:
    html = section(desk, role)
    assert "&lt;b&gt;Bold&lt;/b&gt;" in html
    assert "<b>Bold" not in html


@pytest.mark.parametrize("role", [STAFF, OFFICER])
def test_a_text_that_nobody_handed_over_is_said_to_be_missing(desk: Desk, role: Role) -> None:
    world = desk.world
    unseen = replace(REFERRED, text=None)
    answer = world.service.enquire(PersonId(world.hold(PLAIN)), unseen, Actor(READER, role))
    desk.sign_in(role)
    assert "Nobody handed over what it says." in desk.get(f"/desk/answers/{answer.id}").text


def test_where_the_record_cannot_be_looked_at_it_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("riskflag.marking.derive_facts", lambda *_: 1 / 0)
    html = section(desk, OFFICER)
    assert "Names and addresses on record could not be looked for." in html
    assert marked(html) == {"MARAC"}
