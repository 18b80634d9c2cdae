"""libpostal, which takes addresses apart and says of parts whether they are the same.

It is no search: addresses lie under the keys that it makes for bringing together what may be the same, and
under the words of their parts, and those that share most with a question, what is rare counting most, are
compared with it part by part.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from heapq import nlargest
from math import log
from pathlib import Path

from postal.dedupe import (
    duplicate_status,
    is_house_number_duplicate,
    is_name_duplicate,
    is_postal_code_duplicate,
    is_street_duplicate_fuzzy,
    is_unit_duplicate,
)
from postal.near_dupe import near_dupe_hashes
from postal.parser import parse_address

from benchmarks.address_peers.answers import Candidate
from benchmarks.address_peers.peer import MOST, Opened

LANGUAGES = ["en"]
COMMON = 2000
"""Under how many addresses a key lies that tells nothing."""
MOST_COMPARED = 60
ALIKE = {
    duplicate_status.EXACT_DUPLICATE: 1.0,
    duplicate_status.LIKELY_DUPLICATE: 0.9,
    duplicate_status.NEEDS_REVIEW: 0.5,
}
APART = -0.5
"""What a part counts that the other has not."""
_STATUS: Mapping[str, tuple[float, Callable[..., object]]] = {
    "house_number": (3.0, is_house_number_duplicate),
    "unit": (2.0, is_unit_duplicate),
    "house": (1.0, is_name_duplicate),
    "postcode": (2.0, is_postal_code_duplicate),
}
ROAD = 3.0
"""What the whole road counts."""

Parts = dict[str, str]


@contextmanager
def opened(addresses: Mapping[str, str], _: Path) -> Iterator[Opened]:
    """The addresses, taken apart, in memory."""
    parts = {number: taken_apart(written) for number, written in addresses.items()}
    shelves: dict[str, list[str]] = defaultdict(list)
    for number, some in parts.items():
        for key in keys(some):
            shelves[key].append(number)

    def find(query: str) -> Sequence[Candidate]:
        asked = taken_apart(query)
        shared: defaultdict[str, float] = defaultdict(float)
        for there in filter(None, (shelves.get(key) for key in keys(asked))):
            if len(there) <= COMMON:
                rare = log(len(addresses) / len(there))
                for number in there:
                    shared[number] += rare
        likely = nlargest(MOST_COMPARED, shared, key=shared.__getitem__)
        compared = (Candidate(number, likeness(asked, parts[number])) for number in likely)
        return nlargest(MOST, compared, key=lambda each: each.sure)

    yield Opened(find)


def taken_apart(written: str) -> Parts:
    """The parts of an address, those of one kind together."""
    parts: Parts = {}
    for value, kind in parse_address(written.lower()):
        parts[kind] = f"{parts[kind]} {value}" if kind in parts else value
    return parts


def keys(parts: Parts) -> set[str]:
    """What an address is found by: its number and road, in a place or not, its postcode, and its words."""
    made = near_dupe_hashes(
        list(parts), list(parts.values()), languages=LANGUAGES, with_name=False, address_only_keys=True,
        with_city_or_equivalent=True, with_postal_code=True,
    )  # fmt: skip
    geographic = set(made or ())  # None where it makes none
    wider = {key.split("|", 1)[1].rsplit("|", 1)[0] for key in geographic}
    postcode = parts.get("postcode", "").replace(" ", "")
    return {*geographic, *wider, *([postcode] if postcode else []), *" ".join(parts.values()).split()}


def likeness(asked: Parts, there: Parts) -> float:
    """How far two addresses are the same, of what each of their parts counts."""
    alike = 0.0
    for kind, (weight, same) in _STATUS.items():
        if kind in asked and kind in there:
            alike += weight * ALIKE.get(same(asked[kind], there[kind], languages=LANGUAGES), APART)
        elif kind in asked or kind in there:
            alike += weight * APART / 2
    if "road" in asked and "road" in there:
        alike += ROAD * _roads(asked["road"], there["road"])
    return alike


def _roads(asked: str, there: str) -> float:
    words = [asked.split(), there.split()]
    weights = [[len(some) ** -0.5] * len(some) for some in words]
    status, alike = is_street_duplicate_fuzzy(words[0], weights[0], words[1], weights[1], languages=LANGUAGES)
    return max(float(alike), ALIKE.get(status, 0.0))
