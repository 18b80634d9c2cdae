"""What is wrong with a case file is told by file, field and rule, and none of its content is repeated."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from riskflag.casebook import REFERRED
from tests.training.extracts import SECRET, case_of, problems, releases, write_extract, write_four

DAY_RULE = "must be a real date written YYYY-MM-DD, from 1900 on"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_four(tmp_path)


Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(
            lambda case: case.pop("as_of"),
            {"cases/1.json, as_of": "is needed: the moment at which the records were taken out"},
            id="not said when the records were taken out",
        ),
        pytest.param(
            lambda case: case["person"].pop("noms_number"),
            {"cases/1.json, person": "needs a number: by it the releases of one person are found"},
            id="a person without a number",
        ),
        pytest.param(
            lambda case: case["enquiry"].update(release_date=None, licence_ends_on=None),
            {"cases/1.json, enquiry.release_date": "is needed: the day of the release"},
            id="no day of release",
        ),
        pytest.param(
            lambda case: case["enquiry"].update(
                release_date="2026-12-24", licence_ends_on=None, confirmed_on="2026-12-25"
            ),
            {
                "cases/1.json, enquiry.release_date": "must not be after as_of: it is of a release that was",
                "cases/1.json, enquiry.confirmed_on": "must not be after the release: nobody knew it that morning",
                "follow_up.csv, row 2, followed_to": "must not be before the release",
            },
            id="a release still to come, with an address confirmed after it",
        ),
        pytest.param(
            lambda case: case.update(as_of="2026-10-30T12:00:00Z"),
            {
                "follow_up.csv, row 2, followed_to": "must not be after as_of of its case: the records end there",
            },
            id="followed beyond the day on which the records end",
        ),
        pytest.param(
            lambda case: case["records"]["convictions"][0].update(recorded_on="2026-11-16"),
            {"cases/1.json, records": "must not be recorded after as_of"},
            id="a record from after the extraction",
        ),
        pytest.param(
            lambda case: case["coverage"].pop("convictions"),
            {
                "cases/1.json, coverage.convictions": "must have been asked: it says whether a harm was proved",
            },
            id="nobody asked for convictions",
        ),
        pytest.param(
            lambda case: case["coverage"]["order_breaches"].update(answered=False),
            {
                "cases/1.json, coverage.order_breaches": "must have answered: it says whether a harm was proved",
            },
            id="nobody answered whether orders were broken",
        ),
        pytest.param(
            lambda case: case["coverage"]["convictions"].update(watermark="2025-01-01T00:00:00Z"),
            {
                "cases/1.json, coverage.convictions": "must be known up to followed_to: "
                "it says whether a harm was proved",
            },
            id="convictions from a copy of long ago",
        ),
        pytest.param(
            lambda case: case["records"]["convictions"][0].update(offence_code=None, recorded_on=SECRET),
            {
                "cases/1.json, records.convictions.0.offence_code": "must not be null",
                "cases/1.json, records.convictions.0.recorded_on": DAY_RULE,
            },
            id="fields that cannot be read",
        ),
        pytest.param(
            lambda case: case.update({SECRET: 1}),
            {"cases/1.json, file": "holds a field that is not known"},
            id="a field that is not known",
        ),
    ],
)
def test_what_is_wrong_with_a_case_is_told(folder: Path, change: Change, expected: dict[str, str]) -> None:
    file = folder / "cases" / "1.json"
    case = json.loads(file.read_text(encoding="utf-8"))
    change(case)
    file.write_text(json.dumps(case), encoding="utf-8")
    assert problems(folder) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(SECRET, {"cases/1.json, file": "is not JSON: see line 1, column 1"}, id="no JSON"),
        pytest.param("", {"cases/1.json, file": "is empty"}, id="nothing"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_of(folder: Path, content: str, expected: dict[str, str]) -> None:
    (folder / "cases" / "1.json").write_text(content, encoding="utf-8")
    assert problems(folder) == expected


def test_a_case_of_a_referral_is_no_release(tmp_path: Path) -> None:
    folder = write_extract(tmp_path, [replace(case_of(*releases()[0]), enquiry=REFERRED)])
    rule = "is needed: the address that was proposed for the release"
    assert problems(folder) == {"cases/1.json, enquiry": rule}
