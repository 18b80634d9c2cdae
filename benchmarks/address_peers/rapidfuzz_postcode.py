"""What is usually done: everything in the postcode, by how alike the words are."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from rapidfuzz import fuzz, process

from benchmarks.address_peers.answers import Candidate
from benchmarks.address_peers.peer import MOST, Opened
from riskflag.matching.address_parts import take_apart
from riskflag.records import Address


@contextmanager
def opened(addresses: Mapping[str, str], _: Path) -> Iterator[Opened]:
    """The addresses by their postcodes, which are read as ours are."""
    blocks: dict[str, dict[str, str]] = defaultdict(dict)
    for number, written in addresses.items():
        blocks[take_apart(Address(written)).postcode][number] = written.lower()

    def find(query: str) -> Sequence[Candidate]:
        block = blocks.get(take_apart(Address(query)).postcode, {})
        ranked = process.extract(query.lower(), block, scorer=fuzz.token_set_ratio, limit=MOST)
        return [Candidate(number, alike) for _, alike, number in ranked]

    yield Opened(find)
