"""An order more is never a flag less, save where another flag says it better.

RISKFLAG_FAULTS sets how many orders are tried (a fifth of it; 1,000 unless it says otherwise).
"""

import os
from datetime import date

from riskflag.assessment import Assessment
from riskflag.casebook import term
from riskflag.facts.orders import KEEP_AWAY, KEEP_OUT
from riskflag.facts.undecided import DECIDED_BY
from riskflag.records import Address, NamedPerson, ProtectiveOrder
from riskflag.vocabulary import (
    OrderType,
    ProhibitionKind,
    Relationship,
    RuleCode,
    SourceRecordId,
    SourceSystem,
    Verdict,
)
from tests.properties.worlds import EVERY_PART, Dice, World, answer, codes, seeds, worlds

ORDERS = int(os.environ.get("RISKFLAG_FAULTS", "5000")) // 5

SAYS_AN_ORDER_IS_LACKING = frozenset({RuleCode("RO-ADDR-07"), RuleCode("RO-REG-01")})
"""Flags that an order on file may answer, because what they say is that an order is not on file."""

WHOM_IT_PROTECTS = "whom a broken order protects"
"""A doubt about a breach that an order on file settles, by saying whom it protects."""

SOMEBODY_NEW = RuleCode("DA-NEW-01")
KNOWN_TO_BE_IN_DANGER = frozenset({RuleCode("RO-ADDR-01"), RuleCode("DA-ADDR-01"), RuleCode("DA-ADDR-02")})
"""Flags that a new partner gives way to once an order says that she is not new to danger."""

NEAR, LIVES_THERE = RuleCode("RO-ADDR-04"), RuleCode("RO-ADDR-01")
"""Somebody near the address gives way to the same person at the address once an order protects them."""

NOTICE_OPEN = RuleCode("RO-INT-01")
"""A notice that no court has decided gives way to the order that decides it."""

BARS_A_PLACE = KEEP_OUT | {
    ProhibitionKind.EXCLUSION_AREA,
    ProhibitionKind.NO_APPROACH,
    ProhibitionKind.PREMISES_CLOSED,
}

ELSEWHERE = Address(
    "3 Nowhere Ginnel, Farthing Moss", number="3", street="Nowhere Ginnel", town="Farthing Moss"
)
SOMEBODY = NamedPerson("Thora Quillfeather", Relationship.STRANGER, date(1981, 1, 1))


def some_order(world: World, dice: Dice) -> ProtectiveOrder:
    """An order of any type in force against the person, for somebody there or elsewhere, or for nobody."""
    kind, made_on = dice.pick(tuple(OrderType)), dice.pick([None, date(2019, 5, 5), date(2026, 11, 21)])
    place = dice.pick([None, ELSEWHERE, world.enquiry.where])
    protects = dice.pick([(SOMEBODY,), (), *((occupant.who,) for occupant in world.enquiry.occupants)])
    return ProtectiveOrder(
        source_system=SourceSystem.COURT,
        source_id=SourceRecordId("ADDED"),
        recorded_on=made_on or date(2026, 11, 1),
        order_type=kind,
        interim=bool(dice.number(2)),
        made_on=made_on,
        protects=() if kind is OrderType.SEX_OFFENDER_NOTIFICATION else protects,
        prohibitions=dice.pick([(), (term(dice.pick(tuple(ProhibitionKind)), "as drafted", place),)]),
        expires_on=dice.pick([None, date(2026, 11, 22), date(2026, 12, 24), date(2031, 1, 1)]),
        duration_wording=dice.pick([None, "until further order", "see over"]),
        served_on=dice.pick([None, made_on]),
        present_when_made=dice.pick([None, True, False]),
    )


def bears_on_the_address(order: ProtectiveOrder, world: World) -> bool:
    """Whether nobody could read the order and say that it has nothing to do with the address: it may name
    it, keep the person from somebody, or be known only in part."""
    there = {occupant.who for occupant in world.enquiry.occupants}
    if not order.prohibitions or order.expires_on is None or there & set(order.protects):
        return True
    kinds = {each.kind for each in order.prohibitions if each.place in (None, world.enquiry.where)}
    return bool(kinds & BARS_A_PLACE or {each.kind for each in order.prohibitions} & KEEP_AWAY)


def lost(intact: Assessment, found: Assessment, added: ProtectiveOrder) -> set[RuleCode]:
    """Flags that are gone and that nothing answers or stands in for."""
    gone = codes(intact) - codes(found) - SAYS_AN_ORDER_IS_LACKING
    if LIVES_THERE in codes(found):
        gone -= {NEAR}
    if added.order_type in DECIDED_BY.values() and not added.interim:
        gone -= {NOTICE_OPEN}
    return gone - {SOMEBODY_NEW} if codes(found) & KNOWN_TO_BE_IN_DANGER else gone


@EVERY_PART
def test_an_order_more_is_never_a_flag_less(part: int) -> None:
    wrong = []
    for seed in seeds(part, ORDERS):
        name, world, intact = worlds()[seed % len(worlds())]
        added = some_order(world, Dice(f"order {seed}"))
        found = answer(world.with_records([*world.dossier.records, added]))
        nothing = found.verdict is Verdict.NO_FLAGS_FOUND
        doubts = {gap.what for gap in intact.gaps} - {WHOM_IT_PROTECTS}
        unproven = intact.flags or doubts or bears_on_the_address(added, world)
        if (nothing and unproven) or lost(intact, found, added):
            wrong.append((seed, name, added.order_type.value, sorted(lost(intact, found, added)), nothing))
    assert wrong == []
