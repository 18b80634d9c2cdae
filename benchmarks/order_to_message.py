"""How long it takes from an order that arrives to the message for the officer, with everything running.

    python -m benchmarks.order_to_message [--people 1000] [--minutes 2] [--a-minute 100]

People with a proposed address are held; orders against them arrive at a steady pace, from a process that
puts records; `riskflag watch` and `riskflag outbox send` run beside it as they would. Of each order it is
noted when putting it began and when the mail for the officer was there. Prints the median, the ninety-ninth
in a hundred and the longest, and how many orders had no message by a minute after the last. Nothing that is
held is real.
"""

import argparse
import os
import re
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory

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


def arrived(folder: Path, seen: set[str]) -> dict[str, float]:
    """For whom mail is there that was not before, and since when."""
    found = {}
    for file in folder.glob("*.eml"):
        if file.name not in seen:
            seen.add(file.name)
            match = PERSON.search(file.read_bytes())
            if match:
                found[match[1].decode()] = file.stat().st_mtime
    return found


def measure(home: Path, people: int, orders: int, pause: float) -> list[float | None]:
    """Seconds from each order to its message; None where none came."""
    settings = load_settings()
    upgrade(settings.database_url, vault_for(settings))
    service = open_service(settings)
    began = time.perf_counter()
    for number in range(people):
        put(service, number)
    print(f"{people} people held in {time.perf_counter() - began:.0f} s", flush=True)
    finish("watch", "--once")
    finish("outbox", "send", "--once")
    print(f"all looked at and sent by {time.perf_counter() - began:.0f} s", flush=True)
    mail = home / "mail"
    seen: set[str] = set()
    if mail.exists():
        arrived(mail, seen)
    running = [command("watch", "--every", "1"), command("outbox", "send", "--every", "1")]
    time.sleep(5)
    put_at: dict[str, float] = {}
    told_at: dict[str, float] = {}
    start = time.time()
    for number in range(orders):
        time.sleep(max(0.0, start + number * pause - time.time()))
        moment = time.time()
        put_at[put(service, number % people, order())] = moment
        told_at |= arrived(mail, seen)
    last = time.time()
    while len(told_at) < len(put_at) and time.time() < last + LONGEST_WAIT:
        time.sleep(0.2)
        told_at |= arrived(mail, seen)
    for each in running:
        each.terminate()
        each.join()
    service.close()
    return [told_at[each] - moment if each in told_at else None for each, moment in put_at.items()]


def main() -> None:
    """Measures, and prints what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--minutes", type=float, default=2.0)
    parser.add_argument("--a-minute", type=int, default=100)
    asked = parser.parse_args()
    orders = min(int(asked.minutes * asked.a_minute), asked.people)
    with TemporaryDirectory() as folder:
        home = Path(folder)
        write_keys(home / "keys.json", new_keys())
        os.environ.update(
            RISKFLAG_HOME=folder,
            RISKFLAG_KEYS_FILE=str(home / "keys.json"),
            RISKFLAG_MAIL_FOLDER=str(home / "mail"),
        )
        took = measure(home, asked.people, orders, 60.0 / asked.a_minute)
    told = sorted(each for each in took if each is not None)
    print(f"{len(took)} orders, {asked.a_minute} a minute, {asked.people} people; untold: {took.count(None)}")
    if told:
        middle, high = told[len(told) // 2], told[min(len(told) - 1, int(len(told) * 0.99))]
        print(f"order to message: median {middle:.1f} s, p99 {high:.1f} s, longest {told[-1]:.1f} s")


if __name__ == "__main__":
    main()
