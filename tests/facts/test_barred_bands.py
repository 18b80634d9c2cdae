"""Each way in which a term bars an address, at each band of likeness and each edge of an area."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    MOTHER,
    PROPOSED,
    SAME_STREET,
    Case,
    case,
    condition,
    order,
    protected_place,
    term,
)
from riskflag.facts.barred import BarredBy, BarredFacts
from riskflag.records import Address, NamedPerson, Point, Prohibition, ProtectedPlace, Record, Zone
from riskflag.vocabulary import OrderType, ProhibitionKind
from tests.facts.bands import (
    AS_WRITTEN,
    ELSEWHERE,
    FLAT_IN_IT,
    NAME_ALONE,
    NO_NUMBER,
    NOT_READABLE,
    UNRELATED,
)

NO_ENTER = ProhibitionKind.NO_ENTER_ADDRESS
AREA = ProhibitionKind.EXCLUSION_AREA
CLOSED = ProhibitionKind.PREMISES_CLOSED
HOMELESS = replace(ASKED, address=None, no_fixed_abode=True)
ELSEWHERE_UNLOCATED = replace(ELSEWHERE, point=None)
AROUND_HER = Zone("within 200 metres of her home", radius_metres=200)
ALLOWED = "may live there"
KEEP_OUT = (
    "no_enter_home_of",
    "no_enter_address",
    "no_attend_address",
    "leave_premises",
    "occupation_exclusion",
)
HER_HOME = protected_place(EX_PARTNER, PROPOSED)


def barred(*records: Record) -> BarredFacts:
    return case(*records).facts.barred


def circle(metres_east: int, radius: int, precision: int = 1) -> Zone:
    return Zone("an area", Point(400000 + metres_east, 300000, precision), radius)


@pytest.mark.parametrize(
    ("place", "wording", "sure"),
    [
        pytest.param(PROPOSED, "not to enter 5 Elder Row", [True], id="the address"),
        pytest.param(AS_WRITTEN, "not to enter", [True], id="the address as somebody wrote it"),
        pytest.param(NO_NUMBER, "not to enter", [False], id="the street without a number"),
        pytest.param(NOT_READABLE, "not to enter", [False], id="an address nobody can read"),
        pytest.param(FLAT_IN_IT, "not to enter the flat", [False], id="another flat of the building"),
        pytest.param(FLAT_IN_IT, "not to enter the building", [True], id="the whole building"),
        pytest.param(FLAT_IN_IT, "not to enter that Block", [True], id="the whole block"),
        pytest.param(FLAT_IN_IT, "keep off the estate", [True], id="the whole estate"),
        pytest.param(FLAT_IN_IT, "not to go within 100 metres of", [True], id="within a distance of it"),
        pytest.param(FLAT_IN_IT, "nor the vicinity of", [True], id="its vicinity"),
        pytest.param(FLAT_IN_IT, "nor the grounds of", [True], id="its grounds"),
        pytest.param(FLAT_IN_IT, "not to be blocked", [False], id="part of another word"),
        pytest.param(NO_NUMBER, "not to enter the building", [False], id="a building that may be another"),
        pytest.param(ELSEWHERE, "not to go within a mile of", [], id="another town"),
    ],
)
def test_an_address_is_barred_by_name(place: Address, wording: str, sure: list[bool]) -> None:
    found = barred(order(term(NO_ENTER, wording, place))).terms
    assert [(each.by, each.sure) for each in found] == [(BarredBy.NAME, each) for each in sure]


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.value) for kind in ProhibitionKind])
def test_only_terms_that_keep_out_of_a_place_bar_it_by_name(kind: ProhibitionKind) -> None:
    names_it = [each for each in barred(order(term(kind, place=PROPOSED))).terms if each.by is BarredBy.NAME]
    assert bool(names_it) is (kind.value in (*KEEP_OUT, "exclusion_area", "no_approach", "premises_closed"))


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.value) for kind in ProhibitionKind])
def test_only_terms_that_keep_out_of_a_building_bar_somebodys_home(kind: ProhibitionKind) -> None:
    found = [each.by for each in barred(order(term(kind)), HER_HOME).terms]
    assert found == [BarredBy.SOMEBODYS_HOME] * (kind.value in KEEP_OUT)


@pytest.mark.parametrize(
    ("of", "sure"),
    [
        pytest.param(case(order(term(NO_ENTER)), HER_HOME), [True], id="her home is the address"),
        pytest.param(
            case(order(term(NO_ENTER)), protected_place(EX_PARTNER, NO_NUMBER)), [False], id="it may be"
        ),
        pytest.param(
            case(order(term(NO_ENTER)), protected_place(NAME_ALONE, PROPOSED)),
            [False],
            id="the home of somebody of her name",
        ),
        pytest.param(
            case(order(term(NO_ENTER)), protected_place(UNRELATED, PROPOSED)),
            [],
            id="the home of somebody else",
        ),
        pytest.param(case(order(term(NO_ENTER)), lives_with=(EX_PARTNER,)), [True], id="she is an occupant"),
        pytest.param(
            case(order(term(NO_ENTER, place=ELSEWHERE)), HER_HOME), [], id="the term names another house"
        ),
        pytest.param(
            case(order(replace(term(NO_ENTER), allows=ALLOWED)), HER_HOME), [], id="living there is allowed"
        ),
        pytest.param(
            case(condition(term(NO_ENTER), EX_PARTNER), HER_HOME), [True], id="a condition of the licence"
        ),
    ],
)
def test_an_address_is_barred_as_somebodys_home(of: Case, sure: list[bool]) -> None:
    found = of.facts.barred.terms
    assert [(each.by, each.sure) for each in found] == [(BarredBy.SOMEBODYS_HOME, each) for each in sure]


@pytest.mark.parametrize(
    ("zone", "sure", "unread"),
    [
        pytest.param(circle(0, 500), [True], 0, id="well inside"),
        pytest.param(circle(511, 500), [False], 0, id="outside by no more than it is precisely located"),
        pytest.param(circle(512, 500), [], 0, id="outside by more than that"),
        pytest.param(circle(489, 500), [False], 0, id="inside by no more than it is precisely located"),
        pytest.param(circle(488, 500), [True], 0, id="inside by more than that"),
        pytest.param(Zone("the town"), [], 1, id="never drawn"),
        pytest.param(Zone("the town", Point(400000, 300000, 1)), [], 1, id="a centre without a radius"),
        pytest.param(Zone("the town", radius_metres=0), [], 1, id="a radius of nothing"),
        pytest.param(
            Zone("a triangle", boundary=(Point(399000, 299000, 1), Point(401000, 299000, 1))),
            [],
            1,
            id="a boundary of two corners",
        ),
        pytest.param(
            Zone(
                "a triangle",
                radius_metres=200,
                boundary=(Point(399000, 299000, 1), Point(401000, 299000, 1), Point(400000, 302000, 1)),
            ),
            [True],
            0,
            id="a boundary, and a radius without a centre",
        ),
    ],
)
def test_an_area_bars_what_is_in_it(zone: Zone, sure: list[bool], unread: int) -> None:
    facts = barred(order(term(AREA, zone=zone)))
    assert [(each.by, each.sure) for each in facts.terms] == [(BarredBy.AREA, each) for each in sure]
    assert len(facts.unread_areas) == unread


def home(metres_east: int, who: NamedPerson = EX_PARTNER, verified_on: date = date(2026, 11, 1)) -> Record:
    elsewhere = replace(SAME_STREET, text="a farm", uprn=None, number=None, street="Mill Lane", postcode=None)
    moved = replace(elsewhere, town="Other", point=Point(400000 + metres_east, 300000, 10))
    return protected_place(who, moved, verified_on)


WITHHELD: ProtectedPlace = protected_place(EX_PARTNER, None)
LONG_AGO = date(2025, 1, 1)
HOME_NOBODY_LOCATED = protected_place(EX_PARTNER, ELSEWHERE_UNLOCATED)
WITHHELD_TODAY = replace(protected_place(EX_PARTNER, None), verified_on=date(2026, 11, 1))


@pytest.mark.parametrize(
    ("homes", "protects", "sure", "unread"),
    [
        pytest.param([home(100)], (EX_PARTNER,), [True], 0, id="her home is nearer than that"),
        pytest.param([home(200)], (EX_PARTNER,), [False], 0, id="her home is just about as far as that"),
        pytest.param([home(400)], (EX_PARTNER,), [], 0, id="her home is farther than that"),
        pytest.param([home(400, verified_on=LONG_AGO)], (EX_PARTNER,), [], 1, id="far, confirmed long ago"),
        pytest.param([home(100, verified_on=LONG_AGO)], (EX_PARTNER,), [True], 0, id="near, long ago"),
        pytest.param([], (EX_PARTNER,), [], 1, id="nobody knows where she lives"),
        pytest.param([WITHHELD], (EX_PARTNER,), [], 1, id="her home is withheld"),
        pytest.param([home(400, NAME_ALONE)], (EX_PARTNER,), [], 1, id="far, but perhaps another woman"),
        pytest.param([home(400)], (EX_PARTNER, MOTHER), [], 1, id="one of two is far, the other unknown"),
        pytest.param(
            [home(400), home(100, MOTHER)], (EX_PARTNER, MOTHER), [True], 0, id="one is far, the other near"
        ),
        pytest.param([home(100)], (), [], 1, id="it is drawn around nobody"),
        pytest.param(
            [home(200), home(400, MOTHER)], (EX_PARTNER, MOTHER), [False], 0, id="one may be near, one is far"
        ),
        pytest.param(
            [home(400), HOME_NOBODY_LOCATED], (EX_PARTNER,), [], 1, id="one is far, one nobody located"
        ),
        pytest.param(
            [home(400), WITHHELD_TODAY], (EX_PARTNER,), [], 1, id="she moved, and where to is withheld"
        ),
    ],
)
def test_a_radius_without_a_centre_is_drawn_around_homes(
    homes: list[Record], protects: tuple[NamedPerson, ...], sure: list[bool], unread: int
) -> None:
    facts = barred(order(term(AREA, zone=AROUND_HER), protects=protects), *homes)
    assert ([each.sure for each in facts.terms], len(facts.unread_areas)) == (sure, unread)


@pytest.mark.parametrize(
    ("prohibition", "unread"),
    [
        pytest.param(term(AREA), 1, id="an exclusion area that nobody described"),
        pytest.param(term(AREA, place=PROPOSED), 0, id="an exclusion area that is an address"),
        pytest.param(term(NO_ENTER), 0, id="a term without an area"),
        pytest.param(term(NO_ENTER, zone=Zone("the estate")), 1, id="another term with an area never drawn"),
        pytest.param(term(ProhibitionKind.CURFEW_AT, zone=Zone("home")), 0, id="a curfew forbids no area"),
        pytest.param(replace(term(AREA), allows=ALLOWED), 0, id="living there is allowed"),
    ],
)
def test_an_area_that_cannot_be_read_is_told(prohibition: Prohibition, unread: int) -> None:
    assert len(barred(order(prohibition)).unread_areas) == unread
    assert case(order(prohibition), asked=HOMELESS).facts.barred.unread_areas == ()


@pytest.mark.parametrize(
    ("of", "found"),
    [
        pytest.param(case(order(term(NO_ENTER, place=PROPOSED), kind=OrderType.COURT_BAIL)), 1, id="by name"),
        pytest.param(
            case(order(term(NO_ENTER), kind=OrderType.POLICE_BAIL), HER_HOME), 2, id="home, and who is there"
        ),
        pytest.param(
            case(order(kind=OrderType.COURT_BAIL), lives_with=(EX_PARTNER,)), 1, id="terms not recorded"
        ),
        pytest.param(
            case(
                order(term(ProhibitionKind.NO_VIOLENCE_OR_HARASSMENT), kind=OrderType.COURT_BAIL),
                lives_with=(EX_PARTNER,),
            ),
            0,
            id="not to threaten her keeps nobody away",
        ),
        pytest.param(
            case(
                order(
                    term(ProhibitionKind.NO_VIOLENCE_OR_HARASSMENT),
                    term(ProhibitionKind.NO_CONTACT),
                    kind=OrderType.COURT_BAIL,
                ),
                lives_with=(EX_PARTNER,),
            ),
            1,
            id="not to threaten and not to contact her",
        ),
        pytest.param(case(order(term(NO_ENTER, place=PROPOSED))), 0, id="an order that is not bail"),
        pytest.param(case(condition(term(NO_ENTER, place=PROPOSED))), 0, id="a condition of the licence"),
    ],
)
def test_what_bail_forbids_is_kept_apart(of: Case, found: int) -> None:
    assert len(of.facts.barred.by_bail) == found
