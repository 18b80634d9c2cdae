"""A place register that lost places is taken as whole, on somebody's word."""

from contextlib import closing

from sqlalchemy import Connection

from riskflag.persistence.audit import AuditEntry
from riskflag.persistence.digests import over_which
from riskflag.persistence.engine import open_database
from riskflag.persistence.held_digests import digest_of_register, record_register
from riskflag.persistence.place_register import expect_anything
from riskflag.persistence.vault import Vault


def take_the_next(database_url: str, vault: Vault, entry: AuditEntry) -> None:
    """Takes the next register as it comes, and records that. Raises StoreUnavailable."""

    def work(connection: Connection) -> None:
        over = over_which(digest_of_register(connection))
        expect_anything(connection)
        record_register(connection, entry, over)

    with closing(open_database(database_url, vault)) as database:
        database.write(work)
