"""Who is asking: signed tokens (JWT, RS256) with the claims that HMPPS Auth issues.

``user_name`` names the reader, and ``client_id`` a system that sends records; ``authorities`` holds exactly
one ``ROLE_RISKFLAG_...``. No token counts that lasts longer than half a day. In development the service makes
a key of its own and issues tokens; outside it, keys come from the signer and nothing is issued here.
"""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from time import monotonic
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes

from riskflag.errors import BadInput, NotAllowed
from riskflag.service import Actor
from riskflag.settings import Environment, Settings, TokenSettings
from riskflag.signing_keys import SigningKeys, key_name, keys_from, usable_keys
from riskflag.vocabulary import Role

ALGORITHM = "RS256"
DEVELOPMENT_ISSUER = "riskflag-development"
DEVELOPMENT_AUDIENCE = "riskflag"
DEVELOPMENT_READER = "developer"
"""On whose caseload the people of the example case files are."""
DEVELOPMENT_TOKEN_LASTS = timedelta(hours=8)
DEVELOPMENT_KEY_FILE = "development-signing-key.pem"
LONGEST_TOKEN = 8192
LONGEST_NAME = 200
LASTS_AT_MOST = timedelta(hours=12)
AUTHORITIES = {f"ROLE_RISKFLAG_{role.name}": role for role in Role}
NOT_RECOGNISED = "the token was not recognised"
NO_READER = "the token must name a reader and exactly one role of this service"


@dataclass(frozen=True, slots=True)
class TokenReader:
    """Checks tokens against one signer.

    issuer, audience: what the token must say
    key_for: the public key for a token; raises LookupError or jwt.PyJWTError where there is none, and
        SignerUnavailable where nobody can tell
    """

    issuer: str
    audience: str
    key_for: Callable[[str], Any]

    def read(self, token: str) -> Actor:
        """Who the token speaks for. Raises NotAllowed, without saying which part was wrong, and
        SignerUnavailable."""
        if len(token) > LONGEST_TOKEN:
            raise NotAllowed(NOT_RECOGNISED)
        try:
            claims = jwt.decode(
                token,
                self.key_for(token),
                algorithms=[ALGORITHM],
                issuer=self.issuer,
                audience=self.audience,
                options={"require": ["exp", "iat", "iss", "aud"]},
            )
            lasts = timedelta(seconds=float(claims["exp"]) - float(claims["iat"]))
        except (jwt.PyJWTError, LookupError, TypeError, ValueError, OverflowError):
            raise NotAllowed(NOT_RECOGNISED) from None
        if lasts > LASTS_AT_MOST:
            raise NotAllowed(NOT_RECOGNISED)
        return _actor(claims)


def token_reader(settings: Settings) -> TokenReader:
    """The reader for this process. Raises BadInput where nobody could be recognised."""
    if settings.tokens is not None:
        return TokenReader(settings.tokens.issuer, settings.tokens.audience, _signers_keys(settings.tokens))
    key = _development_key(settings).public_key()
    return TokenReader(DEVELOPMENT_ISSUER, DEVELOPMENT_AUDIENCE, lambda _: key)


def issue_development_token(settings: Settings, role: Role, name: str, now: datetime) -> str:
    """A token for somebody at this machine. Raises BadInput outside development mode."""
    claims = {
        "iss": DEVELOPMENT_ISSUER,
        "aud": DEVELOPMENT_AUDIENCE,
        "iat": now,
        "exp": now + DEVELOPMENT_TOKEN_LASTS,
        "user_name": name,
        "authorities": [f"ROLE_RISKFLAG_{role.name}"],
    }
    return jwt.encode(claims, _development_key(settings), algorithm=ALGORITHM)


def _actor(claims: dict[str, Any]) -> Actor:
    authorities = claims.get("authorities")
    held = authorities if isinstance(authorities, list) else []
    roles = [AUTHORITIES[each] for each in held if isinstance(each, str) and each in AUTHORITIES]
    if len(set(roles)) != 1:
        raise NotAllowed(NO_READER)
    return Actor(name=_name(claims, roles[0]), role=roles[0])


def _name(claims: dict[str, Any], role: Role) -> str:
    """Whose token it is. A reader is a person: a system's name stands for nobody who may read."""
    name = claims.get("user_name")
    if name is None and role is Role.RECORD_FEED:
        name = claims.get("client_id")
    if not isinstance(name, str) or not name.strip() or len(name) > LONGEST_NAME:
        raise NotAllowed(NO_READER)
    return name


def _signers_keys(tokens: TokenSettings) -> Callable[[str], Any]:
    if tokens.keys_file is not None:
        keys = _keys_in(tokens.keys_file)
        return lambda token: keys[key_name(token)]
    return SigningKeys(keys_from(str(tokens.keys_url)), monotonic).key_for


def _keys_in(file: Path) -> Mapping[str, Any]:
    try:
        return usable_keys(json.loads(file.read_text(encoding="utf-8")))
    except (jwt.PyJWTError, AttributeError, LookupError, OSError, TypeError, ValueError):
        raise BadInput({"RISKFLAG_JWT_KEYS_FILE": "holds no keys that can be read"}) from None


def _development_key(settings: Settings) -> rsa.RSAPrivateKey:
    """The key of development mode, made at first use and readable by its owner alone."""
    if settings.environment is not Environment.DEVELOPMENT:
        raise BadInput({"RISKFLAG_ENVIRONMENT": "must be development; tokens come from the signer otherwise"})
    path = settings.home / DEVELOPMENT_KEY_FILE
    if not path.exists():
        _write_new_key(path)
    key = _private_key(path.read_bytes())
    if not isinstance(key, rsa.RSAPrivateKey):
        raise BadInput({"RISKFLAG_HOME": f"holds a {DEVELOPMENT_KEY_FILE} that is not an RSA key"})
    return key


@lru_cache(maxsize=1)
def _private_key(pem: bytes) -> PrivateKeyTypes:
    """What is in a key file; kept, for reading it tries whether its numbers are prime, which takes as long
    as many requests."""
    return serialization.load_pem_private_key(pem, password=None)


def _write_new_key(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    draft = path.with_suffix(f".{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_bytes(pem)
    try:
        os.link(draft, path)  # the first of two processes wins, and both then read the same key
    except FileExistsError:
        pass
    finally:
        draft.unlink()
