"""Whether somebody whom an order protects lives at the address, in every band and for every kind of term."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    FRIEND,
    OTHER_TOWN,
    PARTNER,
    PROPOSED,
    TODAY,
    Case,
    case,
    condition,
    contact,
    conviction,
    order,
    protected_place,
    term,
)
from riskflag.enquiry import Occupant, PlacementKind
from riskflag.records import NamedPerson, ProtectedPlaceKind, Variation
from riskflag.rule import Raised
from riskflag.rules.orders.protected_person_lives_at_address import RULE
from riskflag.vocabulary import OrderType, ProhibitionKind, Relationship, Source, Visibility
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, STOP, answer, outcome

NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact her")
NO_VIOLENCE = term(ProhibitionKind.NO_VIOLENCE_OR_HARASSMENT, "not to use violence against her")
NO_ATTEND = term(ProhibitionKind.NO_ATTEND_ADDRESS, "not to go to wherever she lives")
MS_K = NamedPerson("Ms K", Relationship.PARTNER)
LIVING_ALLOWED = replace(NO_CONTACT, allows="to live with her at her home")
LETTERS_ALLOWED = replace(NO_CONTACT, allows="contact through solicitors")
NOT_STATED = replace(ASKED, occupants_stated=None)
NO_ADDRESS = replace(ASKED, address=None, no_fixed_abode=True, occupants_stated=None)
IN_HOSTEL = replace(NOT_STATED, placement=PlacementKind.APPROVED_PREMISES)
LONG_AGO = date(2025, 9, 1)


def varied(sealed_copy_seen: bool) -> Case:
    """The order was varied so that they may live together."""
    version = Variation(date(2026, 10, 1), sealed_copy_seen, (NO_VIOLENCE,), None, "until further order")
    return case(replace(order(NO_CONTACT), variations=(version,)), lives_with=(EX_PARTNER,))


@pytest.mark.parametrize(
    "kind",
    [
        ProhibitionKind.NO_CONTACT,
        ProhibitionKind.NO_APPROACH,
        ProhibitionKind.NO_ENTER_HOME_OF,
        ProhibitionKind.NO_RESIDE_WITH,
        ProhibitionKind.NO_ATTEND_ADDRESS,
        ProhibitionKind.NO_ENTER_ADDRESS,
    ],
)
def test_every_term_that_keeps_away_stops_the_address(kind: ProhibitionKind) -> None:
    assert answer(RULE, case(order(term(kind)), lives_with=(EX_PARTNER,))) == STOP


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(
            case(order(NO_CONTACT, protects=(MS_K,)), lives_with=(MS_K,)),
            STOP,
            id="the sentence of the inspection: an address to return to, with the partner an order protects",
        ),
        pytest.param(
            case(
                condition(NO_CONTACT),
                conviction("10501", "common assault", EX_PARTNER),
                protected_place(EX_PARTNER, PROPOSED),
            ),
            STOP,
            id="a licence condition about the victim, whom it does not name, and it is the victim's home",
        ),
        pytest.param(
            case(order(NO_CONTACT), lives_with=(replace(EX_PARTNER, date_of_birth=None),)),
            STOP,
            id="name and relationship agree, and that is enough",
        ),
        pytest.param(
            case(order(NO_CONTACT), lives_with=(NamedPerson("Beth Sample"),)),
            ACT,
            id="the name alone agrees",
        ),
        pytest.param(
            case(order(NO_CONTACT), lives_with=(Occupant(EX_PARTNER, visits_only=True),)),
            STOP,
            id="she stays there at weekends",
        ),
        pytest.param(
            case(order(NO_CONTACT), contact(EX_PARTNER, PROPOSED)),
            STOP,
            id="a contact record places her there",
        ),
        pytest.param(
            case(order(NO_CONTACT), protected_place(EX_PARTNER, PROPOSED)),
            STOP,
            id="police know she lives there",
        ),
        pytest.param(
            case(order(NO_CONTACT), protected_place(EX_PARTNER, PROPOSED, LONG_AGO)),
            STOP,
            id="she lived there long ago and nobody says that she has left",
        ),
        pytest.param(
            case(
                order(NO_CONTACT),
                protected_place(EX_PARTNER, PROPOSED, LONG_AGO),
                protected_place(EX_PARTNER, OTHER_TOWN),
                lives_with=(FRIEND,),
            ),
            CLEAR,
            id="she moved out and a stranger has moved in",
        ),
        pytest.param(
            case(order(NO_CONTACT), protected_place(EX_PARTNER, PROPOSED, kind=ProtectedPlaceKind.WORK)),
            CLEAR,
            id="she only works there: that is for the rule about nearness",
        ),
        pytest.param(
            case(
                order(NO_CONTACT), protected_place(EX_PARTNER, replace(PROPOSED, uprn=None, text="Fernhill"))
            ),
            STOP,
            id="the same house without its property number",
        ),
        pytest.param(
            case(order(NO_VIOLENCE), lives_with=(EX_PARTNER,)), CLEAR, id="an order against violence only"
        ),
        pytest.param(case(order(NO_CONTACT), lives_with=(PARTNER,)), CLEAR, id="somebody else lives there"),
        pytest.param(
            case(order(NO_CONTACT, expires_on=date(2026, 11, 21)), lives_with=(EX_PARTNER,)),
            CLEAR,
            id="the order ended yesterday",
        ),
        pytest.param(
            case(order(NO_CONTACT, expires_on=TODAY), lives_with=(EX_PARTNER,)), STOP, id="it ends today"
        ),
        pytest.param(
            case(order(NO_CONTACT, made_on=date(2027, 3, 1)), lives_with=(EX_PARTNER,)),
            STOP,
            id="it starts while the licence runs",
        ),
        pytest.param(
            case(order(NO_CONTACT, kind=OrderType.RESTRAINING_ORDER_ON_ACQUITTAL), lives_with=(EX_PARTNER,)),
            STOP,
            id="an order made on acquittal binds like any other",
        ),
        pytest.param(varied(sealed_copy_seen=True), CLEAR, id="varied, and the sealed order was seen"),
        pytest.param(varied(sealed_copy_seen=False), STOP, id="said to be varied, and nobody saw the order"),
        pytest.param(
            case(order(LIVING_ALLOWED), lives_with=(EX_PARTNER,)),
            CLEAR,
            id="the order allows living with her",
        ),
        pytest.param(
            case(order(LETTERS_ALLOWED), lives_with=(EX_PARTNER,)),
            STOP,
            id="it allows letters through solicitors",
        ),
        pytest.param(
            case(condition(NO_CONTACT, EX_PARTNER), lives_with=(EX_PARTNER,)),
            STOP,
            id="the licence forbids contact",
        ),
        pytest.param(
            case(
                condition(term(ProhibitionKind.NO_CONTACT, "no contact with your victims")),
                conviction("00801", "assault", EX_PARTNER),
                lives_with=(EX_PARTNER,),
            ),
            STOP,
            id="the licence forbids contact with victims, and one lives there",
        ),
        pytest.param(case(order(), lives_with=(EX_PARTNER,)), STOP, id="nobody recorded the terms"),
        pytest.param(
            case(order(), lives_with=(FRIEND,)), CANNOT_TELL, id="no terms, and a friend lives there"
        ),
        pytest.param(
            case(order(NO_CONTACT, protects=())), CANNOT_TELL, id="nobody recorded whom the order protects"
        ),
        pytest.param(case(order(NO_CONTACT), asked=NOT_STATED), CANNOT_TELL, id="occupants unknown"),
        pytest.param(case(asked=NOT_STATED), CLEAR, id="occupants unknown, and no order to break"),
        pytest.param(case(order(NO_CONTACT), asked=IN_HOSTEL), CLEAR, id="approved premises"),
        pytest.param(case(order(NO_CONTACT), asked=NO_ADDRESS), CLEAR, id="no fixed abode"),
        pytest.param(
            case(order(NO_ATTEND, protects=(MS_K,)), lives_with=(FRIEND,)), CLEAR, id="her home, elsewhere"
        ),
    ],
)
def test_who_lives_there(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize("source", sorted(RULE.needs))
def test_a_stop_stands_whatever_else_is_missing(source: Source) -> None:
    came_to = outcome(RULE, case(order(NO_CONTACT), lives_with=(EX_PARTNER,), not_asked=(source,)))
    assert isinstance(came_to, Raised)
    assert [missing.source for missing in came_to.missing] == [source]


def test_the_evidence_quotes_the_order_and_says_how_she_was_matched() -> None:
    came_to = outcome(RULE, case(order(NO_CONTACT), protected_place(EX_PARTNER, PROPOSED)))
    assert isinstance(came_to, Raised)
    from_order, from_place = came_to.findings[0].evidence
    assert "restraining order" in from_order.says
    assert "not to contact her" in from_order.says
    assert from_order.matched
    assert from_place.visibility is Visibility.PROTECTED
    assert PROPOSED.text not in from_place.says
