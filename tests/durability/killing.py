"""Writers that say what was accepted, the ways they are killed, and what must hold afterwards."""

import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from itertools import count
from multiprocessing import get_context
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from random import Random

from sqlalchemy import Connection, Engine, select, text

from riskflag.casebook import case, order
from riskflag.errors import StoreUnavailable
from riskflag.persistence.assessments import read_assessment
from riskflag.persistence.engine import Database, make_engine
from riskflag.persistence.outbox import ASSESSED
from riskflag.persistence.store import Store, open_store
from riskflag.persistence.tables import assessment, audit_entry, outbox, person
from riskflag.service import Service, now
from riskflag.vocabulary import AssessmentId
from tests.keys import VAULT
from tests.service.world import QUIET, check, put

GIVEN = case(order())
CHECKED = ("case_checked", "address_assessed")
MOST_WRITES = 12
LONGEST_WAIT = 0.05
"""Seconds between the last acknowledgement that is waited for and the kill."""


def write_until_killed(url: str, accepted: Pipe) -> None:
    """Checks cases and stores somebody, in turn, and says which answer or person it was once it is accepted.

    Who writes to a file may have to wait too long for their turn, and tries again; a server that fails is gone.
    """
    engine = make_engine(url, VAULT)
    service = Service(Store(Database(engine)), QUIET, now)
    for number in count():
        try:
            done = check(service, GIVEN).id if number % 3 else put(service, GIVEN)
        except StoreUnavailable:
            if engine.dialect.name != "sqlite":
                return
        else:
            accepted.send(done)


def accepted_by(url: str, writers: int, dice: Random, kill: Callable[[], None] | None = None) -> list[str]:
    """What so many writers said was accepted, until all were killed at a moment that the dice choose.

    kill: kills what the writers rely on, in the place of the writers, who then end by themselves
    """
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.durability.killing"])
    ends = [context.Pipe(duplex=False) for _ in range(writers)]
    started = [context.Process(target=write_until_killed, args=(url, said)) for _, said in ends]
    for process, (_, said) in zip(started, ends, strict=True):
        process.start()
        said.close()
    heard = [ends[0][0].recv() for _ in range(dice.randint(1, MOST_WRITES))]
    time.sleep(dice.uniform(0, LONGEST_WAIT))
    if kill is not None:
        kill()
    else:
        for process in started:
            process.kill()
    for listening, _ in ends:
        heard.extend(_rest(listening))
    for process in started:
        process.join()
    return heard


def _rest(listening: Pipe) -> Iterator[str]:
    # A message that was cut short was not heard by anybody.
    with closing(listening), suppress(EOFError, OSError):
        while True:
            yield listening.recv()


def kill_with_children(process: int) -> None:
    """Kills a process and all that it started, at one moment, so that none of them can tidy up."""
    os.kill(process, signal.SIGSTOP)
    for each in [*_children(process), process]:
        with suppress(ProcessLookupError):
            os.kill(each, signal.SIGKILL)


def _children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [found for child in map(int, listed) for found in (*_children(child), child)]


def what_is_lost(engine: Engine, accepted: Sequence[str]) -> list[str]:
    """What was accepted and is not there, and every way in which what is there does not hold."""
    with engine.connect() as connection:
        answers = set(connection.execute(select(assessment.c.id)).scalars())
        people = set(connection.execute(select(person.c.id)).scalars())
        audited = connection.execute(
            select(audit_entry.c.assessment_id).where(audit_entry.c.action.in_(CHECKED))
        ).scalars()
        told = sorted(map(str, audited))
        passed_on = connection.execute(
            select(outbox.c.assessment_id).where(outbox.c.kind == ASSESSED)
        ).scalars()
        to_send = sorted(map(str, passed_on))
        unreadable = [
            each for each in set(accepted) & answers if not _readable(connection, AssessmentId(each))
        ]
        sound = _file_is_sound(connection) if engine.dialect.name == "sqlite" else True
    with closing(open_store(engine.url.render_as_string(hide_password=False), VAULT)) as store:
        checked = store.check_audit(None)
    wrong = {
        "the audit does not hold": checked.broken is not None,
        "an answer without its entry, or an entry without its answer": told != sorted(answers),
        "an answer without its message, or a message without its answer": to_send != sorted(answers),
        "an answer that cannot be read": unreadable != [],
        "the file is damaged": not sound,
    }
    return [
        *(each for each in accepted if each not in answers | people),
        *(each for each, is_so in wrong.items() if is_so),
    ]


def _readable(connection: Connection, answer: AssessmentId) -> bool:
    try:
        return read_assessment(connection, answer) is not None
    except StoreUnavailable:
        return False


def _file_is_sound(connection: Connection) -> bool:
    whole = connection.execute(text("PRAGMA integrity_check")).scalars().all() == ["ok"]
    return whole and not connection.execute(text("PRAGMA foreign_key_check")).all()
