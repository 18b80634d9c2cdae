import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

import benchmarks.real_data.__main__ as command
from benchmarks.real_data.models import LOGISTIC, OURS, logistic
from tests.benchmarks.real_data.invented import broward_rows, georgia_rows, written

Rows = Callable[[], pd.DataFrame]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command prints the same whoever predicts: here regression stands in for both."""
    monkeypatch.setattr(command, "MODELS", {OURS: logistic, LOGISTIC: logistic})


def run(*arguments: str) -> tuple[int, str]:
    ended = CliRunner().invoke(command.main, list(arguments))
    return ended.exit_code, ended.output


@pytest.mark.parametrize(
    ("name", "rows", "tables"),
    [
        pytest.param("georgia", georgia_rows, 1, id="Georgia, cross-validated"),
        pytest.param("broward", broward_rows, 8, id="Broward, four outcomes, cross-validated and by time"),
    ],
)
def test_a_train_file_is_cross_validated(name: str, rows: Rows, tables: int, tmp_path: Path) -> None:
    status, output = run(name, str(written(rows(), tmp_path / "train.csv")), "--no-peers", "--repeats", "1")
    assert status == 0, output
    assert output.count("Calibration that these people would choose") == tables
    assert "its floor" in output


@pytest.mark.parametrize(
    ("name", "rows", "tables"),
    [
        pytest.param("georgia", georgia_rows, 1, id="Georgia"),
        pytest.param("broward", broward_rows, 4, id="Broward, four outcomes"),
    ],
)
def test_a_held_out_file_is_judged_by_models_fitted_to_the_train_file(
    name: str, rows: Rows, tables: int, tmp_path: Path
) -> None:
    train = written(rows()[:40], tmp_path / "train.csv")
    full = written(rows(), tmp_path / "full.csv")
    status, output = run(name, str(train), "--held-out", str(full), "--no-peers")
    assert status == 0, output
    assert output.count(f"held-out people, fitted to 40 others: {len(rows()) - 40} people") == tables


def test_without_the_extra_the_command_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "interpret", None)
    monkeypatch.delitem(sys.modules, "benchmarks.real_data.peers", raising=False)
    status, output = run("georgia", str(written(georgia_rows(), tmp_path / "train.csv")))
    assert status == 1
    assert "run make peers and use build/peers/bin/python, or say --no-peers" in output


def test_a_file_of_other_columns_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = written(georgia_rows().drop(columns="Race"), tmp_path / "train.csv")
    status, output = run("georgia", str(path), "--no-peers")
    assert status == 1
    assert "Error: train.csv: the file has no column Race" in output
