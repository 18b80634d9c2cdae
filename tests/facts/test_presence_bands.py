"""Whom a term covers and who lives, or may live, at the address."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    FRIEND,
    NEIGHBOUR,
    PROPOSED,
    Case,
    case,
    condition,
    contact,
    conviction,
    order,
    protected_place,
    term,
)
from riskflag.facts.presence import Presence
from riskflag.records import Address, Contact, Conviction, NamedPerson, ProtectedPlace, ProtectedPlaceKind
from riskflag.vocabulary import OrderType, ProhibitionKind
from tests.facts.bands import (
    AS_WRITTEN,
    ELSEWHERE,
    FLAT_IN_IT,
    NAME_ALONE,
    NO_NUMBER,
    NOT_READABLE,
    REMARRIED,
    UNREADABLE_NAME,
)

NO_CONTACT = term(ProhibitionKind.NO_CONTACT)
NOT_TO_THREATEN = term(ProhibitionKind.NO_VIOLENCE_OR_HARASSMENT)
RESIDE = term(ProhibitionKind.RESIDE_AT)
HER_HOME = protected_place(EX_PARTNER, PROPOSED)


def present(of: Case) -> tuple[Presence, ...]:
    return of.facts.present


@pytest.mark.parametrize(
    ("who", "sure"),
    [
        pytest.param(EX_PARTNER, [True], id="she herself"),
        pytest.param(REMARRIED, [True], id="she under her new name"),
        pytest.param(NAME_ALONE, [False], id="somebody of her name"),
        pytest.param(UNREADABLE_NAME, [False], id="somebody whose name cannot be read"),
        pytest.param(FRIEND, [], id="somebody else"),
    ],
)
def test_an_occupant_whom_an_order_protects_is_present(who: NamedPerson, sure: list[bool]) -> None:
    assert [each.sure for each in present(case(order(NO_CONTACT), lives_with=(who,)))] == sure


@pytest.mark.parametrize(
    ("address", "sure"),
    [
        pytest.param(PROPOSED, [True], id="her home"),
        pytest.param(AS_WRITTEN, [True], id="her home as somebody wrote it"),
        pytest.param(NO_NUMBER, [False], id="perhaps her home"),
        pytest.param(NOT_READABLE, [False], id="a home that cannot be read"),
        pytest.param(FLAT_IN_IT, [], id="another flat of the building"),
        pytest.param(ELSEWHERE, [], id="a home elsewhere"),
        pytest.param(None, [], id="a home that is withheld: another fact tells of it"),
    ],
)
def test_somebody_whose_home_is_or_may_be_the_address_is_present(
    address: Address | None, sure: list[bool]
) -> None:
    found = present(case(order(NO_CONTACT), protected_place(EX_PARTNER, address)))
    assert [each.sure for each in found] == sure


@pytest.mark.parametrize(
    ("who", "sure"),
    [
        pytest.param(REMARRIED, [True], id="the same woman"),
        pytest.param(NAME_ALONE, [False], id="perhaps the same woman"),
        pytest.param(NEIGHBOUR, [], id="somebody whom no term covers"),
    ],
)
def test_whose_home_it_is_must_be_somebody_covered(who: NamedPerson, sure: list[bool]) -> None:
    found = present(case(order(NO_CONTACT), protected_place(who, PROPOSED)))
    assert [each.sure for each in found] == sure


@pytest.mark.parametrize(
    ("kind", "there"),
    [
        pytest.param(ProtectedPlaceKind.HOME, True, id="lives there"),
        pytest.param(ProtectedPlaceKind.VISITS, True, id="visits"),
        pytest.param(ProtectedPlaceKind.WORK, False, id="works there"),
        pytest.param(ProtectedPlaceKind.SCHOOL, False, id="goes to school there"),
    ],
)
def test_work_and_school_are_no_home(kind: ProtectedPlaceKind, there: bool) -> None:
    place = protected_place(EX_PARTNER, PROPOSED, kind=kind)
    assert bool(present(case(order(NO_CONTACT), place))) is there


def test_a_home_she_has_left_does_not_put_her_there() -> None:
    later = protected_place(EX_PARTNER, ELSEWHERE, verified_on=date(2026, 11, 2))
    assert present(case(order(NO_CONTACT), HER_HOME, later)) == ()
    assert len(present(case(order(NO_CONTACT), HER_HOME, replace(later, who=NEIGHBOUR)))) == 1


def test_the_record_that_places_her_there_is_kept() -> None:
    by_place = present(case(order(NO_CONTACT), HER_HOME))
    by_name = present(case(order(NO_CONTACT), lives_with=(EX_PARTNER,)))
    assert [type(each.seen_in) for each in (*by_place, *by_name)] == [ProtectedPlace, type(None)]
    assert "; " in by_place[0].because


@pytest.mark.parametrize(
    ("of", "kinds"),
    [
        pytest.param(
            case(order(NO_CONTACT, NOT_TO_THREATEN), lives_with=(EX_PARTNER,)),
            [["no_contact", "no_violence_or_harassment"]],
            id="every term that covers her",
        ),
        pytest.param(
            case(
                order(
                    replace(NO_CONTACT, protects=(NEIGHBOUR.name,)),
                    replace(NOT_TO_THREATEN, protects=(EX_PARTNER.name,)),
                    protects=(EX_PARTNER, NEIGHBOUR),
                ),
                HER_HOME,
            ),
            [["no_violence_or_harassment"]],
            id="not the term that is about somebody else",
        ),
        pytest.param(
            case(
                order(replace(NO_CONTACT, protects=(NEIGHBOUR.name,)), protects=(EX_PARTNER, NEIGHBOUR)),
                HER_HOME,
            ),
            [],
            id="no term is about her, though the order protects her",
        ),
        pytest.param(case(condition(NO_CONTACT), HER_HOME), [], id="a condition that names nobody"),
        pytest.param(
            case(order(RESIDE, NO_CONTACT), lives_with=(EX_PARTNER,)),
            [["no_contact"]],
            id="not the term that says where he must live",
        ),
        pytest.param(case(order(), lives_with=(EX_PARTNER,)), [[]], id="an order without recorded terms"),
        pytest.param(case(order(), HER_HOME), [[]], id="her home, and an order without recorded terms"),
        pytest.param(
            case(order(expires_on=date(2026, 11, 21)), HER_HOME), [], id="an order without terms that ended"
        ),
        pytest.param(
            case(order(NO_CONTACT, expires_on=date(2026, 11, 21)), lives_with=(EX_PARTNER,)),
            [],
            id="an order that ended yesterday",
        ),
        pytest.param(
            case(order(NO_CONTACT, expires_on=date(2026, 11, 22)), lives_with=(EX_PARTNER,)),
            [["no_contact"]],
            id="an order that ends today",
        ),
        pytest.param(
            case(order(NO_CONTACT), order(NOT_TO_THREATEN), lives_with=(EX_PARTNER,)),
            [["no_contact"], ["no_violence_or_harassment"]],
            id="two orders that protect her",
        ),
        pytest.param(
            case(order(NO_CONTACT), HER_HOME, lives_with=(EX_PARTNER,)),
            [["no_contact"], ["no_contact"]],
            id="named by the enquiry and seen at the address",
        ),
        pytest.param(
            case(order(kind=OrderType.SEX_OFFENDER_NOTIFICATION), HER_HOME),
            [],
            id="a duty to notify protects nobody in particular",
        ),
    ],
)
def test_the_terms_are_those_that_cover_her(of: Case, kinds: list[list[str]]) -> None:
    assert [[t.term.kind.value for t in each.terms] for each in present(of)] == kinds


@pytest.mark.parametrize(
    ("names", "victim", "found"),
    [
        pytest.param((EX_PARTNER,), None, [(EX_PARTNER, None)], id="it names her"),
        pytest.param((), EX_PARTNER, [(EX_PARTNER, Conviction)], id="it names nobody, and she is a victim"),
        pytest.param((), FRIEND, [], id="it names nobody, and the victim lives elsewhere"),
        pytest.param((FRIEND,), EX_PARTNER, [], id="it names somebody else"),
        pytest.param((), None, [], id="it names nobody, and nobody was harmed"),
    ],
)
def test_a_licence_condition_is_about_whom_it_names_or_else_the_victims(
    names: tuple[NamedPerson, ...],
    victim: NamedPerson | None,
    found: list[tuple[NamedPerson, type | None]],
) -> None:
    harmed = conviction("00826", "a blade in public", *([victim] if victim else []))
    given = case(condition(NO_CONTACT, *names), harmed, lives_with=(EX_PARTNER,))
    seen = [(each.who, type(each.seen_in) if each.seen_in else None) for each in present(given)]
    assert seen == found


def test_an_order_is_not_about_victims_whom_it_does_not_name() -> None:
    harmed = conviction("10501", "common assault", FRIEND)
    for protects in ((EX_PARTNER,), ()):
        assert present(case(order(NO_CONTACT, protects=protects), harmed, lives_with=(FRIEND,))) == ()


@pytest.mark.parametrize(
    ("recorded", "there"),
    [
        pytest.param(contact(EX_PARTNER, PROPOSED), True, id="a contact at the address"),
        pytest.param(contact(EX_PARTNER, ELSEWHERE), False, id="a contact elsewhere"),
    ],
)
def test_contacts_put_somebody_there_too(recorded: Contact, there: bool) -> None:
    assert bool(present(case(order(NO_CONTACT), recorded))) is there
