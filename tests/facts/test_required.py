"""Where somebody must live or be, and what forbids it or asks for another place."""

from dataclasses import replace
from datetime import timedelta

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    MOTHER,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    TODAY,
    Case,
    case,
    condition,
    order,
    own_address,
    protected_place,
    term,
)
from riskflag.facts.required import CollisionKind, RequiredFacts
from riskflag.records import Address, AddressUse, ProtectedPlaceKind, Record
from riskflag.vocabulary import AddressBand, OrderType, ProhibitionKind
from tests.facts.bands import FLAT_IN_IT, NAME_ALONE, NO_NUMBER, NOT_READABLE

RESIDE, CURFEW = ProhibitionKind.RESIDE_AT, ProhibitionKind.CURFEW_AT
BARRED = CollisionKind.BARRED
LIVE_HERE = condition(term(RESIDE, "to live there", PROPOSED))
NOT_HERE = order(term(ProhibitionKind.NO_ENTER_ADDRESS, place=PROPOSED))
KEPT_FROM_HER = order(term(ProhibitionKind.NO_CONTACT))


def required(*records: Record) -> RequiredFacts:
    return case(*records).facts.required


def collisions(*records: Record) -> list[tuple[CollisionKind, bool]]:
    return [(each.kind, each.sure) for each in required(*records).collisions]


@pytest.mark.parametrize(
    ("place", "band"),
    [
        pytest.param(PROPOSED, AddressBand.SAME_PROPERTY, id="at the address"),
        pytest.param(FLAT_IN_IT, AddressBand.SAME_BUILDING, id="at a flat in it"),
        pytest.param(NO_NUMBER, AddressBand.POSSIBLE, id="somewhere in the street"),
        pytest.param(NOT_READABLE, AddressBand.CANNOT_TELL, id="where nobody can read"),
        pytest.param(OTHER_TOWN, AddressBand.DIFFERENT, id="somewhere else"),
        pytest.param(None, None, id="nobody wrote down where"),
    ],
)
@pytest.mark.parametrize("kind", [pytest.param(RESIDE, id="to live"), pytest.param(CURFEW, id="curfew")])
def test_a_required_address_is_set_against_the_proposed_one(
    kind: ProhibitionKind, place: Address | None, band: AddressBand | None
) -> None:
    (one,) = required(condition(term(kind, "to be there", place))).addresses
    assert (one.place, one.band, one.says) == (place, band, "licence condition: to be there")


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.value) for kind in ProhibitionKind])
def test_only_residence_and_curfew_require_an_address(kind: ProhibitionKind) -> None:
    assert bool(required(condition(term(kind, place=PROPOSED))).addresses) is (kind in (RESIDE, CURFEW))


@pytest.mark.parametrize("use", [pytest.param(use, id=use.value) for use in AddressUse])
def test_an_arrangement_requires_an_address_by_its_use(use: AddressUse) -> None:
    found = required(own_address(PROPOSED, use)).addresses
    arranged = use in (AddressUse.CURFEW, AddressUse.LICENCE_RESIDENCE, AddressUse.BAIL)
    assert [each.says for each in found] == ([f"{use.value.replace('_', ' ')} address"] if arranged else [])


def test_an_arranged_address_is_set_against_the_proposed_one() -> None:
    arranged = own_address(PROPOSED, AddressUse.CURFEW), own_address(OTHER_TOWN, AddressUse.BAIL)
    bands = [each.band for each in required(*arranged).addresses]
    assert bands == [AddressBand.SAME_PROPERTY, AddressBand.DIFFERENT]
    homeless = case(*arranged, asked=replace(ASKED, address=None, no_fixed_abode=True))
    assert [each.band for each in homeless.facts.required.addresses] == [None, None]


@pytest.mark.parametrize(
    ("days", "counts"),
    [
        pytest.param(-1, False, id="it ended yesterday"),
        pytest.param(0, True, id="it ends today"),
        pytest.param(None, True, id="it is open"),
    ],
)
def test_an_arrangement_counts_through_its_last_day(days: int | None, counts: bool) -> None:
    ends_on = None if days is None else TODAY + timedelta(days=days)
    arranged = replace(own_address(PROPOSED, AddressUse.CURFEW), ends_on=ends_on)
    assert bool(required(arranged).addresses) is counts


@pytest.mark.parametrize(
    ("record", "by_bail", "by_order"),
    [
        pytest.param(order(term(RESIDE), kind=OrderType.COURT_BAIL), True, False, id="a court's bail"),
        pytest.param(order(term(RESIDE), kind=OrderType.POLICE_BAIL), True, False, id="police bail"),
        pytest.param(order(term(RESIDE), kind=OrderType.SEXUAL_RISK_ORDER), False, True, id="an order"),
        pytest.param(LIVE_HERE, False, False, id="the licence"),
        pytest.param(own_address(PROPOSED, AddressUse.BAIL), False, False, id="an arrangement"),
    ],
)
def test_who_requires_it(record: Record, by_bail: bool, by_order: bool) -> None:
    (one,) = required(record).addresses
    assert (one.by_bail, one.by_order) == (by_bail, by_order)


