"""What lists of people and of enquiries are made from. Who is listed is recorded first and by itself: nobody
who asks about an address waits while many answers are read.

What is damaged of one person is said, and keeps nobody else off a list. Every method raises StoreUnavailable
when the database fails.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from sqlalchemy import Connection

from riskflag.decisions import Decision
from riskflag.persistence.audit import Actor, AuditEntry, add_entries
from riskflag.persistence.decisions import read_decisions_on_each
from riskflag.persistence.engine import Database
from riskflag.persistence.enquiries import Asked, asked_about, asked_about_each, asked_by
from riskflag.persistence.people import read_people
from riskflag.persistence.shelves import linked_people
from riskflag.persistence.summaries import Summary, read_summaries
from riskflag.proposals import Proposal, proposal_of
from riskflag.records import Person
from riskflag.vocabulary import AssessmentId, PersonId


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
            asked = asked_about_each(connection, people)
            latest = [each for person_id in people for each in _latest(asked[person_id])]
            return tuple(_held(connection, latest).values())

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
            about = asked_about_each(connection, {each.person_id for each in asked})
            later = {each.id: _asked_again(each, about[each.person_id]) for each in asked}
            held = _held(connection, [*asked, *(again for every in later.values() for again in every)])
            return tuple(_followed_up(each, later[each.id], held) for each in asked)

        return self._database.read(work)

    def _record(self, people: Iterable[PersonId], entry: AuditEntry) -> None:
        """Once for each person; once about whom the entry names, or nobody, where nobody is listed."""
        listed = tuple(people) or (entry.person_id,)

        every = [replace(entry, person_id=person_id) for person_id in listed]
        self._database.write(lambda connection: add_entries(connection, every))


def _latest(asked: Sequence[Asked]) -> Iterator[Asked]:
    """The latest about each proposal, of what was asked about one person."""
    seen = set()
    for each in asked:
        proposal = _proposal(each) if len(asked) > 1 else (each.id,)
        if proposal not in seen:
            seen.add(proposal)
            yield each


def _asked_again(asked: Asked, about: Iterable[Asked]) -> list[Asked]:
    """Of what was asked about the person, what was asked after this about the same, the latest first."""
    later = [each for each in about if each.asked_at > asked.asked_at]
    return [each for each in later if _proposal(each) == _proposal(asked)]


def _followed_up(asked: Asked, later: Sequence[Asked], held: Mapping[AssessmentId, HeldAnswer]) -> FollowedUp:
    decisions = (made for each in reversed([*later, asked]) for made in held[each.id].decisions)
    return FollowedUp(held[asked.id], held[later[0].id] if later else None, tuple(decisions))


def _proposal(asked: Asked) -> Proposal:
    """What was proposed. What cannot be read is a proposal of its own: it hides none, and none hides it."""
    return proposal_of(asked.enquiry) if asked.enquiry is not None else (asked.id,)


def _held(connection: Connection, asked: Sequence[Asked]) -> dict[AssessmentId, HeldAnswer]:
    """Each of these with its answer, in their order. What is damaged of one is not there."""
    people = read_people(connection, {each.person_id for each in asked})
    decisions = read_decisions_on_each(connection, [each.id for each in asked])
    summaries = read_summaries(connection, [each.id for each in asked])
    held = {}
    for each in asked:
        person, decided, summary = people.get(each.person_id), decisions[each.id], summaries[each.id]
        whole = None not in (person, each.enquiry, decided, summary)
        told = (summary, decided or ()) if whole else (None, ())
        held[each.id] = HeldAnswer(each, person, *told)
    return held
