"""How well and how fast a place is found by its address among very many, in a store as it is served.

    python -m benchmarks.address_matching --pairs PAIRS.csv --addresses ADDRESSES.csv.gz [--most 100000]
                                          [--postgresql URL] [--peers all] [--seconds 300]

Addresses have the columns id, address and postcode. Pairs have category, query, true_id, true_address and
near_miss_of: a hard negative has no true address, and what it nearly is does not count. Both are kept outside
the project; without them this says so and stops. Every true address is loaded, and of the others as many as
``--most`` allows. The URL names an empty database on a server. Times are of this machine, in one run.

What is possible among many places that are not the one asked about is measured on addresses taken by chance,
one of each of 1,000 postcodes of which nothing is loaded: "possible on unrelated", and of those that give a
house number by itself. The register may still hold such a house with its neighbours' postcode, or its street
without a number: "another place" does not count what nothing but a postcode tells from it, by the letters
(``address_letters``) and by no score. Both figures have the goal; between them lies what was left out. Beside
that, the same is measured on a house that was taken out of a street that stayed.

``--peers`` asks others the same questions about the same addresses: those that are named, or all, each in a
process of its own. Each answers one question at a time, in an order of chance, for ``--seconds`` at most; one
that is made for it answers all at once before that. What ours is of theirs is printed first, over what each
was asked. A peer has no bands: it calls an address the same where it is so sure of it as makes it right as
often as ours is, and what it then calls the same of the hard negatives is counted.

`make peers` installs uk_address_matcher and libpostal in build/peers, whose Python then runs this, and
`make libpostal` the model of libpostal. For pg_trgm a server is started, of a PostgreSQL that is installed
with its contributed extensions. Whatever is not installed is said to be missing, and how to have it.
"""

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from sqlalchemy import Connection, insert, text

from benchmarks import machine, memory
from benchmarks.address_goals import Find, measure, tell, unrelated_alerts
from benchmarks.address_peers.answers import Built, Measured
from benchmarks.address_peers.peer import ALL, PEERS, beside
from benchmarks.address_peers.side_by_side import page
from benchmarks.address_sample import Asked, chosen, rows
from riskflag.persistence import migrations, tables
from riskflag.persistence.engine import Database, open_database
from riskflag.persistence.keys import new_keys
from riskflag.persistence.place_indexing import index_places
from riskflag.persistence.place_numbers import Shelf
from riskflag.persistence.places_index import places_like
from riskflag.persistence.vault import Vault, sealed_value
from riskflag.records import Address, PlaceIncident, PlaceIncidentKind
from riskflag.vocabulary import AddressBand, SourceRecordId, SourceSystem

SIZES = {
    "sqlite": "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
    "postgresql": "SELECT pg_database_size(current_database())",
}
LOADED_AT_ONCE = 20_000


def load(database: Database, addresses: dict[str, str]) -> None:
    """Puts the addresses into the store, as incidents of the place register, and indexes them."""
    every = list(enumerate(addresses.items(), start=1))
    for start in range(0, len(every), LOADED_AT_ONCE):
        some = [
            (n, incident(number, written)) for n, (number, written) in every[start : start + LOADED_AT_ONCE]
        ]

        def work(connection: Connection, some: list[tuple[int, PlaceIncident]] = some) -> None:
            bodies = [
                {"id": n, "body": sealed_value(connection, each, "place_incident", str(n))}
                for n, each in some
            ]
            connection.execute(insert(tables.place_incident), bodies)
            index_places(connection, Shelf.INCIDENT, ((n, (each.address,)) for n, each in some))

        database.write(work)


def incident(number: str, written: str) -> PlaceIncident:
    """One address as the register would have it."""
    return PlaceIncident(
        source_system=SourceSystem.POLICE,
        source_id=SourceRecordId(number),
        recorded_on=date(2026, 11, 1),
        address=Address(written),
        kind=PlaceIncidentKind.CLOSURE,
    )


def in_store(database: Database) -> Find:
    """Asks the store, as an answer does."""

    def find(query: str) -> Sequence[tuple[str, AddressBand]]:
        found = database.read(lambda connection: places_like(connection, Address(query)))
        return [(str(each.record.source_id), each.match.band) for each in found.places]

    return find


def options() -> argparse.Namespace:
    """What is asked on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--addresses", type=Path)
    parser.add_argument("--most", type=int, default=1_000_000)
    parser.add_argument("--postgresql", metavar="URL")
    parser.add_argument("--peers", nargs="+", choices=[ALL, *PEERS], default=[])
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--verbose", action="store_true")
    return parser.parse_args()


def main() -> int:
    """Loads, asks and tells."""
    given = options()
    for path in (given.pairs, given.addresses):
        if path is None or not path.is_file():
            print("Skipped: no pairs or no addresses given, or no such file.")
            return 0
    asked = chosen(given.addresses, list(rows(given.pairs)), given.most, given.verbose)
    print(machine.described())
    with TemporaryDirectory() as folder:
        ours = run(f"sqlite:///{folder}/places.sqlite3", asked)
    if given.postgresql:
        run(given.postgresql, asked)
    if given.peers:
        peers, missing = beside(list(PEERS) if ALL in given.peers else given.peers, asked, given.seconds)
        print(f"\n{len(asked.addresses):,} addresses; {machine.described()}\n{page(ours, peers)}")
        for each in missing:
            print(f"Not set beside it: {each}.")
    return 0


def run(url: str, asked: Asked) -> Measured:
    """Measures a new store that is made there."""
    vault, before = Vault(new_keys()), memory.forget_the_most()
    migrations.upgrade(url, vault)
    with closing(open_database(url, vault)) as database:
        started, at_first = perf_counter(), process_time()
        load(database, asked.addresses)
        taken = Built(perf_counter() - started, process_time() - at_first)
        size = database.read(lambda c: c.execute(text(SIZES[c.dialect.name])).scalar_one())
        print(f"{len(asked.addresses):,} addresses loaded in {taken.seconds:.0f} s; {size / 1e6:,.0f} MB")
        find, at_first = in_store(database), process_time()
        found = measure(find, asked.pairs, asked.addresses, asked.verbose)
        processor = (process_time() - at_first) / max(1, len(asked.pairs))
        held = None if before is None else memory.most() - before
        tell(f"riskflag, {url.partition(':')[0]}", found, unrelated_alerts(find, asked))
    if held is not None:
        print(f"  peak memory, without the addresses themselves: {held / 1e6:,.0f} MB")
    return Measured("riskflag", dict(enumerate(found.answers)), found.times, processor, taken, held)


if __name__ == "__main__":
    sys.exit(main())
