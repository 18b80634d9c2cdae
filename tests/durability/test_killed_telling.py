"""Workers that are killed, and workers side by side: nobody is left out, and nobody is had by two at a time."""

import os
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine

from riskflag.casebook import NOW, case
from riskflag.persistence import rescreening_queue
from riskflag.persistence.deliveries import LEASE
from riskflag.persistence.engine import Database
from riskflag.persistence.outbox import ASSESSED
from riskflag.persistence.store import open_store
from riskflag.rescreening import Because
from riskflag.sending import sending
from riskflag.sending.envelope import Channel, Envelope, NotSent
from riskflag.sending.mail import MailFolder
from riskflag.sending.sending import Sending, Sent
from riskflag.vocabulary import PersonId
from riskflag.watching import Looked, Watching
from tests.keys import VAULT
from tests.persistence.processes import DIED, run_together
from tests.persistence.rows import put as put_row
from tests.service.world import OFFICER, Clock, put, service_of

ON_BOTH_DATABASES = True
LATER = Clock(NOW + LEASE + timedelta(seconds=1))
PEOPLE = 30


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/held/riskflag.sqlite3"


def where(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=False)


def note(file: Path, person_id: PersonId, *_: object) -> None:
    """Writes whom somebody looked at, at the end of a file that several write to."""
    with file.open("a") as opened:
        opened.write(f"{person_id}\n")


def die(*_: object, **__: object) -> None:
    os._exit(DIED)


def look(url: str, file: Path) -> None:
    """Looks at everybody who waits."""
    with closing(open_store(url, VAULT)) as store:
        doing = Watching(store.rescreening, partial(note, file), Clock())
        while doing.round().any:
            pass


def die_while_looking(url: str) -> None:
    with closing(open_store(url, VAULT)) as store:
        Watching(store.rescreening, die, Clock()).round()


class DiesOnceSent:
    """Puts the mail there, and is gone before that is written down."""

    channel = Channel.MAIL

    def __init__(self, folder: Path) -> None:
        self._folder = MailFolder(folder)

    def send(self, envelope: Envelope, now: datetime) -> NotSent | None:
        self._folder.send(envelope, now)
        os._exit(DIED)


def die_once_sent(url: str, folder: Path) -> None:
    sending.KINDS = {Channel.MAIL: frozenset({ASSESSED})}
    with closing(open_store(url, VAULT)) as store:
        Sending(store, [DiesOnceSent(folder)], Clock()).round()


def waiting(engine: Engine, much: int) -> Sequence[PersonId]:
    people = [PersonId(f"{number:032}") for number in range(much)]
    for each in people:
        put_row(engine, "person", {"id": each, "body": b"sealed"})
    wanted = dict.fromkeys(people, (Because.ORDER_MADE,))
    Database(engine).write(lambda connection: rescreening_queue.put(connection, wanted, NOW))
    return people


def test_workers_side_by_side_look_at_everybody_once(engine: Engine, tmp_path: Path) -> None:
    people, file = waiting(engine, PEOPLE), tmp_path / "looked"
    looking = partial(look, where(engine), file)
    assert run_together(looking, looking, looking) == [0, 0, 0]
    assert sorted(file.read_text().split()) == list(people)


def test_whom_a_killed_worker_had_is_looked_at_by_the_next(engine: Engine) -> None:
    people = waiting(engine, 3)
    assert run_together(partial(die_while_looking, where(engine))) == [DIED]
    looked: list[PersonId] = []
    with closing(open_store(where(engine), VAULT)) as store:

        def keep(person_id: PersonId, *_: object, **__: object) -> None:
            looked.append(person_id)

        assert Watching(store.rescreening, keep, Clock()).round() == Looked()
        assert Watching(store.rescreening, keep, LATER).round() == Looked(done=3)
    assert looked == people


def test_what_a_killed_sender_had_sent_is_there_once_and_counted_as_sent(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service, given = service_of(engine, Clock()), case()
    service.enquire(put(service, given), given.enquiry, OFFICER)
    folder = tmp_path / "mail"
    assert run_together(partial(die_once_sent, where(engine), folder)) == [DIED]
    monkeypatch.setattr(sending, "KINDS", {Channel.MAIL: frozenset({ASSESSED})})
    with closing(open_store(where(engine), VAULT)) as store:
        assert Sending(store, [MailFolder(folder)], Clock()).round() == Sent()
        assert Sending(store, [MailFolder(folder)], LATER).round() == Sent(sent=1)
    assert len(list(folder.iterdir())) == 1
