"""Imports point one way, and the domain cannot read a clock."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.contracts import measure

ROOT = Path(__file__).parents[2]
CONFIGURATION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = {each["id"]: each for each in CONFIGURATION["tool"]["importlinter"]["contracts"]}
READS_THE_CLOCK = ("riskflag/service", "riskflag/cli", "riskflag/persistence", "riskflag/tokens")
TIMES_ITS_WORK = ("riskflag/rulebook",)
PARTS = sorted((ROOT / "riskflag").iterdir())
DOMAIN = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "riskflag").rglob("*.py"))]


def test_the_import_contracts_hold() -> None:
    finished = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in finished.stdout, (
        finished.stdout + finished.stderr
    )


def test_a_layer_is_optional_only_while_it_is_missing() -> None:
    layers = [layer.strip() for line in CONTRACTS["one-way"]["layers"] for layer in line.split("|")]
    optional = {layer.strip("()") for layer in layers if layer.startswith("(")}
    present = {path.stem for path in PARTS if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert not optional & present, "take the brackets off these layers in pyproject.toml"


@pytest.mark.parametrize("path", [path for path in DOMAIN if not path.startswith(READS_THE_CLOCK)])
def test_the_domain_reads_no_clock(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    assert not measure.clock_reads(text, timers_allowed=path.startswith(TIMES_ITS_WORK))


def test_the_clock_ban_covers_the_domain() -> None:
    assert any(path.startswith("riskflag/facts/") for path in DOMAIN)
    assert not [
        path for path in DOMAIN if path.startswith("riskflag/rule") and path.startswith(READS_THE_CLOCK)
    ]


def test_settings_know_nothing_of_the_domain() -> None:
    files = sorted((ROOT / "riskflag/settings").glob("*.py"))
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    modules = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    modules += [each.name for node in nodes if isinstance(node, ast.Import) for each in node.names]
    known = ("riskflag.errors", "riskflag.reference.thresholds", "riskflag.settings.")
    assert not [name for name in modules if name.startswith("riskflag") and not name.startswith(known)]
    assert "environs" in modules
