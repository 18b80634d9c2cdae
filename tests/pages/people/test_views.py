"""Finding a person by a number, and the page of each."""

from dataclasses import replace

import pytest

from riskflag.casebook import ASKED, HER, HIM, access_limitation, case
from riskflag.errors import Conflict
from riskflag.service import Actor, Service
from riskflag.vocabulary import CaseReferenceNumber, PersonId, PncNumber, Role
from tests.api.world import NOBODY_HELD, OFFICER, STAFF
from tests.pages.desk import READER, Desk, Page

SEARCH = "/desk/people"
NUMBERED = replace(
    HIM, case_reference_number=CaseReferenceNumber("X123456"), pnc_number=PncNumber("2012/345678A")
)
HELD = case(person=NUMBERED)
HIDDEN = case(access_limitation(READER), person=HER)


def find(desk: Desk, number: str, role: Role = STAFF) -> Page:
    desk.sign_in(role)
    desk.get(SEARCH)
    return desk.post(SEARCH, {"number": number})


@pytest.mark.parametrize("role", [STAFF, OFFICER])
@pytest.mark.parametrize(
    "number",
    [
        pytest.param(NUMBERED.noms_number, id="a prison number"),
        pytest.param(NUMBERED.case_reference_number, id="a case reference number"),
        pytest.param("2012/345678A", id="a PNC number"),
        pytest.param("2012/345678a", id="a PNC number with a small letter"),
        pytest.param(f"  {str(NUMBERED.noms_number).lower()} ", id="small letters and gaps"),
        pytest.param(" ".join(str(NUMBERED.case_reference_number)), id="a gap after each letter"),
    ],
)
def test_one_number_of_any_kind_finds_the_person(desk: Desk, number: str, role: Role) -> None:
    person_id = desk.world.hold(HELD)
    found = find(desk, number, role)
    assert (found.status, found.location) == (303, f"{SEARCH}/{person_id}")
    assert NUMBERED.name in desk.get(found.location).text


@pytest.mark.parametrize(
    ("number", "said"),
    [
        pytest.param("", "Enter a prison number", id="nothing"),
        pytest.param("   ", "Enter a prison number", id="gaps alone"),
        pytest.param("Neil Example", "Check the number", id="a name"),
        pytest.param("A1234B", "Check the number", id="a letter too few"),
        pytest.param("2012345678A", "Check the number", id="a stroke too few"),
        pytest.param("A1234BC; X123456", "Check the number", id="two numbers"),
    ],
)
def test_what_is_no_number_is_asked_for_again_with_what_was_typed(desk: Desk, number: str, said: str) -> None:
    page = find(desk, number)
    assert page.status == 422
    assert page.title.startswith("Error: ")
    assert page.text.count(said) == 2
    assert f'value="{number}"' in page.html or not number
    assert 'href="#number"' in page.html


def test_nobody_and_somebody_hidden_are_one_page(desk: Desk) -> None:
    desk.world.hold(HIDDEN)
    nobody, hidden = find(desk, "Z9999ZZ"), find(desk, str(HER.noms_number))
    assert (nobody.status, hidden.status) == (404, 404)
    assert words(nobody, "Z9999ZZ") == words(hidden, str(HER.noms_number))
    assert "It does not mean that there is no risk" in hidden.text
    assert HER.name not in hidden.html


def test_a_number_that_is_two_peoples_is_said_to_be(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def two(*_: object) -> None:
        raise Conflict

    monkeypatch.setattr(Service, "find_person", two)
    page = find(desk, "X123456")
    assert page.status == 409
    assert "held for more than one person" in page.text


@pytest.mark.parametrize("who", [NOBODY_HELD, "hidden"])
def test_the_page_of_nobody_and_of_somebody_hidden_is_one(desk: Desk, who: str) -> None:
    hidden = desk.world.hold(HIDDEN)
    desk.sign_in(STAFF)
    page = desk.get(f"{SEARCH}/{hidden if who == 'hidden' else who}")
    assert (page.status, page.text) == (404, desk.get(f"{SEARCH}/{NOBODY_HELD}").text)


def test_the_page_says_who_it_is_and_what_can_be_checked(desk: Desk) -> None:
    person_id = desk.world.hold(HELD)
    desk.sign_in(STAFF)
    page = desk.get(f"{SEARCH}/{person_id}")
    for said in (NUMBERED.name, "2012/345678A", "You have asked nothing about this person yet"):
        assert said in page.text
    assert f'href="{SEARCH}/{person_id}/address"' in page.html
    assert f'href="{SEARCH}/{person_id}/referral"' in page.html


def test_what_is_not_recorded_of_somebody_is_said(desk: Desk) -> None:
    person_id = desk.world.hold(case(person=replace(HIM, date_of_birth=None)))
    desk.sign_in(STAFF)
    assert "Date of birth not recorded" in desk.get(f"{SEARCH}/{person_id}").text


def test_staff_find_on_it_what_they_asked_themselves_and_what_came_of_it(desk: Desk) -> None:
    person_id = PersonId(desk.world.hold(HELD))
    mine, theirs = (
        desk.world.service.enquire(person_id, ASKED, Actor(who, STAFF)).id for who in (READER, "another")
    )
    desk.sign_in(STAFF)
    page = desk.get(f"{SEARCH}/{person_id}")
    assert f"/desk/answers/{mine}" in page.html
    assert theirs not in page.html
    assert "Nobody has recorded a decision yet" in page.text


def words(page: Page, number: str) -> str:
    return page.text.replace(number, "")
