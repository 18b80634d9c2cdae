"""How far it is known where each protected person lives."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    OTHER_TOWN,
    PROPOSED,
    Case,
    case,
    condition,
    order,
    protected_place,
    term,
)
from riskflag.facts.whereabouts import HomeKnown
from riskflag.records import NamedPerson, ProtectedPlaceKind
from riskflag.vocabulary import ProhibitionKind, Relationship
from tests.facts.bands import NAME_ALONE, NO_NUMBER, NOT_READABLE, REMARRIED

NO_CONTACT = term(ProhibitionKind.NO_CONTACT)
AREA = term(ProhibitionKind.EXCLUSION_AREA)
ORDER = order(NO_CONTACT)
ABOUT_SOMEBODY = [
    "no_contact",
    "no_approach",
    "no_enter_home_of",
    "no_reside_with",
    "no_enter_address",
    "no_attend_address",
    "leave_premises",
    "occupation_exclusion",
    "exclusion_area",
]
OLD = date(2026, 1, 5)


def known(of: Case) -> list[HomeKnown]:
    return [each.home for each in of.facts.keep_away_from]


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.value) for kind in ProhibitionKind])
def test_terms_about_somebody_ask_where_they_live(kind: ProhibitionKind) -> None:
    assert bool(known(case(order(term(kind))))) is (kind.value in ABOUT_SOMEBODY)


@pytest.mark.parametrize(
    ("of", "homes"),
    [
        pytest.param(case(order(NO_CONTACT, protects=())), [HomeKnown.NOBODY_NAMED], id="kept from nobody"),
        pytest.param(case(order(AREA, protects=())), [], id="an area that protects nobody by name"),
        pytest.param(case(order(AREA)), [HomeKnown.NOT_ON_RECORD], id="an area drawn for her"),
        pytest.param(case(condition(NO_CONTACT)), [HomeKnown.NOBODY_NAMED], id="a condition without a name"),
        pytest.param(
            case(ORDER, protected_place(EX_PARTNER, OTHER_TOWN, kind=ProtectedPlaceKind.WORK)),
            [HomeKnown.NOT_ON_RECORD],
            id="only her work is known",
        ),
        pytest.param(
            case(ORDER, protected_place(REMARRIED, OTHER_TOWN)), [HomeKnown.CONFIRMED], id="by her new name"
        ),
        pytest.param(
            case(ORDER, protected_place(NAME_ALONE, OTHER_TOWN)),
            [HomeKnown.NOT_ON_RECORD],
            id="the home of somebody of her name",
        ),
        pytest.param(
            case(ORDER, protected_place(EX_PARTNER, NOT_READABLE)),
            [HomeKnown.WITHHELD],
            id="her home cannot be read",
        ),
        pytest.param(
            case(ORDER, protected_place(EX_PARTNER, OTHER_TOWN, None), protected_place(EX_PARTNER, None)),
            [HomeKnown.WITHHELD],
            id="she moved, and her new home is withheld",
        ),
        pytest.param(
            case(ORDER, protected_place(EX_PARTNER, OTHER_TOWN, OLD)), [HomeKnown.OUT_OF_DATE], id="long ago"
        ),
        pytest.param(
            case(ORDER, protected_place(EX_PARTNER, OTHER_TOWN, None)), [HomeKnown.OUT_OF_DATE], id="never"
        ),
        pytest.param(
            case(ORDER, protected_place(EX_PARTNER, PROPOSED)), [HomeKnown.AT_THE_ADDRESS], id="here"
        ),
        pytest.param(
            case(ORDER, protected_place(EX_PARTNER, NO_NUMBER)),
            [HomeKnown.CONFIRMED],
            id="perhaps here, which is for another rule",
        ),
        pytest.param(
            case(ORDER, lives_with=(NAME_ALONE,)),
            [HomeKnown.NOT_ON_RECORD],
            id="somebody of her name lives here",
        ),
    ],
)
def test_how_far_a_home_is_known(of: Case, homes: list[HomeKnown]) -> None:
    assert known(of) == homes


@pytest.mark.parametrize("relationship", [pytest.param(each, id=each.value) for each in Relationship])
def test_only_associates_in_crime_are_left_out(relationship: Relationship) -> None:
    who = NamedPerson("Pat Stranger", relationship)
    assert bool(known(case(order(NO_CONTACT, protects=(who,))))) is (relationship.value != "co_defendant")


@pytest.mark.parametrize(
    ("of", "entries"),
    [
        pytest.param(case(order(NO_CONTACT, AREA)), 1, id="two terms of one order"),
        pytest.param(case(ORDER, order(AREA)), 2, id="two orders"),
        pytest.param(
            case(order(NO_CONTACT, replace(NO_CONTACT, wording="again"), protects=())), 1, id="nobody, twice"
        ),
    ],
)
def test_each_order_and_person_is_told_once(of: Case, entries: int) -> None:
    assert len(known(of)) == entries
