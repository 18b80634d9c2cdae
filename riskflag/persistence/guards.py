"""Whether the database still refuses what it refused when this version made it: to change what is kept.

What made each trigger stands in the migrations, under the names SQLITE and POSTGRESQL. What the database says
of its triggers now is compared with that, word for word; a trigger that nobody made here is told as well.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType

from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from riskflag.persistence import guards_on_server
from riskflag.persistence.migrations import configuration, triggers
from riskflag.persistence.privileges import KEPT

_HELD = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")


@dataclass(frozen=True, slots=True)
class Guards:
    """What came of looking.

    expected: how many triggers this version made
    missing: those that are not there
    altered: those that are not as they were made, or are switched off
    unknown: triggers and rules that this version did not make
    opened: rights to change what is kept that somebody has besides the owner of the tables, and settings that
        switch triggers off; None where there are no rights, since whoever can write the file can do anything
    owner: whether whoever looked could take the guards away; None as above
    """

    expected: int
    missing: int
    altered: int
    unknown: int
    opened: int | None = None
    owner: bool | None = None

    @property
    def wrong(self) -> int:
        """How many things are not as this version made them."""
        return self.missing + self.altered + self.unknown + (self.opened or 0)


def look_at_guards(connection: Connection) -> Guards:
    """What guards the tables whose rows are kept as they were written."""
    if connection.dialect.name == "sqlite":
        held = {row.name: row.sql for row in connection.execute(_HELD)}
        return _compared({_name(each): each for each in _made("SQLITE")}, held)
    made = {
        guards_on_server.named(each): guards_on_server.expected(each, _functions())
        for each in _made("POSTGRESQL")
        if each.startswith("CREATE TRIGGER ")
    }
    found = _compared(made, guards_on_server.triggers(connection))
    return Guards(
        found.expected,
        found.missing,
        found.altered,
        found.unknown + guards_on_server.strangers(connection),
        guards_on_server.opened(connection, KEPT),
        guards_on_server.is_owner(connection),
    )


def _compared(made: Mapping[str, object], held: Mapping[str, object]) -> Guards:
    return Guards(
        expected=len(made),
        missing=len(made.keys() - held.keys()),
        altered=sum(held[name] != made[name] for name in made.keys() & held.keys()),
        unknown=len(held.keys() - made.keys()),
    )


def _made(dialect: str) -> Iterator[str]:
    """Every statement that made a trigger or its function, of every step."""
    steps = ScriptDirectory.from_config(configuration()).walk_revisions()
    modules: Iterable[ModuleType] = (triggers, *(step.module for step in steps))
    for module in modules:
        yield from getattr(module, dialect, ())


def _functions() -> dict[str, str]:
    """What each trigger's function does, by its name."""
    return dict(
        guards_on_server.function(each) for each in _made("POSTGRESQL") if each.startswith("CREATE FUNCTION ")
    )


def _name(statement: str) -> str:
    return statement.split()[2]


def say(guards: Guards) -> Iterator[str]:
    """What came of it in sentences, which tell numbers and nobody's name."""
    as_made = guards.expected - guards.missing - guards.altered
    parts = [f"guards: {as_made} of {guards.expected} triggers are there as this version made them"]
    parts += [
        f"{words}: {number}"
        for words, number in (
            ("MISSING", guards.missing),
            ("ALTERED OR SWITCHED OFF", guards.altered),
            ("triggers and rules that this version DID NOT MAKE", guards.unknown),
        )
        if number
    ]
    yield "; ".join(parts)
    if guards.opened is None:
        yield "rights: a file has none, so that whoever can write it can take its guards away"
    elif guards.opened:
        yield f"rights: OTHERS than the owner of the tables may change what is kept; found: {guards.opened}"
    else:
        yield "rights: nobody but the owner of the tables may change what is kept"
    if guards.owner:
        yield "this was asked as a role that could take the guards away: the service is to have another"
