"""``riskflag database grant``: the role that the service connects as may do what it needs and no more."""

from contextlib import closing

import click

from riskflag.persistence.engine import open_database
from riskflag.persistence.privileges import grant
from riskflag.persistence.vault import vault_for
from riskflag.settings import load_settings


@click.command("grant")
@click.argument("role")
def grant_role(role: str) -> None:
    """Let ROLE do what the service does, and nothing that changes what is kept. PostgreSQL only.

    Run it as the owner of the tables, after each upgrade; the service then connects as ROLE.
    """
    settings = load_settings()
    with closing(open_database(settings.database_url, vault_for(settings))) as database:
        database.write(lambda connection: grant(connection, role))
    click.echo("granted: it reads and adds, and changes nothing of the audit, the alerts or the answers")
