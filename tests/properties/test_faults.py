"""Whatever goes wrong, nothing-found is never said of somebody who had something, or without having looked.

RISKFLAG_FAULTS sets how many faults are tried (5,000 unless it says otherwise), and in proportion how many
orders and codes.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest

from riskflag.assessment import Assessment, assess
from riskflag.casebook import alert, condition, conviction, registration, term
from riskflag.dossier import MissingReason
from riskflag.facts.orders import KEEP_AWAY, KEEP_OUT
from riskflag.facts.undecided import DECIDED_BY
from riskflag.importers.case_file import read_case_file
from riskflag.records import Address, NamedPerson, ProtectiveOrder, Record
from riskflag.reference.flags import alert_codes
from riskflag.reference.licence_conditions import find_condition
from riskflag.reference.offences import CodeStatus, cjs_offences, find_offence, home_office_offences
from riskflag.rulebook import load_rulebook
from riskflag.vocabulary import (
    OrderType,
    ProhibitionKind,
    Relationship,
    RuleCode,
    Source,
    SourceRecordId,
    SourceSystem,
    Verdict,
)
from tests.properties.faults import CLOCK, Dice, Fault, World, faulted, needed_sources, world_of

EXAMPLES = Path(__file__).parents[2] / "examples"
ASKED_AT = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
FAULTS = int(os.environ.get("RISKFLAG_FAULTS", "5000"))
ORDERS = FAULTS // 5
CODES = FAULTS * 2 // 5
PARTS = 10
EVERY_PART = pytest.mark.parametrize("part", [pytest.param(n, id=f"part {n + 1}") for n in range(PARTS)])

SAYS_AN_ORDER_IS_LACKING = frozenset({RuleCode("RO-ADDR-07"), RuleCode("RO-REG-01")})
"""Flags that an order on file may answer, because what they say is that an order is not on file."""

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


@cache
def worlds() -> tuple[tuple[str, World, Assessment], ...]:
    """Every example case with its intact answer."""
    paths = sorted([*EXAMPLES.glob("*.json"), *(EXAMPLES / "caseload").glob("*.json")])
    intact = [(p.stem, world_of(read_case_file(p.read_bytes(), ASKED_AT), load_rulebook())) for p in paths]
    return tuple((name, world, answer(world)) for name, world in intact)


LOOKS_ITSELF = {RuleCode("RO-BRCH-01"): frozenset({Source.CUSTODY})}
"""Sources that a rule does not need but reads, saying itself that it cannot tell when they are silent."""


@cache
def reads() -> dict[RuleCode, frozenset[Source]]:
    """What every rule reads, by its code."""
    return {
        rule.code: rule.needs | LOOKS_ITSELF.get(rule.code, frozenset()) for rule in load_rulebook().rules
    }


def answer(world: World) -> Assessment:
    """What the program says of a world."""
    return assess(world.dossier, world.enquiry, world.place, world.rulebook)


def codes(assessment: Assessment) -> set[RuleCode]:
    """The flags, by code."""
    return {flag.code for flag in assessment.flags}


def seeds(part: int, of: int) -> range:
    """This part's share of the seeds."""
    return range(part, of, PARTS)


@pytest.fixture(autouse=True)
def _stopwatch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("riskflag.rulebook.perf_counter", CLOCK)


def wrong_with(fault: Fault, intact: Assessment, found: Assessment) -> Iterable[str]:
    """What must not be after this fault, where it is so."""
    nothing = found.verdict is Verdict.NO_FLAGS_FOUND
    if nothing and intact.verdict is not Verdict.NO_FLAGS_FOUND:
        yield f"{intact.verdict} became nothing found"
    unproven = fault.proof or fault.missing & needed_sources(load_rulebook().rules)
    if unproven and (nothing or found.complete):
        yield "complete, though something that is needed is missing"
    if nothing is not (found.complete and not found.flags):
        yield "the verdict does not follow from the flags and the gaps"
    if not fault.asks_otherwise:
        yield from (f"{code} is gone" for code in untouched(fault, intact) - codes(found))


def untouched(fault: Fault, intact: Assessment) -> set[RuleCode]:
    """The flags that rest on nothing that the fault touched."""
    stand = set()
    for flag in intact.flags:
        cited = {(e.source_system, e.source_id) for finding in flag.findings for e in finding.evidence}
        if not (cited & fault.identities or reads()[flag.code] & fault.touched or flag.code in fault.broken):
            stand.add(flag.code)
    return stand


