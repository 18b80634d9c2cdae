"""Contacts from three places: who they are to the person, where they live, and who may know it."""

from typing import Any

import pytest

from riskflag.importers.relationships import closest, relationship_of, who_may_know
from riskflag.records import Address, Contact
from riskflag.vocabulary import Relationship, Visibility
from tests.importers.payloads import content, of, read, rejected

R = Relationship
HOME = Address("14 Linnet Row")


def test_next_of_kin_and_others() -> None:
    came = read(content("prison_contacts"), "prison-contacts")
    wife, official = of(came, Contact)
    assert (wife.who.name, wife.who.relationship, wife.who.reference) == (
        "RUTH SAMPLE",
        R.SPOUSE,
        "nomis-person-401",
    )
    assert (wife.note, wife.active) == ("Wife\nLives with her mother", True)
    assert official.who.relationship is R.PROFESSIONAL
    assert rejected(came) == [("otherContacts[1]", False)]
    assert [each.path for each in came.contradictions] == ["otherContacts[0].activeFlag"]


def test_contacts_found_by_a_search() -> None:
    came = read(content("contact_search"), "contact-search")
    (contact,) = of(came, Contact)
    assert contact.who.relationship is R.EX_PARTNER
    assert contact.lives_at is not None
    assert contact.lives_at.postcode == "ZZ1 1ZZ"
    assert contact.note.endswith("Their address is recorded as ended.")
    assert contact.visibility is Visibility.PROTECTED
    assert rejected(came) == [("content[1]", True)]
    assert [gap.path for gap in came.gaps] == ["page.totalPages"]


def test_no_fixed_address_is_no_home() -> None:
    held: Any = content("contact_search")
    held["content"][0] |= {"noFixedAddress": True, "flat": None, "property": None, "street": None}
    (contact,) = of(read(held, "contact-search"), Contact)
    assert contact.lives_at is None
    assert contact.visibility is None


def test_a_home_beside_no_fixed_address_is_kept_and_told_of() -> None:
    held: Any = content("contact_search")
    held["content"][0]["noFixedAddress"] = True
    came = read(held, "contact-search")
    (contact,) = of(came, Contact)
    assert contact.lives_at is not None
    assert [each.path for each in came.contradictions] == ["content[0].noFixedAddress"]


def test_a_page_that_does_not_say_what_it_is_of_is_a_gap() -> None:
    held: Any = content("contact_search")
    del held["page"]
    assert [gap.what for gap in read(held, "contact-search").gaps] == [
        "does not say whether this is all there is"
    ]


def test_somebody_who_has_died_is_kept_and_said_to_have() -> None:
    held: Any = content("contact_search")
    held["content"][0]["deceasedDate"] = "2026-01-01"
    (contact,) = of(read(held, "contact-search"), Contact)
    assert "Recorded as having died." in contact.note
    assert contact.active


def test_one_personal_contact_of_a_probation_case() -> None:
    came = read(content("probation_contact"), "probation-contact")
    (contact,) = of(came, Contact)
    assert (contact.who.name, contact.who.relationship) == ("Ruth Sample", R.EX_SPOUSE)
    assert contact.visibility is Visibility.PROTECTED
    assert "Asked not to be told where he lives" in contact.note
    assert [gap.what for gap in came.gaps] == ["was cut short by its source"]
    assert [each.path for each in came.named] == ["personSummary.crn"]


@pytest.mark.parametrize(
    ("written", "relationship"),
    [
        ("Wife", R.SPOUSE),
        ("Common Law Wife", R.SPOUSE),
        ("Ex-Wife", R.EX_SPOUSE),
        ("Former husband", R.EX_SPOUSE),
        ("Girlfriend", R.PARTNER),
        ("Ex girlfriend", R.EX_PARTNER),
        ("Ex-partner", R.EX_PARTNER),
        ("Partner (ex)", R.EX_PARTNER),
        ("Wife (separated)", R.EX_SPOUSE),
        ("Estranged husband", R.EX_SPOUSE),
        ("Partner (lives with him)", R.PARTNER),
        ("Mother", R.PARENT),
        ("Step-Father", R.PARENT),
        ("Half Brother", R.SIBLING),
        ("Grandmother", R.GRANDPARENT),
        ("Grandson", R.OTHER_RELATIVE),
        ("Mother-in-law", R.OTHER_RELATIVE),
        ("Uncle", R.OTHER_RELATIVE),
        ("Daughter", R.CHILD),
        ("Step Child", R.STEPCHILD),
        ("Friend", R.FRIEND),
        ("Co-defendant", R.CO_DEFENDANT),
        ("Landlady", R.LANDLORD),
        ("GP (secondary)", R.PROFESSIONAL),
        ("Community Offender Manager", R.PROFESSIONAL),
        ("Social worker", R.PROFESSIONAL),
        ("Something else", R.UNKNOWN),
        ("", R.UNKNOWN),
        (None, R.UNKNOWN),
    ],
)
def test_what_a_relationship_is_called(written: str | None, relationship: Relationship) -> None:
    assert relationship_of(written) is relationship


@pytest.mark.parametrize(
    ("written", "relationship"),
    [("Something else", R.PROFESSIONAL), ("Wife", R.SPOUSE), (None, R.PROFESSIONAL)],
)
def test_an_official_contact_is_a_professional_unless_they_are_more(
    written: str | None, relationship: Relationship
) -> None:
    assert relationship_of(written, official=True) is relationship


@pytest.mark.parametrize(
    ("held", "counts"),
    [
        pytest.param((R.FRIEND, R.EX_PARTNER), R.EX_PARTNER, id="a former partner above a friend"),
        pytest.param((R.FRIEND, R.SIBLING), R.SIBLING, id="a relative above a friend"),
        pytest.param((R.UNKNOWN, R.FRIEND), R.FRIEND, id="any above none"),
        pytest.param((), R.UNKNOWN, id="none"),
    ],
)
def test_which_of_several_relationships_counts(held: tuple[Relationship, ...], counts: Relationship) -> None:
    assert closest(held) is counts


@pytest.mark.parametrize(
    ("relationship", "home", "words", "visibility"),
    [
        pytest.param(R.EX_PARTNER, HOME, "", Visibility.PROTECTED, id="where a former partner lives"),
        pytest.param(R.EX_PARTNER, None, "", None, id="that there is a former partner"),
        pytest.param(
            R.FRIEND, HOME, "Victim of the index offence", Visibility.PROTECTED, id="a victim's home"
        ),
        pytest.param(R.PARENT, HOME, "", None, id="where a mother lives"),
    ],
)
def test_who_may_know_where_a_contact_lives(
    relationship: Relationship, home: Address | None, words: str, visibility: Visibility | None
) -> None:
    assert who_may_know(relationship, home, words) is visibility
