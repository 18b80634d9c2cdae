"""``riskflag events read``: events of other systems, each of which lets somebody be looked at again.

Exit status: 0 every event was taken; 4 one could not be read, is of a type that is not known, or is about
nobody who is held.
"""

from collections import Counter
from contextlib import closing
from typing import BinaryIO

import click

from riskflag.importers.domain_events import read_events
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.engine import open_database
from riskflag.persistence.events_read import Came, EventsRead
from riskflag.persistence.store import open_store
from riskflag.persistence.vault import vault_for
from riskflag.service import now
from riskflag.settings import load_settings
from riskflag.vocabulary import Role

NOT_ALL_TAKEN = 4
FEED = Actor("command line", Role.RECORD_FEED)


@click.group()
def events() -> None:
    """Take in events of other systems."""


@events.command()
@click.argument("file", type=click.File("rb"))
def read(file: BinaryIO) -> int:
    """Read the events in FILE (- for standard input): one document, or one on each line."""
    given = read_events(file.read())
    settings = load_settings()
    open_store(settings.database_url, vault_for(settings)).close()
    with closing(open_database(settings.database_url, vault_for(settings))) as database:
        heard = EventsRead(database)
        came = Counter(
            heard.hear(each.id, each.numbers, each.because, AuditEntry(now(), FEED, Action.PERSON_SOUGHT))
            for each in given.events
        )
    unknown = sum(not each.known for each in given.events)
    lost = came[Came.NOBODY] + came[Came.CONFLICT]
    for words, number in (
        ("people to be looked at again", came[Came.QUEUED]),
        ("had come before", came[Came.TWICE]),
        ("of a type that is NOT KNOWN, taken as being about anything", unknown),
        ("about nobody who is held, or about more than one", lost),
        ("could NOT BE READ", given.unreadable),
    ):
        click.echo(f"{words}: {number}")
    return NOT_ALL_TAKEN if unknown or lost or given.unreadable else 0
