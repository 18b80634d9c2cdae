"""``riskflag database accept-fewer-places``: a place register that lost places may be right after all."""

import click

from riskflag.persistence.audit import Action, AuditEntry
from riskflag.persistence.fewer_places import take_the_next
from riskflag.persistence.vault import vault_for
from riskflag.service import now
from riskflag.settings import load_settings
from riskflag.upkeep.who import AT_THE_MACHINE


@click.command("accept-fewer-places")
def accept_fewer_places() -> None:
    """Take the next place register as whole, however few places it holds."""
    settings = load_settings()
    entry = AuditEntry(now(), AT_THE_MACHINE, Action.FEWER_PLACES_ACCEPTED)
    take_the_next(settings.database_url, vault_for(settings), entry)
    click.echo("the next place register is taken as it comes: import it now")
