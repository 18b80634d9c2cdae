"""The file of keys: for its owner's eyes, whole or not at all, and never in an error."""

import json
from base64 import b64encode
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from riskflag.errors import BadInput
from riskflag.persistence.keys import (
    KEY_BYTES,
    MOST_KEYS,
    Keys,
    development_keys,
    new_keys,
    read_keys,
    with_new_sealing_key,
    write_keys,
)
from tests.keys import KEYS

Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    write_keys(tmp_path / "held" / "keys", KEYS)
    return tmp_path / "held" / "keys"


def everything(keys: Keys) -> list[bytes]:
    return [*keys.sealing.values(), keys.index, keys.audit]


def test_what_was_written_is_read(file: Path) -> None:
    assert read_keys(file) == KEYS
    made = with_new_sealing_key(with_new_sealing_key(new_keys()))
    write_keys(file, made, replacing=True)
    assert read_keys(file) == made


def test_nobody_else_can_read_it_and_nothing_else_is_left_there(file: Path) -> None:
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    write_keys(file, new_keys(), replacing=True)
    with pytest.raises(BadInput):
        write_keys(file, new_keys())
    assert [each.name for each in file.parent.iterdir()] == ["keys"]
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("mode", [0o604, 0o640, 0o644, 0o660, 0o601, 0o610, 0o666, 0o777])
def test_keys_that_others_may_touch_are_not_used(file: Path, mode: int) -> None:
    file.chmod(mode)
    with pytest.raises(BadInput, match="its mode must be 600"):
        read_keys(file)


@pytest.mark.parametrize("mode", [0o600, 0o400])
def test_keys_of_their_owner_alone_are_used(file: Path, mode: int) -> None:
    file.chmod(mode)
    assert read_keys(file) == KEYS


def test_new_keys_are_new() -> None:
    drawn = [key for _ in range(50) for key in everything(new_keys())]
    assert len(set(drawn)) == len(drawn) == 150
    assert {len(key) for key in drawn} == {KEY_BYTES}


def test_a_new_sealing_key_takes_over_and_the_others_stay() -> None:
    later = with_new_sealing_key(Keys(3, {3: b"x" * KEY_BYTES, 7: b"y" * KEY_BYTES}, KEYS.index, KEYS.audit))
    assert later.current == 8
    assert later.sealing[8] not in (b"x" * KEY_BYTES, b"y" * KEY_BYTES)
    assert (later.sealing[3], later.sealing[7]) == (b"x" * KEY_BYTES, b"y" * KEY_BYTES)
    assert (later.index, later.audit) == (KEYS.index, KEYS.audit)


def test_keys_are_not_shown() -> None:
    shown = f"{KEYS!r} {KEYS} {[KEYS]}"
    for key in everything(KEYS):
        assert repr(key)[2:-1] not in shown
        assert b64encode(key).decode() not in shown


def short(said: dict[str, Any]) -> None:
    said["audit"] = b64encode(b"a" * 31).decode()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda said: said.pop("index"), id="no key of the index"),
        pytest.param(lambda said: said.pop("audit"), id="no key of the audit"),
        pytest.param(lambda said: said.pop("sealing"), id="no sealing keys"),
        pytest.param(short, id="a short key"),
        pytest.param(lambda said: said.update(index=said["index"] + "AAAA"), id="a long key"),
        pytest.param(lambda said: said.update(index="*" * 44), id="no text of bytes"),
        pytest.param(lambda said: said.update(index=None), id="nothing for a key"),
        pytest.param(lambda said: said.update(index=7), id="a number for a key"),
        pytest.param(lambda said: said["sealing"].update(current=2), id="a current key that is not there"),
        pytest.param(lambda said: said["sealing"].update(current="1"), id="a current key as text"),
        pytest.param(lambda said: said["sealing"].update(current=True), id="a truth for the current key"),
        pytest.param(lambda said: said["sealing"].update(keys={}), id="none of the sealing keys"),
        pytest.param(lambda said: said["sealing"].update(keys=[]), id="a list of sealing keys"),
        pytest.param(lambda said: said["sealing"]["keys"].update({"0": said["index"]}), id="key nought"),
        pytest.param(lambda said: said["sealing"]["keys"].update({"-1": said["index"]}), id="a key below"),
        pytest.param(
            lambda said: said["sealing"]["keys"].update({str(MOST_KEYS + 1): said["index"]}),
            id="a key past the last",
        ),
        pytest.param(lambda said: said["sealing"]["keys"].update({"x": said["index"]}), id="no number"),
    ],
)
def test_a_file_that_is_not_exactly_keys_is_refused_and_not_repeated(file: Path, change: Change) -> None:
    said = json.loads(file.read_text())
    change(said)
    file.write_text(json.dumps(said))
    refused(file)


@pytest.mark.parametrize("content", [b"", b"null", b"[]", b'"Foundry"', b"\xff\xfe", b"{", b"\0" * 40])
def test_a_file_of_something_else_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    refused(file)


def test_no_file_and_a_folder_are_refused(file: Path) -> None:
    file.parent.chmod(0o700)
    refused(file.parent)
    refused(file.parent / "nothing")
    refused(file / "beneath")


def refused(file: Path) -> None:
    with pytest.raises(BadInput) as caught:
        read_keys(file)
    assert caught.value.problems == {"RISKFLAG_KEYS_FILE": "names no file of keys that can be read"}
    assert caught.value.__cause__ is None
    assert str(file) not in str(caught.value)


def test_keys_that_are_there_are_never_written_over_unless_that_is_meant(file: Path) -> None:
    with pytest.raises(BadInput, match="there already"):
        write_keys(file, new_keys())
    assert read_keys(file) == KEYS


def test_keys_that_cannot_be_written_are_said_to_be_so(file: Path) -> None:
    with pytest.raises(BadInput, match="cannot be written"):
        write_keys(file.parent / ("k" * 300), new_keys())


def test_development_s_keys_are_made_once_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "home" / "keys.json"
    made = development_keys(file)
    assert development_keys(file) == made
    assert file.stat().st_mode & 0o777 == 0o600


def test_processes_that_begin_together_use_the_same_keys(tmp_path: Path) -> None:
    file = tmp_path / "home" / "keys.json"
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        made = list(pool.map(development_keys, [file] * 6))
    assert len({keys.index for keys in made}) == 1
    assert made[0] == read_keys(file)


def test_development_s_keys_that_are_damaged_are_not_made_anew(tmp_path: Path) -> None:
    file = tmp_path / "keys.json"
    file.touch(mode=0o600)
    with pytest.raises(BadInput):
        development_keys(file)
    assert file.read_bytes() == b""
