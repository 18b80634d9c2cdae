"""What lists of people and of enquiries are made from. Who is listed is recorded first and by itself: nobody
who asks about an address waits while many answers are read.

What is damaged of one person is said, and keeps nobody else off a list. Every method raises StoreUnavailable
when the database fails.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from sqlalchemy import Connection

from riskflag.decisions import Decision
from riskflag.errors import StoreUnavailable
from riskflag.persistence.audit import Actor, AuditEntry, add_entries
from riskflag.persistence.decisions import read_decisions
from riskflag.persistence.engine import Database
from riskflag.persistence.enquiries import Asked, asked_about, asked_by
from riskflag.persistence.people import read_person
from riskflag.persistence.shelves import linked_people
from riskflag.persistence.summaries import Summary, read_summary
from riskflag.proposals import Proposal, proposal_of
from riskflag.records import Person
from riskflag.vocabulary import PersonId


@dataclass(frozen=True, slots=True)
class HeldAnswer:
    """One answer with all that a list says of it.

    asked: what was asked, about whom, by whom and when
    person: who it is about; None where that cannot be read
    summary: what a list says of the answer; None where it, or a decision on it, cannot be read
    decisions: every decision on it, in the order in which they were made
    """

    asked: Asked
    person: Person | None
    summary: Summary | None
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class FollowedUp:
    """An enquiry, and what came after it about the same proposal.

    answer: the enquiry with its answer
    latest: the latest that was asked about the same later; None where nothing was
    decisions: every decision on the answer and on the later ones, in the order in which they were made
    """

    answer: HeldAnswer
    latest: HeldAnswer | None
    decisions: tuple[Decision, ...]


class CaseloadStore:
    """People by their caseload, and enquiries by who made them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def linked(self, actor: Actor) -> tuple[PersonId, ...]:
        """Those whose caseload links name this account and role: whether they may be seen, the gate says."""
        return self._database.read(lambda connection: linked_people(connection, actor.name, actor.role))

    def latest_answers(self, people: Sequence[PersonId], entry: AuditEntry) -> tuple[HeldAnswer, ...]:
        """Of each of these people, the latest answer about each proposal; recorded for each of them."""
        self._record(people, entry)

        def work(connection: Connection) -> tuple[HeldAnswer, ...]:
            latest = (asked for person_id in people for asked in _latest(connection, person_id))
            return tuple(_held(connection, asked) for asked in latest)

        return self._database.read(work)

    def asked_by(self, actor: Actor, most: int) -> tuple[Asked, ...]:
        """What this actor asked about people who are held, the latest first, at most so many."""
        return self._database.read(lambda connection: asked_by(connection, actor.name, actor.role, most))

    def asked_about_by(self, person_id: PersonId, actor: Actor, most: int) -> tuple[Asked, ...]:
        """What this actor asked about this person, the latest first, at most so many."""
        asked = self._database.read(lambda connection: asked_about(connection, person_id))
        theirs = (each for each in asked if Actor(each.asked_by, each.asked_role) == actor)
        return tuple(islice(theirs, most))

    def followed_up(self, asked: Sequence[Asked], entry: AuditEntry) -> tuple[FollowedUp, ...]:
        """Each of these enquiries with what came after it; recorded for each person."""
        self._record(dict.fromkeys(each.person_id for each in asked), entry)

        def work(connection: Connection) -> tuple[FollowedUp, ...]:
            held = cache(lambda each: _held(connection, each))
            return tuple(_followed_up(connection, each, held) for each in asked)

        return self._database.read(work)

    def _record(self, people: Iterable[PersonId], entry: AuditEntry) -> None:
        """Once for each person; once about whom the entry names, or nobody, where nobody is listed."""
        listed = tuple(people) or (entry.person_id,)

        every = [replace(entry, person_id=person_id) for person_id in listed]
        self._database.write(lambda connection: add_entries(connection, every))


def _latest(connection: Connection, person_id: PersonId) -> Iterator[Asked]:
    seen = set()
    for asked in asked_about(connection, person_id):
        proposal = _proposal(asked)
        if proposal not in seen:
            seen.add(proposal)
            yield asked


def _followed_up(connection: Connection, asked: Asked, held: Callable[[Asked], HeldAnswer]) -> FollowedUp:
    later = [
        each
        for each in asked_about(connection, asked.person_id, asked.asked_at)
        if _proposal(each) == _proposal(asked)
    ]
    decisions = (made for each in reversed([*later, asked]) for made in held(each).decisions)
    return FollowedUp(held(asked), held(later[0]) if later else None, tuple(decisions))


def _proposal(asked: Asked) -> Proposal:
    """What was proposed. What cannot be read is a proposal of its own: it hides none, and none hides it."""
    return proposal_of(asked.enquiry) if asked.enquiry is not None else (asked.id,)


def _held(connection: Connection, asked: Asked) -> HeldAnswer:
    person = None
    try:
        person = read_person(connection, asked.person_id)
        decisions = read_decisions(connection, asked.id)
        if asked.enquiry is not None:
            return HeldAnswer(asked, person, read_summary(connection, asked.id), decisions)
    except StoreUnavailable:  # it is damaged: where the database fails, another error says so
        pass
    return HeldAnswer(asked, person, None, ())
