"""The list of what a reader asked before, and what has changed since."""

from datetime import timedelta

import pytest

from api.pages.enquiries.words import AGREEMENTS, PLACES, PURPOSES, RELATIONSHIPS, STATUSES
from riskflag.casebook import EX_PARTNER, access_limitation, case, order, term
from riskflag.enquiry import PlacementKind, ProposalStatus, Purpose
from riskflag.service import Actor, StoredAssessment
from riskflag.vocabulary import AgreementReason, PersonId, ProhibitionKind, Relationship
from tests.api.world import OFFICER, STAFF
from tests.pages.desk import READER, Desk

LIST = "/desk/enquiries"
HELD = case()
CHANGED = case(order(term(ProhibitionKind.NO_CONTACT)), lives_with=(EX_PARTNER,))
REFUSAL = {"on": "proposal", "decision": "refused", "words": "no", "name": "P. Officer"}
SOON = timedelta(minutes=1)


def ask(desk: Desk, who: str = READER) -> StoredAssessment:
    desk.world.clock.moment += SOON
    person_id = PersonId(desk.world.hold(HELD))
    return desk.world.service.enquire(person_id, CHANGED.enquiry, Actor(who, STAFF))


def listed(desk: Desk) -> str:
    desk.sign_in(STAFF)
    return desk.get(LIST).text


def test_who_asked_nothing_is_told_where_to_begin(desk: Desk) -> None:
    assert "You have asked nothing yet" in listed(desk)


def test_each_line_says_who_what_and_when_and_leads_to_the_answer(desk: Desk) -> None:
    answer = ask(desk)
    later = ask(desk, "another")
    text = listed(desk)
    html = desk.get(LIST).html
    assert text.count(HELD.dossier.person.name) == 2
    assert "Nobody has recorded a decision yet" in text
    for each in (answer, later):
        assert html.count(f'href="/desk/answers/{each.id}"') == 1
    assert "It was asked again later, and the new answer says the same" in text


def test_an_answer_that_says_something_else_now_is_told(desk: Desk) -> None:
    ask(desk)
    person_id = PersonId(desk.world.hold(CHANGED))
    desk.world.clock.moment += SOON
    desk.world.service.enquire(person_id, CHANGED.enquiry, Actor("another", STAFF))
    assert "the new answer says something else. Read the new one" in listed(desk)


def test_an_answer_that_has_expired_and_one_that_was_decided_are_told(desk: Desk) -> None:
    answer = ask(desk)
    desk.world.ask("POST", f"/assessments/{answer.id}/decisions", REFUSAL)
    assert "Refused by P. Officer at" in listed(desk)
    desk.world.clock.moment += timedelta(days=300)
    assert "This answer has expired. Ask again." in listed(desk)


def test_whoever_may_not_be_seen_any_more_is_not_listed(desk: Desk) -> None:
    ask(desk)
    desk.world.hold(case(access_limitation(READER)))
    assert HELD.dossier.person.name not in listed(desk)


def test_an_officer_has_a_list_of_their_own(desk: Desk) -> None:
    ask(desk)
    desk.sign_in(OFFICER)
    assert "You have asked nothing yet" in desk.get(LIST).text


@pytest.mark.parametrize(
    ("said", "members"),
    [
        (PURPOSES, Purpose),
        (PLACES, PlacementKind),
        (STATUSES, ProposalStatus),
        (RELATIONSHIPS, Relationship),
        (AGREEMENTS, AgreementReason),
    ],
)
def test_there_are_words_for_everything_that_can_be_chosen(
    said: dict[str, str], members: type[Purpose]
) -> None:
    assert set(said) == set(members)
    assert len(set(said.values())) == len(said)
