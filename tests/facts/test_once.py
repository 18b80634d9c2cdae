"""What is worked out of facts is worked out once for them, and anew for others."""

from dataclasses import replace
from datetime import timedelta

import pytest

from riskflag.casebook import ASKED, OTHER_TOWN, TODAY, case, order
from riskflag.dossier import PlaceKnowledge
from riskflag.enquiry import AddressEnquiry
from riskflag.facts import Facts, derive_facts_from
from riskflag.facts.once import once, once_a_person
from riskflag.facts.person import PersonFacts, ReadDossier
from riskflag.records import Record

ENDS_LATER = replace(order(), made_on=TODAY, expires_on=TODAY + timedelta(days=30))
STARTS_LATER = replace(order(), made_on=TODAY + timedelta(days=30), expires_on=None)
ELSEWHERE = replace(ASKED, address=OTHER_TOWN)
FOR_A_WEEK = replace(ASKED, use_to=TODAY + timedelta(days=7), release_date=TODAY, licence_ends_on=None)
NO_END = replace(ASKED, use_to=None, licence_ends_on=None)


def test_it_is_worked_out_once_for_the_same_facts_and_anew_for_others() -> None:
    asked: list[Facts] = []

    @once
    def ages(facts: Facts) -> int | None:
        asked.append(facts)
        return facts.age

    first = case().facts
    other = replace(first, age=99)
    assert [ages(first), ages(first), ages(other)] == [first.age, first.age, 99]
    assert len(asked) == 2


def test_what_was_worked_out_makes_no_facts_differ() -> None:
    first, second = case().facts, case().facts
    once(lambda facts: facts.age)(first)
    once_a_person(lambda person: person.age)(first)
    assert first == second


def test_for_two_proposals_of_a_person_it_is_worked_out_once_and_from_no_proposal() -> None:
    handed: list[PersonFacts] = []

    @once_a_person
    def older_by(person: PersonFacts, years: int) -> int:
        handed.append(person)
        return (person.age or 0) + years

    read = ReadDossier(case().dossier)
    here, there = (derive_facts_from(read, asked, PlaceKnowledge()) for asked in (ASKED, ELSEWHERE))
    age = here.age or 0
    assert [older_by(here, 1), older_by(there, 1), older_by(there, 2)] == [age + 1, age + 1, age + 2]
    assert handed == [here.of_person, here.of_person]
    assert not any(hasattr(each, "place") or hasattr(each, "proposal") for each in handed)


def test_for_another_person_or_another_dossier_it_is_worked_out_anew() -> None:
    handed: list[PersonFacts] = []
    age = once_a_person(handed.append)
    for _ in range(2):
        age(derive_facts_from(ReadDossier(case().dossier), ASKED, PlaceKnowledge()))
    assert len(handed) == 2


@pytest.mark.parametrize(
    ("record", "first", "second", "same"),
    [
        pytest.param(ENDS_LATER, ASKED, ELSEWHERE, True, id="two addresses for the same days"),
        pytest.param(ENDS_LATER, FOR_A_WEEK, NO_END, True, id="an order that is in force on all those days"),
        pytest.param(STARTS_LATER, FOR_A_WEEK, NO_END, False, id="an order that starts after the first days"),
    ],
)
def test_the_person_is_the_same_for_two_proposals_unless_their_days_make_a_difference(
    record: Record, first: AddressEnquiry, second: AddressEnquiry, same: bool
) -> None:
    read = ReadDossier(case(record).dossier)
    one, other = (derive_facts_from(read, asked, PlaceKnowledge()) for asked in (first, second))
    assert (one.of_person is other.of_person) is same
    assert one.orders.binding == one.of_person.orders.binding
