"""Copies of an embedded database: made while it is in use, and put back where there is none.

A copy is looked through before it gets its name, and put back only if it is whole: its pages fit together,
its audit holds, and everything sealed in it opens with the keys at hand. A server has tools of its own.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, select

from riskflag.errors import BadInput, StoreUnavailable
from riskflag.persistence import people, tables
from riskflag.persistence.audit import AuditEntry, add_entry
from riskflag.persistence.audit_check import Checked
from riskflag.persistence.engine import file_of, make_engine, open_database
from riskflag.persistence.placing import make_folder, place
from riskflag.persistence.resealing import SEALED
from riskflag.persistence.store import open_store
from riskflag.persistence.vault import Vault, opened_value, vault_of
from riskflag.records import Person, PersonNumbers

COPY = "FILE"
"""What the copy is called in errors."""

_BESIDE = ("-wal", "-shm", "-journal")
_PEOPLE = select(tables.person)


@dataclass(frozen=True, slots=True)
class Held:
    """What is in a copy.

    audit: whether its chain holds
    unopened: how many rows hold something that these keys do not open, or would not find
    """

    audit: Checked
    unopened: int

    @property
    def whole(self) -> bool:
        """Whether all of it can be relied on."""
        return self.audit.broken is None and not self.unopened


def back_up(database_url: str, vault: Vault, file: Path, entry: AuditEntry) -> Held:
    """Copies the database as it stands at one moment into a new file for its owner alone, and records it.

    Raises BadInput and StoreUnavailable, and then there is no copy. A copy that is not whole is kept: there
    may be no better one.
    """
    if not file_of(database_url).is_file():
        raise BadInput({"RISKFLAG_DATABASE_URL": "names no database that is there"})
    open_store(database_url, vault).close()
    with _draft_of(file, COPY) as draft:
        _record(database_url, vault, entry)
        _copy(database_url, _url(draft), vault)
        held = _look_through(draft, vault)
        _named(draft, file, COPY)
    return held


def put_back(file: Path, database_url: str, vault: Vault, entry: AuditEntry) -> Held:
    """Puts a copy where the database belongs, and records it. Gives what is in it.

    Raises BadInput where there is a database already, and for a copy that is not whole or not of these keys:
    then nothing was put there. Raises StoreUnavailable.
    """
    target = file_of(database_url)
    _refuse_beside(file, COPY, "has a log beside it: it is no copy that was made for this")
    _refuse_beside(target, "RISKFLAG_DATABASE_URL", "has the log of a database beside it: move it away first")
    with _draft_of(target, "RISKFLAG_DATABASE_URL") as draft:
        try:
            shutil.copyfile(file, draft)
        except OSError:
            raise BadInput({COPY: "there is no such file, or it cannot be read"}) from None
        held = _look_through(draft, vault)
        if not held.whole:
            return held
        _record(_url(draft), vault, entry)
        _named(draft, target, "RISKFLAG_DATABASE_URL")
    return held


@contextmanager
def _draft_of(file: Path, name: str) -> Iterator[Path]:
    """A file to work on beside the one that it is to become; gone afterwards, with what lies beside it."""
    if file.exists():
        raise BadInput({name: "names a file that is there already"})
    draft = file.absolute().with_name(f".{file.name}.{os.getpid()}")
    try:
        make_folder(draft.parent)
        draft.touch(mode=0o600, exist_ok=False)
    except OSError:
        raise BadInput({name: "cannot be written"}) from None
    try:
        yield draft
    finally:
        for left in (draft, *(draft.with_name(draft.name + ending) for ending in _BESIDE)):
            left.unlink(missing_ok=True)


def _copy(from_url: str, to_url: str, vault: Vault) -> None:
    """All pages in one step, as they stand at one moment; nobody who writes meanwhile waits for it."""
    source, target = make_engine(from_url, vault), make_engine(to_url, vault)
    failed = False
    try:
        reading, writing = source.raw_connection(), target.raw_connection()
        try:
            driver: Any = reading.driver_connection
            driver.backup(writing.driver_connection)
        finally:
            reading.close()
            writing.close()
    except Exception:  # what a driver says is passed on nowhere
        failed = True
    finally:
        target.dispose()
        source.dispose()
    if failed:
        raise StoreUnavailable("the database could not be copied")


def _look_through(draft: Path, vault: Vault) -> Held:
    """What is in a copy. Raises BadInput for one that is damaged, or is no database of this version."""
    try:
        store = open_store(_url(draft), vault)
    except StoreUnavailable:
        raise BadInput({COPY: "is no database of this version"}) from None
    database = open_database(_url(draft), vault)
    try:
        if database.read(_sound):
            return Held(store.check_audit(None), database.read(_unopened))
    except StoreUnavailable:
        pass  # a page that cannot be read at all
    finally:
        store.close()
        database.close()
    raise BadInput({COPY: "is damaged: its pages do not fit together"})


def _sound(connection: Connection) -> bool:
    pages = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    return pages == ["ok"] and not connection.exec_driver_sql("PRAGMA foreign_key_check").all()


def _unopened(connection: Connection) -> int:
    vault = vault_of(connection)
    closed = 0
    for sealed in SEALED:
        for row in connection.execute(select(sealed.table)).mappings():
            opened = (vault.open(row[name], *sealed.belongs(dict(row), name)) for name in sealed.columns)
            closed += any(text is None for text in opened)
    return closed + _lost(connection)


def _lost(connection: Connection) -> int:
    """How many people who can be read would not be found by their numbers: another key indexed them."""
    lost = 0
    for row in connection.execute(_PEOPLE).mappings():
        person = opened_value(connection, row["body"], Person, "person", row["id"])
        if person is not None:
            kept = people.indexed(connection, PersonNumbers.of(person))
            lost += any(row[name] != index for name, index in kept.items())
    return lost


def _record(url: str, vault: Vault, entry: AuditEntry) -> None:
    database = open_database(url, vault)
    try:
        database.write(lambda connection: add_entry(connection, entry))
    finally:
        database.close()


def _refuse_beside(file: Path, name: str, reason: str) -> None:
    if any(file.with_name(file.name + ending).exists() for ending in _BESIDE):
        raise BadInput({name: reason})


def _named(draft: Path, file: Path, name: str) -> None:
    _refuse_beside(draft, name, "cannot be written in one file")
    try:
        place(draft, file)
    except FileExistsError:
        raise BadInput({name: "names a file that is there already"}) from None
    except OSError:
        raise BadInput({name: "cannot be written"}) from None


def _url(file: Path) -> str:
    return URL.create("sqlite", database=str(file.absolute())).render_as_string()
