"""The list of what waits for a decision: of whom, how soon, and what is still to decide."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from api.pages.proposals import how_soon, proposal_in_words
from riskflag.casebook import ASKED, EX_PARTNER, REFERRED, TODAY, access_limitation, case, order, term
from riskflag.enquiry import Enquiry
from riskflag.service import Actor
from riskflag.vocabulary import PersonId, ProhibitionKind, Role
from tests.api.world import OFFICER, World
from tests.pages.desk import READER, Desk

LIST = "/desk/decisions"
FLAGGED = case(order(term(ProhibitionKind.NO_CONTACT)), lives_with=(EX_PARTNER,))


def ask(world: World, enquiry: Enquiry = FLAGGED.enquiry) -> tuple[str, str]:
    """Who is held, and the answer about them."""
    person_id = PersonId(world.hold(FLAGGED))
    return person_id, world.service.enquire(person_id, enquiry, Actor(READER, OFFICER)).id


def test_a_line_says_who_what_when_and_what_is_to_be_decided(desk: Desk) -> None:
    person_id, assessment_id = ask(desk.world)
    desk.sign_in(OFFICER)
    page = desk.get(LIST)
    assert page.status == 200
    assert "1 waiting for a decision" in page.text
    for said in ("Neil Example", ASKED.address.text if ASKED.address else "", "1 December 2026, in 9 days"):
        assert said in page.text
    assert "1 Stop flag 3 Act flags 1 gap to close" in page.text
    assert f'href="/desk/people/{person_id}"' in page.html
    assert f'href="/desk/answers/{assessment_id}"' in page.html


def test_an_expired_answer_and_a_release_without_a_date_are_said_in_words(desk: Desk) -> None:
    ask(desk.world, replace(FLAGGED.enquiry, release_date=None))
    desk.sign_in(OFFICER)
    desk.world.clock.moment += timedelta(days=2)
    desk.sign_in(OFFICER)
    text = desk.get(LIST).text
    assert "This answer has expired" in text
    assert "Date not known" in text


def test_what_was_decided_is_not_listed_and_an_empty_list_does_not_calm(desk: Desk) -> None:
    _, assessment_id = ask(desk.world)
    refusal = {"on": "proposal", "decision": "refused", "words": "she lives there", "name": "P. Officer"}
    assert desk.world.ask("POST", f"/assessments/{assessment_id}/decisions", refusal).status_code == 201
    desk.sign_in(OFFICER)
    page = desk.get(LIST)
    assert "Neil Example" not in page.html
    assert "Nothing on your caseload waits for a decision" in page.text
    assert "It says nothing about anybody" in page.text


def test_somebody_whom_the_officer_may_not_see_any_more_is_left_out(desk: Desk) -> None:
    ask(desk.world)
    held = case(*FLAGGED.dossier.records, access_limitation(READER), routine=False)
    desk.world.hold(held)
    desk.sign_in(OFFICER)
    page = desk.get(LIST)
    assert page.status == 200
    assert "Neil Example" not in page.html


@pytest.mark.parametrize("role", [Role.RESETTLEMENT_STAFF, Role.DATA_SCIENTIST, Role.AUDITOR])
def test_the_list_is_for_officers_alone(desk: Desk, role: Role) -> None:
    ask(desk.world)
    desk.sign_in(role)
    page = desk.get(LIST)
    assert page.status == 403
    assert "Neil Example" not in page.html


@pytest.mark.parametrize(
    ("day", "said"),
    [
        pytest.param(None, "", id="no date"),
        pytest.param(TODAY, "today", id="today"),
        pytest.param(TODAY + timedelta(days=1), "tomorrow", id="tomorrow"),
        pytest.param(TODAY - timedelta(days=1), "yesterday", id="yesterday"),
        pytest.param(TODAY + timedelta(days=9), "in 9 days", id="soon"),
        pytest.param(TODAY - timedelta(days=9), "9 days ago", id="past"),
    ],
)
def test_how_soon_a_release_is(day: date | None, said: str) -> None:
    assert how_soon(day, TODAY) == said


@pytest.mark.parametrize(
    ("enquiry", "said"),
    [
        pytest.param(None, "What was proposed cannot be read", id="damaged"),
        pytest.param(replace(ASKED, address=None), "No address was proposed", id="nothing proposed"),
        pytest.param(replace(ASKED, address=None, no_fixed_abode=True), "No fixed address", id="nowhere"),
        pytest.param(replace(REFERRED, site=None), "Referral to a housing provider", id="no site"),
    ],
)
def test_a_proposal_in_words(enquiry: Enquiry | None, said: str) -> None:
    assert proposal_in_words(enquiry) == said
