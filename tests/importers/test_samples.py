"""Every sample of a real payload that a folder holds is known, read, and accounted for.

RISKFLAG_SAMPLES names the folder. The samples stand in public repositories and are not kept here.
"""

import os
from pathlib import Path

import pytest

from riskflag.importers.intake import read_payload
from tests.importers.payloads import NOW

FOLDER = os.environ.get("RISKFLAG_SAMPLES", "")
SAMPLES = (
    sorted(path for path in Path(FOLDER).glob("*.json") if path.name != "MANIFEST.json") if FOLDER else []
)


@pytest.mark.skipif(not FOLDER, reason="RISKFLAG_SAMPLES names no folder of samples")
def test_there_are_samples() -> None:
    assert SAMPLES


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_accounted_for(sample: Path) -> None:
    came = read_payload(sample.read_bytes(), NOW).imported
    assert came.elements
    assert came.elements == len(came.records) + len(came.found) + len(came.rejects)
    assert came.unreadable == 0
