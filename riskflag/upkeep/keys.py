"""``riskflag keys``: makes the file of keys, and adds the one that seals from now on."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from riskflag.errors import BadInput
from riskflag.persistence.keys import (
    MOST_KEYS,
    SETTING,
    new_keys,
    read_keys,
    with_new_sealing_key,
    write_keys,
)

_FILE = click.Path(path_type=Path)


@click.group()
def keys() -> None:
    """Make and change the keys that what is held is sealed with."""


@keys.command()
@click.argument("file", type=_FILE)
def new(file: Path) -> None:
    """Make keys in FILE, which must not be there yet."""
    write_keys(file, new_keys())
    click.echo(
        "the keys are made: whoever loses them loses all that they seal. Keep a copy apart from the database"
    )


@keys.command()
@click.argument("file", type=_FILE)
def add(file: Path) -> None:
    """Add a key to FILE that seals from now on. The others still open what they sealed."""
    with _alone(file.parent):
        held = read_keys(file)
        if max(held.sealing) >= MOST_KEYS:
            raise BadInput({SETTING: "holds the last key that can be numbered"})
        keys_now = with_new_sealing_key(held)
        write_keys(file, keys_now, replacing=True)
    click.echo(
        f"key {keys_now.current} seals from now on: copy the file, restart what uses it,"
        " then `riskflag database reseal`"
    )


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keeps others out who would change keys here: the later would undo what the earlier made, and with it
    whatever that key had sealed by then. Raises BadInput where somebody is at it already."""
    try:
        held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        raise BadInput({SETTING: "names no file of keys that can be read"}) from None
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise BadInput({SETTING: "is being changed by another process"}) from None
    finally:
        os.close(held)
