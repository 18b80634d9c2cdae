"""Which terms a licence must repeat, and which condition is taken to repeat them."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from riskflag.casebook import EX_PARTNER, MOTHER, TODAY, Case, case, condition, conviction, order, term
from riskflag.records import NamedPerson, Prohibition
from riskflag.vocabulary import OrderType, ProhibitionKind
from tests.facts.bands import NAME_ALONE, REMARRIED, UNRELATED

NO_CONTACT = term(ProhibitionKind.NO_CONTACT)
ORDER = order(NO_CONTACT)
TO_MIRROR = [
    "no_contact",
    "no_approach",
    "no_enter_home_of",
    "no_reside_with",
    "no_enter_address",
    "no_attend_address",
    "leave_premises",
    "occupation_exclusion",
    "exclusion_area",
    "no_contact_with_children",
    "no_reside_with_children",
]
HARMED_HER = conviction("10501", "common assault", EX_PARTNER)


def unmirrored(of: Case) -> list[str | None]:
    return [each.who.name if each.who else None for each in of.facts.unmirrored]


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.value) for kind in ProhibitionKind])
def test_terms_that_keep_away_are_to_be_mirrored(kind: ProhibitionKind) -> None:
    assert bool(unmirrored(case(order(term(kind))))) is (kind.value in TO_MIRROR)


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.value) for kind in OrderType])
def test_bail_the_licence_and_closures_are_not_repeated(kind: OrderType) -> None:
    not_repeated = {"court_bail", "police_bail", "licence", "closure_notice", "closure_order"}
    assert bool(unmirrored(case(order(NO_CONTACT, kind=kind)))) is (kind.value not in not_repeated)


@pytest.mark.parametrize(
    ("names", "missing"),
    [
        pytest.param((EX_PARTNER,), [], id="it names her"),
        pytest.param((REMARRIED,), [], id="it gives her new name"),
        pytest.param((NAME_ALONE,), [], id="it gives her name and nothing else"),
        pytest.param((UNRELATED,), [EX_PARTNER.name], id="it names somebody else"),
        pytest.param((UNRELATED, EX_PARTNER), [], id="it names her among others"),
    ],
)
def test_a_condition_mirrors_an_order_for_whom_it_names(
    names: tuple[NamedPerson, ...], missing: list[str]
) -> None:
    assert unmirrored(case(ORDER, condition(NO_CONTACT, *names))) == missing
    assert unmirrored(case(ORDER, HARMED_HER, condition(NO_CONTACT, *names))) == missing


@pytest.mark.parametrize(
    ("name", "wording", "mirrored"),
    [
        pytest.param("Beth Sample", "not to contact BETH SAMPLE, directly or not", True, id="her name"),
        pytest.param("Beth Sample", "not to contact Beth", False, id="half of her name"),
        pytest.param("Al", "not to contact Al", True, id="a short name"),
        pytest.param("Al", "not to contact anybody; he shall also stay away", False, id="part of a word"),
        pytest.param("", "not to contact anybody", False, id="the order gives no name"),
        pytest.param("   ", "not to contact  anybody   at all", False, id="the order gives a blank"),
        pytest.param("A", "not to enter a home", False, id="a letter for a name, and an article"),
        pytest.param("J (a.k.a. Jo)", "nor J (a.k.a. Jo)", True, id="a name with signs in it"),
    ],
)
def test_a_name_in_the_wording_is_looked_for_in_whole_words(name: str, wording: str, mirrored: bool) -> None:
    protecting = order(NO_CONTACT, protects=(NamedPerson(name),))
    drafted = condition(replace(NO_CONTACT, wording=wording))
    assert (unmirrored(case(protecting, drafted)) == []) is mirrored


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        pytest.param({}, [], id="it runs"),
        pytest.param({"ends_on": TODAY}, [], id="it ends today"),
        pytest.param({"ends_on": TODAY - timedelta(days=1)}, [EX_PARTNER.name], id="it ended yesterday"),
        pytest.param(
            {"prohibition": replace(NO_CONTACT, ends_on=TODAY - timedelta(days=1))},
            [EX_PARTNER.name],
            id="its term ended yesterday",
        ),
        pytest.param(
            {"prohibition": term(ProhibitionKind.NO_POSSESSION)}, [EX_PARTNER.name], id="about possession"
        ),
        pytest.param({"prohibition": term(ProhibitionKind.NO_ASSOCIATION)}, [], id="not to associate"),
        pytest.param(
            {"prohibition": term(ProhibitionKind.OTHER), "code": "4858cd8b"}, [], id="its code says so"
        ),
        pytest.param(
            {"prohibition": term(ProhibitionKind.OTHER), "code": "no-such-code"},
            [EX_PARTNER.name],
            id="its code says nothing",
        ),
    ],
)
def test_a_condition_mirrors_while_it_keeps_somebody_away(
    changes: dict[str, Any], missing: list[str]
) -> None:
    assert unmirrored(case(ORDER, replace(condition(NO_CONTACT, EX_PARTNER), **changes))) == missing


@pytest.mark.parametrize(
    ("drafted", "missing"),
    [
        pytest.param(NO_CONTACT, [], id="no contact with victims, and she is one"),
        pytest.param(
            term(ProhibitionKind.NO_ENTER_ADDRESS), [EX_PARTNER.name], id="an address says nothing of victims"
        ),
        pytest.param(
            term(ProhibitionKind.NO_ASSOCIATION), [EX_PARTNER.name], id="association says nothing of victims"
        ),
    ],
)
def test_a_condition_without_names_is_about_the_victims(drafted: Prohibition, missing: list[str]) -> None:
    assert unmirrored(case(ORDER, HARMED_HER, condition(drafted))) == missing
    assert unmirrored(case(ORDER, condition(drafted))) == [EX_PARTNER.name]


@pytest.mark.parametrize(
    ("kind", "drafted", "missing"),
    [
        pytest.param("exclusion_area", "exclusion_area", [], id="an area for an area"),
        pytest.param("exclusion_area", "no_enter_address", [], id="an address for an area"),
        pytest.param("exclusion_area", "no_contact", [None], id="contact for an area"),
        pytest.param("exclusion_area", "no_reside_with_children", [None], id="children for an area"),
        pytest.param("no_contact_with_children", "no_reside_with_children", [], id="children for children"),
        pytest.param("no_contact_with_children", "exclusion_area", [None], id="an area for children"),
        pytest.param("no_contact", "no_contact", [None], id="nobody is named on either side"),
    ],
)
def test_an_order_that_protects_nobody_by_name(kind: str, drafted: str, missing: list[None]) -> None:
    protecting = order(term(ProhibitionKind(kind)), protects=())
    assert unmirrored(case(protecting, condition(term(ProhibitionKind(drafted))))) == missing


def test_a_condition_about_one_of_two_things_is_enough() -> None:
    mixed = order(term(ProhibitionKind.NO_POSSESSION), term(ProhibitionKind.EXCLUSION_AREA), NO_CONTACT)
    without_names = replace(mixed, protects=())
    assert unmirrored(case(without_names, condition(term(ProhibitionKind.EXCLUSION_AREA)))) == []


def test_each_order_and_each_person_counts() -> None:
    both = order(NO_CONTACT, term(ProhibitionKind.NO_APPROACH), protects=(EX_PARTNER, MOTHER))
    given = case(both, ORDER, condition(NO_CONTACT, MOTHER))
    assert unmirrored(given) == [EX_PARTNER.name, EX_PARTNER.name]
    assert [len(each.terms) for each in given.facts.unmirrored] == [2, 1]
