"""Whether what is held is what the audit vouches for: answers, people with their records, the place register,
the list of known premises, decisions, and what second persons agreed to.

An entry from before there were digests says that something was written, and not what: that is counted apart.
Only entries up to which the chain holds are relied on.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select

from riskflag.persistence import tables
from riskflag.persistence.audit_told import State, Told, told_by_entries, weighed
from riskflag.persistence.digests import Row, as_they_are, vouched
from riskflag.persistence.held_digests import (
    answers,
    decisions,
    digest_of_person,
    digest_of_premises,
    digest_of_register,
)
from riskflag.persistence.sqlite import any_text_readable
from riskflag.vocabulary import PersonId

_PEOPLE = select(*as_they_are(tables.person, ("id",)))
_REGISTER = select(tables.place_register.c.source)
_PREMISES = select(tables.known_premises.c.id).limit(1)
_DECIDED = ("assessment_id", "account", "role", "decided_at")
_AGREED = ("person_id", "account", "role", "agreed_at", "reason")
_AGREEMENTS = select(*as_they_are(tables.agreement, _AGREED))


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of comparing one kind of what is held with the audit.

    what: what they are, in words
    held: how many there are
    vouched: those that are exactly what their entry vouches for
    before: those from before entries vouched for what is written: only that there is an entry was looked at
    without_entry: those that no entry tells of
    gone: those that an entry tells of and that are not there
    other: those that are not what their entry vouches for
    unopened: those that these keys do not open, so that they could not be compared
    """

    what: str
    held: int = 0
    vouched: int = 0
    before: int = 0
    without_entry: int = 0
    gone: int = 0
    other: int = 0
    unopened: int = 0

    @property
    def wrong(self) -> int:
        """How many are not as the audit has them."""
        return self.without_entry + self.gone + self.other


def compare(connection: Connection, newest: int) -> tuple[Compared, ...]:
    """Compares all that is held with the entries of the audit up to the one with the number ``newest``."""
    with any_text_readable(connection):
        told = told_by_entries(connection, newest)
        return (
            _answers(connection, told),
            _people(connection, told.stored),
            _whole(connection, "place registers", told.registered, _REGISTER, digest_of_register),
            _whole(connection, "lists of known premises", told.premises, _PREMISES, digest_of_premises),
            _decisions(connection, told.decided),
            _agreements(connection, told.agreed),
        )


def _answers(connection: Connection, told: Told) -> Compared:
    there: set[str] = set()

    def found() -> Iterator[str]:
        for row, digest in answers(connection):
            there.add(row["assessment_id"])
            entry = told.given.get(row["assessment_id"])
            if entry is None:
                yield "without_entry"
            elif (vouches := vouched(entry["detail"])).digest is not None:
                yield weighed(vouches.digest, digest)
            else:
                yield "before" if _agrees(row, entry, vouches.said) else "other"

    counted = Counter(found())
    return _compared("answers", counted, gone=len({*told.given, *told.read} - there))


def _agrees(row: Row, entry: Row, verdict: str) -> bool:
    """Whether an answer from before digests is at least that of whom, by whom and why its entry says."""
    said = ("person_id", "asked_by", "asked_role", "purpose", "verdict")
    told = (entry["person_id"], entry["actor"], entry["role"], entry["purpose"], verdict)
    return tuple(row[f"assessment_{name}"] for name in said) == told


def _people(connection: Connection, stored: Mapping[str, State]) -> Compared:
    held = list(connection.execute(_PEOPLE).scalars())

    def found() -> Iterator[str]:
        for person_id in held:
            state = stored.get(person_id)
            digest = digest_of_person(connection, PersonId(person_id)) if state else None
            yield state.weighed(digest) if state else "without_entry"

    return _compared("people with their records", Counter(found()), gone=len(stored.keys() - set(held)))


def _whole(
    connection: Connection,
    what: str,
    state: State | None,
    any_of_it: Select[Any],
    digest: Callable[[Connection], str | None],
) -> Compared:
    """What is vouched for as a whole. ``any_of_it``: selects something of it."""
    if connection.execute(any_of_it).first() is None:
        return Compared(what, gone=int(state is not None))
    if state is None:
        return Compared(what, held=1, without_entry=1)
    return _compared(what, Counter([state.weighed(digest(connection))]))


def _decisions(connection: Connection, decided: Mapping[tuple[str, ...], Sequence[str | None]]) -> Compared:
    left = {key: list(digests) for key, digests in decided.items()}

    def found() -> Iterator[str]:
        for row, digest in decisions(connection):
            told = left.get(tuple(row[f"decision_{name}"] for name in _DECIDED), [])
            if not told:
                yield "without_entry"
            elif digest in told:
                told.remove(digest)
                yield "vouched" if digest else "before"
            else:
                yield "before" if (expected := told.pop()) is None else weighed(expected, digest)

    counted = Counter(found())
    return _compared("decisions", counted, gone=sum(map(len, left.values())))


def _agreements(connection: Connection, agreed: Counter[tuple[object, ...]]) -> Compared:
    held = Counter(tuple(row) for row in connection.execute(_AGREEMENTS))
    known = held & agreed
    return Compared(
        "agreements of second persons",
        held=held.total(),
        vouched=known.total(),
        without_entry=(held - agreed).total(),
        gone=(agreed - held).total(),
    )


def _compared(what: str, counted: Counter[str], gone: int = 0) -> Compared:
    return Compared(what, held=counted.total(), gone=gone, **counted)


def say(compared: Iterable[Compared]) -> Iterator[str]:
    """What came of it in a sentence each, which tells numbers and nothing of anybody."""
    for each in compared:
        parts = [f"{each.what}: {each.held} held, {each.vouched} of them exactly as the audit vouches for"]
        parts += [
            f"{words}: {number}"
            for words, number in (
                ("from before it vouched for what is written, so that only that was looked at", each.before),
                ("WITHOUT AN ENTRY", each.without_entry),
                ("GONE that it tells of", each.gone),
                ("OTHER THAN it vouches for", each.other),
                ("NOT LOOKED AT, since these keys do not open them", each.unopened),
            )
            if number
        ]
        yield "; ".join(parts)
