"""PostgreSQL's pg_trgm, over addresses in the clear, on a server that is started for it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg

from benchmarks import memory
from benchmarks.address_peers.answers import Candidate
from benchmarks.address_peers.own_postgresql import INSTALL, served
from benchmarks.address_peers.peer import MOST, Elsewhere, NotInstalled, Opened

NEAREST = """
SELECT number, written <-> %(query)s AS apart FROM clear ORDER BY apart LIMIT %(most)s
"""
"""Nearest neighbours need no threshold. Why not a GIN index, which needs one: decision 22."""


@contextmanager
def opened(addresses: Mapping[str, str], folder: Path) -> Iterator[Opened]:
    """The addresses in a table, under an index that finds the nearest."""
    with served(folder) as server, psycopg.connect(server.url, autocommit=True) as connection:
        _fill(connection, addresses)

        def find(query: str) -> Sequence[Candidate]:
            rows = connection.execute(NEAREST, {"query": query.lower(), "most": MOST}).fetchall()
            return [Candidate(number, 1 - apart) for number, apart in rows]

        def elsewhere() -> Elsewhere:
            processes = memory.with_children(server.process)
            return Elsewhere(memory.held_by(processes), memory.processor_of(processes))

        yield Opened(find, elsewhere=elsewhere)


def _fill(connection: psycopg.Connection, addresses: Mapping[str, str]) -> None:
    try:
        connection.execute("CREATE EXTENSION pg_trgm")
    except psycopg.errors.FeatureNotSupported as error:
        raise NotInstalled(f"this PostgreSQL has no pg_trgm: {INSTALL}") from error
    connection.execute("CREATE TABLE clear (number TEXT, written TEXT)")
    with connection.cursor().copy("COPY clear FROM STDIN") as lines:
        for number, written in addresses.items():
            lines.write_row((number, written.lower()))
    connection.execute("CREATE INDEX ON clear USING gist (written gist_trgm_ops(siglen=64))")
    connection.execute("VACUUM ANALYZE clear")
