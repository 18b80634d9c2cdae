"""How well and how fast a place is found by its address among very many, in a store as it is served.

    python -m benchmarks.address_matching --pairs PAIRS.csv --addresses ADDRESSES.csv.gz [--most 100000]
                                          [--postgresql URL] [--peers]

Addresses have the columns id, address and postcode. Pairs have category, query, true_id, true_address and
near_miss_of: a hard negative has no true address, and what it nearly is does not count. Both are kept outside
the project; without them this says so and stops. Every true address is loaded, and of the others as many as
``--most`` allows. The URL names an empty database on a server. Times are of this machine, in one run.

What is possible among many places that are not the one asked about is measured on addresses taken by chance,
one of each of 1,000 postcodes of which nothing is loaded: "possible on unrelated", with a goal, and of those
that give a house number by itself. Beside that, on a house that was taken out of a street that stayed: what
is possible there may be the same house with its neighbours' postcode, or its street without a number; "for
another house" leaves these out, by their letters.
"""

import argparse
import resource
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlalchemy import Connection, insert, text

from benchmarks import machine
from benchmarks.address_peers import NOT_HERE, Find, has_trigrams, in_postcode_block, in_trigrams
from benchmarks.address_sample import Asked, Row, chosen, is_house, names_its_street, rows, squashed
from riskflag.matching.address_parts import take_apart
from riskflag.persistence import migrations, tables
from riskflag.persistence.engine import Database, open_database
from riskflag.persistence.keys import new_keys
from riskflag.persistence.place_tokens import Shelf, index_places
from riskflag.persistence.places_index import places_like
from riskflag.persistence.vault import Vault, sealed_value
from riskflag.records import Address, PlaceIncident, PlaceIncidentKind
from riskflag.vocabulary import AddressBand, SourceRecordId, SourceSystem

GOALS = {
    "alert": (">=", 0.993),
    "first": (">=", 0.97),
    "among ten": (">=", 0.995),
    "hard negatives called same": ("<=", 0.01),
    "wrong unit called same": ("<=", 0.003),
    "possible on unrelated": ("<=", 0.01),
    "p50 ms": ("<=", 5.0),
    "p99 ms": ("<=", 20.0),
}
MOST_TRIGRAMS = 200
"""How many questions trigrams are asked: each takes about a second."""
SIZES = {
    "sqlite": "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
    "postgresql": "SELECT pg_database_size(current_database())",
}
LOADED_AT_ONCE = 20_000
ALERTING = (AddressBand.SAME_PROPERTY, AddressBand.POSSIBLE)


@dataclass
class Found:
    """What came of asking for every pair.

    first, ten, alert, total: how many were found so, by category
    times: seconds, one of each question
    same, wrong_unit: hard negatives, and questions about a unit, that another record was called the same as
    """

    first: Counter[str] = field(default_factory=Counter)
    ten: Counter[str] = field(default_factory=Counter)
    alert: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)
    same: int = 0
    negatives: int = 0
    wrong_unit: int = 0
    units: int = 0


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

    def find(query: str) -> Sequence[tuple[str, AddressBand | None]]:
        found = database.read(lambda connection: places_like(connection, Address(query)))
        return [(str(each.record.source_id), each.match.band) for each in found.places]

    return find


def measure(find: Find, pairs: Sequence[Row], addresses: dict[str, str], verbose: bool) -> Found:
    """Asks for every pair."""
    found = Found()
    for pair in pairs:
        started = perf_counter()
        ranked = find(pair["query"])
        found.times.append(perf_counter() - started)
        if pair["true_id"]:
            _note_true(found, pair, ranked, addresses, verbose)
        else:
            itself = squashed(pair["near_miss_of"])
            called = [n for n, band in ranked if band is ALERTING[0] and squashed(addresses[n]) != itself]
            found.negatives += 1
            found.same += bool(called)
            if called and verbose:
                print("CALLED SAME", pair["category"], pair["query"], "|", addresses[called[0]])
    return found


def _note_true(
    found: Found,
    pair: Row,
    ranked: Sequence[tuple[str, AddressBand | None]],
    addresses: dict[str, str],
    verbose: bool,
) -> None:
    true = squashed(addresses[pair["true_id"]])
    right = [place for place, (n, _) in enumerate(ranked) if squashed(addresses[n]) == true]
    alerts = any(ranked[place][1] in ALERTING for place in right)
    for category in (pair["category"], "ALL"):
        found.total[category] += 1
        found.first[category] += right[:1] == [0]
        found.ten[category] += bool(right) and right[0] < 10
        found.alert[category] += alerts
    if verbose and not alerts:
        print("MISSED", pair["category"], pair["query"], "|", pair["true_address"])
    elif verbose and right[0] > 0:
        print(
            "NOT FIRST",
            pair["category"],
            pair["query"],
            "|",
            pair["true_address"],
            "|",
            addresses[ranked[0][0]],
        )
    units = take_apart(Address(pair["true_address"])).units
    if units:
        found.units += 1
        same = [n for n, band in ranked if band is ALERTING[0]]
        wrong = [n for n in same if take_apart(Address(addresses[n])).units != units]
        found.wrong_unit += bool(wrong)
        if wrong and verbose:
            print("WRONG UNIT", pair["category"], pair["query"], "|", addresses[wrong[0]])


