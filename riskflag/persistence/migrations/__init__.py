"""How a database gets to the schema of this version, step by step. A step once released is never edited."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from riskflag.persistence.engine import open_database

SCRIPTS = "riskflag.persistence:migrations"


def upgrade(database_url: str) -> None:
    """Takes the database to this version's schema, whole or not at all; makes it if there is none.

    Raises StoreUnavailable, and BadInput for a URL that is none.
    """
    database = open_database(database_url)
    try:
        database.write(_upgrade)
    finally:
        database.close()


def configuration() -> Config:
    """Where the steps are, for Alembic."""
    config = Config()
    config.set_main_option("script_location", SCRIPTS)
    config.set_main_option("path_separator", "os")
    return config


def _upgrade(connection: Connection) -> None:
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
