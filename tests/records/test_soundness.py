"""A record that does not hold what its fields say is told from one that does."""

from copy import copy
from dataclasses import fields, replace
from datetime import datetime
from types import SimpleNamespace
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.casebook import ASKED, EX_PARTNER, HIM, NOW, PROPOSED, alert, conviction, order, term
from riskflag.persistence.codec import decode, encode
from riskflag.records import Record, Zone
from riskflag.records.soundness import is_sound
from riskflag.vocabulary import OrderType, ProhibitionKind

T = TypeVar("T")
NO_CONTACT = term(ProhibitionKind.NO_CONTACT)
AREA = replace(term(ProhibitionKind.EXCLUSION_AREA), zone=Zone("the town", PROPOSED.point, 500))
ORDER = order(NO_CONTACT, AREA)
CONVICTION = conviction("10501", "common assault", EX_PARTNER, location=PROPOSED, custody_months=4)


def holding(value: T, **odd: object) -> T:
    """The same with something else in some of its fields, whatever their types."""
    changed = copy(value)
    for name, held in odd.items():
        object.__setattr__(changed, name, held)
    return changed


@pytest.mark.parametrize(
    ("value", "sound"),
    [
        pytest.param(ORDER, True, id="an order with terms and an area"),
        pytest.param(CONVICTION, True, id="a conviction with a victim and a place"),
        pytest.param(alert("OHCO"), True, id="an alert"),
        pytest.param(HIM, True, id="a person"),
        pytest.param(ASKED, True, id="a question"),
        pytest.param(holding(ORDER, order_type="restraining_order"), False, id="a word for a type of order"),
        pytest.param(holding(ORDER, person_is=None), False, id="nobody knows whom it binds"),
        pytest.param(holding(ORDER, person_is=OrderType.UNDERTAKING), False, id="a word of another list"),
        pytest.param(holding(ORDER, expires_on="2027-02-30"), False, id="a date that is a text"),
        pytest.param(holding(ORDER, expires_on=NOW), False, id="a moment where a date should be"),
        pytest.param(holding(ORDER, interim=1), False, id="a number where yes or no should be"),
        pytest.param(holding(ORDER, prohibitions=[NO_CONTACT]), False, id="a list, which can still change"),
        pytest.param(holding(ORDER, prohibitions=("no contact",)), False, id="a term that is only words"),
        pytest.param(
            holding(ORDER, prohibitions=(holding(NO_CONTACT, kind="no_contact"),)),
            False,
            id="a kind in words",
        ),
        pytest.param(holding(CONVICTION, custody_months=True), False, id="yes months"),
        pytest.param(holding(CONVICTION, custody_months=4.0), False, id="a number with a point"),
        pytest.param(holding(CONVICTION, location="his house"), False, id="an address that is only words"),
        pytest.param(
            holding(CONVICTION, location=holding(PROPOSED, point=(400000, 300000))), False, id="a bare point"
        ),
        pytest.param(holding(alert("OHCO"), visibility="protected"), False, id="a visibility in words"),
        pytest.param(holding(HIM, name=None), False, id="a person without a name"),
    ],
)
def test_a_record_is_sound_when_everything_in_it_is_of_its_type(value: object, sound: bool) -> None:
    assert is_sound(value) is sound


ODD: st.SearchStrategy[object] = st.sampled_from(
    [None, 7, "31/02/2026", "", (), [], ("x",), True, 1.5, NOW, NOW.date()]
)


@given(st.sampled_from([ORDER, CONVICTION, alert("OHCO")]), st.data())
def test_what_is_sound_is_what_could_have_been_stored_and_read_back(
    record: Record, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from([each.name for each in fields(record)]))
    odd = holding(record, **{name: data.draw(ODD)})
    assert is_sound(odd) is survives(odd)


def survives(record: Record) -> bool:
    """Whether the store would take it and give back the same; it reads by rules of its own."""
    if any(isinstance(getattr(record, each.name), datetime) for each in fields(record)):
        return False
    try:
        return decode(encode(record), type(record)) == record
    except (AttributeError, TypeError, ValueError):
        return False


def test_a_type_hint_that_cannot_be_read_is_a_mistake_and_not_a_silent_pass() -> None:
    with pytest.raises(TypeError):
        is_sound(SimpleNamespace())
