"""What one term of an order or condition says: whom it covers, what it forbids, what it allows."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    NEIGHBOUR,
    PROPOSED,
    TODAY,
    case,
    condition,
    order,
    term,
)
from riskflag.facts.orders import FROM_CHILDREN, KEEP_AWAY, KEEP_OUT, RESIDENCE, OrderFacts, TermFact
from riskflag.matching.place import ZonePosition
from riskflag.records import (
    Address,
    LicenceConditionStatus,
    OrderRole,
    Point,
    Prohibition,
    ProtectiveOrder,
    Record,
    Variation,
    Zone,
)
from riskflag.vocabulary import AddressBand, OrderType, ProhibitionKind
from tests.facts.bands import ELSEWHERE, FLAT_IN_IT, NO_NUMBER, NOT_READABLE

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
LAST_DAY = date(2027, 6, 1)
NO_CONTACT = term(ProhibitionKind.NO_CONTACT)
AREA = Zone("the town", centre=Point(400000, 300000, 1), radius_metres=500)
HOMELESS = replace(ASKED, address=None, no_fixed_abode=True)


def orders_of(*records: Record) -> OrderFacts:
    return case(*records).facts.orders


def only_term(prohibition: Prohibition) -> TermFact:
    (fact,) = orders_of(order(prohibition)).terms
    return fact


@pytest.mark.parametrize(
    ("kind", "somewhere", "nowhere"),
    [
        pytest.param(kind, kind in KEEP_AWAY, kind in KEEP_AWAY | KEEP_OUT, id=kind.value)
        for kind in ProhibitionKind
    ],
)
def test_a_building_that_nobody_named_is_wherever_they_live(
    kind: ProhibitionKind, somewhere: bool, nowhere: bool
) -> None:
    """A term about a place that is named is about that place; one that names none follows the people."""
    assert only_term(term(kind)).keeps_away is nowhere
    assert only_term(term(kind, place=ELSEWHERE)).keeps_away is somewhere
    assert only_term(term(kind, zone=AREA)).keeps_away is somewhere


@pytest.mark.parametrize(
    ("group", "kinds"),
    [
        pytest.param(
            KEEP_AWAY, "no_contact no_approach no_enter_home_of no_reside_with", id="away from somebody"
        ),
        pytest.param(
            KEEP_OUT,
            "no_enter_home_of no_enter_address no_attend_address leave_premises occupation_exclusion",
            id="out of a building",
        ),
        pytest.param(FROM_CHILDREN, "no_contact_with_children no_reside_with_children", id="from children"),
        pytest.param(RESIDENCE, "reside_at curfew_at", id="where somebody must be"),
    ],
)
def test_terms_are_grouped_by_what_they_do(group: frozenset[ProhibitionKind], kinds: str) -> None:
    every = orders_of(order(*(term(kind) for kind in ProhibitionKind)))
    assert {fact.term.kind.value for fact in every.terms_of(group)} == set(kinds.split())


@pytest.mark.parametrize(
    ("allows", "allowed"),
    [
        pytest.param(None, False, id="nothing is allowed"),
        pytest.param("", False, id="blank"),
        pytest.param("contact through solicitors", False, id="letters by a solicitor"),
        pytest.param("may reside at her home", True, id="may reside"),
        pytest.param("Residing together is permitted", True, id="whatever its case"),
        pytest.param("may live with her", True, id="may live"),
        pytest.param("he lives there by agreement", True, id="lives there"),
        pytest.param("living at home is agreed", True, id="living"),
        pytest.param("overnight stays at weekends", True, id="stays"),
        pytest.param("may cohabit", True, id="cohabit"),
        pytest.param("contact at liver clinic", False, id="part of another word"),
        pytest.param("contact but not to reside", False, id="not to reside"),
        pytest.param("no residence", False, id="no residence"),
        pytest.param("may stay, but never alone", False, id="never alone"),
        pytest.param("residing without her consent", False, id="without consent"),
        pytest.param("may live there except at weekends", False, id="except at weekends"),
        pytest.param("may stay unless she objects", False, id="unless"),
        pytest.param("may stay save on school nights", False, id="save on some nights"),
        pytest.param("may reside there, note attached", True, id="a word that begins like not"),
    ],
)
def test_only_a_plain_permission_to_live_there_counts(allows: str | None, allowed: bool) -> None:
    assert only_term(replace(NO_CONTACT, allows=allows)).allows_living_there is allowed


@pytest.mark.parametrize(
    ("place", "band"),
    [
        pytest.param(PROPOSED, AddressBand.SAME_PROPERTY, id="the address"),
        pytest.param(FLAT_IN_IT, AddressBand.SAME_BUILDING, id="a flat in it"),
        pytest.param(NO_NUMBER, AddressBand.POSSIBLE, id="the street"),
        pytest.param(NOT_READABLE, AddressBand.CANNOT_TELL, id="not to be read"),
        pytest.param(ELSEWHERE, AddressBand.DIFFERENT, id="elsewhere"),
    ],
)
def test_the_place_it_names_is_set_against_the_address(place: Address, band: AddressBand) -> None:
    named = order(term(ProhibitionKind.NO_ENTER_ADDRESS, place=place))
    (fact,) = case(named).facts.orders.terms
    (homeless,) = case(named, asked=HOMELESS).facts.orders.terms
    assert fact.place is not None
    assert fact.place.band is band
    assert homeless.place is None


def test_the_area_it_names_is_set_against_the_address() -> None:
    drawn = order(term(ProhibitionKind.EXCLUSION_AREA, zone=AREA))
    (fact,) = case(drawn).facts.orders.terms
    (homeless,) = case(drawn, asked=HOMELESS).facts.orders.terms
    assert fact.zone is not None
    assert fact.zone.position is ZonePosition.INSIDE
    assert homeless.zone is None


@pytest.mark.parametrize(
    ("names", "covered"),
    [
        pytest.param((), (EX_PARTNER, NEIGHBOUR), id="nobody: all whom the order protects"),
        pytest.param((NEIGHBOUR.name,), (NEIGHBOUR,), id="one of the two"),
        pytest.param(("Somebody Else",), (EX_PARTNER, NEIGHBOUR), id="a name the order lacks: all of them"),
        pytest.param((EX_PARTNER.name, "Somebody Else"), (EX_PARTNER,), id="one known and one unknown"),
    ],
)
def test_a_term_covers_the_people_it_names(names: tuple[str, ...], covered: tuple[object, ...]) -> None:
    both = order(replace(NO_CONTACT, protects=names), protects=(EX_PARTNER, NEIGHBOUR))
    assert orders_of(both).terms[0].covers == covered


def test_a_condition_covers_the_people_it_names() -> None:
    (fact,) = orders_of(condition(NO_CONTACT, EX_PARTNER)).terms
    assert (fact.order, fact.covers) == (None, (EX_PARTNER,))


@pytest.mark.parametrize(
    ("changes", "live", "kept"),
    [
        pytest.param({}, 1, 1, id="drafted"),
        pytest.param({"status": LicenceConditionStatus.APPROVED}, 1, 1, id="approved"),
        pytest.param({"status": LicenceConditionStatus.REMOVED}, 0, 0, id="removed"),
        pytest.param({"ends_on": YESTERDAY}, 0, 1, id="ended yesterday"),
        pytest.param({"ends_on": TODAY}, 1, 1, id="ends today"),
        pytest.param({"starts_on": LAST_DAY}, 1, 1, id="starts on the last day"),
        pytest.param({"starts_on": LAST_DAY + timedelta(days=1)}, 0, 1, id="starts after the last day"),
    ],
)
def test_a_condition_counts_while_it_may_apply(changes: dict[str, Any], live: int, kept: int) -> None:
    facts = orders_of(replace(condition(NO_CONTACT, EX_PARTNER), **changes))
    assert (len(facts.terms), len(facts.licence_conditions)) == (live, kept)


@pytest.mark.parametrize(
    ("ends_on", "live"),
    [
        pytest.param(YESTERDAY, 0, id="yesterday"),
        pytest.param(TODAY, 1, id="today"),
        pytest.param(TOMORROW, 1, id="tomorrow"),
        pytest.param(None, 1, id="no end of its own"),
    ],
)
def test_a_term_may_end_before_its_instrument(ends_on: date | None, live: int) -> None:
    ending = replace(NO_CONTACT, ends_on=ends_on)
    assert [len(orders_of(each).terms) for each in (order(ending), condition(ending))] == [live, live]


@pytest.mark.parametrize(
    ("record", "unknown"),
    [
        pytest.param(order(), True, id="no term is recorded"),
        pytest.param(order(NO_CONTACT), False, id="a term is recorded"),
        pytest.param(order(term(ProhibitionKind.OTHER)), False, id="a term of another kind is recorded"),
        pytest.param(order(expires_on=YESTERDAY), False, id="no term, and it is over"),
        pytest.param(order(expires_on=TODAY), True, id="no term, on its last day"),
        pytest.param(
            order(kind=OrderType.SEX_OFFENDER_NOTIFICATION), False, id="notification, which has no terms"
        ),
        pytest.param(
            replace(order(NO_CONTACT), variations=(Variation(date(2026, 1, 1), True, ()),)),
            True,
            id="the sealed variation records no term",
        ),
        pytest.param(
            replace(order(NO_CONTACT), variations=(Variation(date(2026, 1, 1), False, ()),)),
            False,
            id="the unseen variation records none, so the terms before it hold",
        ),
        pytest.param(replace(order(), person_is=OrderRole.PROTECTED), False, id="it protects the person"),
    ],
)
def test_an_order_in_force_without_terms_is_not_passed_over(record: ProtectiveOrder, unknown: bool) -> None:
    assert bool(orders_of(record).without_terms) is unknown


@pytest.mark.parametrize(
    ("record", "in_force"),
    [
        pytest.param(order(NO_CONTACT), 1, id="in force"),
        pytest.param(order(NO_CONTACT, expires_on=TODAY), 1, id="on its last day"),
        pytest.param(order(NO_CONTACT, expires_on=YESTERDAY), 0, id="ended"),
    ],
)
def test_orders_that_protect_the_person_are_kept_apart(record: ProtectiveOrder, in_force: int) -> None:
    facts = orders_of(replace(record, person_is=OrderRole.PROTECTED))
    assert (facts.binding, facts.terms) == ((), ())
    assert len(facts.protecting_the_person) == 1
    assert len(facts.protecting_in_force) == in_force
