"""One config gives one model, to the last bit, on any number of processes."""

from dataclasses import replace

import pytest

from riskflag.classifier.model_file import write
from tests.training.small import COHORT, CONFIG, SPLIT, small_table
from training.assemble import assemble
from training.dataset import SimulatedPeople, build_table
from training.fit import fit_harms
from training.table import Part, Table

QUICK = replace(CONFIG.fit, rounds=6)


def model_file(table: Table, seed: int = QUICK.seed, jobs: int = 1) -> bytes:
    """The model file that comes of a table."""
    train, later = table.of(Part.TRAIN), table.of(Part.CALIBRATE)
    fits = fit_harms(train, replace(QUICK, seed=seed), jobs)
    return write(assemble(fits, train, later, CONFIG).model)


@pytest.fixture(scope="module")
def trained() -> bytes:
    return model_file(small_table())


def test_trained_again_from_the_config_on_two_processes_it_is_the_same_to_the_bit(trained: bytes) -> None:
    assert model_file(build_table(SimulatedPeople(COHORT), SPLIT, jobs=2), jobs=2) == trained


def test_another_seed_gives_another_model(trained: bytes) -> None:
    assert model_file(small_table(), seed=QUICK.seed + 1) != trained
