"""``riskflag keys`` as somebody at a terminal meets it."""

import fcntl
import os
from pathlib import Path

import pytest

from riskflag.persistence.keys import MOST_KEYS, Keys, read_keys, write_keys
from tests.keys import KEYS
from tests.terminal import QUIET, Run


def test_keys_are_made_once_and_for_their_owner_alone(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "made" / "keys"
    status, out, err = run("keys", "new", file)
    assert (status, err) == (0, "")
    assert "Keep a copy apart from the database" in out
    assert file.stat().st_mode & 0o777 == 0o600
    before = file.read_bytes()
    assert [word for word in before.decode().split('"') if len(word) > 30 and word in out] == []
    status, out, err = run("keys", "new", file)
    assert (status, out, file.read_bytes()) == (2, "", before)
    assert "there already" in err


def test_what_an_older_key_sealed_is_still_opened_once_another_was_added(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "own-keys"
    run("keys", "new", file)
    monkeypatch.setenv("RISKFLAG_KEYS_FILE", str(file))
    assert run("import", QUIET)[0] == 0
    before = read_keys(file)
    status, out, _ = run("keys", "add", file)
    after = read_keys(file)
    assert (status, after.current) == (0, 2)
    assert "key 2 seals from now on" in out
    assert (after.sealing[1], after.index, after.audit) == (before.sealing[1], before.index, before.audit)
    assert file.stat().st_mode & 0o777 == 0o600
    assert run("import", QUIET)[0] == 0
    assert run("audit", "verify")[0] == 0


@pytest.mark.parametrize(
    ("content", "mode"),
    [
        pytest.param(None, 0o600, id="no file"),
        pytest.param(b"{}", 0o600, id="no keys"),
        pytest.param(b"Foundry", 0o600, id="something else"),
    ],
)
def test_no_key_is_added_to_a_file_that_holds_none(
    run: Run, tmp_path: Path, content: bytes | None, mode: int
) -> None:
    file = tmp_path / "other"
    if content is not None:
        file.write_bytes(content)
        file.chmod(mode)
    status, out, err = run("keys", "add", file)
    assert (status, out) == (2, "")
    assert "names no file of keys" in err
    assert (file.read_bytes() if file.exists() else None) == content


def test_no_key_is_added_where_others_may_read_them_or_numbers_end(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "last"
    write_keys(file, Keys(MOST_KEYS, {MOST_KEYS: b"s" * 32}, KEYS.index, KEYS.audit))
    assert "the last key that can be numbered" in run("keys", "add", file)[2]
    file.chmod(0o640)
    assert "may be read by others" in run("keys", "add", file)[2]
    assert "names no file" in run("keys", "add", tmp_path / "nowhere" / "keys")[2]


def test_two_who_add_a_key_do_not_undo_each_other(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "shared"
    write_keys(file, KEYS)
    other = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(other, fcntl.LOCK_EX)
    status, _, err = run("keys", "add", file)
    assert (status, read_keys(file)) == (2, KEYS)
    assert "being changed by another process" in err
    os.close(other)
    assert run("keys", "add", file)[0] == 0
    assert read_keys(file).current == 2
