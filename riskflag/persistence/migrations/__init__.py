"""How a database gets to the schema of this version, step by step. A step once released is never edited."""

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from riskflag.persistence.engine import open_database
from riskflag.persistence.tables import SCHEMA_REVISION
from riskflag.persistence.vault import Vault

SCRIPTS = "riskflag.persistence:migrations"


def upgrade(database_url: str, vault: Vault) -> None:
    """Takes the database to this version's schema, whole or not at all; makes it if there is none.

    vault: seals what was not sealed yet
    Raises StoreUnavailable, and BadInput for a URL that is none.
    """
    database = open_database(database_url, vault)
    try:
        if database.write(_upgraded):
            database.leave_no_trace()
    finally:
        database.close()


def configuration() -> Config:
    """Where the steps are, for Alembic."""
    config = Config()
    config.set_main_option("script_location", SCRIPTS)
    config.set_main_option("path_separator", "os")
    return config


def _upgraded(connection: Connection) -> bool:
    """Upgrades; whether there was anything to do."""
    before = MigrationContext.configure(connection).get_current_revision()
    if before == SCHEMA_REVISION:
        return False
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    return before is not None
