"""uk_address_matcher, a pretrained model over DuckDB that is made to match whole files."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from math import inf
from pathlib import Path

import duckdb
from uk_address_matcher import (
    AddressMatcher,
    AddressRecord,
    ExactMatchStage,
    SplinkStage,
    prepare_canonical_folder,
)

from benchmarks.address_peers.answers import Candidate
from benchmarks.address_peers.peer import MOST, Opened

COLUMNS = ("unique_id", "address_concat")


@contextmanager
def opened(addresses: Mapping[str, str], folder: Path) -> Iterator[Opened]:
    """The addresses as a prepared folder, which is read anew for each question or each lot of them."""
    written, prepared = folder / "addresses.csv", folder / "prepared"
    with written.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([COLUMNS, *addresses.items()])
    with duckdb.connect() as connection:
        addresses_there = connection.read_csv(str(written), all_varchar=True)
        prepare_canonical_folder(addresses_there, prepared, con=connection, show_progress="off")

        def find_all(queries: Sequence[str]) -> Sequence[Sequence[Candidate]]:
            return _matched(connection, prepared, queries)

        yield Opened(lambda query: find_all([query])[0], find_all)


def _matched(
    connection: duckdb.DuckDBPyConnection, prepared: Path, queries: Sequence[str]
) -> Sequence[Sequence[Candidate]]:
    records = [AddressRecord(query, None, str(number)) for number, query in enumerate(queries)]
    scored = SplinkStage(improve_top_n_matches=MOST)
    matcher = AddressMatcher(
        prepared,
        records,
        con=connection,
        stages=[ExactMatchStage(), scored],
        cleaning_num_chunks=1,
        show_progress="off",
    )
    found: list[list[Candidate]] = [[] for _ in queries]
    with matcher.match() as result:
        if scored.best_matches_table:
            every = connection.table(scored.best_matches_table).filter("unique_id_l IS NOT NULL")
            ranked = every.order("unique_id_r, candidate_rank")
            for number, there, weight in ranked.project("unique_id_r, unique_id_l, match_weight").fetchall():
                found[int(number)].append(Candidate(there, weight))
        for number, there in result.matches().project("unique_id, resolved_canonical_id").fetchall():
            if there is not None and not found[int(number)]:
                found[int(number)].append(Candidate(there, inf))  # letter for letter, which has no weight
    return found
