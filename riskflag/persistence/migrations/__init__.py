"""How a database gets to the schema of this version, step by step. A step once released is never edited."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from riskflag.persistence.engine import Database

SCRIPTS = "riskflag.persistence:migrations"


def upgrade(database: Database) -> None:
    """Takes the database to this version's schema, whole or not at all. Raises StoreUnavailable."""
    database.write(_upgrade)


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
