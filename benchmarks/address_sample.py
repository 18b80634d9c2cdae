"""Which addresses are loaded and which are asked about, out of files that are kept outside the project."""

import csv
import gzip
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

Row = dict[str, str]
HELD_OUT = 1000
"""How many postcodes are left out whole, one address of each to be asked about."""
_HOUSE = re.compile(r"(\d+[A-Z]?) ([A-Z' .-]+),")


@dataclass(frozen=True)
class Asked:
    """What is loaded and asked for.

    addresses: those to load, by their numbers
    left_out: one of each postcode of which none is loaded
    verbose: whether each wrong answer is printed
    """

    pairs: Sequence[Row]
    addresses: dict[str, str]
    left_out: Sequence[str]
    verbose: bool = False


def rows(path: Path) -> Iterator[Row]:
    """The rows of a comma-separated file, compressed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def squashed(written: str) -> str:
    """Letters and digits only."""
    return re.sub(r"[^A-Z0-9]", "", written.upper())


def chosen(path: Path, pairs: Sequence[Row], most: int, verbose: bool = False) -> Asked:
    """Every true address, as many others as are wanted, and some that are left out with their postcodes."""
    wanted = {pair["true_id"] for pair in pairs if pair["true_id"]}
    unwanted = {squashed(pair["near_miss_of"]) for pair in pairs if not pair["true_id"]}
    every = [(row["id"], row["address"], row["postcode"]) for row in rows(path)]
    random.Random(0).shuffle(every)
    true = {number: f"{address} {postcode}" for number, address, postcode in every if number in wanted}
    kept = {postcode for number, _, postcode in every if number in wanted} | {""}
    left_out: dict[str, str] = {}
    for _, address, postcode in every:
        if len(left_out) < HELD_OUT and postcode not in kept:
            left_out.setdefault(postcode, f"{address} {postcode}")
    others = {
        number: f"{address} {postcode}"
        for number, address, postcode in every
        if number not in wanted and postcode not in left_out
    }
    loaded = [pair for pair in others.items() if squashed(pair[1]) not in unwanted]
    some = dict(loaded[: max(0, most - len(true))])
    return Asked(pairs, true | some, list(left_out.values()), verbose)


def is_house(written: str) -> bool:
    """Whether an address begins with a house number and a street, as most homes do."""
    return _HOUSE.match(written) is not None
