"""``riskflag sessions end``: somebody who may no longer work here is signed out of the pages at once."""

from contextlib import closing

import click

from riskflag.persistence.store import open_store
from riskflag.persistence.vault import vault_for
from riskflag.service import now
from riskflag.settings import load_settings
from riskflag.sign_ins import SignIns
from riskflag.upkeep.who import AT_THE_MACHINE


@click.group("sessions")
def sessions() -> None:
    """Who is signed in to the pages."""


@sessions.command("end")
@click.option("--account", prompt=True, help="Whose sessions end; asked for where it is left out.")
def end(account: str) -> None:
    """Sign an account out everywhere. It can sign in again unless its sign-in service keeps it out."""
    settings = load_settings()
    with closing(open_store(settings.database_url, vault_for(settings))) as store:
        ended = SignIns(store.web_sessions, now).sign_out_everywhere(account.strip(), AT_THE_MACHINE)
    click.echo(f"sessions ended: {ended}")
