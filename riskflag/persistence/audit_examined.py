"""All that can be told of the audit: whether its chain holds, whether what is held is what it vouches for,
and whether the database still guards both."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection

from riskflag.persistence import audit_compare, guards
from riskflag.persistence.audit import check_entries
from riskflag.persistence.audit_check import Checked, Head
from riskflag.persistence.audit_check import say as say_chain
from riskflag.persistence.audit_compare import Compared, compare
from riskflag.persistence.engine import Database
from riskflag.persistence.guards import Guards, look_at_guards

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Examined:
    """What came of it.

    chain: whether the chain holds
    compared: what is held, each kind compared with the audit; None where that could not be done
    guards: what guards it; None where that could not be looked at
    """

    chain: Checked
    compared: tuple[Compared, ...] | None
    guards: Guards | None

    @property
    def contradicts(self) -> bool:
        """Whether something that is held is not as the audit has it."""
        return any(each.wrong for each in self.compared or ())

    @property
    def unguarded(self) -> bool:
        """Whether something that guards it is not as it was made."""
        return self.guards is not None and bool(self.guards.wrong)

    @property
    def not_looked_at(self) -> bool:
        """Whether something could not be looked at."""
        unopened = any(each.unopened for each in self.compared or ())
        return self.compared is None or self.guards is None or unopened


def examine(database: Database, head: Head | None) -> Examined:
    """Looks at all of it, as it stands at one moment. Raises StoreUnavailable where not even the chain can be
    read."""

    def chain_and_held(connection: Connection) -> tuple[Checked, tuple[Compared, ...] | None]:
        chain = check_entries(connection, head)
        return chain, _if_possible(lambda: compare(connection, chain.newest.sequence))

    chain, compared = database.read(chain_and_held)
    return Examined(chain, compared, _if_possible(lambda: database.read(look_at_guards)))


def _if_possible(look: Callable[[], T]) -> T | None:
    try:
        return look()
    except Exception:  # whatever meddling left there: that it could not be looked at is what is told
        return None


def say(examined: Examined, head: Head | None) -> Iterator[str]:
    """What was looked at and what came of it, in sentences of numbers."""
    yield say_chain(examined.chain, head)
    if examined.chain.broken is not None:
        yield f"what is held was compared with entries 1 to {examined.chain.newest.sequence} alone"
    if examined.compared is None:
        yield "NOT LOOKED AT: whether what is held is what the audit vouches for; it could not be read"
    else:
        yield from audit_compare.say(examined.compared)
    if examined.guards is None:
        yield "NOT LOOKED AT: what guards it; the database did not say"
    else:
        yield from guards.say(examined.guards)
