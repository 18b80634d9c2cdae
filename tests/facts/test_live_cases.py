"""Complainants in live cases, at the address or near it."""

from dataclasses import replace

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    FRIEND,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    Case,
    abuse,
    case,
    conviction,
    order,
    protected_place,
    term,
)
from riskflag.records import (
    Address,
    ConvictionOutcome,
    DomesticAbuseKind,
    NamedPerson,
    ProtectedPlaceKind,
)
from riskflag.vocabulary import ProhibitionKind
from tests.facts.bands import FLAT_IN_IT, NAME_ALONE, REMARRIED, UNREADABLE_NAME

CHARGE = conviction("10501", "common assault", EX_PARTNER, outcome=ConvictionOutcome.PENDING)


def live(of: Case) -> list[bool]:
    return [each.sure for each in of.facts.live_complainants]


@pytest.mark.parametrize("outcome", [pytest.param(o, id=o.value) for o in ConvictionOutcome])
def test_only_a_pending_charge_is_live(outcome: ConvictionOutcome) -> None:
    charged = replace(CHARGE, outcome=outcome)
    given = case(charged, protected_place(EX_PARTNER, SAME_STREET), lives_with=(EX_PARTNER,))
    assert live(given) == ([True, True] if outcome is ConvictionOutcome.PENDING else [])


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
def test_a_complainant_who_lives_at_the_address(who: NamedPerson, sure: list[bool]) -> None:
    assert live(case(CHARGE, lives_with=(who,))) == sure


@pytest.mark.parametrize(
    ("who", "address", "near"),
    [
        pytest.param(EX_PARTNER, PROPOSED, True, id="her home is the address"),
        pytest.param(EX_PARTNER, FLAT_IN_IT, True, id="her home is in the building"),
        pytest.param(EX_PARTNER, SAME_STREET, True, id="her home is in the street"),
        pytest.param(EX_PARTNER, OTHER_TOWN, False, id="her home is in another town"),
        pytest.param(EX_PARTNER, None, False, id="her home is withheld: rules cannot tell by the source"),
        pytest.param(FRIEND, SAME_STREET, False, id="somebody else's home is in the street"),
    ],
)
@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.value) for kind in ProtectedPlaceKind])
def test_a_complainant_who_can_be_found_near_it(
    kind: ProtectedPlaceKind, who: NamedPerson, address: Address | None, near: bool
) -> None:
    given = case(CHARGE, protected_place(who, address, kind=kind))
    assert live(given) == [True] * near
    assert all(each.seen_in in given.dossier.records for each in given.facts.live_complainants)


@pytest.mark.parametrize(
    "of",
    [
        pytest.param(
            case(replace(CHARGE, victims=()), lives_with=(EX_PARTNER,)), id="a charge that names nobody"
        ),
        pytest.param(
            case(order(term(ProhibitionKind.NO_CONTACT)), lives_with=(EX_PARTNER,)), id="an order, no charge"
        ),
        pytest.param(
            case(abuse(DomesticAbuseKind.THREATS, EX_PARTNER), lives_with=(EX_PARTNER,)),
            id="abuse that nobody charged",
        ),
    ],
)
def test_without_a_charge_about_somebody_there_is_no_complainant(of: Case) -> None:
    assert live(of) == []


def test_each_charge_is_told_by_itself() -> None:
    other = replace(CHARGE, description="criminal damage")
    found = case(CHARGE, other, lives_with=(EX_PARTNER,)).facts.live_complainants
    assert [each.charge.description for each in found] == ["common assault", "criminal damage"]
    assert [each.seen_in for each in found] == [None, None]