@pytest.mark.parametrize(
    ("place", "found"),
    [
        pytest.param(PROPOSED, [(BARRED, True)], id="the very address"),
        pytest.param(NO_NUMBER, [(BARRED, False)], id="perhaps the address"),
        pytest.param(NOT_READABLE, [(BARRED, False)], id="an address that nobody can read"),
        pytest.param(FLAT_IN_IT, [], id="another flat of the building"),
        pytest.param(OTHER_TOWN, [], id="another town"),
        pytest.param(None, [], id="no address at all"),
    ],
)
def test_a_required_address_that_a_term_names_collides(
    place: Address | None, found: list[tuple[CollisionKind, bool]]
) -> None:
    keep_out = order(term(ProhibitionKind.NO_ATTEND_ADDRESS, place=place), protects=())
    assert collisions(LIVE_HERE, keep_out) == found


@pytest.mark.parametrize(
    ("keep_out", "found"),
    [
        pytest.param(NOT_HERE, 1, id="an order bars it"),
        pytest.param(
            order(
                replace(
                    term(ProhibitionKind.NO_ENTER_ADDRESS, place=PROPOSED), allows="residence at weekends"
                )
            ),
            0,
            id="an order bars it and allows living there",
        ),
        pytest.param(
            order(term(ProhibitionKind.NO_POSSESSION, place=PROPOSED)), 0, id="a term about possession"
        ),
        pytest.param(
            order(
                term(ProhibitionKind.NO_ENTER_ADDRESS, place=PROPOSED), expires_on=TODAY - timedelta(days=1)
            ),
            0,
            id="an order that ended yesterday",
        ),
        pytest.param(
            condition(term(ProhibitionKind.EXCLUSION_AREA, place=PROPOSED)), 1, id="another condition bars it"
        ),
    ],
)
def test_only_terms_that_keep_out_collide(keep_out: Record, found: int) -> None:
    assert len(collisions(LIVE_HERE, keep_out)) == found


@pytest.mark.parametrize(
    ("home", "sure"),
    [
        pytest.param(protected_place(EX_PARTNER, PROPOSED), [True], id="her home"),
        pytest.param(protected_place(EX_PARTNER, NO_NUMBER), [False], id="perhaps her home"),
        pytest.param(protected_place(EX_PARTNER, NOT_READABLE), [False], id="a home nobody can read"),
        pytest.param(protected_place(EX_PARTNER, FLAT_IN_IT), [], id="her flat in the building"),
        pytest.param(protected_place(EX_PARTNER, SAME_STREET), [], id="two doors away"),
        pytest.param(protected_place(EX_PARTNER, None), [], id="withheld"),
        pytest.param(
            replace(protected_place(EX_PARTNER, PROPOSED), withheld=True), [], id="withheld, yet written"
        ),
        pytest.param(
            protected_place(EX_PARTNER, PROPOSED, kind=ProtectedPlaceKind.WORK), [], id="where she works"
        ),
        pytest.param(protected_place(NAME_ALONE, PROPOSED), [], id="the home of somebody of her name"),
        pytest.param(protected_place(MOTHER, PROPOSED), [], id="the home of somebody else"),
    ],
)
def test_a_required_address_that_is_a_protected_home_collides(home: Record, sure: list[bool]) -> None:
    found = collisions(LIVE_HERE, KEPT_FROM_HER, home)
    assert found == [(CollisionKind.PROTECTED_HOME, each) for each in sure]


def test_a_protected_home_collides_with_whatever_address_is_proposed() -> None:
    elsewhere = replace(ASKED, address=OTHER_TOWN)
    of = case(LIVE_HERE, KEPT_FROM_HER, protected_place(EX_PARTNER, PROPOSED), asked=elsewhere)
    assert [each.kind for each in of.facts.required.collisions] == [CollisionKind.PROTECTED_HOME]


@pytest.mark.parametrize(
    ("of", "kinds"),
    [
        pytest.param(
            case(
                LIVE_HERE, order(term(ProhibitionKind.NO_POSSESSION)), protected_place(EX_PARTNER, PROPOSED)
            ),
            [],
            id="an order that keeps nobody away",
        ),
        pytest.param(
            case(
                LIVE_HERE,
                order(term(ProhibitionKind.NO_CONTACT), term(ProhibitionKind.NO_APPROACH)),
                protected_place(EX_PARTNER, PROPOSED),
            ),
            [CollisionKind.PROTECTED_HOME],
            id="two terms about her are one collision",
        ),
    ],
)
def test_the_home_must_be_of_somebody_kept_away_from(of: Case, kinds: list[CollisionKind]) -> None:
    assert [each.kind for each in of.facts.required.collisions] == kinds


@pytest.mark.parametrize(
    ("other", "sure"),
    [
        pytest.param(OTHER_TOWN, [True], id="in two towns"),
        pytest.param(NOT_READABLE, [False], id="one of them cannot be read"),
        pytest.param(PROPOSED, [], id="the same"),
        pytest.param(NO_NUMBER, [], id="perhaps the same"),
        pytest.param(FLAT_IN_IT, [], id="in one building"),
        pytest.param(None, [], id="one of them is not recorded"),
    ],
)
def test_two_required_addresses_collide(other: Address | None, sure: list[bool]) -> None:
    found = collisions(LIVE_HERE, order(term(CURFEW, place=other), kind=OrderType.COURT_BAIL))
    assert found == [(CollisionKind.TWO_ADDRESSES, each) for each in sure]


def test_each_pair_of_three_addresses_is_told() -> None:
    places = (PROPOSED, OTHER_TOWN, SAME_STREET)
    found = collisions(*(condition(term(CURFEW, place=place)) for place in places))
    assert found == [(CollisionKind.TWO_ADDRESSES, True)] * 3