@EVERY_PART
def test_no_fault_makes_nothing_of_something(part: int) -> None:
    wrong = []
    for seed in seeds(part, FAULTS):
        name, world, intact = worlds()[seed % len(worlds())]
        fault = faulted(world, str(seed))
        found = answer(fault.world)
        wrong += [(seed, name, fault.name, what) for what in wrong_with(fault, intact, found)]
    assert wrong == []


def test_the_faults_are_many_and_hit() -> None:
    """Lest the property hold for want of anything going wrong."""
    tried = [(faulted(world, str(seed)), intact) for seed, (_, world, intact) in enumerate(worlds() * 10)]
    after = [(intact, answer(fault.world)) for fault, intact in tried]
    assert len({fault.name for fault, _ in tried}) >= 20
    assert sum(intact.complete and not found.complete for intact, found in after) >= len(after) / 3
    assert any(intact.flags and not found.flags for intact, found in after)


ELSEWHERE = Address(
    "3 Nowhere Ginnel, Farthing Moss", number="3", street="Nowhere Ginnel", town="Farthing Moss"
)
SOMEBODY = NamedPerson("Thora Quillfeather", Relationship.STRANGER, date(1981, 1, 1))


def some_order(world: World, dice: Dice) -> ProtectiveOrder:
    """An order of any type in force against the person, for somebody there or elsewhere, or for nobody."""
    kind, made_on = dice.pick(tuple(OrderType)), dice.pick([None, date(2019, 5, 5), date(2026, 11, 21)])
    place = dice.pick([None, ELSEWHERE, world.enquiry.address])
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
    kinds = {each.kind for each in order.prohibitions if each.place in (None, world.enquiry.address)}
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
        unproven = intact.verdict is not Verdict.NO_FLAGS_FOUND or bears_on_the_address(added, world)
        if (nothing and unproven) or lost(intact, found, added):
            wrong.append((seed, name, added.order_type.value, sorted(lost(intact, found, added)), nothing))
    assert wrong == []


@cache
def ended_offences() -> tuple[str, ...]:
    """Every offence code that is retired or repealed."""
    listed = {**home_office_offences(), **cjs_offences()}
    return tuple(code for code, offence in listed.items() if offence.status is not CodeStatus.CURRENT)


@cache
def ended_alerts() -> tuple[str, ...]:
    """Every alert code that is closed to new records."""
    return tuple(code for code, kind in alert_codes().items() if kind.status is not CodeStatus.CURRENT)


def made_up(dice: Dice) -> str:
    """A code that stands for nothing."""
    code = "".join(dice.pick("QXZ0189") for _ in range(3 + dice.number(4)))
    taken = find_offence(code) or find_condition(code) or code in alert_codes()
    return made_up(dice) if taken else code


def badly_coded(dice: Dice) -> Record:
    """A recent record under a code that is unknown, or was no longer right when it was used."""
    recent = date(2026, 8, 1 + dice.number(28))
    makers: tuple[Callable[[], Record], ...] = (
        lambda: conviction(made_up(dice), "something", on=recent),
        lambda: conviction(dice.pick(ended_offences()), "something", on=dice.pick((recent, None))),
        lambda: alert(made_up(dice)),
        lambda: alert(dice.pick(ended_alerts())),
        lambda: registration(made_up(dice), f"Register {made_up(dice)}"),
        lambda: registration(None, f"Register {made_up(dice)}"),
        lambda: condition(term(ProhibitionKind.OTHER, "not to do something"), code=made_up(dice)),
    )
    return dice.pick(makers)()


@EVERY_PART
def test_an_unknown_or_repealed_code_is_never_silence(part: int) -> None:
    wrong = []
    for seed in seeds(part, CODES):
        name, world, intact = worlds()[seed % len(worlds())]
        added = replace(badly_coded(Dice(f"code {seed}")), source_id=SourceRecordId("ADDED"))
        found = answer(world.with_records([*world.dossier.records, added]))
        tasked = any(task.source_id == "ADDED" for task in found.tasks)
        told = any(gap.reason is MissingReason.UNMAPPED_CODE for gap in found.gaps)
        if found.complete or not (tasked and told) or found.verdict is Verdict.NO_FLAGS_FOUND:
            wrong.append((seed, name, added, intact.verdict.value))
    assert wrong == []
