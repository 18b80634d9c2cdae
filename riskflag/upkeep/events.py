"""``riskflag events read``: events of other systems, each of which lets somebody be looked at again.

Exit status: 0 every event was taken; 4 one could not be read, is of a type that is not known, or is about
nobody who is held.
"""

from contextlib import closing
from typing import BinaryIO

import click

from riskflag.hearing import Hearing
from riskflag.importers.domain_events import read_events
from riskflag.persistence.audit import Actor
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
    with closing(open_store(settings.database_url, vault_for(settings))) as store:
        heard = Hearing(store, now).hear(given.events, FEED)
    for words, number in (
        ("people to be looked at again", heard.queued),
        ("had come before", heard.came_before),
        ("of a type that is NOT KNOWN, taken as being about anything", heard.unknown_type),
        ("about nobody who is held, or about more than one", heard.about_nobody),
        ("could NOT BE READ", given.unreadable),
    ):
        click.echo(f"{words}: {number}")
    return NOT_ALL_TAKEN if heard.unknown_type or heard.about_nobody or given.unreadable else 0
