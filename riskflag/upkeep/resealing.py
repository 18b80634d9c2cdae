"""``riskflag database reseal``: seals all that is held with the key that seals now.

Exit status: 0 nothing is left that another key sealed, 4 something is.
"""

import click

from riskflag.persistence import resealing
from riskflag.persistence.audit import Action, AuditEntry
from riskflag.persistence.vault import vault_for
from riskflag.service import now
from riskflag.settings import load_settings
from riskflag.upkeep.who import AT_THE_MACHINE

SOMETHING_LEFT = 4


@click.command()
def reseal() -> int:
    """Seal all that is held with the newest key. Can be stopped, and goes on where it was."""
    settings = load_settings()
    entry = AuditEntry(now(), AT_THE_MACHINE, Action.SEALED_ANEW)
    done = resealing.reseal(settings.database_url, vault_for(settings), entry)
    click.echo(f"{done.rows} row{'s' if done.rows != 1 else ''} sealed anew")
    if not done.no_trace:
        click.echo(
            "what was there before is still in the database's file: stop what uses it and run this again"
        )
    if done.left:
        click.echo(
            f"{done.left} still not sealed with the newest key: a service that has not been restarted wrote"
            " them, or they cannot be opened. Take no key away"
        )
    return SOMETHING_LEFT if done.left or not done.no_trace else 0
