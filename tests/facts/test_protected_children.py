"""Which children at the address a term protects, by name or as children."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    CHILD_OF_NINE,
    EX_PARTNER,
    FRIEND,
    MOTHER,
    PROPOSED,
    Case,
    case,
    condition,
    order,
    protected_place,
    term,
)
from riskflag.records import NamedPerson, Prohibition
from riskflag.vocabulary import OrderType, ProhibitionKind, Relationship

NO_CONTACT = term(ProhibitionKind.NO_CONTACT)
NO_CHILDREN = term(ProhibitionKind.NO_RESIDE_WITH_CHILDREN)
NOT_UNDER_SIXTEEN = replace(NO_CHILDREN, children_under=16)
AGE_UNKNOWN = NamedPerson("Gil Sample", Relationship.OTHER_RELATIVE)
SON_OF_UNKNOWN_AGE = NamedPerson("Hal Sample", Relationship.CHILD)
GROWN_SON = NamedPerson("Ian Sample", Relationship.CHILD, date(2001, 1, 1))
SIXTEEN_TODAY = NamedPerson("Jan Sample", Relationship.STEPCHILD, date(2010, 11, 22))
SIXTEEN_TOMORROW = NamedPerson("Kim Sample", Relationship.STEPCHILD, date(2010, 11, 23))
NAMED_CHILD = NamedPerson("Amy Othername", Relationship.NEIGHBOUR, is_child=True)


def protected(of: Case) -> list[tuple[str, bool]]:
    return [(each.who.name, each.sure) for each in of.facts.protected_children]


@pytest.mark.parametrize(
    ("who", "found"),
    [
        pytest.param(CHILD_OF_NINE, True, id="a child of nine"),
        pytest.param(NAMED_CHILD, True, id="somebody recorded as a child"),
        pytest.param(SON_OF_UNKNOWN_AGE, True, id="a son of unknown age"),
        pytest.param(replace(SON_OF_UNKNOWN_AGE, relationship=Relationship.STEPCHILD), True, id="a stepson"),
        pytest.param(GROWN_SON, False, id="a grown son"),
        pytest.param(EX_PARTNER, False, id="his former partner"),
        pytest.param(AGE_UNKNOWN, False, id="a relative of unknown age, and no term about children"),
        pytest.param(replace(AGE_UNKNOWN, is_child=False), False, id="a relative recorded as grown up"),
    ],
)
def test_a_child_whom_an_order_names(who: NamedPerson, found: bool) -> None:
    by_enquiry = case(order(NO_CONTACT, protects=(who,)), lives_with=(who,))
    by_place = case(order(NO_CONTACT, protects=(who,)), protected_place(who, PROPOSED))
    assert protected(by_enquiry) == protected(by_place) == [(who.name, True)] * found


def test_somebody_of_unknown_age_whom_a_term_about_children_names_is_a_child() -> None:
    named = order(term(ProhibitionKind.NO_CONTACT_WITH_CHILDREN), protects=(AGE_UNKNOWN,))
    assert (AGE_UNKNOWN.name, True) in protected(case(named, lives_with=(AGE_UNKNOWN,)))


@pytest.mark.parametrize(
    ("prohibition", "who", "found"),
    [
        pytest.param(NO_CHILDREN, CHILD_OF_NINE, [True], id="under 18: nine"),
        pytest.param(NO_CHILDREN, SIXTEEN_TODAY, [True], id="under 18: sixteen"),
        pytest.param(NO_CHILDREN, FRIEND, [], id="under 18: a grown man"),
        pytest.param(NO_CHILDREN, AGE_UNKNOWN, [False], id="under 18: nobody knows"),
        pytest.param(NO_CHILDREN, MOTHER, [], id="under 18: his mother"),
        pytest.param(NOT_UNDER_SIXTEEN, SIXTEEN_TOMORROW, [True], id="under 16: sixteen tomorrow"),
        pytest.param(NOT_UNDER_SIXTEEN, SIXTEEN_TODAY, [], id="under 16: sixteen today"),
        pytest.param(NOT_UNDER_SIXTEEN, AGE_UNKNOWN, [False], id="under 16: nobody knows"),
        pytest.param(
            term(ProhibitionKind.NO_CONTACT_WITH_CHILDREN), CHILD_OF_NINE, [True], id="no contact with any"
        ),
        pytest.param(NO_CONTACT, CHILD_OF_NINE, [], id="no contact with somebody says nothing of children"),
    ],
)
def test_children_of_the_age_that_a_term_is_about(
    prohibition: Prohibition, who: NamedPerson, found: list[bool]
) -> None:
    by_order = order(prohibition, kind=OrderType.SEXUAL_HARM_PREVENTION_ORDER, protects=())
    for record in (by_order, condition(prohibition)):
        assert [sure for _, sure in protected(case(record, lives_with=(who,)))] == found


@pytest.mark.parametrize(
    ("prohibition", "protects", "others"),
    [
        pytest.param(NO_CHILDREN, (EX_PARTNER,), True, id="it protects a grown woman"),
        pytest.param(NO_CHILDREN, (NAMED_CHILD,), False, id="it protects one child by name"),
        pytest.param(NO_CHILDREN, (SON_OF_UNKNOWN_AGE,), False, id="it protects his son, whatever his age"),
        pytest.param(NO_CHILDREN, (EX_PARTNER, NAMED_CHILD), False, id="it protects a mother and her child"),
        pytest.param(NO_CHILDREN, (AGE_UNKNOWN,), True, id="it names somebody who may be grown up"),
        pytest.param(NOT_UNDER_SIXTEEN, (NAMED_CHILD,), True, id="it names a child and gives an age"),
        pytest.param(NO_CHILDREN, (GROWN_SON,), True, id="the child it named has grown up"),
    ],
)
def test_a_term_about_children_in_general_covers_every_child(
    prohibition: Prohibition, protects: tuple[NamedPerson, ...], others: bool
) -> None:
    given = case(order(prohibition, protects=protects), lives_with=(CHILD_OF_NINE,))
    assert bool(protected(given)) is others


@pytest.mark.parametrize(
    ("expires_on", "found"),
    [
        pytest.param(date(2026, 11, 21), False, id="ended yesterday"),
        pytest.param(date(2026, 11, 22), True, id="ends today"),
        pytest.param(None, True, id="no end"),
    ],
)
def test_a_term_counts_while_it_is_in_force(expires_on: date | None, found: bool) -> None:
    given = case(order(NO_CHILDREN, protects=(), expires_on=expires_on), lives_with=(CHILD_OF_NINE,))
    assert bool(protected(given)) is found


def test_why_it_is_not_sure_is_told() -> None:
    given = case(order(NO_CHILDREN, protects=()), lives_with=(CHILD_OF_NINE, AGE_UNKNOWN))
    assert [each.because for each in given.facts.protected_children] == [
        "the age of an occupant",
        "the age of an occupant is not known",
    ]
