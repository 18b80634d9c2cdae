"""A PostgreSQL server of one's own, in a folder, for as long as it is needed."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.address_peers.peer import NotInstalled

DEBIANS = Path("/usr/lib/postgresql")
INSTALL = "install the server with its contributed extensions (Debian: apt-get install postgresql)"
SETTINGS = {
    "listen_addresses": "",
    "shared_buffers": "1GB",
    "maintenance_work_mem": "512MB",
    "random_page_cost": "1.1",
    "jit": "off",
    "fsync": "off",
}


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs.

    url: of its database, for psycopg
    process: its number, whose children are the rest of it
    """

    url: str
    process: int


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """A server whose files are in this folder, which is given to it.

    Raises: NotInstalled.
    """
    programs = _programs()
    # It refuses to run as root; Debian's package made the account.
    account = "postgres" if os.geteuid() == 0 else None
    if account:
        folder.chmod(0o755)
        folder = folder / "server"
        folder.mkdir()
        shutil.chown(folder, account)
    data = folder / "data"

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [programs / program, "--pgdata", data, *arguments],
            check=True,
            user=account,
            cwd=folder,
            stdout=subprocess.DEVNULL,
        )

    run("initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
    given = {**SETTINGS, "unix_socket_directories": str(folder)}
    options = " ".join(f"-c {name}={value!r}" for name, value in given.items())
    run("pg_ctl", "start", "--wait", "--silent", "--log", str(folder / "log"), "--options", options)
    try:
        process = int((data / "postmaster.pid").read_text().split()[0])
        yield Server(f"postgresql:///postgres?host={folder}&user=postgres", process)
    finally:
        run("pg_ctl", "stop", "--mode=immediate", "--silent")


def _programs() -> Path:
    """Where the newest server's programs are: in the place that Debian has for them, or on the path."""
    found = [path.parent for path in sorted(DEBIANS.glob("*/bin/initdb"), reverse=True)]
    on_the_path = shutil.which("initdb")
    if on_the_path:
        found.append(Path(on_the_path).resolve().parent)
    if not found:
        raise NotInstalled(f"no PostgreSQL is here: {INSTALL}")
    return found[0]
