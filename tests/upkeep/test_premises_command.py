"""``riskflag premises`` as somebody at a terminal meets it."""

from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.terminal import Run

HEAD = "name,address,listed_by,listed_on,uprn,easting,northing"
HOSTEL = 'Larch House,"14 Larch Close, Testbury, ZZ1 1AA",S. Auditor,2026-11-01,990000000001,400000,312345'
COURT = 'Testbury Court,"2 Castle Street, Testbury, ZZ1 2BB",S. Auditor,2026-11-01,,,'
FOR = ("--for", "s.auditor", "--because", "false_alert")
PRIVATE = ("Larch", "Castle", "ZZ1", "9900", "312345", "S. Auditor")


@pytest.fixture
def database(run: Run, tmp_path: Path) -> Path:
    assert run("database", "upgrade")[0] == 0
    return tmp_path / "home" / "riskflag.sqlite3"


def file_of(tmp_path: Path, *lines: str) -> Path:
    file = tmp_path / "premises.csv"
    file.write_text("\n".join((HEAD, *lines)) + "\n")
    return file


def entries(database: Path) -> list[tuple[str, str, str, str]]:
    engine = create_engine(f"sqlite:///{database}")
    with engine.connect() as connection:
        found = connection.execute(
            text("SELECT actor, role, action, detail FROM audit_entry ORDER BY sequence")
        )
        listed = [(row.actor, row.role, row.action, row.detail.split(" vouches:")[0]) for row in found]
    engine.dispose()
    return listed


def test_it_is_kept_from_the_terminal_and_each_time_it_is_said_for_whom_and_why(
    run: Run, database: Path, tmp_path: Path
) -> None:
    file = file_of(tmp_path, HOSTEL, COURT)
    assert run("premises", "add", file, *FOR) == (0, "put on the list: 2; on it now: 2\n", "")
    assert run("premises", "count") == (0, "on the list: 2\n", "")
    written = tmp_path / "list.csv"
    assert run("premises", "list", "--out", written) == (0, "written: 2\n", "")
    assert written.stat().st_mode & 0o777 == 0o600
    assert written.read_text().splitlines() == [HEAD, HOSTEL, COURT]
    file_of(tmp_path, COURT)
    assert run("premises", "remove", file, "--for", "t.auditor", "--because", "closed") == (
        0,
        "taken from the list: 1; on it now: 1\n",
        "",
    )
    assert entries(database) == [
        ("command line", "auditor", "premises_listed", "false_alert by s.auditor"),
        ("command line", "auditor", "premises_read", ""),
        ("command line", "auditor", "premises_removed", "closed by t.auditor"),
    ]
    assert run("audit", "verify")[0] == 0


def test_what_was_written_is_taken_as_it_is(run: Run, database: Path, tmp_path: Path) -> None:
    file, written = file_of(tmp_path, HOSTEL, COURT), tmp_path / "list.csv"
    run("premises", "add", file, *FOR)
    run("premises", "list", "--out", written)
    assert run("premises", "add", written, *FOR) == (0, "put on the list: 0; on it now: 2\n", "")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("--for", "s.auditor"), "because", id="not said why"),
        pytest.param(("--because", "false_alert"), "for", id="not said for whom"),
        pytest.param(("--for", "s.auditor", "--because", "whatever"), "because", id="a reason that is none"),
        pytest.param(
            ("--for", "S. Auditor", "--because", "closed"), "--for: must be an account", id="a blank"
        ),
        pytest.param(("--for", "x" * 61, "--because", "closed"), "--for: must be an account", id="too long"),
        pytest.param(("--for", "", "--because", "closed"), "--for: must be an account", id="for nobody"),
    ],
)
@pytest.mark.parametrize("command", ["add", "remove"])
def test_it_is_not_changed_without_saying_for_whom_and_why(
    run: Run, database: Path, tmp_path: Path, command: str, arguments: tuple[str, ...], told: str
) -> None:
    status, out, err = run("premises", command, file_of(tmp_path, HOSTEL), *arguments)
    assert (status, out) == (2, "")
    assert told in err
    assert entries(database) == []


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        pytest.param(
            (HOSTEL, COURT.replace("2 Castle", "Flat 1, 2 Castle")), "rows[2].address: must be", id="a flat"
        ),
        pytest.param((HOSTEL.replace("9900", "99oo"), COURT), "rows[1].uprn: must be", id="no UPRN"),
        pytest.param((), "FILE: has no rows", id="nothing"),
    ],
)
def test_a_file_with_a_row_that_cannot_be_taken_changes_nothing(
    run: Run, database: Path, tmp_path: Path, lines: tuple[str, ...], told: str
) -> None:
    status, out, err = run("premises", "add", file_of(tmp_path, *lines), *FOR)
    assert (status, out) == (2, "")
    assert told in err
    assert [word for word in PRIVATE if word in err] == []
    assert (run("premises", "count")[1], entries(database)) == ("on the list: 0\n", [])


def test_what_is_not_on_it_is_told_and_nothing_is_taken(run: Run, database: Path, tmp_path: Path) -> None:
    run("premises", "add", file_of(tmp_path, HOSTEL), *FOR)
    status, _, err = run("premises", "remove", file_of(tmp_path, HOSTEL, COURT), *FOR)
    assert (status, err) == (2, "rows[2].address: is not on the list\n")
    assert run("premises", "count")[1] == "on the list: 1\n"


def test_it_needs_a_file_and_a_database(run: Run, tmp_path: Path) -> None:
    assert run("premises", "count")[0] == 3
    status, _, err = run("premises", "add", tmp_path / "nowhere.csv", *FOR)
    assert (status, err) == (2, "FILE: there is no such file, or it cannot be read\n")
