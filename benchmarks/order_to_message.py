"""How long it takes from an order that arrives to the message for the officer, with everything running.

    python -m benchmarks.order_to_message [--people 1000] [--minutes 2] [--a-minute 100] [--postgresql URL]

People with a proposed address are held; orders against them arrive at a steady pace, from a process that
puts records; `riskflag watch` and `riskflag outbox send` run beside it as they would. Of each order it is
noted when putting it began, when the mail for the officer was there, and when the same was posted to another
system. Prints the median, the ninety-ninth in a hundred and the longest of both, and how many orders had no
message by a minute after the last. The URL names an empty database on a server; without it, everything is in
a file. Nothing that is held is real.
"""

import argparse
import os
import re
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory

from benchmarks.machine import described
from benchmarks.posted import posted, receiving
from riskflag.casebook import HIM, PROPOSED, case, caseload_link, order, own_address
from riskflag.cli import main as riskflag
from riskflag.dossier import SourceCoverage
from riskflag.persistence.keys import new_keys, write_keys
from riskflag.persistence.migrations import upgrade
from riskflag.persistence.vault import vault_for
from riskflag.records import AddressUse, Record
from riskflag.service import Actor, Service, open_service
from riskflag.settings import load_settings
from riskflag.vocabulary import NomsNumber, PersonId, Role, Source, Uprn

FEED = Actor("a.feed", Role.RECORD_FEED)
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
LONGEST_WAIT = 60.0
POSTED = "posted"
PERSON = re.compile(rb"Person: (\w+)")


def put(service: Service, number: int, *records: Record) -> PersonId:
    """Holds somebody with a home of their own that is proposed for them, and these records."""
    unit = LETTERS[number // 23 % 23] + LETTERS[number % 23]
    postcode = f"ZZ{number // 10_000 % 90 + 1} {number // 1000 % 10}{unit}"
    home = replace(
        PROPOSED,
        text=f"{number % 999 + 1} Example Road {number}, Testbury, {postcode}",
        number=str(number % 999 + 1),
        postcode=postcode,
        uprn=Uprn(str(100_000_000 + number)),
    )
    noms = NomsNumber(f"A{number % 10_000:04}{LETTERS[number // 230_000]}{LETTERS[number // 10_000 % 23]}")
    person = replace(HIM, noms_number=noms, case_reference_number=None, pnc_number=None)
    now = datetime.now(UTC)
    since = now.date() - timedelta(days=30)
    link = replace(caseload_link("p.officer", Role.RESPONSIBLE_OFFICER, since), recorded_on=since)
    given = case(own_address(home, AddressUse.RELEASE), *records, person=person).dossier
    asked = dict.fromkeys(Source, SourceCoverage(now, answered=True, complete=True))
    return service.put_person(person, (*given.records, link), asked, FEED)


def command(*words: str) -> BaseProcess:
    """A command of riskflag, running in a process of its own."""
    process = get_context("spawn").Process(target=riskflag, args=(words,))
    process.start()
    return process


def finish(*words: str) -> None:
    """A command of riskflag, until it ends."""
    command(*words).join()


class Mail:
    """The folder in which mail for officers lies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: set[str] = set()
        self._came: dict[str, float] = {}

    def came(self) -> dict[str, float]:
        """About whom some came, and since when the latest is there."""
        for file in self._folder.glob("*.eml"):
            if file.name not in self._seen:
                self._seen.add(file.name)
                match = PERSON.search(file.read_bytes())
                if match:
                    who = match[1].decode()
                    self._came[who] = max(file.stat().st_mtime, self._came.get(who, 0.0))
        return self._came


def measure(home: Path, people: int, orders: int, pause: float) -> dict[str, list[float | None]]:
    """Seconds from each order to its message, by channel; None where none came."""
    settings = load_settings()
    upgrade(settings.database_url, vault_for(settings))
    with closing(open_service(settings)) as service:
        hold(service, people)
        running = [command("watch", "--every", "1"), command("outbox", "send", "--every", "1")]
        time.sleep(5)
        put_at: dict[str, float] = {}
        start = time.time()
        for number in range(orders):
            time.sleep(max(0.0, start + number * pause - time.time()))
            moment = time.time()
            put_at[put(service, number % people, order())] = moment
        mail, last = Mail(home / "mail"), time.time()
        came: dict[str, Callable[[], dict[str, float]]] = {
            "mail": mail.came,
            "webhook": partial(posted, home / POSTED),
        }
        while time.time() < last + LONGEST_WAIT and not all(
            told_since(put_at, each()) for each in came.values()
        ):
            time.sleep(0.5)
        for process in running:
            process.terminate()
            process.join()
    return {name: [waited(*each, arrived()) for each in put_at.items()] for name, arrived in came.items()}


def hold(service: Service, people: int) -> None:
    """Holds so many people, all of whom were looked at, and of whom everything was sent."""
    began = time.perf_counter()
    for number in range(people):
        put(service, number)
    print(f"{people} people held in {time.perf_counter() - began:.0f} s", flush=True)
    finish("watch", "--once")
    finish("outbox", "send", "--once")
    print(f"all looked at and sent by {time.perf_counter() - began:.0f} s", flush=True)


def told_since(put_at: Mapping[str, float], came: Mapping[str, float]) -> bool:
    """Whether a message came about everybody after their order."""
    return all(came.get(who, 0.0) > moment for who, moment in put_at.items())


def waited(who: str, moment: float, came: Mapping[str, float]) -> float | None:
    """How long the message about this order took."""
    return came[who] - moment if came.get(who, 0.0) > moment else None


def tell(channel: str, took: Sequence[float | None]) -> None:
    """Prints what came of one channel."""
    told = sorted(each for each in took if each is not None)
    print(f"{channel}: {len(took)} orders; untold: {took.count(None)}")
    if told:
        middle, high = told[len(told) // 2], told[min(len(told) - 1, int(len(told) * 0.99))]
        print(f"  order to message: median {middle:.1f} s, p99 {high:.1f} s, longest {told[-1]:.1f} s")


def main() -> None:
    """Measures, and prints what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--minutes", type=float, default=2.0)
    parser.add_argument("--a-minute", type=int, default=100)
    parser.add_argument("--postgresql", metavar="URL")
    asked = parser.parse_args()
    orders = min(int(asked.minutes * asked.a_minute), asked.people)
    print(described(), "| in", "a server" if asked.postgresql else "a file")
    with TemporaryDirectory() as folder, receiving(Path(folder, POSTED)) as url:
        home = Path(folder)
        write_keys(home / "keys.json", new_keys())
        os.environ.update(
            RISKFLAG_ENVIRONMENT="development",
            RISKFLAG_HOME=folder,
            RISKFLAG_KEYS_FILE=str(home / "keys.json"),
            RISKFLAG_MAIL_FOLDER=str(home / "mail"),
            RISKFLAG_WEBHOOK_URL=url,
            RISKFLAG_WEBHOOK_SECRET=token_hex(),
            **({"RISKFLAG_DATABASE_URL": asked.postgresql} if asked.postgresql else {}),
        )
        took = measure(home, asked.people, orders, 60.0 / asked.a_minute)
    print(f"{asked.a_minute} orders a minute, {asked.people} people")
    for channel, each in took.items():
        tell(channel, each)


if __name__ == "__main__":
    main()
