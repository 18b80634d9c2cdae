"""What stands against the site of a referral, and what has to be known before nothing does."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from riskflag.casebook import (
    CHILD_OF_NINE,
    EX_PARTNER,
    FRIEND,
    MENTORED,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    abuse,
    alert,
    case,
    condition,
    conviction,
    order,
    protected_place,
    term,
)
from riskflag.enquiry import Occupant, ReferralEnquiry
from riskflag.facts.referral_site import Against, not_known, site_risks
from riskflag.records import (
    Address,
    DomesticAbuseKind,
    NamedPerson,
    ProtectedPlaceKind,
    RecipientKind,
    Record,
)
from riskflag.vocabulary import ProhibitionKind, Relationship

A, P, W = Against, ProhibitionKind, ProtectedPlaceKind
NO_CONTACT = order(term(P.NO_CONTACT))
NO_CHILDREN = order(term(P.NO_CONTACT_WITH_CHILDREN), protects=())
PARTNER_IN_CRIME = NamedPerson("Gus Sample", Relationship.CO_DEFENDANT, date(1990, 2, 2))
ASSOCIATES = condition(term(P.NO_ASSOCIATION, "not to meet those convicted with you"))
NAMED_ASSOCIATE = condition(term(P.NO_ASSOCIATION, "not to meet Gus Sample"), PARTNER_IN_CRIME)
FLAT_THERE = Address(
    "Office 2, 5 Elder Row, Fernhill, ZZ1 1AA", unit="Office 2", number="5", street="Elder Row"
)


def there(*people: NamedPerson, **changes: object) -> ReferralEnquiry:
    """A mentor at a site where these people are."""
    return replace(MENTORED, occupants=tuple(map(Occupant, people)), **dict[str, Any](changes))


def against(asked: ReferralEnquiry, *records: Record) -> set[tuple[Against, bool]]:
    """What stands against the site, and whether it is sure."""
    return {(risk.against, risk.sure) for risk in site_risks(case(*records, asked=asked).facts)}


def unknown(asked: ReferralEnquiry, *records: Record) -> list[str]:
    """What would have to be known."""
    return list(not_known(case(*records, asked=asked).facts))


@pytest.mark.parametrize(
    ("asked", "records", "expected"),
    [
        pytest.param(MENTORED, (), set(), id="nothing"),
        pytest.param(there(EX_PARTNER), (NO_CONTACT,), {(A.KEPT_AWAY, True)}, id="she works at the site"),
        pytest.param(
            there(NamedPerson("Beth Sample")),
            (NO_CONTACT,),
            {(A.KEPT_AWAY, False)},
            id="somebody of her name does",
        ),
        pytest.param(there(FRIEND), (NO_CONTACT,), set(), id="a friend works there"),
        pytest.param(
            MENTORED,
            (protected_place(EX_PARTNER, PROPOSED, kind=W.VISITS),),
            {(A.CAN_BE_FOUND, True)},
            id="she attends, and no order says so",
        ),
        pytest.param(
            MENTORED,
            (protected_place(EX_PARTNER, PROPOSED, kind=W.WORK),),
            {(A.CAN_BE_FOUND, True)},
            id="she works there",
        ),
        pytest.param(
            MENTORED,
            (protected_place(EX_PARTNER, PROPOSED, date(2026, 1, 1), W.WORK),),
            {(A.CAN_BE_FOUND, False)},
            id="she worked there in January",
        ),
        pytest.param(
            MENTORED,
            (protected_place(EX_PARTNER, FLAT_THERE, kind=W.WORK),),
            {(A.CAN_BE_FOUND, False)},
            id="she works in the same building",
        ),
        pytest.param(
            MENTORED, (protected_place(EX_PARTNER, SAME_STREET),), set(), id="she lives on the street"
        ),
        pytest.param(
            MENTORED,
            (protected_place(EX_PARTNER, OTHER_TOWN, kind=W.VISITS),),
            set(),
            id="the same charity in another town",
        ),
        pytest.param(
            there(EX_PARTNER),
            (abuse(DomesticAbuseKind.THREATS, EX_PARTNER),),
            {(A.VICTIM, True)},
            id="a victim of his abuse is there",
        ),
        pytest.param(
            there(FRIEND),
            (conviction("04600", "theft", FRIEND),),
            {(A.VICTIM, True)},
            id="a victim of his theft",
        ),
        pytest.param(
            there(PARTNER_IN_CRIME),
            (NAMED_ASSOCIATE,),
            {(A.KEPT_AWAY, True)},
            id="a co-defendant he may not meet",
        ),
        pytest.param(
            there(PARTNER_IN_CRIME),
            (ASSOCIATES,),
            {(A.CO_DEFENDANT, False)},
            id="a co-defendant, and a term that names nobody",
        ),
        pytest.param(
            there(PARTNER_IN_CRIME), (), set(), id="a co-defendant whom nothing forbids him to meet"
        ),
        pytest.param(
            MENTORED,
            (order(term(P.NO_ENTER_ADDRESS, "not to enter", PROPOSED)),),
            {(A.BARRED, True)},
            id="an order names the site",
        ),
        pytest.param(
            replace(MENTORED, children_attend=True),
            (NO_CHILDREN,),
            {(A.CHILDREN, True)},
            id="children come there",
        ),
        pytest.param(
            there(CHILD_OF_NINE), (NO_CHILDREN,), {(A.CHILDREN, True)}, id="one child is known to come there"
        ),
        pytest.param(
            replace(MENTORED, children_attend=True), (), set(), id="nothing keeps him from children"
        ),
        pytest.param(
            replace(MENTORED, regulated_work=True),
            (alert("RDO"),),
            {(A.WORK, True)},
            id="work that is barred",
        ),
        pytest.param(
            replace(MENTORED, regulated_work=True, nothing_to_attend=True, site=None),
            (alert("RDO"),),
            {(A.WORK, True)},
            id="barred work from home",
        ),
        pytest.param(replace(MENTORED, regulated_work=False), (alert("RDO"),), set(), id="other work"),
    ],
)
def test_what_stands_against_the_site(
    asked: ReferralEnquiry, records: tuple[Record, ...], expected: set[tuple[Against, bool]]
) -> None:
    assert against(asked, *records) == expected


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        pytest.param((NO_CONTACT,), set(), id="people are kept apart"),
        pytest.param((protected_place(EX_PARTNER, PROPOSED, kind=W.VISITS),), set(), id="whoever they are"),
        pytest.param((NO_CHILDREN,), {A.CHILDREN}, id="children are not"),
        pytest.param(
            (order(term(P.NO_ENTER_ADDRESS, "no", PROPOSED)),), {A.BARRED}, id="a barred place is barred"
        ),
    ],
)
def test_another_day_answers_for_people_only(records: tuple[Record, ...], expected: set[Against]) -> None:
    asked = there(EX_PARTNER, kept_apart="he comes on Fridays", children_attend=True)
    assert {risk for risk, _ in against(asked, *records)} == expected


@pytest.mark.parametrize(
    ("asked", "records", "expected"),
    [
        pytest.param(MENTORED, (), [], id="nothing"),
        pytest.param(replace(MENTORED, site=None), (), ["the site of the referral"], id="no site is named"),
        pytest.param(
            replace(MENTORED, site=None, nothing_to_attend=True), (NO_CHILDREN,), [], id="there is none"
        ),
        pytest.param(
            MENTORED,
            (protected_place(EX_PARTNER, None),),
            ["where a protected person can be found"],
            id="where she is is withheld",
        ),
        pytest.param(
            replace(MENTORED, occupants_stated=None),
            (NO_CONTACT,),
            ["where somebody whom an order protects can be found"],
            id="nobody knows where she is, or who is at the site",
        ),
        pytest.param(
            MENTORED, (NO_CONTACT,), [], id="nobody knows where she is, and who is at the site is known"
        ),
        pytest.param(
            replace(MENTORED, occupants_stated=None),
            (NO_CONTACT, protected_place(EX_PARTNER, OTHER_TOWN)),
            [],
            id="she lives elsewhere",
        ),
        pytest.param(MENTORED, (order(),), ["the terms of an order in force"], id="an order without terms"),
        pytest.param(
            MENTORED,
            (order(term(P.EXCLUSION_AREA, "not to enter the market")),),
            ["a place or an area that a term bars"],
            id="an area that nobody drew",
        ),
        pytest.param(
            replace(MENTORED, children_attend=None),
            (NO_CHILDREN,),
            ["whether children come to the site"],
            id="nobody says whether children come",
        ),
        pytest.param(
            replace(MENTORED, recipient=RecipientKind.EMPLOYER, regulated_work=None),
            (alert("RDO"),),
            ["whether the work is with children or adults at risk"],
            id="nobody says what the work is",
        ),
        pytest.param(
            replace(MENTORED, regulated_work=None), (alert("RDO"),), [], id="a mentor gives no work"
        ),
    ],
)
def test_what_has_to_be_known(
    asked: ReferralEnquiry, records: tuple[Record, ...], expected: list[str]
) -> None:
    assert unknown(asked, *records) == expected


def test_evidence_of_a_protected_place_never_says_where_it_is() -> None:
    facts = case(protected_place(EX_PARTNER, PROPOSED, kind=W.VISITS), asked=MENTORED).facts
    (risk,) = site_risks(facts)
    assert risk.says == "protected place (visits), confirmed 1 November 2026"


def test_an_address_has_no_site() -> None:
    facts = case(NO_CONTACT, protected_place(EX_PARTNER, PROPOSED)).facts
    assert (list(site_risks(facts)), list(not_known(facts))) == ([], [])
