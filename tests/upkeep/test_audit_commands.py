"""``riskflag audit`` as somebody at a terminal meets it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.terminal import QUIET, S21, Run

PRIVATE = ("command line", "address_assessed", "person_stored", "Foundry")


@pytest.fixture
def held(run: Run, tmp_path: Path) -> Path:
    """A database with some entries in its audit."""
    assert run("import", S21, QUIET)[0] == 0
    run("check", S21)
    return tmp_path / "home" / "riskflag.sqlite3"


def meddle(database: Path, statement: str) -> None:
    with create_engine(f"sqlite:///{database}").begin() as connection:
        for trigger in ("no_update", "no_delete", "no_insert"):
            connection.execute(text(f"DROP TRIGGER IF EXISTS audit_entry_{trigger}"))
        connection.execute(text(statement))


def test_an_audit_that_nobody_touched_holds_and_goes_through_its_head(
    run: Run, held: Path, tmp_path: Path
) -> None:
    head = tmp_path / "head.json"
    assert run("audit", "head", "--out", head) == (0, "", "")
    assert head.stat().st_mode & 0o777 == 0o600
    newest = json.loads(head.read_text())["sequence"]
    run("check", QUIET)
    status, out, err = run("audit", "verify", "--head", head)
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        f"the audit holds from entry 1 to {newest + 1}, and goes through the head signed at {newest}",
        "answers: 2 held, 2 of them exactly as the audit vouches for",
        "people with their records: 2 held, 2 of them exactly as the audit vouches for",
        "place registers: 1 held, 1 of them exactly as the audit vouches for",
        "lists of known premises: 0 held, 0 of them exactly as the audit vouches for",
        "decisions: 0 held, 0 of them exactly as the audit vouches for",
        "agreements of second persons: 0 held, 0 of them exactly as the audit vouches for",
        "guards: 14 of 14 triggers are there as this version made them",
        "rights: a file has none, so that whoever can write it can take its guards away",
    ]
    status, out, _ = run("audit", "verify")
    assert status == 0
    assert "without a signed head nobody can tell" in out


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        pytest.param(
            "UPDATE audit_entry SET actor = 'x' WHERE sequence = 2", "entry 2: it was changed", id="changed"
        ),
        pytest.param("DELETE FROM audit_entry WHERE sequence = 1", "entry 1: it is missing", id="deleted"),
        pytest.param("DELETE FROM audit_entry WHERE sequence > 1", "entry 2: it and all", id="cut off"),
        pytest.param("DELETE FROM audit_entry", "entry 1: it and all", id="emptied"),
        pytest.param(
            "UPDATE audit_entry SET detail = CAST(x'ff' AS TEXT) WHERE sequence = 3",
            "entry 3",
            id="not Unicode",
        ),
    ],
)
def test_tampering_is_told_by_its_number_and_nothing_else(
    run: Run, held: Path, tmp_path: Path, statement: str, told: str
) -> None:
    head = tmp_path / "head.json"
    run("audit", "head", "--out", head)
    meddle(held, statement)
    status, out, err = run("audit", "verify", "--head", head)
    assert (status, err) == (5, "")
    assert f"the audit breaks at {told}" in out
    assert [word for word in PRIVATE if word in out] == []


UNGUARDED = "DROP TRIGGER assessment_no_update"


@pytest.mark.parametrize(
    ("statements", "status", "told"),
    [
        pytest.param(
            ["DELETE FROM assessment"],
            6,
            "answers: 0 held, 0 of them exactly as the audit vouches for; GONE that it tells of: 1",
            id="an answer is gone",
        ),
        pytest.param(
            ["UPDATE person SET noms_number = id"],
            6,
            "people with their records: 2 held, 0 of them exactly as the audit vouches for; "
            "OTHER THAN it vouches for: 2",
            id="people are found by other numbers",
        ),
        pytest.param(
            ["DROP TRIGGER alert_no_update"],
            7,
            "guards: 13 of 14 triggers are there as this version made them; MISSING: 1",
            id="a trigger is gone",
        ),
        pytest.param(
            [UNGUARDED, "DELETE FROM assessment"], 6, "MISSING: 1", id="an answer and the trigger are gone"
        ),
        pytest.param(
            [UNGUARDED, "UPDATE assessment SET open_body = x'00'"],
            7,
            "NOT LOOKED AT, since these keys do not open them: 1",
            id="an answer that cannot be opened, and a trigger that is gone",
        ),
        pytest.param(
            ["UPDATE person SET body = x'00'"],
            8,
            "NOT LOOKED AT, since these keys do not open them: 2",
            id="people who cannot be opened",
        ),
        pytest.param(
            ["ALTER TABLE agreement RENAME TO elsewhere"],
            7,
            "NOT LOOKED AT: whether what is held is what the audit vouches for; it could not be read",
            id="a table is gone, and its triggers with it",
        ),
        pytest.param(
            ["ALTER TABLE coverage RENAME TO elsewhere"],
            8,
            "NOT LOOKED AT: whether what is held is what the audit vouches for; it could not be read",
            id="a table is gone",
        ),
    ],
)
def test_each_thing_that_does_not_hold_has_its_status_and_its_sentence(
    run: Run, held: Path, statements: list[str], status: int, told: str
) -> None:
    with create_engine(f"sqlite:///{held}").begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    found, out, err = run("audit", "verify")
    assert (found, err) == (status, "")
    assert told in out
    assert [word for word in PRIVATE if word in out] == []


def test_what_is_compared_once_the_chain_is_broken_is_said(run: Run, held: Path) -> None:
    meddle(held, "UPDATE audit_entry SET detail = '' WHERE sequence = 3")
    status, out, _ = run("audit", "verify")
    assert status == 5
    assert "what is held was compared with entries 1 to 2 alone" in out
    assert "WITHOUT AN ENTRY" in out


def test_no_head_is_signed_over_an_audit_that_does_not_hold(run: Run, held: Path, tmp_path: Path) -> None:
    meddle(held, "UPDATE audit_entry SET actor = 'x' WHERE sequence = 2")
    status, out, _ = run("audit", "head", "--out", tmp_path / "head.json")
    assert status == 5
    assert "breaks at entry 2" in out
    assert not (tmp_path / "head.json").exists()


def test_whoever_has_only_the_public_key_can_check_who_signed(run: Run, held: Path, tmp_path: Path) -> None:
    key, head = tmp_path / "key.pem", tmp_path / "head.json"
    key.write_text(run("audit", "public-key")[1])
    head.write_text(run("audit", "head")[1])
    status, out, _ = run("audit", "check-head", head, "--public-key", key)
    assert status == 0
    assert json.loads(head.read_text())["mac"] in out
    head.write_text(head.read_text().replace('"sequence": ', '"sequence": 1'))
    assert run("audit", "check-head", head, "--public-key", key)[0] == 2


def forged(head: Path) -> None:
    said = json.loads(head.read_text())
    head.write_text(json.dumps({**said, "sequence": 1}))


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        pytest.param(lambda head: head.unlink(), "there is no such file", id="there is none"),
        pytest.param(forged, "is none that was signed", id="forged"),
        pytest.param(lambda head: head.write_text("Foundry"), "is none that was signed", id="no head"),
    ],
)
def test_a_head_that_is_none_is_refused_and_not_passed_over(
    run: Run, held: Path, tmp_path: Path, spoil: Callable[[Path], object], told: str
) -> None:
    head = tmp_path / "head.json"
    run("audit", "head", "--out", head)
    spoil(head)
    status, out, err = run("audit", "verify", "--head", head)
    assert (status, out) == (2, "")
    assert told in err
    assert "Foundry" not in err


def test_a_head_that_was_kept_is_not_written_over(run: Run, held: Path, tmp_path: Path) -> None:
    kept = tmp_path / "head.json"
    run("audit", "head", "--out", kept)
    before = kept.read_bytes()
    status, _, err = run("audit", "head", "--out", kept)
    assert (status, kept.read_bytes()) == (2, before)
    assert "is there already" in err
    assert run("audit", "head", "--out", tmp_path / "nowhere" / "head.json")[0] == 2


def test_a_database_that_is_none_is_not_an_audit_that_holds(run: Run) -> None:
    status, out, err = run("audit", "verify")
    assert (status, out) == (3, "")
    assert "not at this version's schema" in err
