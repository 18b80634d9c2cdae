"""Who is present of those whom orders cover, and which record and terms the link rests on."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    FRIEND,
    MOTHER,
    OTHER_TOWN,
    PROPOSED,
    Case,
    case,
    condition,
    conviction,
    order,
    protected_place,
    term,
)
from riskflag.records import NamedPerson, ProtectedPlaceKind
from riskflag.vocabulary import ProhibitionKind

NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact her")
NO_HARM = term(ProhibitionKind.NO_VIOLENCE_OR_HARASSMENT, "not to harm her")
LIVE_HERE = term(ProhibitionKind.RESIDE_AT, "to live there", PROPOSED)
ASSAULT = conviction("10501", "common assault", EX_PARTNER)
FOR_HER = replace(NO_CONTACT, protects=(EX_PARTNER.name,))
FOR_MOTHER = replace(NO_HARM, protects=(MOTHER.name,))


@pytest.mark.parametrize(
    ("of", "sure"),
    [
        pytest.param(case(order(NO_CONTACT), lives_with=(EX_PARTNER,)), [True], id="an occupant, surely"),
        pytest.param(
            case(order(NO_CONTACT), lives_with=(NamedPerson("Beth Sample"),)), [False], id="perhaps"
        ),
        pytest.param(case(order(NO_CONTACT), lives_with=(FRIEND,)), [], id="somebody else"),
        pytest.param(
            case(order(NO_CONTACT), protected_place(EX_PARTNER, PROPOSED), lives_with=(EX_PARTNER,)),
            [True, True],
            id="an occupant whom police place here too",
        ),
        pytest.param(
            case(order(NO_CONTACT), protected_place(EX_PARTNER, OTHER_TOWN)), [], id="placed elsewhere"
        ),
        pytest.param(
            case(condition(NO_CONTACT), ASSAULT, protected_place(EX_PARTNER, PROPOSED)),
            [True],
            id="a condition that names nobody, and the victim's home",
        ),
        pytest.param(
            case(condition(NO_CONTACT), ASSAULT, protected_place(MOTHER, PROPOSED)),
            [],
            id="a condition that names nobody, and the home of somebody who is no victim",
        ),
        pytest.param(
            case(condition(NO_CONTACT, MOTHER), ASSAULT, protected_place(EX_PARTNER, PROPOSED)),
            [],
            id="a condition that names somebody else, and the victim's home",
        ),
        pytest.param(
            case(order(NO_CONTACT), protected_place(EX_PARTNER, PROPOSED, kind=ProtectedPlaceKind.VISITS)),
            [True],
            id="she regularly visits",
        ),
        pytest.param(
            case(order(NO_CONTACT), protected_place(EX_PARTNER, PROPOSED, kind=ProtectedPlaceKind.SCHOOL)),
            [],
            id="she studies here and lives elsewhere",
        ),
        pytest.param(
            case(order(LIVE_HERE), lives_with=(EX_PARTNER,)), [], id="a duty to live here covers nobody"
        ),
        pytest.param(case(order(), lives_with=(EX_PARTNER,)), [True], id="no term is recorded"),
        pytest.param(
            case(order(NO_CONTACT, expires_on=date(2026, 1, 1)), lives_with=(EX_PARTNER,)),
            [],
            id="the order ended",
        ),
    ],
)
def test_presence(of: Case, sure: list[bool]) -> None:
    assert [present.sure for present in of.facts.present] == sure


def test_only_terms_that_cover_somebody_count_for_them() -> None:
    of = case(order(FOR_HER, FOR_MOTHER, protects=(EX_PARTNER, MOTHER)), lives_with=(MOTHER,))
    (present,) = of.facts.present
    assert [term.term for term in present.terms] == [FOR_MOTHER]


def test_a_condition_about_victims_rests_on_the_conviction_that_makes_them_victims() -> None:
    about_victims = condition(term(ProhibitionKind.NO_CONTACT, "no contact with your victims"))
    of = case(about_victims, conviction("00801", "assault", EX_PARTNER), lives_with=(EX_PARTNER,))
    (present,) = of.facts.present
    assert present.seen_in is of.dossier.records[1]


def test_a_home_confirmed_later_takes_the_place_of_an_older_one() -> None:
    old, new = (
        protected_place(EX_PARTNER, PROPOSED, date(2026, 1, 1)),
        protected_place(EX_PARTNER, OTHER_TOWN),
    )
    unrelated = protected_place(MOTHER, PROPOSED, date(2025, 1, 1))
    facts = case(old, new, unrelated).facts
    assert [fact.superseded for fact in facts.place.protected] == [True, False, False]
    assert [fact.record.address for fact in facts.place.places_of(EX_PARTNER)] == [new.address]


BY_NAME = term(ProhibitionKind.NO_CONTACT, "not to contact beth sample or her family")


@pytest.mark.parametrize(
    ("of", "sure"),
    [
        pytest.param(case(condition(BY_NAME), lives_with=(EX_PARTNER,)), [False], id="a condition's wording"),
        pytest.param(
            case(order(BY_NAME, protects=()), lives_with=(EX_PARTNER,)), [False], id="an order's wording"
        ),
        pytest.param(case(order(BY_NAME, protects=()), lives_with=(FRIEND,)), [], id="another name"),
        pytest.param(
            case(order(BY_NAME, protects=(MOTHER,)), lives_with=(EX_PARTNER,)),
            [],
            id="the order lists others",
        ),
    ],
)
def test_whom_only_the_wording_names_is_to_be_confirmed(of: Case, sure: list[bool]) -> None:
    assert [present.sure for present in of.facts.present] == sure
