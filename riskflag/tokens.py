"""Who is asking: signed tokens (JWT, RS256) with the claims that HMPPS Auth issues.

``user_name`` (or ``client_id``) names the reader; ``authorities`` holds exactly one ``ROLE_RISKFLAG_...``. In
development the service makes a key of its own and issues tokens; outside it, keys come from the signer and
nothing is issued here.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from riskflag.errors import BadInput, NotAllowed
from riskflag.service import Actor
from riskflag.settings import Environment, Settings, TokenSettings
from riskflag.vocabulary import Role

ALGORITHM = "RS256"
DEVELOPMENT_ISSUER = "riskflag-development"
DEVELOPMENT_AUDIENCE = "riskflag"
DEVELOPMENT_TOKEN_LASTS = timedelta(hours=8)
DEVELOPMENT_KEY_FILE = "development-signing-key.pem"
AUTHORITIES = {f"ROLE_RISKFLAG_{role.name}": role for role in Role}
NOT_RECOGNISED = "the token was not recognised"


@dataclass(frozen=True, slots=True)
class TokenReader:
    """Checks tokens against one signer.

    issuer, audience: what the token must say
    key_for: the public key for a token; raises jwt.PyJWTError where there is none
    """

    issuer: str
    audience: str
    key_for: Callable[[str], Any]

    def read(self, token: str) -> Actor:
        """Who the token speaks for. Raises NotAllowed, without saying which part was wrong."""
        try:
            claims = jwt.decode(
                token,
                self.key_for(token),
                algorithms=[ALGORITHM],
                issuer=self.issuer,
                audience=self.audience,
                options={"require": ["exp", "iat", "iss", "aud"]},
            )
        except (jwt.PyJWTError, LookupError, ValueError, OSError):
            raise NotAllowed(NOT_RECOGNISED) from None
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
    name = claims.get("user_name") or claims.get("client_id")
    authorities = claims.get("authorities")
    held = authorities if isinstance(authorities, list) else []
    roles = {AUTHORITIES[authority] for authority in held if authority in AUTHORITIES}
    if not isinstance(name, str) or len(roles) != 1:
        raise NotAllowed("the token must name a reader and exactly one role of this service")
    return Actor(name=name, role=roles.pop())


def _signers_keys(tokens: TokenSettings) -> Callable[[str], Any]:
    if tokens.keys_file is not None:
        keys = _keys_in(tokens.keys_file)
        return lambda token: keys[str(jwt.get_unverified_header(token).get("kid"))].key
    client = jwt.PyJWKClient(str(tokens.keys_url), cache_keys=True, lifespan=300)
    return lambda token: client.get_signing_key_from_jwt(token).key


def _keys_in(file: Path) -> jwt.PyJWKSet:
    try:
        return jwt.PyJWKSet.from_json(file.read_text(encoding="utf-8"))
    except (jwt.PyJWTError, AttributeError, LookupError, OSError, TypeError, ValueError):
        raise BadInput({"RISKFLAG_JWT_KEYS_FILE": "holds no keys that can be read"}) from None


def _development_key(settings: Settings) -> rsa.RSAPrivateKey:
    """The key of development mode, made at first use and readable by its owner alone."""
    if settings.environment is not Environment.DEVELOPMENT:
        raise BadInput({"RISKFLAG_ENVIRONMENT": "must be development; tokens come from the signer otherwise"})
    path = settings.home / DEVELOPMENT_KEY_FILE
    if not path.exists():
        _write_new_key(path)
    key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise BadInput({"RISKFLAG_HOME": f"holds a {DEVELOPMENT_KEY_FILE} that is not an RSA key"})
    return key


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
