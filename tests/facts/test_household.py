"""Who is at the address, and whether the records speak of any of them."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    CHILD_OF_NINE,
    EX_PARTNER,
    FRIEND,
    MOTHER,
    OTHER_TOWN,
    PARTNER,
    PROPOSED,
    TODAY,
    abuse,
    case,
    condition,
    contact,
    conviction,
    order,
    term,
)
from riskflag.facts.household import LinkedAs, under_age
from riskflag.records import AbuseRole, DomesticAbuseKind, NamedPerson, Record
from riskflag.vocabulary import ProhibitionKind, Relationship, Visibility

NO_CONTACT = term(ProhibitionKind.NO_CONTACT)


@pytest.mark.parametrize(
    ("record", "lives_with", "linked_as"),
    [
        pytest.param(order(NO_CONTACT), EX_PARTNER, LinkedAs.PROTECTED_PERSON, id="whom an order protects"),
        pytest.param(
            condition(NO_CONTACT, EX_PARTNER),
            EX_PARTNER,
            LinkedAs.PROTECTED_PERSON,
            id="whom the licence names",
        ),
        pytest.param(
            abuse(DomesticAbuseKind.THREATS, MOTHER), MOTHER, LinkedAs.ABUSE_VICTIM, id="whom he threatened"
        ),
        pytest.param(
            conviction("10501", "common assault", FRIEND),
            FRIEND,
            LinkedAs.OFFENCE_VICTIM,
            id="whom he assaulted",
        ),
        pytest.param(
            abuse(DomesticAbuseKind.CONTROLLING_OR_COERCIVE, PARTNER, role=AbuseRole.VICTIM),
            PARTNER,
            LinkedAs.ABUSER_OF_THE_PERSON,
            id="who controlled the person",
        ),
    ],
)
def test_an_occupant_is_linked_with_what_the_records_say_of_them(
    record: Record, lives_with: NamedPerson, linked_as: LinkedAs
) -> None:
    links = case(record, lives_with=(lives_with,)).facts.household.linked(linked_as)
    assert [link.sure for link in links] == [True]


def test_a_stranger_to_the_records_is_linked_with_nothing() -> None:
    assert case(order(NO_CONTACT), lives_with=(FRIEND,)).facts.household.links == ()


def test_a_name_alone_is_linked_but_not_sure() -> None:
    namesake = NamedPerson(EX_PARTNER.name)
    (link,) = case(order(NO_CONTACT), lives_with=(namesake,)).facts.household.links
    assert not link.sure


@pytest.mark.parametrize(
    ("recorded", "occupants"),
    [
        pytest.param(contact(EX_PARTNER, PROPOSED), 1, id="a contact whose address is the proposed one"),
        pytest.param(contact(EX_PARTNER, OTHER_TOWN), 0, id="a contact who lives elsewhere"),
        pytest.param(contact(EX_PARTNER), 0, id="a contact without an address"),
        pytest.param(replace(contact(EX_PARTNER, PROPOSED), active=False), 0, id="a contact of the past"),
    ],
)
def test_contacts_recorded_at_the_address_count_as_occupants(recorded: Record, occupants: int) -> None:
    assert len(case(recorded).facts.household.occupants) == occupants


def test_a_contact_whom_the_enquiry_names_is_one_occupant() -> None:
    household = case(contact(EX_PARTNER, PROPOSED), lives_with=(EX_PARTNER,)).facts.household
    assert len(household.occupants) == 1


def test_a_protected_contact_is_a_protected_occupant() -> None:
    hidden = replace(contact(EX_PARTNER, PROPOSED), visibility=Visibility.PROTECTED)
    (occupant,) = case(hidden).facts.household.occupants
    assert occupant.visibility is Visibility.PROTECTED


@pytest.mark.parametrize(
    ("who", "child"),
    [
        pytest.param(CHILD_OF_NINE, True, id="nine years old"),
        pytest.param(NamedPerson("A", date_of_birth=date(2008, 11, 22)), False, id="eighteen today"),
        pytest.param(NamedPerson("A", date_of_birth=date(2008, 11, 23)), True, id="eighteen tomorrow"),
        pytest.param(NamedPerson("A", is_child=True), True, id="no date of birth, said to be a child"),
        pytest.param(NamedPerson("A", Relationship.PARENT), False, id="a parent"),
        pytest.param(NamedPerson("A", Relationship.CHILD), None, id="a son or daughter of unknown age"),
        pytest.param(NamedPerson("A", Relationship.FRIEND), None, id="a friend of unknown age"),
    ],
)
def test_who_is_a_child(who: NamedPerson, child: bool | None) -> None:
    assert under_age(who, TODAY) is child
    household = case(lives_with=(who,)).facts.household
    assert bool(household.children) is (child is True)
    assert bool(household.ages_unknown) is (child is None)
