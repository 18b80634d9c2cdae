"""How access tokens are checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from environs import FileAwareEnv

from riskflag.errors import BadInput


@dataclass(frozen=True, slots=True)
class TokenSettings:
    """How access tokens are checked. Exactly one of ``keys_url`` and ``keys_file`` is given.

    issuer: who signs them
    audience: for whom they are signed
    keys_url: where the signer's public keys are
    keys_file: the file that holds them
    """

    issuer: str
    audience: str
    keys_url: str | None
    keys_file: Path | None


def tokens(env: FileAwareEnv) -> TokenSettings | None:
    """How; None where nothing is set. Raises BadInput."""
    names = ("ISSUER", "AUDIENCE", "KEYS_URL", "KEYS_FILE")
    given = {name: env.str(f"RISKFLAG_JWT_{name}", None) for name in names}
    if all(value is None for value in given.values()):
        return None
    problems = dict(_token_problems(given))
    if problems:
        raise BadInput({f"RISKFLAG_JWT_{name}": reason for name, reason in problems.items()})
    file = given["KEYS_FILE"]
    return TokenSettings(
        issuer=given["ISSUER"] or "",
        audience=given["AUDIENCE"] or "",
        keys_url=given["KEYS_URL"],
        keys_file=Path(file) if file else None,
    )


def _token_problems(given: Mapping[str, str | None]) -> list[tuple[str, str]]:
    url, file = given["KEYS_URL"], given["KEYS_FILE"]
    checks = (
        (not given["ISSUER"], "ISSUER", "must be set with the other token settings"),
        (not given["AUDIENCE"], "AUDIENCE", "must be set with the other token settings"),
        (bool(url) == bool(file), "KEYS_URL", "exactly one of it and RISKFLAG_JWT_KEYS_FILE must be set"),
        (bool(url) and not str(url).startswith("https://"), "KEYS_URL", "must start with https://"),
        (bool(file) and not Path(str(file)).is_file(), "KEYS_FILE", "names no file"),
    )
    return [(name, reason) for wrong, name, reason in checks if wrong]
