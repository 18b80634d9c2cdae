"""Marks of records that were compared with an address and name another place.

Whether a record names a place is worked out from the address, the record and this program, and from nothing
else. A mark is a keyed digest of all three, the record as it lies sealed: where any of them is another, so is
the mark. What bears a mark that is known need not be opened and compared again, and what came of it is what
would come of it now. A mark that stands for nothing any more does no harm.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b, sha256
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable
from platform import python_version
from typing import Any, Final

from sqlalchemy import Row

from riskflag.persistence.codec import encode
from riskflag.persistence.place_numbers import Shelf
from riskflag.persistence.vault import Vault
from riskflag.records import Address
from riskflag.vocabulary import PersonId

MARK_BYTES: Final = 8
COMPARED_BY: Final = ("rapidfuzz", "msgspec")
"""Other programs that a comparison rests on."""
_READ: Final = (".py", ".csv", ".json")
_BELONGS: Final = ("person_id", "kind", "source_system", "source_id")


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks for one address, looked at for one person.

    key: what each of them is keyed with
    apart: those that are known
    """

    key: bytes
    apart: frozenset[bytes]

    @classmethod
    def for_address(
        cls, vault: Vault, person_id: PersonId, address: Address, apart: frozenset[bytes]
    ) -> "Marks":
        """Those of an address.

        apart: those that are known of any of the person's addresses
        """
        key = vault.indexed(encode(address), "told apart", person_id, _program())
        return cls(key.encode(), apart)

    def of(self, written: bytes) -> bytes:
        """The mark of a record, as ``written_of`` gives it."""
        return blake2b(written, key=self.key, digest_size=MARK_BYTES).digest()


def written_of(shelf: Shelf, row: Row[*tuple[Any, ...]]) -> bytes:
    """A record as it lies sealed, with where that is, since in another place it cannot be opened."""
    where = (row.id,) if shelf is Shelf.INCIDENT else [getattr(row, name) for name in _BELONGS]
    sealed = row.body if isinstance(row.body, bytes) else b""
    return "\0".join((shelf, *map(str, where))).encode() + b"\0\0" + sealed


def as_kept(marks: Iterable[bytes]) -> str:
    """Marks as they are kept of somebody, in an order that says nothing."""
    return b64encode(b"".join(sorted(marks))).decode()


def from_kept(kept: str) -> frozenset[bytes]:
    """The marks again."""
    marks = b64decode(kept)
    return frozenset(marks[start : start + MARK_BYTES] for start in range(0, len(marks), MARK_BYTES))


@cache
def _program() -> str:
    """A digest of this program, of all of it, and of what it compares with."""
    digest = sha256(f"python {python_version()}\0".encode())
    for name in COMPARED_BY:
        digest.update(f"{name} {metadata.version(name)}\0".encode())
    for path, content in sorted(_written(files("riskflag"))):
        digest.update(path.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()


def _written(folder: Traversable, within: str = "") -> Iterable[tuple[str, bytes]]:
    for each in folder.iterdir():
        path = f"{within}/{each.name}"
        if each.is_dir():
            yield from _written(each, path)
        elif each.name.endswith(_READ):
            yield path, each.read_bytes()
