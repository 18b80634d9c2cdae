"""``riskflag database backup`` and ``restore``: a copy of the embedded database, and the way back.

Exit status: 0 the copy is whole; 4 these keys do not open something in it; 5 its audit does not hold.
A backup of such a database is kept, for there may be no better one; a restore of one is refused.
"""

from pathlib import Path

import click

from riskflag.persistence.audit import Action, AuditEntry
from riskflag.persistence.audit_check import say
from riskflag.persistence.copies import Held, back_up, put_back
from riskflag.persistence.vault import vault_for
from riskflag.service import now
from riskflag.settings import load_settings
from riskflag.upkeep.audit import AUDIT_BROKEN
from riskflag.upkeep.who import AT_THE_MACHINE

NOT_OPENED = 4

_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("file", type=_FILE)
def backup(file: Path) -> int:
    """Copy the database into FILE while it is in use, and look the copy through."""
    settings = load_settings()
    held = back_up(settings.database_url, vault_for(settings), file, _entry(Action.BACKED_UP))
    status = _told(held)
    click.echo("the copy is whole" if status == 0 else "the copy is kept, but is not whole")
    return status


@click.command()
@click.argument("file", type=_FILE)
def restore(file: Path) -> int:
    """Put the copy in FILE where the database belongs. Never over one that is there."""
    settings = load_settings()
    held = put_back(file, settings.database_url, vault_for(settings), _entry(Action.RESTORED))
    status = _told(held)
    click.echo("the database is restored" if status == 0 else "nothing was restored")
    return status


def _entry(action: Action) -> AuditEntry:
    return AuditEntry(now(), AT_THE_MACHINE, action)


def _told(held: Held) -> int:
    """Says what is in a copy. Gives the exit status."""
    click.echo(say(held.audit, None))
    if held.unopened:
        click.echo(f"{held.unopened} rows cannot be opened with these keys, or would not be found")
    if held.audit.broken is not None:
        return AUDIT_BROKEN
    return NOT_OPENED if held.unopened else 0
