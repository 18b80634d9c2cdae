"""Whether protected places lie near the address, and what is said when that cannot be told."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    MENTORED,
    NEIGHBOUR,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    Case,
    case,
    order,
    protected_place,
    term,
)
from riskflag.records import Address, NamedPerson, Point, ProtectedPlaceKind
from riskflag.rule import Raised
from riskflag.rules.orders.address_near_protected_person import RULE
from riskflag.vocabulary import ProhibitionKind, Visibility
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, outcome

NO_ADDRESS = replace(ASKED, address=None, no_fixed_abode=True)
NO_VIOLENCE = order(term(ProhibitionKind.NO_VIOLENCE_OR_HARASSMENT))
ENDED = order(term(ProhibitionKind.NO_CONTACT), expires_on=date(2026, 9, 9))
IN_JANUARY = date(2026, 1, 5)
NO_CONTACT = order(term(ProhibitionKind.NO_CONTACT, "not to contact her"))


def metres_away(metres: int) -> Address:
    """A house in another street of the same town."""
    return Address(
        f"{metres} Beech Lane, Fernhill, ZZ1 9ZZ",
        number=str(metres),
        street="Beech Lane",
        town="Fernhill",
        postcode="ZZ1 9ZZ",
        point=Point(400000 + metres, 300000, 10),
    )


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(protected_place(NEIGHBOUR, SAME_STREET)), ACT, id="a witness in the same street"),
        pytest.param(case(protected_place(EX_PARTNER, PROPOSED)), ACT, id="in the very house"),
        pytest.param(
            case(NO_CONTACT, protected_place(EX_PARTNER, PROPOSED)),
            CLEAR,
            id="in the very house, and an order keeps them apart: a rule of its own stops that",
        ),
        pytest.param(
            case(NO_CONTACT, protected_place(EX_PARTNER, PROPOSED), protected_place(NEIGHBOUR, SAME_STREET)),
            ACT,
            id="she in the very house, a witness four doors away",
        ),
        pytest.param(
            case(NO_CONTACT, protected_place(NEIGHBOUR, PROPOSED)),
            ACT,
            id="a victim in the very house, and the order protects somebody else",
        ),
        pytest.param(
            case(NO_CONTACT, protected_place(NamedPerson("Beth Sample"), PROPOSED)),
            ACT,
            id="somebody in the very house who only has her name",
        ),
        pytest.param(
            case(NO_VIOLENCE, protected_place(EX_PARTNER, PROPOSED)),
            ACT,
            id="in the very house, and the order forbids violence alone",
        ),
        pytest.param(
            case(ENDED, protected_place(EX_PARTNER, PROPOSED)),
            ACT,
            id="in the very house, and the order has ended",
        ),
        pytest.param(case(protected_place(EX_PARTNER, metres_away(480))), ACT, id="within the near-distance"),
        pytest.param(
            case(protected_place(EX_PARTNER, metres_away(515))), ACT, id="within it for all that maps tell"
        ),
        pytest.param(
            case(protected_place(EX_PARTNER, metres_away(6000))), CLEAR, id="same town, six kilometres"
        ),
        pytest.param(
            case(NO_CONTACT, protected_place(EX_PARTNER, metres_away(7000))),
            CLEAR,
            id="a protected relative in the next town: the tenancy can be kept",
        ),
        pytest.param(
            case(protected_place(EX_PARTNER, SAME_STREET, kind=ProtectedPlaceKind.SCHOOL)),
            ACT,
            id="she studies here",
        ),
        pytest.param(
            case(protected_place(EX_PARTNER, SAME_STREET), asked=replace(MENTORED, site=None)),
            CANNOT_TELL,
            id="nobody says where the referral leads",
        ),
        pytest.param(
            case(
                protected_place(EX_PARTNER, SAME_STREET),
                asked=replace(MENTORED, site=None, nothing_to_attend=True),
            ),
            CLEAR,
            id="the referral is done by telephone",
        ),
        pytest.param(
            case(asked=replace(MENTORED, site=None)), CLEAR, id="nobody says where, and nobody is protected"
        ),
        pytest.param(case(protected_place(EX_PARTNER, None)), CANNOT_TELL, id="the place is withheld"),
        pytest.param(
            case(replace(protected_place(EX_PARTNER, OTHER_TOWN), withheld=True)),
            CANNOT_TELL,
            id="a withheld place is not looked at, even where its address came along",
        ),
        pytest.param(
            case(protected_place(EX_PARTNER, SAME_STREET, IN_JANUARY)),
            CANNOT_TELL,
            id="near, and last confirmed in January: the rule about old addresses asks for more",
        ),
        pytest.param(
            case(protected_place(EX_PARTNER, OTHER_TOWN, IN_JANUARY)),
            CANNOT_TELL,
            id="far, and last confirmed then",
        ),
        pytest.param(
            case(protected_place(EX_PARTNER, SAME_STREET, None)),
            CANNOT_TELL,
            id="nobody ever confirmed the place",
        ),
        pytest.param(
            case(
                protected_place(EX_PARTNER, SAME_STREET, IN_JANUARY), protected_place(EX_PARTNER, OTHER_TOWN)
            ),
            CLEAR,
            id="she moved away in between",
        ),
        pytest.param(
            case(protected_place(EX_PARTNER, SAME_STREET), protected_place(NEIGHBOUR, None)),
            ACT,
            id="one near, one withheld: the finding stands",
        ),
        pytest.param(
            case(protected_place(EX_PARTNER, SAME_STREET), asked=NO_ADDRESS), CLEAR, id="no fixed abode"
        ),
    ],
)
def test_nearness(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_what_is_withheld_besides_is_said() -> None:
    of = case(protected_place(EX_PARTNER, SAME_STREET), protected_place(NEIGHBOUR, None))
    came_to = outcome(RULE, of)
    assert isinstance(came_to, Raised)
    assert [missing.what for missing in came_to.missing] == ["whether a protected place is near the address"]


def test_the_evidence_is_protected_and_carries_no_distance() -> None:
    came_to = outcome(RULE, case(protected_place(EX_PARTNER, metres_away(321))))
    assert isinstance(came_to, Raised)
    (evidence,) = came_to.findings[0].evidence
    assert evidence.visibility is Visibility.PROTECTED
    assert "321" not in evidence.says
    assert "within the local near-distance" in evidence.says
