"""What the service is made of is written down whole, and is looked over for known weaknesses."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.contracts.test_house_style import SOURCE
from tests.contracts.test_lock_files import PROJECT, ROOT, lock, pins

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
CI = (ROOT / ".ci/run").read_text(encoding="utf-8")
WEAK = """
import subprocess
def run(asked):
    return subprocess.run(asked, shell=True)
"""


def recipe(target: str) -> str:
    """The commands of one target of the Makefile, each on a line."""
    found = re.search(rf"^{target}:.*\n((?:\t.*\n)+)", MAKEFILE, re.MULTILINE)
    assert found, target
    return found[1].replace("\\\n", " ").replace("$(BIN)/python", sys.executable)


@pytest.fixture(scope="module")
def bill(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The bill of materials, made by the commands that `make sbom` runs, elsewhere."""
    written = tmp_path_factory.mktemp("bill") / "sbom.json"
    commands = recipe("sbom").replace("build/sbom.json", str(written))
    subprocess.run(["bash", "-ec", commands], cwd=ROOT, check=True)
    read: dict[str, Any] = json.loads(written.read_text(encoding="utf-8"))
    return read


def test_the_bill_is_of_this_project_in_a_known_format(bill: dict[str, Any]) -> None:
    described = bill["metadata"]["component"]
    assert (bill["bomFormat"], described["name"], described["version"]) == (
        "CycloneDX",
        PROJECT["project"]["name"],
        PROJECT["project"]["version"],
    )


def test_the_bill_holds_every_package_that_is_served_and_no_other(bill: dict[str, Any]) -> None:
    named = {f"{component['name']}=={component['version']}" for component in bill["components"]}
    assert named == {f"{name}=={version}" for name, version in pins("service")}


def test_the_bill_holds_every_hash_of_the_lock_file(bill: dict[str, Any]) -> None:
    held = {
        each["content"]
        for component in bill["components"]
        for reference in component["externalReferences"]
        for each in reference.get("hashes", ())
    }
    assert held == set(re.findall(r"--hash=sha256:([0-9a-f]{64})", lock("service")))


def test_the_bill_comes_out_the_same_every_time(bill: dict[str, Any]) -> None:
    assert "serialNumber" not in bill
    assert "timestamp" not in bill["metadata"]


def test_lint_looks_for_known_weaknesses_in_all_that_is_served_or_trains() -> None:
    assert "bandit --quiet --recursive api riskflag training" in recipe("lint")
    assert set(PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) == {
        "api",
        "riskflag",
        "training",
    }
    assert "make lint" in CI


@pytest.mark.parametrize(
    ("text", "found"),
    [pytest.param(WEAK, 1, id="a shell"), pytest.param('"""Nothing."""\n', 0, id="nothing")],
)
def test_a_weakness_stops_lint(tmp_path: Path, text: str, found: int) -> None:
    (tmp_path / "weak.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "bandit", "--quiet", "--recursive", str(tmp_path)]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == found


def test_no_file_asks_to_be_passed_over() -> None:
    assert "bandit" not in PROJECT["tool"]
    asking = re.compile(r"#\s*nosec", re.IGNORECASE)
    assert [path for path, text in SOURCE.items() if asking.search(text)] == []
