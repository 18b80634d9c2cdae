"""Whatever goes wrong, nothing-found is never said of somebody who had something, or without having looked.

RISKFLAG_FAULTS sets how many faults are tried (5,000 unless it says otherwise).
"""

import os
from collections.abc import Iterable
from functools import cache

import pytest

from riskflag.assessment import Assessment
from riskflag.rulebook import load_rulebook
from riskflag.vocabulary import RuleCode, Source, Verdict
from tests.properties.faults import CLOCK, faulted
from tests.properties.worlds import EVERY_PART, Fault, answer, codes, needed_sources, seeds, worlds

FAULTS = int(os.environ.get("RISKFLAG_FAULTS", "5000"))

LOOKS_ITSELF = {RuleCode("RO-BRCH-01"): frozenset({Source.CUSTODY})}
"""Sources that a rule does not need but reads, saying itself that it cannot tell when they are silent."""


@cache
def reads() -> dict[RuleCode, frozenset[Source]]:
    """What every rule reads, by its code."""
    return {
        rule.code: rule.needs | LOOKS_ITSELF.get(rule.code, frozenset()) for rule in load_rulebook().rules
    }


@pytest.fixture(autouse=True)
def _stopwatch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("riskflag.rulebook.perf_counter", CLOCK)


def wrong_with(fault: Fault, intact: Assessment, found: Assessment) -> Iterable[str]:
    """What must not be after this fault, where it is so."""
    nothing = found.verdict is Verdict.NO_FLAGS_FOUND
    if nothing and intact.verdict is not Verdict.NO_FLAGS_FOUND:
        yield f"{intact.verdict} became nothing found"
    unproven = fault.proof or fault.missing & needed_sources(
        fault.world.rulebook.rules, fault.world.enquiry.kind
    )
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
    tried = [(faulted(world, str(seed)), intact) for seed, (_, world, intact) in enumerate(worlds() * 3)]
    after = [(intact, answer(fault.world)) for fault, intact in tried]
    assert len({fault.name for fault, _ in tried}) >= 20
    assert sum(intact.complete and not found.complete for intact, found in after) >= len(after) / 3
    assert any(intact.flags and not found.flags for intact, found in after)
