"""Whatever befalls whatever source, in the store or on the way to it, no rule that needs it finds nothing.

RISKFLAG_FAULTS sets how many faults are tried (a tenth of it by themselves and a twentieth of it in pairs; 500 and
250 unless it says otherwise). ``python -m tests.properties.fault_matrix`` prints how often each was tried.
"""

import os
from collections.abc import Iterator

import pytest

from riskflag.assessment import Assessment
from riskflag.classifier.scorer import ModelUse
from riskflag.vocabulary import Source, Verdict
from tests.properties.fault_matrix import (
    CELLS,
    PAIRS,
    SPREAD,
    Tally,
    table,
    try_pairs,
    try_single,
    wrong_with,
)
from tests.properties.source_faults import DOES, SOURCES, SourceFault
from tests.properties.stored_worlds import Bench, bench, damaged_scorer
from tests.properties.worlds import EVERY_PART, Dice, World, codes, needed_sources, seeds, worlds

FAULTS = int(os.environ.get("RISKFLAG_FAULTS", "5000"))


@pytest.fixture(scope="module")
def of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    with bench(tmp_path_factory.mktemp("bench")) as made:
        yield made


@EVERY_PART
def test_no_fault_of_a_source_lets_a_rule_that_needs_it_find_nothing(of: Bench, part: int) -> None:
    tally = try_single(of, seeds(part, FAULTS // 10))
    assert tally.violations == []
    assert tally.outcomes > sum(tally.answers.values()) > 0


@EVERY_PART
def test_nor_do_two_faults(of: Bench, part: int) -> None:
    tally = try_pairs(of, seeds(part, FAULTS // 20))
    assert tally.violations == []
    assert tally.outcomes > sum(tally.answers.values()) > 0


def test_each_fault_of_each_source_and_each_pair_comes_round() -> None:
    """Lest what is tried leave some of them out for ever."""
    assert (len(CELLS), len(PAIRS)) == (len(SOURCES) * 12, len(CELLS) * (len(CELLS) - 1) // 2)
    assert all(len(each) % SPREAD for each in (CELLS, PAIRS))
    assert DOES.keys() == set(SourceFault)


def a_world(needs_nothing: bool = False) -> World:
    """An example case about which there is something to flag, or nothing."""
    wanted = Verdict.NO_FLAGS_FOUND if needs_nothing else Verdict.FLAGS_RAISED
    return next(world for _, world, intact in worlds() if intact.verdict is wanted and intact.complete)


@pytest.mark.parametrize("nothing", [pytest.param(True, id="nothing"), pytest.param(False, id="something")])
def test_the_store_gives_back_what_was_put_in(of: Bench, nothing: bool) -> None:
    """Else no fault would be to blame for what follows."""
    world = a_world(nothing)
    with of.holding(world) as stored:
        found = stored.answer()
    assert found is not None
    assert (found.verdict is Verdict.NO_FLAGS_FOUND, found.complete) == (nothing, True)


@pytest.mark.parametrize("fault", SourceFault)
def test_every_fault_takes_away_that_nothing_was_found(of: Bench, fault: SourceFault) -> None:
    world = a_world(needs_nothing=True)
    held = {record.source for record in world.dossier.records}
    for source in held & needed_sources(world.rulebook.rules, world.enquiry.kind):
        with of.holding(world) as stored:
            befell = DOES[fault](stored, source, Dice("once"))
            found = stored.answer()
        assert befell or fault is SourceFault.REPEALED_CODE
        assert not befell or found is None or found.verdict is Verdict.INCOMPLETE


def test_what_is_left_undone_is_found_out(of: Bench) -> None:
    """A store that answers as if nothing had happened is what the harness must notice."""
    world = a_world(needs_nothing=True)
    with of.holding(world) as stored:
        wrong = list(wrong_with(stored, world_answer(world), stored.answer(), [CELLS[0]]))
    assert "complete" in wrong
    assert len(wrong) > 10


def world_answer(world: World) -> Assessment:
    return next(intact for _, held, intact in worlds() if held is world)


def test_every_damaged_model_is_refused(of: Bench) -> None:
    assert len(of.damaged_models) > 10
    assert {damaged_scorer(folder).use for folder in of.damaged_models} == {ModelUse.UNUSABLE}


def test_the_cases_hold_records_of_every_source() -> None:
    held = {record.source for _, world, _ in worlds() for record in world.dossier.records}
    held |= {Source.PLACE_REGISTER for _, world, _ in worlds() if world.place.incidents}
    assert held >= set(SOURCES)
    assert {code for _, _, intact in worlds() for code in codes(intact)} >= {
        rule.code for rule in worlds()[0][1].rulebook.rules
    }


def test_the_table_counts_what_was_tried_and_what_went_wrong() -> None:
    cell = (Source.ALERTS, SourceFault.STALE)
    tally = Tally(outcomes=7, violations=[(cell, "a rule is clear")])
    tally.answers[cell] = 3
    told = table(tally)
    assert "| alerts | 0 | 0 | 0 | 0 | 0 | 3 (1) |" in told
    assert "3 faults, 7 outcomes of rules that need the source, 1 violations\na rule is clear" in told
