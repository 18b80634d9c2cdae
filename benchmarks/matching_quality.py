"""How well addresses and people are matched, measured on labelled pairs kept outside the project.

    python benchmarks/matching_quality.py --address-pairs PAIRS.csv --address-index INDEX.csv.gz
                                          --person-pairs PAIRS.csv

Address pairs have the columns category, query, true_address and near_miss_of; a hard negative has no true
address and is compared with everything in the index that shares its postcode, or, where it gives none, the
postcode of the address that it nearly is. An unrelated address is one of twenty spread over those of the
index in the same postcode district and in another postcode than the query and its true address. First place
is given to the true address when no other of its own, the query's and sixty neighbouring postcodes'
addresses is as like. Person pairs have category, name_a, name_b and same_person. A file that is not given,
or is not there, is skipped and said to be.
"""

import argparse
import csv
import gzip
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from riskflag.matching.address import compare_addresses
from riskflag.matching.address_ranking import compare_with
from riskflag.matching.person import compare_people
from riskflag.records.base import Address, NamedPerson
from riskflag.vocabulary import AddressBand, PersonBand, Relationship

POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", re.IGNORECASE)
Row = dict[str, str]
Index = dict[str, list[str]]
UNRELATED = 20
NEIGHBOURING = 60


def rows(path: Path) -> Iterator[Row]:
    """The rows of a comma-separated file, compressed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def report(title: str, bands: dict[str, Counter[str]]) -> None:
    """Print the share of each band by category."""
    print(f"\n{title}")
    for category, counts in sorted(bands.items()):
        total = counts.total()
        shares = "  ".join(f"{band} {count / total:6.1%}" for band, count in sorted(counts.items()))
        print(f"  {category:26} {total:6}  {shares}")


def measure_true_addresses(pairs: list[Row], verbose: bool) -> None:
    """Compare each address with the same premises as another source writes it."""
    bands: dict[str, Counter[str]] = defaultdict(Counter)
    started = time.perf_counter()
    matches = [
        (pair, compare_addresses(Address(pair["query"]), Address(pair["true_address"]))) for pair in pairs
    ]
    taken = time.perf_counter() - started
    for pair, match in matches:
        bands["ALL"][match.band] += 1
        bands[pair["category"]][match.band] += 1
        if verbose and match.band in (AddressBand.DIFFERENT, AddressBand.CANNOT_TELL):
            print(pair["category"], "|", pair["query"], "|", pair["true_address"], "|", match.because)
    report("True matches: share of each band", bands)
    alerting = bands["ALL"][AddressBand.SAME_PROPERTY] + bands["ALL"][AddressBand.POSSIBLE]
    building = alerting + bands["ALL"][AddressBand.SAME_BUILDING]
    total = len(pairs)
    print(f"  same or possible {alerting / total:.1%}, with same building {building / total:.1%}")
    print(f"  {taken / total * 1e6:.0f} microseconds a pair")


def measure_hard_negatives(pairs: list[Row], index: Index, verbose: bool) -> None:
    """Compare each address that is not in the index with its neighbours there, and keep the nearest band."""
    order = [AddressBand.SAME_PROPERTY, AddressBand.POSSIBLE, AddressBand.SAME_BUILDING]
    order += [AddressBand.CANNOT_TELL, AddressBand.DIFFERENT]
    bands: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        postcode = postcode_of(pair["query"]) or postcode_of(pair["near_miss_of"])
        itself = squashed(pair["near_miss_of"])
        found = {
            compare_addresses(Address(pair["query"]), Address(other)).band: other
            for other in index.get(postcode, [])
            if squashed(other) != itself
        }
        nearest = next((band for band in order if band in found), AddressBand.DIFFERENT)
        bands["ALL"][nearest] += 1
        bands[pair["category"]][nearest] += 1
        if verbose and nearest is AddressBand.SAME_PROPERTY:
            print(pair["category"], "|", pair["query"], "|", found[nearest])
    report("Hard negatives: share by nearest band among the neighbours", bands)


def squashed(text: str) -> str:
    """Letters and digits only."""
    return re.sub(r"[^A-Z0-9]", "", text.upper())


def postcode_of(text: str) -> str:
    """The last postcode in a text, without its space."""
    found = POSTCODE.findall(text)
    return squashed(found[-1]) if found else ""


def read_index(path: Path, wanted: set[str]) -> Index:
    """The index's addresses by postcode, for the postcode districts that are wanted."""
    index: Index = defaultdict(list)
    for row in rows(path):
        postcode = squashed(row["postcode"])
        if postcode[:-3] in wanted:
            index[postcode].append(f"{row['address']} {row['postcode']}")
    return index


def postcodes_of(pair: Row) -> set[str]:
    """The postcodes of every address in a pair."""
    return {postcode_of(pair[key]) for key in ("query", "true_address", "near_miss_of")} - {""}


