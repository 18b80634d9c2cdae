"""The import of payloads at a terminal: whose they are, when they were taken, and what is said of them."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.terminal import S21, Run, changed


@pytest.fixture
def that_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is imported is imported on the day of which the examples speak."""
    monkeypatch.setattr("riskflag.cli.now", lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))


TAKEN = ("--taken-at", "2026-11-22T11:00:00+00:00")
ALERT: dict[str, object] = {"alertId": 1, "bookingId": 2, "alertCode": "XA"}
LINE = "prison-api-alerts: 1 elements in; 1 records, 0 found besides, 0 rejects out\n"


def payload(tmp_path: Path, *alerts: object) -> Path:
    path = tmp_path / "payload.json"
    path.write_text(json.dumps(alerts))
    return path


@pytest.mark.usefixtures("that_noon")
@pytest.mark.parametrize("number", ["A2101ZZ", "a2101zz"])
def test_a_payload_is_added_to_the_person_with_that_number(run: Run, tmp_path: Path, number: str) -> None:
    assert run("import", S21)[0] == 0
    assert run("import", payload(tmp_path, ALERT), "--person", number, *TAKEN)[:2] == (0, LINE)


@pytest.mark.usefixtures("that_noon")
@pytest.mark.parametrize(
    ("alerts", "options", "status", "says"),
    [
        pytest.param([ALERT], [], 2, "--person: is needed", id="nobody says whose it is"),
        pytest.param([ALERT], ["--person", "Neil"], 2, "--person: must be a NOMS number", id="no number"),
        pytest.param(
            [ALERT], ["--person", "A9999ZZ", *TAKEN], 2, "no such person", id="nobody has that number"
        ),
        pytest.param(
            [{**ALERT, "offenderNo": "A9999ZZ"}],
            ["--person", "A2101ZZ", *TAKEN],
            2,
            "payload.0.offenderNo: is not this person's number",
            id="it is about somebody else",
        ),
        pytest.param([{"x": 1}], ["--report"], 2, "payload: is of no shape", id="nobody knows its shape"),
        pytest.param(
            [ALERT], ["--report", "--as", "alerts"], 2, "--as: must be one of", id="there is no such shape"
        ),
        pytest.param([ALERT, {}], ["--person", "A2101ZZ", *TAKEN], 4, "", id="a part of it cannot be read"),
        pytest.param(
            [ALERT], ["--person", "A2101ZZ"], 2, "--taken-at: is needed", id="nobody says when it was taken"
        ),
        pytest.param(
            [ALERT],
            ["--person", "A2101ZZ", "--report"],
            2,
            "--taken-at: is needed",
            id="nobody says when what is stored and reported on was taken",
        ),
        pytest.param(
            [ALERT], ["--report", "--taken-at", "yesterday"], 2, "--taken-at: is not", id="no moment"
        ),
        pytest.param(
            [ALERT], ["--report", "--taken-at", "2026-11-20T09:00:00"], 2, "--taken-at: needs", id="no offset"
        ),
        pytest.param(
            [ALERT],
            ["--person", "A2101ZZ", "--taken-at", "2099-01-01T00:00:00+00:00"],
            2,
            "--taken-at: must not be in the future",
            id="it will be taken one day",
        ),
        pytest.param([ALERT], ["--report"], 0, "", id="a report alone stores nothing, whenever it was taken"),
    ],
)
def test_how_an_import_of_a_payload_ends(
    run: Run, tmp_path: Path, alerts: list[object], options: list[str], status: int, says: str
) -> None:
    run("import", S21)
    ended, _, err = run("import", payload(tmp_path, *alerts), *options)
    assert ended == status
    assert err.startswith(says)
    assert "9999" not in err


def test_a_report_says_where_each_reject_is_and_stores_nothing_of_nobody(run: Run, tmp_path: Path) -> None:
    path = payload(tmp_path, ALERT, {}, {**ALERT, "active": True, "expired": True})
    status, out, _ = run("import", path, "--report", "--as", "prison-api-alerts")
    assert status == 4
    assert out.splitlines() == [
        "prison-api-alerts: 3 elements in; 2 records, 0 found besides, 1 rejects out",
        "  record         alerts: 2",
        "  reject         [1]: alertCode: is needed",
        "  contradictory  [2].expired: says that it has expired, and it is called active",
        "nothing of this was stored: say whose records they are with --person",
    ]


@pytest.mark.usefixtures("that_noon")
def test_a_case_file_says_of_itself_when_its_sources_were_asked(run: Run) -> None:
    status, _, err = run("import", S21, *TAKEN)
    assert (status, err[:26]) == (2, "--taken-at: is for payload")


@pytest.mark.usefixtures("that_noon")
def test_what_was_taken_later_is_not_replaced_by_an_older_export(run: Run, tmp_path: Path) -> None:
    run("import", S21)
    path = payload(tmp_path, ALERT)
    assert run("import", path, "--person", "A2101ZZ", *TAKEN)[0] == 0
    status, _, err = run("import", path, "--person", "A2101ZZ", "--taken-at", "2026-11-01T09:00:00+00:00")
    assert (status, err) == (2, "taken_at: what is held of alerts was taken later\n")


TWO = {
    "hearing": {
        "prosecutionCases": [
            {
                "defendants": [
                    {"id": str(each), "pncId": f"200{each}/1234567{letter}", "offences": []}
                    | {"personDefendant": {"personDetails": {"lastName": "Quuxfield"}}}
                    for each, letter in enumerate("AB")
                ]
            }
        ]
    }
}
HEARD = "common-platform-hearing: 2 elements in; "


@pytest.mark.usefixtures("that_noon")
@pytest.mark.parametrize(
    ("pnc_number", "options", "ends"),
    [
        pytest.param(None, ["--report"], (4, f"{HEARD}0 records, 0 found besides, 2 rejects out"), id="nobody named"),
        pytest.param(
            "2001/1234567B",
            ["--person", "A2101ZZ", *TAKEN],
            (0, f"{HEARD}0 records, 1 found besides, 1 rejects out"),
            id="somebody with the number of one of them, named by another number",
        ),
        pytest.param(None, ["--person", "A2101ZZ", *TAKEN], (2, ""), id="somebody whose number neither has"),
    ],
)  # fmt: skip
def test_of_several_defendants_the_one_with_the_persons_number_is_read(
    run: Run, tmp_path: Path, pnc_number: str | None, options: list[str], ends: tuple[int, str]
) -> None:
    case_file = changed(tmp_path, lambda c: c["person"].update(pnc_number=pnc_number))
    assert run("import", case_file)[0] == 0
    path = tmp_path / "hearing.json"
    path.write_text(json.dumps(TWO))
    status, out, err = run("import", path, *options)
    assert (status, out.partition("\n")[0]) == ends
    assert "Quuxfield" not in out + err


@pytest.mark.usefixtures("that_noon")
def test_case_files_and_payloads_arrive_together(run: Run, tmp_path: Path) -> None:
    assert run("import", payload(tmp_path, ALERT), S21, "--person", "A2101ZZ", *TAKEN)[:2] == (
        0,
        f"1 case file loaded\n{LINE}",
    )
