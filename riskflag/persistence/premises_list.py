"""The list of known premises as whoever keeps it uses it: each change and look in one transaction together
with its audit entry."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from riskflag.persistence.audit import Action, AuditEntry, add_entry
from riskflag.persistence.engine import Database, open_database
from riskflag.persistence.held_digests import recorded_premises
from riskflag.persistence.known_premises import add_premises, listed_premises, remove_premises
from riskflag.persistence.store import open_store
from riskflag.persistence.vault import Vault
from riskflag.probing.premises import KnownPremises, PremisesReason


@dataclass(frozen=True, slots=True)
class Changed:
    """What came of a change.

    changed: how many were put on the list, or buildings taken from it
    listed: how many are on it now
    """

    changed: int
    listed: int


@dataclass(frozen=True, slots=True)
class Change:
    """Who changes the list, and why.

    account: who says that it is to be changed; nothing proves who that is to whoever may run commands
    reason: why
    """

    account: str
    reason: PremisesReason


class PremisesList:
    """The list in one database. Every method raises StoreUnavailable."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, premises: Sequence[KnownPremises], change: Change, entry: AuditEntry) -> Changed:
        """Puts these on the list; what is there already stays as it is."""
        listing = replace(entry, action=Action.PREMISES_LISTED)
        return self._change(lambda connection: add_premises(connection, premises, entry.at), change, listing)

    def remove(self, premises: Sequence[KnownPremises], change: Change, entry: AuditEntry) -> Changed:
        """Takes these buildings from the list. Raises BadInput where one is not on it."""
        removing = replace(entry, action=Action.PREMISES_REMOVED)
        return self._change(
            lambda connection: remove_premises(connection, premises, entry.at), change, removing
        )

    def read(self, entry: AuditEntry) -> tuple[KnownPremises, ...]:
        """Everything on the list. That somebody read it is recorded."""

        def work(connection: Connection) -> tuple[KnownPremises, ...]:
            add_entry(connection, replace(entry, action=Action.PREMISES_READ))
            return listed_premises(connection)

        return self._database.write(work)

    def count(self) -> int:
        """How many are on it."""
        return self._database.read(lambda connection: len(listed_premises(connection)))

    def _change(self, work: Callable[[Connection], int], change: Change, entry: AuditEntry) -> Changed:
        def recorded(connection: Connection) -> Changed:
            said = replace(entry, detail=f"{change.reason.value} by {change.account}")
            with recorded_premises(connection, said):
                changed = work(connection)
            return Changed(changed, len(listed_premises(connection)))

        return self._database.write(recorded)


def open_premises(database_url: str, vault: Vault) -> closing[Database]:
    """The database of that URL, once it is sure that it is of this version; closed at the end."""
    open_store(database_url, vault).close()
    return closing(open_database(database_url, vault))
