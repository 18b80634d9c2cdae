"""The keys that what is held is sealed with: read from a file, which nothing but its owner may read.

    {"sealing": {"current": 1, "keys": {"1": BASE64}}, "index": BASE64, "audit": BASE64}

Each is 32 random bytes. Sealing keys are numbered, so that a new one can take over while what an older one
sealed stays readable. The index key finds a value without showing it, and the audit key vouches for the chain
of entries: neither is ever changed while there is something that it indexed or vouched for.
"""

import json
import os
import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from riskflag.errors import BadInput
from riskflag.persistence.placing import flush_folder, make_folder

KEY_BYTES = 32
MOST_KEYS = 65_535
SETTING = "RISKFLAG_KEYS_FILE"
OTHERS_MAY_READ = 0o077


@dataclass(frozen=True, slots=True)
class Keys:
    """Every key of one installation. None is ever shown.

    current: number of the key that seals from now on
    sealing: the sealing keys by their numbers
    index: finds a value without showing it
    audit: vouches for the audit
    """

    current: int = field(repr=False)
    sealing: Mapping[int, bytes] = field(repr=False)
    index: bytes = field(repr=False)
    audit: bytes = field(repr=False)


def new_keys() -> Keys:
    """Keys that nobody has used yet."""
    return Keys(1, {1: secrets.token_bytes(KEY_BYTES)}, *(secrets.token_bytes(KEY_BYTES) for _ in range(2)))


def with_new_sealing_key(keys: Keys) -> Keys:
    """The same keys, with one more that seals from now on."""
    newest = max(keys.sealing) + 1
    return Keys(newest, {**keys.sealing, newest: secrets.token_bytes(KEY_BYTES)}, keys.index, keys.audit)


def read_keys(file: Path) -> Keys:
    """The keys in this file. Raises BadInput, which repeats nothing of it."""
    try:
        if file.stat().st_mode & OTHERS_MAY_READ:
            raise BadInput({SETTING: "may be read by others: its mode must be 600"})
        return _keys(json.loads(file.read_bytes()))
    except (AttributeError, KeyError, LookupError, OSError, TypeError, ValueError):
        raise BadInput({SETTING: "names no file of keys that can be read"}) from None


def write_keys(file: Path, keys: Keys, *, replacing: bool = False) -> None:
    """Writes the file whole or not at all, for its owner's eyes only. Raises BadInput where it cannot, and
    where there is one that is not to be replaced: whoever loses keys loses all that they sealed."""
    text = json.dumps(
        {
            "sealing": {
                "current": keys.current,
                "keys": {str(number): _written(key) for number, key in keys.sealing.items()},
            },
            "index": _written(keys.index),
            "audit": _written(keys.audit),
        },
        indent=2,
    )
    draft = file.with_suffix(f".{os.getpid()}")
    try:
        make_folder(file.parent)
        draft.touch(mode=0o600)
        _write_down(draft, text)
        try:
            if replacing:
                draft.replace(file)
            else:
                os.link(draft, file)
        finally:
            draft.unlink(missing_ok=True)
        flush_folder(file.parent)
    except FileExistsError:
        raise BadInput({SETTING: "names a file that is there already"}) from None
    except OSError:
        raise BadInput({SETTING: "cannot be written"}) from None


def development_keys(file: Path) -> Keys:
    """The keys of development mode, made at first use. The first of two processes wins."""
    if not file.exists():
        try:
            write_keys(file, new_keys())
        except BadInput:
            if not file.exists():
                raise
    return read_keys(file)


def _write_down(file: Path, text: str) -> None:
    with file.open("w", encoding="ascii") as opened:
        opened.write(text)
        opened.flush()
        os.fsync(opened.fileno())


def _keys(held: dict[str, Any]) -> Keys:
    sealing = {int(number): _key(text) for number, text in held["sealing"]["keys"].items()}
    current = held["sealing"]["current"]
    if type(current) is not int or current not in sealing or not all(0 < n <= MOST_KEYS for n in sealing):
        raise ValueError("the current key is not among the keys")
    return Keys(current, sealing, _key(held["index"]), _key(held["audit"]))


def _key(text: str) -> bytes:
    key = b64decode(text, validate=True)
    if len(key) != KEY_BYTES:
        raise ValueError("a key of another length")
    return key


def _written(key: bytes) -> str:
    return b64encode(key).decode("ascii")
