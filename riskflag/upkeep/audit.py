"""``riskflag audit``: whether the audit holds, and what is held with it, and its signed head.

Exit status: 0 all of it was looked at and holds; 5 the chain does not hold; 6 what is held is not what the
audit vouches for; 7 what guards it was altered; 8 something could not be looked at. Of several, the first.
"""

from contextlib import closing
from pathlib import Path

import click

from riskflag.persistence import audit_examined
from riskflag.persistence.audit_check import Checked, Head, say
from riskflag.persistence.audit_examined import Examined, examine
from riskflag.persistence.audit_head import (
    public_key_of,
    public_key_text,
    read_head,
    read_public_key,
    signed_head,
)
from riskflag.persistence.engine import open_database
from riskflag.persistence.store import open_store
from riskflag.persistence.vault import Vault, vault_for
from riskflag.service import now
from riskflag.settings import Settings, load_settings
from riskflag.upkeep.files import read_small, write_new

AUDIT_BROKEN, CONTRADICTED, UNGUARDED, NOT_LOOKED_AT = 5, 6, 7, 8

_FILE = click.Path(path_type=Path)


@click.group()
def audit() -> None:
    """Check the audit, and sign how far it goes."""


@audit.command()
@click.option("--head", "head_file", type=_FILE, help="A signed head that the audit must go through.")
def verify(head_file: Path | None) -> int:
    """Check every entry, what is held against them, and what guards both; say what does not hold."""
    settings = load_settings()
    vault = vault_for(settings)
    head = None
    if head_file is not None:
        head = read_head(read_small(head_file, "--head"), public_key_of(vault.audit_key))
    open_store(settings.database_url, vault).close()
    with closing(open_database(settings.database_url, vault)) as database:
        examined = examine(database, head)
    for sentence in audit_examined.say(examined, head):
        click.echo(sentence)
    return _status(examined)


@audit.command("head")
@click.option("--out", type=_FILE, help="A new file to write it to.")
def sign_head(out: Path | None) -> int:
    """Sign how far the audit goes, once all of it holds. To be kept away from the database."""
    settings = load_settings()
    vault = vault_for(settings)
    checked = _checked(settings, vault, None)
    if checked.broken is not None:
        return _told(checked, None)
    signed = signed_head(checked.newest, now(), vault.audit_key)
    if out is None:
        click.echo(signed, nl=False)
    else:
        write_new(out, signed, "--out")
    return 0


@audit.command("public-key")
def public_key() -> None:
    """Print the key that heads are checked with. It signs nothing and opens nothing."""
    click.echo(public_key_text(public_key_of(vault_for(load_settings()).audit_key)), nl=False)


@audit.command("check-head")
@click.argument("head_file", metavar="HEAD", type=_FILE)
@click.option("--public-key", "key_file", type=_FILE, required=True, help="As `public-key` printed it.")
def check_head(head_file: Path, key_file: Path) -> None:
    """Check who signed HEAD, without the keys and the database."""
    key = read_public_key(read_small(key_file, "--public-key"))
    head = read_head(read_small(head_file, "HEAD"), key)
    click.echo(f"signed with that key: the audit went to entry {head.sequence}, whose code is {head.mac}")


def _checked(settings: Settings, vault: Vault, head: Head | None) -> Checked:
    store = open_store(settings.database_url, vault)
    try:
        return store.check_audit(head)
    finally:
        store.close()


def _status(examined: Examined) -> int:
    if examined.chain.broken is not None:
        return AUDIT_BROKEN
    if examined.contradicts:
        return CONTRADICTED
    if examined.unguarded:
        return UNGUARDED
    return NOT_LOOKED_AT if examined.not_looked_at else 0


def _told(checked: Checked, head: Head | None) -> int:
    click.echo(say(checked, head))
    return 0 if checked.broken is None else AUDIT_BROKEN
