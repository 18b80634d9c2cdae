"""``riskflag subject-access`` as somebody at a terminal meets it."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from riskflag.casebook import HIM
from tests.terminal import S21, THAT_DAY, Run, changed

NUMBER = json.loads(S21.read_text())["person"]["noms_number"]


@pytest.fixture
def held(run: Run, tmp_path: Path) -> Path:
    """Somebody with protected records, whose home was asked about."""
    assert run("import", S21)[0] == 0
    return tmp_path / "home" / "riskflag.sqlite3"


def entries(database: Path) -> list[tuple[str, str, bool, str]]:
    engine = create_engine(f"sqlite:///{database}")
    with engine.connect() as connection:
        found = connection.execute(
            text("SELECT actor, action, person_id, detail FROM audit_entry ORDER BY sequence")
        )
        listed = [(row.actor, row.action, row.person_id is not None, row.detail) for row in found]
    engine.dispose()
    return listed


def exported(run: Run, out: Path) -> dict[str, Any]:
    assert run("subject-access", NUMBER, "--out", out)[0] == 0
    content: dict[str, Any] = json.loads(out.read_text())
    return content


def test_a_person_s_own_data_are_written_for_one_pair_of_eyes_and_recorded(
    run: Run, held: Path, tmp_path: Path
) -> None:
    out = tmp_path / "own.json"
    content = exported(run, out)
    assert out.stat().st_mode & 0o777 == 0o600
    assert content["person"]["noms_number"] == NUMBER
    assert content["records"]
    assert [each["action"] for each in content["looked_at"]] == ["own_data_exported"]
    assert entries(held)[-1] == ("command line", "own_data_exported", True, "")
    assert run("audit", "verify")[0] == 0


def test_nothing_protected_and_nobody_else_is_in_it(run: Run, held: Path, tmp_path: Path) -> None:
    exported(run, tmp_path / "own.json")
    told = (tmp_path / "own.json").read_text()
    assert [hidden for hidden in ("Ms K", "Foundry", "protected") if hidden in told] == []


def without_protected_places(content: dict[str, Any]) -> None:
    del content["records"]["protected_places"]


def test_the_file_is_the_same_where_nothing_is_protected_and_only_the_terminal_tells(
    run: Run, held: Path, tmp_path: Path
) -> None:
    having = exported(run, tmp_path / "having.json")
    status, told, _ = run("subject-access", NUMBER, "--out", tmp_path / "again.json")
    assert "records that the person must not learn of" in told
    assert run("import", changed(tmp_path, without_protected_places))[0] == 0
    without = exported(run, tmp_path / "without.json")
    assert (status, having["records"], having["person"]) == (0, without["records"], without["person"])


def test_what_is_left_out_is_told_at_the_terminal_with_its_reason(
    run: Run, held: Path, tmp_path: Path
) -> None:
    run("check", S21, "--at", THAT_DAY)
    _, out, _ = run("subject-access", NUMBER, "--out", tmp_path / "own.json")
    assert "s.45(4)" in out
    assert "passages in free words" in out
    assert [hidden for hidden in ("Ms K", "Foundry", NUMBER) if hidden in out] == []


@pytest.mark.parametrize(
    ("number", "told"),
    [
        pytest.param("Z9999ZZ", "no such person", id="nobody"),
        pytest.param("Neil Example", "PERSON_NUMBER: must be a NOMS number", id="a name"),
    ],
)
def test_nobody_s_data_are_not_written(run: Run, held: Path, tmp_path: Path, number: str, told: str) -> None:
    status, out, err = run("subject-access", number, "--out", tmp_path / "own.json")
    assert (status, out) == (2, "")
    assert told in err
    assert number not in err
    assert not (tmp_path / "own.json").exists()


def test_that_somebody_was_sought_in_vain_is_recorded(run: Run, held: Path, tmp_path: Path) -> None:
    run("subject-access", "Z9999ZZ", "--out", tmp_path / "own.json")
    assert entries(held)[-1] == ("command line", "own_data_exported", False, "not_found")


def test_a_file_that_is_there_is_not_written_over(run: Run, held: Path, tmp_path: Path) -> None:
    out = tmp_path / "own.json"
    out.write_text("kept")
    status, _, err = run("subject-access", NUMBER, "--out", out)
    assert (status, out.read_text()) == (2, "kept")
    assert "is there already" in err
    assert HIM.name not in err
