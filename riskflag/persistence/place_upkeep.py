"""The index of places, made anew on somebody's word, and how far it is from what the records name."""

from contextlib import closing

from sqlalchemy import Connection

from riskflag.persistence.audit import AuditEntry, add_entry
from riskflag.persistence.engine import open_database
from riskflag.persistence.place_rebuilding import Difference, difference, rebuild
from riskflag.persistence.place_tokens import NOT_READ, held_under
from riskflag.persistence.vault import Vault


def index_anew(database_url: str, vault: Vault, entry: AuditEntry) -> Difference:
    """Makes the index anew, records that, and gives how far it was from the records before; all of it or
    nothing. Raises StoreUnavailable."""

    def work(connection: Connection) -> Difference:
        was = difference(connection)
        rebuild(connection)
        add_entry(connection, entry)
        return was

    with closing(open_database(database_url, vault)) as database:
        return database.write(work)


def anywhere(database_url: str, vault: Vault) -> int:
    """How many records cannot be read of which the index does not know where they may be. Raises
    StoreUnavailable."""
    with closing(open_database(database_url, vault)) as database:
        held = database.read(lambda connection: held_under(connection, {NOT_READ}))
    return held[NOT_READ].number if held else 0


def compare_index(database_url: str, vault: Vault) -> Difference:
    """How far the index is from the records. Raises StoreUnavailable."""
    with closing(open_database(database_url, vault)) as database:
        return database.read(difference)
