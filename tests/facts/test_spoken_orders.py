"""Which words speak of an order, and where they are looked for."""

from dataclasses import replace

import pytest

from riskflag.casebook import (
    ASKED,
    FRIEND,
    Case,
    alert,
    assessment,
    case,
    contact,
    conversation,
    note,
    registration,
    screening,
)
from riskflag.casebook import check as checked
from riskflag.facts.spoken_orders import orders_in_words, orders_spoken_of
from riskflag.records import CheckKind, ScreeningTopic
from riskflag.vocabulary import OrderType

RESTRAINING, PREVENTION = OrderType.RESTRAINING_ORDER, OrderType.SEXUAL_HARM_PREVENTION_ORDER
WORDS = "has a restraining order"
ASKED_WITH_NOTES = replace(ASKED, notes=WORDS)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Restraining order re ex", RESTRAINING, id="in full"),
        pytest.param("restraining-orders", RESTRAINING, id="with a hyphen, and several"),
        pytest.param("non molestation order made in May", RESTRAINING, id="a kind that may be meant"),
        pytest.param("NMO in force", RESTRAINING, id="the family court's initials"),
        pytest.param("DVPN served on Friday", RESTRAINING, id="a notice by its initials"),
        pytest.param("RO in place re ex partner", RESTRAINING, id="initials that can only be an order"),
        pytest.param("SHPO until 2030", PREVENTION, id="a prevention order by its initials"),
        pytest.param("Sexual Harm Prevention Order", PREVENTION, id="a prevention order in full"),
        pytest.param("spoke to RO re housing", None, id="the responsible officer"),
        pytest.param("RO is on leave", None, id="the responsible officer again"),
        pytest.param("no evidence of a restraining order", None, id="denied"),
        pytest.param("nmo", None, id="small letters that are no initials"),
        pytest.param("ordered a non-stick pan", None, id="another order"),
        pytest.param("", None, id="nothing written"),
    ],
)
def test_words_for_orders(text: str, kind: OrderType | None) -> None:
    meant = orders_in_words(text)
    assert kind in meant if kind else not meant


@pytest.mark.parametrize(
    ("of", "found"),
    [
        pytest.param(case(), 0, id="nothing is written"),
        pytest.param(case(assessment(words=WORDS)), 1, id="in an assessment"),
        pytest.param(case(note(WORDS)), 1, id="in a note"),
        pytest.param(case(screening(ScreeningTopic.ACCOMMODATION, True, WORDS)), 1, id="in a screening"),
        pytest.param(case(conversation(FRIEND, words=WORDS)), 1, id="by an occupier"),
        pytest.param(case(contact(FRIEND, note=WORDS)), 1, id="with a contact"),
        pytest.param(
            case(replace(checked(CheckKind.POLICE_DOMESTIC_ABUSE), result=WORDS)),
            1,
            id="in an answer of the police",
        ),
        pytest.param(case(alert("XVL", WORDS)), 1, id="under an alert for violence"),
        pytest.param(case(registration("ZZ9", "Non-Molestation Order")), 1, id="a code of its own"),
        pytest.param(case(registration(None, "Occupation Order (ex-wife)")), 1, id="no code at all"),
        pytest.param(case(registration("ZZ9", "Something else")), 0, id="a code that is about nothing known"),
        pytest.param(case(note(WORDS), assessment(words=WORDS)), 2, id="twice"),
    ],
)
def test_where_an_order_is_spoken_of(of: Case, found: int) -> None:
    assert len(list(orders_spoken_of(of.facts))) == found


def test_what_was_said_with_the_enquiry_counts_and_has_no_record() -> None:
    (spoken,) = orders_spoken_of(case(asked=ASKED_WITH_NOTES).facts)

    assert (spoken.record, spoken.says) == (None, WORDS)
