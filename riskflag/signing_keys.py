"""The signer's public keys (JWKS): kept a short while, asked for again when a new one appears, never guessed.

A token under a key that is not known makes the keys be asked for again, but not more than once a minute, so
that nobody can make this service flood the signer. Where the signer cannot be reached, known keys serve for a
quarter of an hour; after that nobody is recognised.
"""

from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from riskflag.errors import SignerUnavailable

ASK_AGAIN_SECONDS = 60.0
RENEW_SECONDS = 300.0
LONGEST_SECONDS = 900.0
SMALLEST_KEY_BITS = 2048
TIMEOUT_SECONDS = 3.0

Fetch = Callable[[], object]


class SigningKeys:
    """The keys by their names, safe to ask from several threads.

    fetch: gets the signer's keys (JWKS) as plain objects
    clock: seconds that only grow
    """

    def __init__(self, fetch: Fetch, clock: Callable[[], float]) -> None:
        self._fetch = fetch
        self._clock = clock
        self._lock = Lock()
        self._keys: Mapping[str, RSAPublicKey] = {}
        self._fetched: float | None = None
        self._tried: float | None = None

    def key_for(self, token: str) -> RSAPublicKey:
        """The key under which the token says that it was signed. Raises LookupError for one that the signer
        does not have, and SignerUnavailable where nobody can tell."""
        name = key_name(token)
        with self._lock:
            now = self._clock()
            if name not in self._keys or _older(self._fetched, now, RENEW_SECONDS):
                self._ask(now)
            if _older(self._fetched, now, LONGEST_SECONDS):
                raise SignerUnavailable
            if name not in self._keys and self._tried != self._fetched:
                raise SignerUnavailable
            return self._keys[name]

    def _ask(self, now: float) -> None:
        """Gets the keys anew, unless that was tried within the last minute."""
        if not _older(self._tried, now, ASK_AGAIN_SECONDS):
            return
        self._tried = now
        try:
            keys = usable_keys(self._fetch())
        except (jwt.PyJWTError, LookupError, OSError, TypeError, ValueError):
            return
        self._keys, self._fetched = keys, now


def keys_from(url: str) -> Fetch:
    """Gets what stands at this address."""
    return jwt.PyJWKClient(url, cache_jwk_set=False, timeout=TIMEOUT_SECONDS).fetch_data


def usable_keys(held: object) -> Mapping[str, RSAPublicKey]:
    """The keys by name of which a signature may be checked: RSA, named, and long enough. Raises ValueError or
    jwt.PyJWTError where there is none."""
    if not isinstance(held, dict):
        raise ValueError("no set of keys")
    named = {each.key_id: each.key for each in jwt.PyJWKSet.from_dict(held).keys if each.key_id}
    keys = {name: key for name, key in named.items() if _is_usable(key)}
    if not keys:
        raise ValueError("no usable key")
    return keys


def key_name(token: str) -> str:
    """The name of the key under which the token says that it was signed. Raises LookupError without one."""
    name: Any = jwt.get_unverified_header(token).get("kid")
    if not isinstance(name, str) or not name:
        raise LookupError("no key is named")
    return name


def _is_usable(key: object) -> bool:
    return isinstance(key, RSAPublicKey) and key.key_size >= SMALLEST_KEY_BITS


def _older(since: float | None, now: float, seconds: float) -> bool:
    return since is None or now - since >= seconds
