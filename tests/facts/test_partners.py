"""Who at the address is a partner, and what must be known before nobody is."""

from dataclasses import replace

import pytest

from riskflag.casebook import (
    CHILD_OF_NINE,
    FRIEND,
    MOTHER,
    OCCUPANTS_UNKNOWN,
    PARTNER,
    Case,
    case,
    contact,
)
from riskflag.facts.partners import partners_here, unclear_ties
from riskflag.records import NamedPerson, Record
from riskflag.vocabulary import Relationship


@pytest.mark.parametrize("relationship", [pytest.param(each, id=each.value) for each in Relationship])
def test_partners_of_today_and_before(relationship: Relationship) -> None:
    who = replace(FRIEND, relationship=relationship)
    found = partners_here(case(lives_with=(who,)).facts)
    assert bool(found) is (relationship.value in {"spouse", "partner", "ex_spouse", "ex_partner"})


@pytest.mark.parametrize(
    ("record", "called"),
    [
        pytest.param(contact(FRIEND, note="his girlfriend since May"), True, id="girlfriend"),
        pytest.param(contact(FRIEND, note="boyfriend"), True, id="boyfriend"),
        pytest.param(contact(FRIEND, note="a pen friend"), True, id="pen friend"),
        pytest.param(contact(FRIEND, note="penpal"), True, id="penpal"),
        pytest.param(contact(FRIEND, note="pen-pal"), True, id="pen-pal"),
        pytest.param(contact(FRIEND, note="partner on visits list"), True, id="partner"),
        pytest.param(contact(FRIEND, note="they are dating"), True, id="dating"),
        pytest.param(contact(FRIEND, note="in a relationship"), True, id="in a relationship"),
        pytest.param(contact(FRIEND, note="not a partner"), False, id="denied"),
        pytest.param(contact(FRIEND, note="business partnership"), False, id="part of another word"),
        pytest.param(contact(FRIEND, note="a friend"), False, id="a friend"),
        pytest.param(
            contact(replace(FRIEND, relationship=Relationship.PARTNER)), True, id="the contact is a partner"
        ),
        pytest.param(contact(NamedPerson(FRIEND.name), note="girlfriend"), True, id="perhaps the same"),
        pytest.param(contact(MOTHER, note="girlfriend"), False, id="somebody else is called so"),
    ],
)
def test_whom_a_contact_record_calls_a_partner(record: Record, called: bool) -> None:
    assert bool(partners_here(case(record, lives_with=(FRIEND,)).facts)) is called


@pytest.mark.parametrize(
    ("who", "found"),
    [
        pytest.param(PARTNER, True, id="a grown woman"),
        pytest.param(replace(PARTNER, date_of_birth=None), True, id="of unknown age"),
        pytest.param(replace(CHILD_OF_NINE, relationship=Relationship.PARTNER), False, id="a child of nine"),
    ],
)
def test_a_child_is_no_partner(who: NamedPerson, found: bool) -> None:
    assert bool(partners_here(case(lives_with=(who,)).facts)) is found


WHO, WHAT = "who lives there", "what somebody who lives there is to the person"
SOMEBODY = NamedPerson("Pat Stranger")


@pytest.mark.parametrize(
    ("of", "missing"),
    [
        pytest.param(case(), [], id="nobody lives there"),
        pytest.param(case(lives_with=(FRIEND,)), [], id="a friend lives there"),
        pytest.param(case(asked=OCCUPANTS_UNKNOWN), [WHO], id="nobody says who lives there"),
        pytest.param(case(lives_with=(FRIEND, SOMEBODY)), [WHAT], id="nobody says what one of them is"),
    ],
)
def test_what_must_be_known_first(of: Case, missing: list[str]) -> None:
    assert list(unclear_ties(of.facts)) == missing
