"""What a court made of an order later: joined where it is certain of which order, and else beside it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from riskflag.casebook import NEIGHBOUR, case, order, term
from riskflag.facts.joined_orders import join_results
from riskflag.facts.order_versions import Unsettled, unsettled_orders
from riskflag.records import NamedPerson, ProtectiveOrder, Variation
from riskflag.reference.court_results import ENDED_BY
from riskflag.vocabulary import OrderType, ProhibitionKind, SourceRecordId, SourceSystem

NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact her")
NO_ENTRY = term(ProhibitionKind.NO_ENTER_HOME_OF, "not to go to her home")
HERSELF = NamedPerson("Isolde Quennell", date_of_birth=date(1991, 1, 9))
MADE_ON, LATER_ON = date(2025, 3, 11), date(2026, 10, 5)
HELD = replace(
    order(NO_CONTACT),
    source_id=SourceRecordId("held"),
    made_on=MADE_ON,
    court="Oldmere Crown Court",
    protects=(HERSELF,),
    duration_wording=None,
    expires_on=date(2027, 3, 10),
    served_on=MADE_ON,
)
RESULT = replace(
    HELD,
    source_system=SourceSystem.COURT,
    source_id=SourceRecordId("result"),
    recorded_on=LATER_ON,
    happened_on=LATER_ON,
    court="OLDMERE  Crown Court",
    prohibitions=(),
    expires_on=None,
    served_on=None,
    present_when_made=True,
)
VERSION = Variation(LATER_ON, False, (NO_ENTRY,), expires_on=date(2027, 9, 1))
VARIED = replace(RESULT, variations=(VERSION,))
ENDED = replace(
    RESULT,
    prohibitions=(term(ProhibitionKind.OTHER, "Restraining order discharged"),),
    discharged_on=LATER_ON,
    discharge_evidence=f"{ENDED_BY}Restraining order discharged",
)
AGAIN = replace(HELD, source_id=SourceRecordId("again"), recorded_on=date(2025, 4, 1))


def joined(*orders: ProtectiveOrder, broken: str | None = None) -> dict[str, ProtectiveOrder]:
    return {each.source_id: each for each in join_results(orders, {broken})}


UNCERTAIN = [
    pytest.param({"order_type": OrderType.STALKING_PROTECTION_ORDER}, id="of another kind"),
    pytest.param({"interim": True}, id="of an interim order"),
    pytest.param({"made_on": date(2025, 3, 12)}, id="of an order made on another day"),
    pytest.param({"made_on": None}, id="of an order made on a day that it does not give"),
    pytest.param({"court": "Fernhill Magistrates' Court"}, id="of another court's order"),
    pytest.param({"court": None}, id="of nobody knows which court's order"),
    pytest.param({"protects": ()}, id="protecting nobody knows whom"),
    pytest.param({"protects": (NEIGHBOUR,)}, id="protecting somebody else"),
    pytest.param({"protects": (HERSELF, NEIGHBOUR)}, id="protecting one person more"),
    pytest.param(
        {"present_when_made": None}, id="of which the person may not know, though they know of the order"
    ),
    pytest.param({"source_system": SourceSystem.NDELIUS}, id="recorded by somebody who is no court"),
]


@pytest.mark.parametrize("several", [1, 2])
@pytest.mark.parametrize("first", ["order", "result"])
def test_a_variation_adds_a_version_that_nobody_saw(first: str, several: int) -> None:
    versions = [
        replace(VARIED, source_id=SourceRecordId(f"result {number}"), variations=(replace(VERSION),))
        for number in range(several)
    ]
    orders = (HELD, *versions) if first == "order" else (*versions, HELD)
    assert joined(*orders) == {"held": replace(HELD, variations=(VERSION,) * several)}


def test_a_variation_that_is_joined_leaves_every_term_and_the_later_end_in_force() -> None:
    facts = case(HELD, replace(VARIED, variations=(replace(VERSION, sealed_copy_seen=True),))).facts
    (fact,) = facts.orders.in_force
    assert (fact.terms, fact.expires_on) == ((NO_CONTACT, NO_ENTRY), date(2027, 9, 1))
    assert fact.stricter_reading
    assert [each.why for each in unsettled_orders(facts)] == [Unsettled.NOT_SEEN]


def test_a_hearing_that_the_result_announces_is_kept() -> None:
    coming = date(2026, 12, 3)
    assert joined(HELD, replace(VARIED, hearing_on=coming))["held"].hearing_on == coming


@pytest.mark.parametrize("change", UNCERTAIN)
def test_a_variation_of_which_it_is_not_certain_stands_beside_the_order(change: dict[str, Any]) -> None:
    varied = replace(VARIED, **change)
    assert joined(HELD, varied) == {"held": HELD, "result": varied}


@pytest.mark.parametrize(
    "beside",
    [
        pytest.param(AGAIN, id="two orders of one day, court and person"),
        pytest.param(replace(HELD, discharged_on=date(2026, 1, 1)), id="one that is said to be over"),
    ],
)
@pytest.mark.parametrize("result", [VARIED, ENDED])
def test_where_two_orders_or_none_may_be_meant_nothing_is_joined(
    beside: ProtectiveOrder, result: ProtectiveOrder
) -> None:
    orders = (HELD, beside, result) if beside is AGAIN else (beside, result)
    assert joined(*orders) == {each.source_id: each for each in orders}


def test_a_variation_that_a_breach_names_stays_to_be_found() -> None:
    assert set(joined(HELD, VARIED, broken="result")) == {"held", "result"}


def test_a_discharge_ends_the_order_on_its_day() -> None:
    facts = case(HELD, ENDED).facts
    assert facts.orders.in_force == ()
    assert joined(ENDED, HELD)["held"].discharged_on == LATER_ON
    assert list(unsettled_orders(facts)) == []


def test_an_order_made_the_same_day_for_somebody_else_is_not_ended_with_it() -> None:
    another = replace(HELD, source_id=SourceRecordId("another"), protects=(NEIGHBOUR,))
    facts = case(HELD, another, ENDED).facts
    assert [fact.order.protects for fact in facts.orders.in_force] == [(NEIGHBOUR,)]


@pytest.mark.parametrize("change", UNCERTAIN[:-1])
def test_a_discharge_of_which_it_is_not_certain_ends_nothing(change: dict[str, Any]) -> None:
    ended = replace(ENDED, **change)
    assert joined(HELD, ended) == {"held": HELD, "result": ended}


@pytest.mark.parametrize(
    ("versions", "changes"),
    [
        pytest.param((VARIED,), {"discharged_on": date(2026, 10, 4)}, id="before it was varied"),
        pytest.param((), {"discharged_on": date(2025, 3, 10)}, id="before it was made"),
        pytest.param((), {"discharge_evidence": "he says so"}, id="by hearsay"),
        pytest.param((), {"discharge_evidence": None}, id="by nothing"),
    ],
)
def test_what_cannot_have_ended_it_ends_nothing(
    versions: tuple[ProtectiveOrder, ...], changes: dict[str, Any]
) -> None:
    ended = replace(ENDED, source_id=SourceRecordId("end"), **changes)
    assert joined(HELD, *versions, ended)["held"].discharged_on is None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param({"court": None}, True, id="by nobody knows which court"),
        pytest.param({"made_on": None}, True, id="without the day on which it was made"),
        pytest.param({"protects": ()}, True, id="without whom it protects"),
        pytest.param({"present_when_made": None}, True, id="of which the person may not know"),
        pytest.param({"made_on": date(2025, 3, 12)}, False, id="of another day"),
        pytest.param({"order_type": OrderType.STALKING_PROTECTION_ORDER}, False, id="of another kind"),
    ],
)
def test_a_discharge_that_may_be_of_an_order_in_force_is_told_of(change: dict[str, Any], told: bool) -> None:
    ended = replace(ENDED, **change)
    facts = case(HELD, ended).facts
    (fact,) = facts.orders.in_force
    found = [(each.why, each.orders, each.says) for each in unsettled_orders(facts)]
    assert found == ([(Unsettled.SAID_TO_BE_OVER, (fact,), ENDED.discharge_evidence)] if told else [])


def test_two_discharges_of_nobody_knows_which_orders_do_not_explain_each_other() -> None:
    ended = replace(ENDED, made_on=None)
    facts = case(HELD, ended, ended).facts
    assert [each.why for each in unsettled_orders(facts)] == [Unsettled.SAID_TO_BE_OVER] * 2


@pytest.mark.parametrize(
    ("name", "born", "certain"),
    [
        pytest.param("isolde  quennell", None, True, id="a court gives no more than her whole name"),
        pytest.param("Isolde Quennell", date(1991, 1, 9), True, id="her name and birthday"),
        pytest.param("Isolde Quennell", date(1971, 4, 2), False, id="her name and another birthday"),
        pytest.param("Quennell", None, False, id="her surname alone"),
        pytest.param("I Quennell", None, False, id="an initial"),
        pytest.param("Ms A", None, False, id="a label"),
    ],
)
def test_by_what_name_the_protected_person_is_known(name: str, born: date | None, certain: bool) -> None:
    varied = replace(VARIED, protects=(NamedPerson(name, date_of_birth=born),))
    assert (set(joined(HELD, varied)) == {"held"}) is certain
