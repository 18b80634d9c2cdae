"""``riskflag database backup`` and ``restore`` as somebody at a terminal meets them, and the drill of both."""

import json
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from riskflag.casebook import EX_PARTNER, PROPOSED, case, protected_place
from riskflag.persistence.audit import Action
from riskflag.persistence.engine import make_engine
from riskflag.persistence.keys import Keys, write_keys
from riskflag.service import StoredAssessment, open_service
from riskflag.settings import load_settings
from tests.keys import KEYS, VAULT
from tests.persistence.rows import rows
from tests.service.world import OFFICER
from tests.terminal import QUIET, S21, THAT_DAY, Run

WRITES = 30
BEFORE_THE_COPY = 8
GIVEN = case(protected_place(EX_PARTNER, PROPOSED))


@pytest.fixture
def held(run: Run, tmp_path: Path) -> Path:
    """A database that holds somebody, and an answer."""
    assert run("import", S21)[0] == 0
    assert run("check", S21, "--at", THAT_DAY)[0] == 10
    return tmp_path / "home" / "riskflag.sqlite3"


@pytest.fixture
def copy(run: Run, held: Path, tmp_path: Path) -> Path:
    """A copy of it; the database itself is gone."""
    made = tmp_path / "elsewhere" / "copy"
    assert run("database", "backup", made)[0] == 0
    shutil.rmtree(held.parent)
    return made


def entries(database: Path) -> list[object]:
    engine = make_engine(f"sqlite:///{database}", VAULT)
    found = [row["action"] for row in rows(engine, "audit_entry")]
    engine.dispose()
    return found


def meddle(database: Path, *statements: str) -> None:
    engine = create_engine(f"sqlite:///{database}")
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def test_the_drill(run: Run, held: Path, tmp_path: Path) -> None:
    """Backed up while it is written to, lost, restored: every answer given out before the copy began is there."""
    service = open_service(load_settings())
    during: list[StoredAssessment] = []

    def answer() -> StoredAssessment:
        return service.check_case(GIVEN.dossier, GIVEN.enquiry, GIVEN.place, OFFICER)

    def write() -> None:
        during.extend(answer() for _ in range(WRITES))

    before = [answer() for _ in range(BEFORE_THE_COPY)]
    with ThreadPoolExecutor(1) as others:
        writing = others.submit(write)
        status, out, err = run("database", "backup", tmp_path / "copy")
        writing.result()
    service.close()
    assert (status, err) == (0, "")
    assert "the copy is whole" in out
    shutil.rmtree(held.parent)
    assert run("database", "restore", tmp_path / "copy")[0] == 0
    restored = open_service(load_settings())
    assert [restored.read_assessment(each.id, OFFICER) for each in before] == before
    restored.close()
    assert run("audit", "verify")[0] == 0
    assert len(during) == WRITES


def test_a_copy_is_one_file_for_its_owner_alone_and_the_audit_says_that_it_was_made(
    run: Run, held: Path, tmp_path: Path
) -> None:
    made = tmp_path / "elsewhere" / "copy"
    assert run("database", "backup", made)[0] == 0
    assert [each.name for each in made.parent.iterdir()] == ["copy"]
    assert made.stat().st_mode & 0o777 == 0o600
    assert entries(held)[-1] == entries(made)[-1] == Action.BACKED_UP


@pytest.mark.parametrize("name", ["copy?1", "copy%3F1", "copy#1", "5% of it", "of today, ü"])
def test_a_copy_may_have_any_name(run: Run, held: Path, tmp_path: Path, name: str) -> None:
    made = tmp_path / "else?where" / name
    assert run("database", "backup", made)[0] == 0
    assert [each.name for each in tmp_path.rglob("else*/*")] == [name]
    assert not (tmp_path / "else").exists()
    shutil.rmtree(held.parent)
    assert run("database", "restore", made)[0] == 0
    assert entries(held)[-2:] == [Action.BACKED_UP, Action.RESTORED]


def test_what_was_restored_answers_as_before_and_the_audit_says_so(run: Run, held: Path, copy: Path) -> None:
    assert run("database", "restore", copy)[0] == 0
    assert [each.name for each in held.parent.iterdir() if each.name != "development-keys.json"] == [
        held.name
    ]
    assert held.stat().st_mode & 0o777 == 0o600
    assert entries(held)[-1] == Action.RESTORED
    assert run("audit", "verify")[0] == 0
    assert run("check", S21, "--at", THAT_DAY)[0] == 10


def test_the_copy_is_as_it_was_after_it_was_restored(run: Run, copy: Path) -> None:
    before = copy.read_bytes()
    run("database", "restore", copy)
    assert copy.read_bytes() == before
    assert [each.name for each in copy.parent.iterdir()] == ["copy"]


def test_nothing_is_written_over(run: Run, held: Path, tmp_path: Path) -> None:
    made = tmp_path / "copy"
    run("database", "backup", made)
    before = made.read_bytes(), entries(held)
    for command in ("backup", "restore"):
        status, out, err = run("database", command, made)
        assert (status, out) == (2, "")
        assert "is there already" in err
    assert (made.read_bytes(), entries(held)) == before


