"""What is remembered of an address from one night to the next, and the marks by which that is known again.

Whether a record names a place is worked out from the address, the record and this program, and from nothing
else. A mark is a keyed digest of all three, the record as it lies sealed: where any of them is another, so is
the mark. What bears a mark that is known need not be opened and compared again, and what came of it is what
would come of it now. So too with what the index of places holds of what an address is looked for by: where
that bears a mark that is known, the same places would be found. A mark that stands for nothing any more does
no harm.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
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
class Known:
    """What came of looking for an address.

    rests_on: the mark of what the index held; empty where something could not be read
    may_be: the numbers of the places that may be it, in the order in which they were opened
    apart: the marks of the records that name another place
    """

    rests_on: bytes = b""
    may_be: tuple[int, ...] = ()
    apart: frozenset[bytes] = frozenset()


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks for one address, looked at for one person.

    key: what each of them is keyed with
    known: what came of it before
    """

    key: bytes
    known: Known

    @classmethod
    def for_address(
        cls, vault: Vault, person_id: PersonId, address: Address, remembered: "Remembered"
    ) -> "Marks":
        """Those of an address.

        remembered: what is known of the person's addresses
        """
        key = vault.indexed(encode(address), "told apart", person_id, _program()).encode()
        return cls(key, remembered.get(_mark(key, b""), Known()))

    @property
    def address(self) -> bytes:
        """What stands for the address in what is remembered."""
        return _mark(self.key, b"")

    def of(self, written: bytes) -> bytes:
        """The mark of a record, as ``written_of`` gives it, or of what an index holds."""
        return _mark(self.key, written)


Remembered = Mapping[bytes, Known]
"""What is known of somebody's addresses, by what stands for each."""


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """What is known of one address, as it is kept."""

    address: str
    rests_on: str
    may_be: tuple[int, ...]
    apart: str


@dataclass(frozen=True, slots=True)
class KeptPlaces:
    """What is known of somebody's addresses, as it is kept, in an order that says nothing."""

    places: tuple[KeptPlace, ...]

    @classmethod
    def of(cls, remembered: Remembered) -> "KeptPlaces":
        """That, to be kept."""
        return cls(
            tuple(
                KeptPlace(_text(address), _text(known.rests_on), known.may_be, _text(*sorted(known.apart)))
                for address, known in sorted(remembered.items())
            )
        )

    def remembered(self) -> Remembered:
        """That, as it was."""
        return {
            b64decode(each.address): Known(b64decode(each.rests_on), each.may_be, _marks_in(each.apart))
            for each in self.places
        }


def written_of(shelf: Shelf, row: Row[*tuple[Any, ...]]) -> bytes:
    """A record as it lies sealed, with where that is, since in another place it cannot be opened."""
    where = (row.id,) if shelf is Shelf.INCIDENT else [getattr(row, name) for name in _BELONGS]
    sealed = row.body if isinstance(row.body, bytes) else b""
    return "\0".join((shelf, *map(str, where))).encode() + b"\0\0" + sealed


def _mark(key: bytes, written: bytes) -> bytes:
    return blake2b(written, key=key, digest_size=MARK_BYTES).digest()


def _text(*marks: bytes) -> str:
    return b64encode(b"".join(marks)).decode()


def _marks_in(kept: str) -> frozenset[bytes]:
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