def spread(many: list[str], count: int) -> list[str]:
    """So many of a list, at equal distances through it."""
    return many[:: max(1, len(many) // count)][:count]


def measure_unrelated(pairs: list[Row], index: Index) -> None:
    """Compare each address with ordinary ones of its district, none of them a neighbour."""
    by_district: Index = defaultdict(list)
    for postcode in sorted(index):
        by_district[postcode[:-3]].extend(index[postcode])
    bands: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        own = postcodes_of(pair)
        district = [
            other
            for each in sorted({postcode[:-3] for postcode in own})
            for other in by_district[each]
            if postcode_of(other) not in own
        ]
        for other in spread(district, UNRELATED):
            bands["ALL"][compare_addresses(Address(pair["query"]), Address(other)).band] += 1
    report("Unrelated addresses of the same district: share of each band", bands)


def measure_first_places(pairs: list[Row], index: Index, verbose: bool) -> None:
    """Put the true address among others and see whether it comes first."""
    by_sector: Index = defaultdict(list)
    for postcode in sorted(index):
        by_sector[postcode[:-2]].extend(index[postcode])
    places: dict[str, Counter[str]] = defaultdict(Counter)
    taken, compared = 0.0, 0
    for pair in pairs:
        sector = by_sector[postcode_of(pair["true_address"])[:-2]]
        others = [other for postcode in sorted(postcodes_of(pair)) for other in index.get(postcode, [])]
        others += spread(sector, NEIGHBOURING)
        named = {squashed(other): other for other in (*others, pair["true_address"])}
        many = [Address(other) for other in named.values()]
        started = time.perf_counter()
        ranked = compare_with(Address(pair["query"]), many)
        taken += time.perf_counter() - started
        compared += len(many)
        first = [many[match.place].text for match in ranked if match.likeness == ranked[0].likeness]
        right = len(first) == 1 and squashed(first[0]) == squashed(pair["true_address"])
        for category in ("ALL", pair["category"]):
            places[category]["first" if right else "not first or not alone"] += 1
        if verbose and not right:
            print(pair["category"], "|", pair["query"], "|", pair["true_address"], "|", first[0])
    report("First place among the candidates", places)
    print(f"  {taken / compared * 1e6:.0f} microseconds a candidate, {compared / len(pairs):.0f} a query")


def measure_people(pairs: list[Row], verbose: bool) -> None:
    """Compare names with nothing but an equal, ordinary relationship beside them."""
    bands: dict[str, Counter[str]] = defaultdict(Counter)
    started = time.perf_counter()
    for pair in pairs:
        left, right = (NamedPerson(pair[side], Relationship.FRIEND) for side in ("name_a", "name_b"))
        band = compare_people(left, right).band
        truth = "SAME" if pair["same_person"] == "1" else "NOT SAME"
        bands[truth][band] += 1
        bands[pair["category"]][band] += 1
        if verbose and (band is PersonBand.DIFFERENT) == (truth == "SAME"):
            print(truth, pair["category"], "|", pair["name_a"], "|", pair["name_b"], "|", band)
    taken = time.perf_counter() - started
    report("People: share of each band", bands)
    for name, counted in (
        ("same", [PersonBand.SAME_PERSON]),
        ("same or to confirm", [PersonBand.SAME_PERSON, PersonBand.CONFIRM_IDENTITY]),
    ):
        recall, wrong = (
            sum(bands[truth][band] for band in counted) / max(1, bands[truth].total())
            for truth in ("SAME", "NOT SAME")
        )
        print(f"  {name}: recall {recall:.1%} at {wrong:.2%} wrong matches")
    print(f"  {taken / max(1, len(pairs)) * 1e6:.0f} microseconds a pair")


def given(path: Path | None, what: str) -> Path | None:
    """The path if there is a file there; says so when there is not."""
    if path is None or not path.is_file():
        print(f"Skipped: no {what} given, or no such file.")
        return None
    return path


def main() -> int:
    """Measure whatever is given."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    for option in ("--address-pairs", "--address-index", "--person-pairs"):
        parser.add_argument(option, type=Path)
    parser.add_argument("--verbose", action="store_true", help="print each pair that was got wrong")
    options = parser.parse_args()
    if path := given(options.address_pairs, "address pairs"):
        pairs = list(rows(path))
        matching = [pair for pair in pairs if pair["true_address"]]
        measure_true_addresses(matching, options.verbose)
        negatives = [pair for pair in pairs if not pair["true_address"]]
        if index_path := given(options.address_index, "address index"):
            index = read_index(index_path, {code[:-3] for pair in pairs for code in postcodes_of(pair)})
            measure_hard_negatives(negatives, index, options.verbose)
            measure_unrelated(matching, index)
            measure_first_places(matching, index, options.verbose)
    if path := given(options.person_pairs, "person pairs"):
        measure_people(list(rows(path)), options.verbose)
    return 0


if __name__ == "__main__":
    sys.exit(main())
