"""When enquiries look like a search, and that staff learn of it from their enquiries alone."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from riskflag.assessment import assess
from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    NOW,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    Case,
    asked_earlier,
    case,
    order,
    protected_place,
    term,
)
from riskflag.disclosure import show
from riskflag.dossier import EarlierEnquiry, PlaceKnowledge
from riskflag.records import Address, Point, Record
from riskflag.rulebook import build_rulebook
from riskflag.rules.process.enquiries_look_like_a_search import AFTER_STOP, COMBS, RULE
from riskflag.vocabulary import ProhibitionKind, Role, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

ORDER = order(term(ProhibitionKind.NO_CONTACT))
HERS_HERE = protected_place(EX_PARTNER, SAME_STREET)
HERS_FAR = protected_place(EX_PARTNER, OTHER_TOWN)
OFFICER = Role.RESPONSIBLE_OFFICER


def house(number: int, postcode: str = "ZZ1 1AB", metres_east: int = 900) -> Address:
    """A house in another street, in the same postcode sector unless more is said."""
    point = Point(400000 + metres_east, 300000, 10)
    text = f"{number} Alder Way, Fernhill, {postcode}"
    return Address(text, None, None, None, str(number), "Alder Way", "Fernhill", postcode, point)


def earlier(
    *addresses: Address, role: Role = Role.RESETTLEMENT_STAFF, days: int = 3
) -> tuple[EarlierEnquiry, ...]:
    return tuple(asked_earlier(address, days, role=role) for address in addresses)


def asked_of(*records: Record, before: tuple[EarlierEnquiry, ...] | None) -> Case:
    return case(*records, asked_before=before)


TWO = earlier(house(1), house(2))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(asked_of(ORDER, before=()), CLEAR, id="nothing asked before"),
        pytest.param(asked_of(ORDER, before=TWO[:1]), CLEAR, id="the second address"),
        pytest.param(asked_of(ORDER, before=TWO), ACT, id="the third, and nobody knows where she lives"),
        pytest.param(asked_of(ORDER, HERS_HERE, before=TWO), ACT, id="the third, and she lives in the area"),
        pytest.param(asked_of(HERS_HERE, before=TWO), ACT, id="she lives there, and no order says so"),
        pytest.param(asked_of(ORDER, HERS_FAR, before=TWO), CLEAR, id="she lives in another town"),
        pytest.param(asked_of(before=TWO), CLEAR, id="there is nobody to find"),
        pytest.param(
            asked_of(protected_place(EX_PARTNER, None), before=TWO), ACT, id="where she lives is withheld"
        ),
        pytest.param(
            asked_of(ORDER, before=earlier(house(1), house(1), PROPOSED)), CLEAR, id="the same two addresses"
        ),
        pytest.param(asked_of(ORDER, before=earlier(house(1), OTHER_TOWN)), CLEAR, id="three, in two towns"),
        pytest.param(
            asked_of(ORDER, before=earlier(house(1, "ZZ1 2AB"), house(2, "ZZ1 2AB"))),
            CLEAR,
            id="the next postcode sector, a kilometre away",
        ),
        pytest.param(
            asked_of(ORDER, before=earlier(house(1, "ZZ1 2AB", 400), house(2, "ZZ1 2AB", 410))),
            ACT,
            id="the next postcode sector, over the road",
        ),
        pytest.param(
            asked_of(ORDER, before=earlier(house(1), house(2), house(3), house(4), role=OFFICER)),
            CLEAR,
            id="asked by a responsible officer",
        ),
        pytest.param(asked_of(ORDER, before=earlier(house(1), house(2), days=30)), ACT, id="thirty days ago"),
        pytest.param(
            asked_of(ORDER, before=earlier(house(1), house(2), days=31)), CLEAR, id="a day longer ago"
        ),
        pytest.param(asked_of(ORDER, before=None), CANNOT_TELL, id="nobody looked"),
        pytest.param(
            case(asked=replace(ASKED, address=None, no_fixed_abode=True), asked_before=TWO),
            CLEAR,
            id="no address",
        ),
    ],
)
def test_a_third_address_in_one_area(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        pytest.param(asked_earlier(SAME_STREET, stopped=True), ACT, id="a house in the street was stopped"),
        pytest.param(asked_earlier(SAME_STREET), CLEAR, id="it was not stopped"),
        pytest.param(asked_earlier(PROPOSED, stopped=True), CLEAR, id="the same address again"),
        pytest.param(asked_earlier(OTHER_TOWN, stopped=True), CLEAR, id="one in another town was stopped"),
        pytest.param(asked_earlier(house(1), stopped=True), CLEAR, id="one a kilometre away was stopped"),
        pytest.param(
            asked_earlier(replace(house(1), point=None), stopped=True),
            ACT,
            id="one that nobody located, in the sector",
        ),
        pytest.param(
            asked_earlier(SAME_STREET, stopped=True, role=OFFICER),
            CLEAR,
            id="stopped for a responsible officer",
        ),
        pytest.param(asked_earlier(SAME_STREET, 31, stopped=True), CLEAR, id="stopped more than a month ago"),
    ],
)
def test_an_address_close_to_one_that_was_stopped(before: EarlierEnquiry, expected: str) -> None:
    assert answer(RULE, asked_of(before=(before,))) == expected


def test_both_reasons_are_given_and_neither_says_where() -> None:
    before = (*TWO, asked_earlier(SAME_STREET, stopped=True))
    assert [(f.because, f.evidence) for f in findings(RULE, asked_of(ORDER, before=before))] == [
        (COMBS, ()),
        (AFTER_STOP, ()),
    ]


def shown_to_staff(of: Case) -> bytes:
    book = build_rulebook([RULE], "this rule alone")
    full = assess(of.dossier, of.enquiry, of.place, book)
    known = assess(of.dossier.known_part(), of.enquiry.known_part(), PlaceKnowledge(), book)
    return repr(show(full, known, Role.RESETTLEMENT_STAFF, NOW)).encode()


@pytest.mark.parametrize(
    "before",
    [
        pytest.param((), id="the first enquiry"),
        pytest.param(TWO, id="the third address"),
        pytest.param(
            (asked_earlier(SAME_STREET, stopped=True),), id="after a stop that staff were not shown"
        ),
        pytest.param(
            (asked_earlier(SAME_STREET, stopped=True, stop_shown=True),),
            id="after a stop that they were shown",
        ),
        pytest.param(None, id="nobody looked"),
    ],
)
def test_staff_are_told_the_same_wherever_she_lives(before: tuple[EarlierEnquiry, ...] | None) -> None:
    unstopped = before and tuple(replace(each, stopped=each.stop_shown) for each in before)
    worlds = [
        asked_of(before=before),
        asked_of(before=unstopped),
        asked_of(HERS_HERE, before=before),
        asked_of(HERS_FAR, before=before),
        asked_of(protected_place(EX_PARTNER, None, date(2020, 1, 1)), before=before),
        case(asked_before=before, not_asked=[Source.PROTECTED_PLACES]),
    ]
    assert len({shown_to_staff(of) for of in worlds}) == 1


@pytest.mark.parametrize(
    ("before", "told"),
    [
        pytest.param(TWO, True, id="three addresses, whoever may be there"),
        pytest.param(
            (asked_earlier(SAME_STREET, stopped=True, stop_shown=True),), True, id="a stop they saw"
        ),
        pytest.param((asked_earlier(SAME_STREET, stopped=True),), False, id="a stop they did not see"),
        pytest.param((), False, id="nothing asked before"),
    ],
)
def test_staff_are_sent_to_the_responsible_officer(before: tuple[EarlierEnquiry, ...], told: bool) -> None:
    assert (str(RULE.staff_message).encode() in shown_to_staff(asked_of(before=before))) is told


def test_an_earlier_enquiry_that_cannot_be_read_leaves_it_open() -> None:
    perhaps: Any = "perhaps"
    broken = replace(asked_earlier(SAME_STREET), stopped=perhaps)
    assert answer(RULE, asked_of(before=(broken,))) == CANNOT_TELL
