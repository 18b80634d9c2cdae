"""Every benchmark can still be begun: what it takes from the project is where it looks for it."""

from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for path in (ROOT / "benchmarks").rglob("*.py")
    if path.stem != "__init__"
)
PEERS = {"duckdb", "interpret", "lightgbm", "postal", "uk_address_matcher", "xgboost"}
"""What a benchmark compares the project with: installed by `make peers` and `make libpostal`, in another place."""


@pytest.mark.parametrize("module", MODULES)
def test_it_can_be_begun(module: str) -> None:
    lacking = ""
    try:
        import_module(module)
    except ModuleNotFoundError as error:
        lacking = (error.name or "").partition(".")[0]
    assert lacking in {"", *PEERS}
    if lacking:
        pytest.skip(f"{lacking} is not installed here")
