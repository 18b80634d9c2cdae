"""How others find an address among many: what ``benchmarks.address_matching`` is set beside."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, process
from sqlalchemy import Connection, text

from riskflag.matching.address_parts import take_apart
from riskflag.persistence.engine import Database
from riskflag.records import Address
from riskflag.vocabulary import AddressBand

Find = Callable[[str], Sequence[tuple[str, AddressBand | None]]]
"""From an address as written to the numbers of those found, the likeliest first, with a band where there is
one."""


NOT_HERE = (
    "libpostal: nobody has tried to install it with its model of two gigabytes",
    "uk_address_matcher: installs by itself (1.5.3) and answers in batches; nothing here asks it yet",
)
"""What else would be set beside it, and why it is not."""


def in_postcode_block(addresses: dict[str, str]) -> Find:
    """What is usually done: everything in the postcode, by how alike the text is."""
    blocks: dict[str, dict[str, str]] = defaultdict(dict)
    for number, written in addresses.items():
        blocks[take_apart(Address(written)).postcode][number] = written.lower()

    def find(query: str) -> Sequence[tuple[str, AddressBand | None]]:
        block = blocks.get(take_apart(Address(query)).postcode, {})
        ranked = process.extract(query.lower(), block, scorer=fuzz.token_set_ratio, limit=10)
        return [(str(number), None) for _, _, number in ranked]

    return find


def has_trigrams(database: Database) -> bool:
    """Whether the server has the extension."""
    there = text("SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_trgm'")
    return bool(database.read(lambda connection: connection.execute(there).scalar_one()))


def in_trigrams(database: Database, addresses: dict[str, str]) -> Find:
    """PostgreSQL's trigrams, over addresses in the clear."""

    def fill(connection: Connection) -> None:
        connection.execute(text("CREATE EXTENSION IF NOT EXISTS pg_trgm"))
        connection.execute(text("CREATE TABLE clear (number TEXT, written TEXT)"))
        lines = [{"number": n, "written": w.lower()} for n, w in addresses.items()]
        connection.execute(text("INSERT INTO clear VALUES (:number, :written)"), lines)
        connection.execute(text("CREATE INDEX ON clear USING gin (written gin_trgm_ops)"))

    database.write(fill)
    nearest = text(
        "SELECT number FROM clear WHERE written % :query ORDER BY similarity(written, :query) DESC LIMIT 10"
    )

    def find(query: str) -> Sequence[tuple[str, AddressBand | None]]:
        asked = {"query": query.lower()}
        return [
            (str(number), None)
            for number in database.read(lambda connection: connection.execute(nearest, asked).scalars().all())
        ]

    return find
