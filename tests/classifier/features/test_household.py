"""Who would live there counts where somebody has said so."""

from dataclasses import replace

import pytest

from riskflag.casebook import (
    ASKED,
    CHILD_OF_NINE,
    EX_PARTNER,
    MENTORED,
    MOTHER,
    OCCUPANTS_UNKNOWN,
    PARTNER,
    PROPOSED,
    REFERRED,
    Case,
    case,
    contact,
)
from riskflag.enquiry import PlacementKind
from riskflag.records import NamedPerson
from riskflag.vocabulary import Relationship, Source
from tests.classifier.features.values import value_of

NO_ADDRESS = replace(ASKED, address=None, no_fixed_abode=True)
HOSTEL = replace(ASKED, placement=PlacementKind.APPROVED_PREMISES)
NO_AGE = NamedPerson("Gil Sample", Relationship.OTHER_RELATIVE)
ANYBODY = NamedPerson("Hal Sample", Relationship.UNKNOWN, MOTHER.date_of_birth)
NOT_ASKED = (Source.CONTACTS,)


@pytest.mark.parametrize(
    ("of", "children", "partner"),
    [
        pytest.param(case(), 0, 0, id="alone"),
        pytest.param(case(lives_with=(MOTHER,)), 0, 0, id="with the mother"),
        pytest.param(case(lives_with=(PARTNER, CHILD_OF_NINE)), 1, 1, id="with a partner and her child"),
        pytest.param(case(lives_with=(EX_PARTNER,)), 0, 0, id="with a former partner"),
        pytest.param(case(lives_with=(NO_AGE,)), None, 0, id="somebody of whom nobody knows the age"),
        pytest.param(case(lives_with=(NO_AGE, CHILD_OF_NINE)), 1, 0, id="one child at the least"),
        pytest.param(case(lives_with=(ANYBODY,)), 0, None, id="an adult of whom nobody knows the tie"),
        pytest.param(case(contact(PARTNER, PROPOSED)), 0, 1, id="a contact is recorded there"),
        pytest.param(case(asked=OCCUPANTS_UNKNOWN), None, None, id="nobody said who lives there"),
        pytest.param(case(asked=OCCUPANTS_UNKNOWN, lives_with=(PARTNER,)), 0, 1, id="a partner is named"),
        pytest.param(case(asked=NO_ADDRESS), None, None, id="no address"),
        pytest.param(case(asked=HOSTEL), None, None, id="approved premises"),
        pytest.param(case(asked=MENTORED), None, None, id="a site where nobody lives"),
        pytest.param(case(not_asked=NOT_ASKED), None, None, id="nobody asked for contacts"),
        pytest.param(case(lives_with=(PARTNER,), not_asked=NOT_ASKED), None, 1, id="what is said stands"),
    ],
)
def test_children_and_partners_at_the_address(of: Case, children: int | None, partner: int | None) -> None:
    assert value_of("children_at_address", of) == children
    assert value_of("would_live_with_partner", of) == partner


@pytest.mark.parametrize(
    ("of", "stated", "without_address"),
    [
        pytest.param(case(), 1, 0, id="said to be empty"),
        pytest.param(case(asked=OCCUPANTS_UNKNOWN), 0, 0, id="nobody said who lives there"),
        pytest.param(case(asked=NO_ADDRESS), None, 1, id="no address"),
        pytest.param(case(asked=HOSTEL), None, 0, id="approved premises"),
        pytest.param(case(asked=REFERRED), 1, 0, id="a room in supported housing"),
    ],
)
def test_whether_there_is_a_home_and_who_lives_there(
    of: Case, stated: int | None, without_address: int
) -> None:
    assert value_of("occupants_stated", of) == stated
    assert value_of("no_fixed_abode", of) == without_address
