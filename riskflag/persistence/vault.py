"""What is held is sealed (AES-256 in Galois/Counter Mode): nobody reads it, and nobody changes or moves it
unnoticed, who has the database and not the keys.

A sealed value carries the number of its key. Where it belongs (its table, column and row) is part of what is
sealed: in another place it cannot be opened. What must be found is kept under a keyed index (HMAC-SHA256):
plain hashes of an address or a number are reversed by trying them all.
"""

import os
from collections.abc import Mapping
from functools import cached_property
from typing import TypeVar

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Connection

from riskflag.errors import BadInput, StoreUnavailable
from riskflag.persistence.codec import decode, encode
from riskflag.persistence.keys import KEY_BYTES, SETTING, Keys, development_keys, read_keys
from riskflag.settings import Environment, Settings

T = TypeVar("T")

OPTION = "vault"
DEVELOPMENT_KEYS = "development-keys.json"
NONCE_BYTES = 12
NUMBER_BYTES = 2
CODE_BYTES = 20
"""How much of a keyed index a code is, written as hexadecimal figures."""
INDEX_BYTES = 8
"""How much of it a number is. Two that are one by chance only add what must be looked at."""


class Index:
    """What the values of one place are looked for by: equal values by equals, and others by others."""

    def __init__(self, keyed: HMAC) -> None:
        self._keyed = keyed

    def code(self, value: str) -> str:
        """What to look for instead of the value."""
        return self._of(value)[:CODE_BYTES].hex()

    def number(self, value: str) -> int:
        """The beginning of the same as a number with its sign, for what is indexed by the million."""
        return int.from_bytes(self._of(value)[:INDEX_BYTES], "big", signed=True)

    def _of(self, value: str) -> bytes:
        keyed = self._keyed.copy()
        keyed.update(_written(value))
        return keyed.finalize()


class Vault:
    """Seals, opens and indexes with the keys of one installation. Shows none of them."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._ciphers: Mapping[bytes, AESGCM] = {
            _numbered(number): AESGCM(_derived(key, b"sealing")) for number, key in keys.sealing.items()
        }
        self._current = _numbered(keys.current)
        self._cipher = self._ciphers[self._current]
        self._index = HMAC(_derived(keys.index, b"index"), SHA256())

    def seal(self, text: str, *belongs: str) -> bytes:
        """The text, sealed for where it belongs: table, column and what names the row."""
        nonce = os.urandom(NONCE_BYTES)
        return self._current + nonce + self._cipher.encrypt(nonce, text.encode(), _place(belongs))

    def open(self, sealed: bytes, *belongs: str) -> str | None:
        """The text that was sealed for this place; None where it cannot be opened here."""
        cipher = self._ciphers.get(sealed[:NUMBER_BYTES]) if isinstance(sealed, bytes) else None
        if cipher is None:
            return None
        nonce = sealed[NUMBER_BYTES : NUMBER_BYTES + NONCE_BYTES]
        try:
            opened = cipher.decrypt(nonce, sealed[NUMBER_BYTES + NONCE_BYTES :], _place(belongs))
            return opened.decode()
        except (InvalidTag, ValueError):
            return None

    @property
    def current(self) -> bytes:
        """What all begins with that it seals now: the number of the key."""
        return self._current

    def is_current(self, sealed: bytes) -> bool:
        """Whether it was sealed with the key that seals now."""
        return sealed[:NUMBER_BYTES] == self._current

    def indexed(self, value: str, *belongs: str) -> str:
        """What to look for instead of the value. Equal values of one place are indexed alike."""
        return self.index(*belongs).code(value)

    def index(self, *belongs: str) -> Index:
        """The same for many values of one place."""
        keyed = self._index.copy()
        keyed.update(_place(belongs))
        return Index(keyed)

    @cached_property
    def audit_key(self) -> bytes:
        """The key that vouches for the audit."""
        return _derived(self._keys.audit, b"audit")

    @cached_property
    def cookie_key(self) -> bytes:
        """The key that vouches for what the pages put into a browser."""
        return _derived(self._keys.index, b"cookie")


def vault_for(settings: Settings) -> Vault:
    """The vault of this installation. Raises BadInput where its keys are not given or cannot be read."""
    if settings.keys_file is not None:
        return Vault(read_keys(settings.keys_file))
    if settings.environment is Environment.DEVELOPMENT:
        return Vault(development_keys(settings.home / DEVELOPMENT_KEYS))
    raise BadInput({SETTING: "must be set: `riskflag keys new FILE` makes them"})


def vault_of(connection: Connection) -> Vault:
    """The vault of the database that this connection is to."""
    vault = connection.get_execution_options().get(OPTION)
    if not isinstance(vault, Vault):
        raise StoreUnavailable("the database was opened without its keys")
    return vault


def sealed_value(connection: Connection, value: object, *belongs: str) -> bytes:
    """A record, person, enquiry or answer as it is held. Raises Misfit for text that is not Unicode."""
    return vault_of(connection).seal(encode(value), *belongs)


def opened_value(connection: Connection, sealed: bytes, kind: type[T], *belongs: str) -> T | None:
    """The ``kind`` sealed for this place; None when it cannot be opened here or is not exactly that."""
    text = vault_of(connection).open(sealed, *belongs)
    return decode(text, kind) if text is not None else None


def _numbered(number: int) -> bytes:
    return number.to_bytes(NUMBER_BYTES, "big")


def _derived(key: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=b"riskflag " + purpose).derive(key)


def _place(parts: tuple[str, ...]) -> bytes:
    """The parts as one, with their lengths: no two places are written alike."""
    return b"".join(map(_written, parts))


def _written(part: str) -> bytes:
    written = part.encode()
    return len(written).to_bytes(4, "big") + written