def test_a_log_that_was_left_behind_is_not_mixed_with_what_is_restored(
    run: Run, held: Path, copy: Path
) -> None:
    held.parent.mkdir()
    held.with_name(f"{held.name}-wal").write_bytes(b"left behind")
    status, _, err = run("database", "restore", copy)
    assert status == 2
    assert "move it away first" in err
    assert not held.exists()


def other(**changes: object) -> Callable[[Path], None]:
    """Puts other keys in the place of those that everything was sealed with."""
    fields = {name: getattr(KEYS, name) for name in ("current", "sealing", "index", "audit")}
    return lambda file: write_keys(file, Keys(**{**fields, **changes}), replacing=True)


@pytest.mark.parametrize(
    ("change", "status", "told"),
    [
        pytest.param(other(sealing={1: b"o" * 32}), 4, "cannot be opened", id="another key seals"),
        pytest.param(other(index=b"o" * 32), 4, "would not be found", id="another key finds"),
        pytest.param(other(audit=b"o" * 32), 5, "breaks at entry 1", id="another key vouches for the audit"),
    ],
)
def test_with_other_keys_nothing_is_restored(
    run: Run,
    held: Path,
    copy: Path,
    tmp_path: Path,
    change: Callable[[Path], None],
    status: int,
    told: str,
) -> None:
    change(tmp_path / "keys.json")
    ended, out, _ = run("database", "restore", copy)
    assert ended == status
    assert told in out
    assert "nothing was restored" in out
    assert [each for each in held.parent.glob(".*") if "riskflag" in each.name] == []
    assert not held.exists()


UNGUARDED = "DROP TRIGGER audit_entry_no_delete"


@pytest.mark.parametrize(
    ("spoil", "status", "told"),
    [
        pytest.param(lambda copy: copy.unlink(), 2, "no such file", id="there is none"),
        pytest.param(lambda copy: copy.write_text("Foundry"), 2, "no database", id="something else"),
        pytest.param(lambda copy: copy.write_bytes(b""), 2, "no database", id="empty"),
        pytest.param(lambda copy: copy.write_bytes(copy.read_bytes()[:-8192]), 2, "FILE: is", id="cut short"),
        pytest.param(
            lambda copy: meddle(copy, UNGUARDED, "DELETE FROM audit_entry WHERE sequence = 1"),
            5,
            "breaks at entry 1",
            id="an entry of the audit is gone",
        ),
        pytest.param(
            lambda copy: meddle(copy, "UPDATE record SET body = x'00' WHERE sequence = 1"),
            4,
            "1 rows cannot be opened",
            id="a record was changed",
        ),
        pytest.param(
            lambda copy: meddle(copy, "UPDATE alembic_version SET version_num = '0003'"),
            2,
            "no database of this version",
            id="of another version",
        ),
        pytest.param(
            lambda copy: copy.with_name("copy-wal").write_bytes(b"x"), 2, "has a log beside it", id="not ours"
        ),
    ],
)
def test_a_copy_that_is_not_whole_is_not_restored(
    run: Run, held: Path, copy: Path, spoil: Callable[[Path], object], status: int, told: str
) -> None:
    spoil(copy)
    ended, out, err = run("database", "restore", copy)
    assert ended == status, out + err
    assert told in out + err
    assert "Foundry" not in out + err
    assert not held.exists()


def test_a_copy_of_what_is_not_whole_is_kept_and_says_so(run: Run, held: Path, tmp_path: Path) -> None:
    meddle(held, "UPDATE record SET body = x'00' WHERE sequence = 1")
    status, out, _ = run("database", "backup", tmp_path / "copy")
    assert status == 4
    assert "is kept, but is not whole" in out
    assert (tmp_path / "copy").is_file()


def test_a_database_that_is_not_there_is_neither_copied_nor_made(run: Run, tmp_path: Path) -> None:
    status, _, err = run("database", "backup", tmp_path / "copy")
    assert status == 2
    assert "no database that is there" in err
    assert list((tmp_path / "home").glob("*.sqlite3")) == []
    assert not (tmp_path / "copy").exists()


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_server_is_left_to_its_own_tools(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("RISKFLAG_DATABASE_URL", "postgresql+psycopg://riskflag:secret@127.0.0.1/riskflag")
    status, _, err = run("database", command, tmp_path / "copy")
    assert status == 2
    assert "pg_basebackup or pg_dump" in err
    assert "secret" not in err


def test_what_can_be_written_nowhere_is_said(run: Run, held: Path, tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text(json.dumps({}))
    status, _, err = run("database", "backup", tmp_path / "a-file" / "copy")
    assert status == 2
    assert "cannot be written" in err


def test_somebody_who_is_quiet_stays_quiet(run: Run, held: Path, copy: Path) -> None:
    run("database", "restore", copy)
    assert run("check", QUIET, "--at", THAT_DAY)[0] != 10
