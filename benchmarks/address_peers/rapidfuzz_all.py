"""Every address there is, by how alike the words are."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from rapidfuzz import fuzz, process

from benchmarks.address_peers.answers import Candidate
from benchmarks.address_peers.peer import MOST, Opened


@contextmanager
def opened(addresses: Mapping[str, str], _: Path) -> Iterator[Opened]:
    """The addresses as they are written."""
    lowered = {number: written.lower() for number, written in addresses.items()}

    def find(query: str) -> Sequence[Candidate]:
        ranked = process.extract(query.lower(), lowered, scorer=fuzz.token_set_ratio, limit=MOST)
        return [Candidate(number, alike) for _, alike, number in ranked]

    yield Opened(find)
