"""Keys for tests: the same in every process, and nobody's."""

from pathlib import Path

from riskflag.persistence.keys import KEY_BYTES, Keys, write_keys
from riskflag.persistence.vault import Vault
from riskflag.settings import Environment, Settings

KEYS = Keys(1, {1: b"s" * KEY_BYTES}, b"i" * KEY_BYTES, b"a" * KEY_BYTES)
VAULT = Vault(KEYS)


def settings_in(folder: Path, database_url: str | None = None) -> Settings:
    """Settings of a service whose keys, and whose database where no other is named, are in this folder."""
    url = database_url or f"sqlite:///{folder}/riskflag.sqlite3"
    environment = Environment.DEVELOPMENT
    return Settings(folder, url, environment, "127.0.0.1", 8000, None, keys_file=keys_file(folder))


def keys_file(folder: Path) -> Path:
    """A file that holds them."""
    file = folder / "keys.json"
    if not file.exists():
        write_keys(file, KEYS)
    return file