def unrelated_alerts(find: Find, asked: Asked) -> dict[str, float]:
    """The shares of addresses that are not there for which something alerts."""
    houses = [written for written in asked.left_out if is_house(written)]
    near = [pair for pair in asked.pairs if pair["category"] == "neg_random"]
    found = [(pair["near_miss_of"], alerts(find(pair["query"]), asked.addresses)) for pair in near]
    other = [[each for each in some if not names_its_street(true, each)] for true, some in found]
    return {
        "possible on unrelated": _share([alerts(find(each), asked.addresses) for each in asked.left_out]),
        "possible on unrelated houses": _share([alerts(find(each), asked.addresses) for each in houses]),
        "possible on a house left out": _share([some for _, some in found]),
        "of these, for another house": _share(other),
    }


def alerts(found: Sequence[tuple[str, AddressBand | None]], addresses: dict[str, str]) -> list[str]:
    """What was found that is called the same or possible."""
    return [addresses[number] for number, band in found if band in ALERTING]


def _share(many: Sequence[list[str]]) -> float:
    return sum(map(bool, many)) / max(1, len(many))


def tell(title: str, found: Found, unrelated: dict[str, float] | None = None) -> None:
    """Prints one method's table, and how it stands against the goals."""
    print(f"\n{title}\n  {'category':26} {'n':>5} {'first':>7} {'ten':>7} {'alert':>7}")
    for category, number in sorted(found.total.items()):
        shares = (counts[category] / number for counts in (found.first, found.ten, found.alert))
        print(f"  {category:26} {number:5} " + " ".join(f"{share:7.1%}" for share in shares))
    times = sorted(found.times)
    p50, p99 = (times[int(len(times) * share)] * 1000 for share in (0.5, 0.99))
    total = found.total["ALL"]
    figures = {"first": found.first["ALL"] / total, "among ten": found.ten["ALL"] / total}
    if unrelated is not None:
        figures["alert"] = found.alert["ALL"] / total
        figures["hard negatives called same"] = found.same / max(1, found.negatives)
        figures["wrong unit called same"] = found.wrong_unit / max(1, found.units)
        figures |= unrelated
    for name, value in {**figures, "p50 ms": p50, "p99 ms": p99}.items():
        sign, goal = GOALS.get(name, ("", 0.0))
        reached = value >= goal if sign == ">=" else value <= goal
        met = f"goal {sign} {goal:g}: {'met' if reached else 'MISSED'}" if sign else ""
        print(f"  {name:32} {value:8.4f}  {met}")


def main() -> int:
    """Loads, asks and tells."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--addresses", type=Path)
    parser.add_argument("--most", type=int, default=1_000_000)
    parser.add_argument("--postgresql", metavar="URL")
    for flag in ("--peers", "--verbose"):
        parser.add_argument(flag, action="store_true")
    options = parser.parse_args()
    for path in (options.pairs, options.addresses):
        if path is None or not path.is_file():
            print("Skipped: no pairs or no addresses given, or no such file.")
            return 0
    pairs = list(rows(options.pairs))
    asked = chosen(options.addresses, pairs, options.most, options.verbose)
    print(machine.described())
    with TemporaryDirectory() as folder:
        run(f"sqlite:///{folder}/places.sqlite3", asked)
    if options.postgresql:
        run(options.postgresql, asked, trigrams=options.peers)
    if options.peers:
        block = measure(in_postcode_block(asked.addresses), pairs, asked.addresses, verbose=False)
        tell("rapidfuzz token_set within the postcode", block)
        print("\n".join(f"Not set beside it: {each}." for each in NOT_HERE))
    return 0


def run(url: str, asked: Asked, *, trigrams: bool = False) -> None:
    """Measures a new store that is made there, and PostgreSQL's trigrams beside it."""
    vault = Vault(new_keys())
    migrations.upgrade(url, vault)
    with closing(open_database(url, vault)) as database:
        started = perf_counter()
        load(database, asked.addresses)
        taken = perf_counter() - started
        size = database.read(lambda c: c.execute(text(SIZES[c.dialect.name])).scalar_one())
        print(f"{len(asked.addresses):,} addresses loaded in {taken:.0f} s; {size / 1e6:,.0f} MB")
        find = in_store(database)
        found = measure(find, asked.pairs, asked.addresses, asked.verbose)
        tell(f"riskflag, {url.partition(':')[0]}", found, unrelated_alerts(find, asked))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(f"  peak memory, with the addresses themselves: {peak / 1024:,.0f} MB")
        if trigrams and not has_trigrams(database):
            print("Skipped: this server has no pg_trgm.")
        elif trigrams:
            some = asked.pairs[:: max(1, len(asked.pairs) // MOST_TRIGRAMS)]
            found = measure(in_trigrams(database, asked.addresses), some, asked.addresses, verbose=False)
            tell("pg_trgm, addresses in the clear", found)


if __name__ == "__main__":
    sys.exit(main())
