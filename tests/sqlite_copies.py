"""A database in a file at this version's schema, copied from one that was made once: its steps are tried where
they are what is tested."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from riskflag.persistence.engine import file_of
from riskflag.persistence.migrations import upgrade
from tests.keys import VAULT


def make_sqlite(url: str) -> None:
    """Makes the database that an SQLite URL names. Raises FileExistsError where there is one."""
    file = file_of(url)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch(mode=0o600, exist_ok=False)
    file.write_bytes(_of_this_version())


@cache
def _of_this_version() -> bytes:
    with TemporaryDirectory(prefix="riskflag-") as folder:
        file = Path(folder, "riskflag.sqlite3")
        upgrade(f"sqlite:///{file}", VAULT)
        beside = sorted(each.name for each in Path(folder).iterdir() if each != file and each.stat().st_size)
        if beside:
            raise RuntimeError(f"part of the database lies beside its file: {beside}")
        return file.read_bytes()
