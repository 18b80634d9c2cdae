"""A chain of entries, and the ways of tampering with it that somebody has who may write the database."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from random import Random

from sqlalchemy import Connection, text

from riskflag.casebook import NOW
from riskflag.enquiry import Purpose
from riskflag.persistence.audit import Action, Actor, AuditEntry, add_entry
from riskflag.persistence.chain import BEGINNING, CHAINED, code_of
from riskflag.vocabulary import AssessmentId, PersonId, Role
from tests.keys import VAULT

COLUMNS = (*CHAINED, "mac")
ENTRIES = 24
NOT_UNICODE = b"\xfffound"
"""Is written as text, which SQLite takes as it comes; all other bytes are written as bytes."""
UNWATCHED = (
    "CREATE TABLE copied AS SELECT * FROM audit_entry",
    "DROP TABLE audit_entry",
    "ALTER TABLE copied RENAME TO audit_entry",
)
"""The same table without a trigger, a constraint or a key: whoever has the file can have that."""

Row = dict[str, object]
Rows = Sequence[Row]
Tampering = Callable[[Random, Rows], list[Row]]


def fill(connection: Connection, entries: int = ENTRIES) -> None:
    """Writes a chain in which every column is filled in some entries and, where it may be, empty in others."""
    for number in range(entries):
        add_entry(connection, entry(number))


def entry(number: int) -> AuditEntry:
    """What the entry of that number, from 0, says."""
    roles, actions, purposes = list(Role), list(Action), list(Purpose)
    return AuditEntry(
        NOW + timedelta(seconds=number),
        Actor(f"p.officer{number % 3}", roles[number % len(roles)]),
        actions[number % len(actions)],
        PersonId(f"{number % 4:032x}") if number % 2 else None,
        AssessmentId(f"{number:032x}") if number % 3 else None,
        purposes[number % len(purposes)] if number % 5 else None,
        "housing_provider" if number % 7 == 0 else None,
        "found" if number % 2 else "",
    )


def rewrite(connection: Connection, rows: Rows) -> None:
    """Puts these rows in the place of all that stand there, past everything that would stop it."""
    for statement in (*UNWATCHED, "DELETE FROM audit_entry"):
        connection.execute(text(statement))
    for row in rows:
        marks = (f"CAST(:{name} AS TEXT)" if row[name] == NOT_UNICODE else f":{name}" for name in COLUMNS)
        into = " ".join(
            ("INSERT INTO audit_entry (", ", ".join(COLUMNS), ") VALUES (", ", ".join(marks), ")")
        )
        connection.execute(text(into), row)


def _changed(values: Callable[[Random, str], object]) -> Tampering:
    """One column of one row, changed into what ``values`` makes of what it says."""

    def tamper(chance: Random, rows: Rows) -> list[Row]:
        at, column = chance.randrange(len(rows)), chance.choice(COLUMNS)
        changed = {**rows[at], column: values(chance, _written(rows[at][column]))}
        return [*rows[:at], changed, *rows[at + 1 :]]

    return tamper


def _written(value: object) -> str:
    return "" if value is None else str(value)


def _one_character(chance: Random, value: str) -> str:
    at = chance.randrange(len(value) + 1)
    other: str = chance.choice(["", *"0123456789abcdefxyz_ é"])
    return value[:at] + other + value[at + chance.randrange(2) :]


def _blanks(chance: Random, value: str) -> str:
    blank = chance.choice([" ", "\t", "\n", "\u00a0", "\u200b", "\0"])
    at = chance.choice([0, 3, len(value)])
    return value[:at] + blank + value[at:]


def _of_another(chance: Random, rows: Rows) -> list[Row]:
    at, column = chance.randrange(len(rows)), chance.choice(COLUMNS)
    return [*rows[:at], {**rows[at], column: chance.choice(rows)[column]}, *rows[at + 1 :]]


def _deleted(chance: Random, rows: Rows) -> list[Row]:
    """Some, but not only the newest, taken away."""
    at = chance.randrange(len(rows) - 1)
    return [*rows[:at], *rows[at + chance.randint(1, len(rows) - at - 1) :]]


def _deleted_and_closed_up(chance: Random, rows: Rows) -> list[Row]:
    return _numbered(_deleted(chance, rows))


def _numbered(rows: Rows) -> list[Row]:
    return [{**row, "sequence": number} for number, row in enumerate(rows, start=1)]


def _inserted(chance: Random, rows: Rows) -> list[Row]:
    at = chance.randint(0, len(rows))
    made_up = {**chance.choice(rows), "mac": f"{chance.getrandbits(256):064x}"}
    return _numbered([*rows[:at], made_up, *rows[at:]])


def _duplicated(chance: Random, rows: Rows) -> list[Row]:
    return [*rows, dict(chance.choice(rows))]


def _swapped(chance: Random, rows: Rows) -> list[Row]:
    one, other = chance.sample(range(len(rows)), 2)
    swapped = list(rows)
    swapped[one], swapped[other] = swapped[other], swapped[one]
    return _numbered(swapped)


def _renumbered(chance: Random, rows: Rows) -> list[Row]:
    at = chance.randrange(len(rows))
    number = chance.choice([0, -1, 7, 2**40, len(rows) + 1, at + 2])
    return [*rows[:at], {**rows[at], "sequence": number}, *rows[at + 1 :]]


def _all_moved(chance: Random, rows: Rows) -> list[Row]:
    by = chance.choice([-3, -1, 1, 500])
    return [{**row, "sequence": number + by} for number, row in enumerate(rows, start=1)]


def _without_a_key(chance: Random, rows: Rows) -> list[Row]:
    """One changed, and it and all later ones chained anew by somebody who had to guess the key."""
    at = chance.randrange(len(rows))
    changed = [*rows[:at], {**rows[at], "actor": "somebody.else"}, *rows[at + 1 :]]
    return chained(changed, chance.randbytes(32), at)


def chained(rows: Rows, key: bytes, start: int = 0) -> list[Row]:
    """These rows, chained from ``start`` on with that key."""
    before, made = (str(rows[start - 1]["mac"]) if start else BEGINNING), list(rows[:start])
    for row in rows[start:]:
        before = code_of(row, before, key)
        made.append({**row, "mac": before})
    return made


WITHOUT_KEYS: Mapping[str, Tampering] = {
    "one character of a column": _changed(_one_character),
    "a column emptied": _changed(lambda _, __: ""),
    "a column made null": _changed(lambda _, __: None),
    "capitals": _changed(lambda _, value: value.swapcase()),
    "blanks that nobody sees": _changed(_blanks),
    "a column as bytes": _changed(lambda _, value: value.encode()),
    "text that is not Unicode": _changed(lambda _, __: NOT_UNICODE),
    "a number for text": _changed(lambda chance, _: chance.choice([0, 1, 1.5])),
    "another entry's column": _of_another,
    "entries taken away": _deleted,
    "entries taken away and closed up": _deleted_and_closed_up,
    "an entry made up": _inserted,
    "an entry twice": _duplicated,
    "two entries exchanged": _swapped,
    "an entry renumbered": _renumbered,
    "all entries moved": _all_moved,
    "chained anew with another key": _without_a_key,
}
"""What somebody can do who has the database: the chain alone shows each of them."""


def _cut_off(chance: Random, rows: Rows) -> list[Row]:
    return list(rows[: chance.randrange(len(rows))])


def _rolled_back_and_gone_on(chance: Random, rows: Rows) -> list[Row]:
    """An older copy put back, upon which the service went on."""
    kept = rows[: chance.randrange(len(rows) - 1)]
    later: list[Row] = [
        {**chance.choice(rows), "at": f"2026-12-01T10:00:{second:02}+00:00"} for second in range(40)
    ]
    return chained(_numbered([*kept, *later]), VAULT.audit_key, len(kept))


def _rewritten(chance: Random, rows: Rows) -> list[Row]:
    """One entry changed, and the chain made whole by somebody who has the key."""
    at = chance.randrange(len(rows))
    changed = [*rows[:at], {**rows[at], "actor": "somebody.else"}, *rows[at + 1 :]]
    return chained(changed, VAULT.audit_key, at)


def _rewritten_shorter(chance: Random, rows: Rows) -> list[Row]:
    return chained(_deleted_and_closed_up(chance, rows), VAULT.audit_key)


AGAINST_A_HEAD: Mapping[str, Tampering] = {
    "the newest cut off": _cut_off,
    "an older copy that went on": _rolled_back_and_gone_on,
    "rewritten with the key": _rewritten,
    "an entry left out with the key": _rewritten_shorter,
}
"""What the chain alone cannot show, and its signed head does."""
