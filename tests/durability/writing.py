"""A process that asks the web service, within itself, and says at once what it was answered.

    python -m tests.durability.writing FILE

FILE holds jobs, as JSON. Each is done in a process of its own, which ends without tidying up.
"""

import json
import os
import resource
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import partial
from itertools import count
from pathlib import Path

import structlog
from sqlalchemy import Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection

from riskflag.casebook import case, order
from riskflag.errors import BadInput, StoreUnavailable
from riskflag.persistence.migrations import upgrade
from tests.api.world import World, enquiry_body, make_world, records_body
from tests.durability.calls import SAID
from tests.keys import VAULT

PROGRAM = "tests.durability.writing"
MADE, ACCEPTED, REFUSED, ROOM = "made", "accepted", "refused", "room"
GIVEN = records_body(case(order()))
PATIENCE = 3
"""How many refusals in a row, until something is done about them."""

BALLAST = "ballast"


@dataclass(frozen=True, slots=True)
class Job:
    """What a process is to do.

    folder: where it says what was accepted
    data: the folder of its database; made where it is not there
    keys: the folder with the keys of the service
    requests: how many it makes in a session
    sessions: how often it opens the database; it closes it each time but the last
    askers: how many threads ask at once
    pragmas: what the database is told otherwise than the service tells it, once it was made
    calls_before: how many calls it makes of each kind that may fail before it begins, which do nothing
    largest_file: bytes that a file may have, until it was refused for want of room; None for no limit
    room: bytes that are left on its file system until then; None where it is not filled up
    """

    folder: str
    data: str
    keys: str
    requests: int
    sessions: int = 1
    askers: int = 1
    pragmas: Mapping[str, str] = field(default_factory=dict)
    calls_before: int = 0
    largest_file: int | None = None
    room: int | None = None


class Asker:
    """Asks the service of a job, and says what it was answered."""

    def __init__(self, job: Job, give_room: Callable[[], bool]) -> None:
        self._data = Path(job.data)
        self._said = os.open(Path(job.folder, SAID), os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        self._give_room = give_room
        self._refused = 0

    def say(self, *words: str) -> None:
        os.write(self._said, f"{' '.join(words)}\n".encode())

    def opened(self, keys: Path) -> World:
        """The service, once it opens. Raises BadInput or StoreUnavailable where it will not."""
        while True:
            try:
                world = make_world(self._data, keys, make=partial(upgrade, vault=VAULT))
            except (BadInput, StoreUnavailable):
                if not self._goes_on("503"):
                    raise
            else:
                self.say(MADE)
                return world

    def ask(self, world: World, requests: int) -> None:
        """So many requests, and more until one is accepted: people who are stored, and enquiries about one."""
        about = ""
        for number in count():
            if number >= requests and not self._refused:
                return
            if not about or number % 4 == 3:
                answer = world.ask("POST", "/people", GIVEN)
                got = about = str((answer.json or {}).get("person_id", about))
            else:
                answer = world.ask("POST", f"/people/{about}/address-enquiries", enquiry_body())
                got = answer.headers.get("Location", "").rpartition("/")[2]
            if answer.status_code in (200, 201):
                self._refused = 0
                self.say(ACCEPTED, got)
            elif not self._goes_on(f"{answer.status_code}{' verdict' * ('verdict' in answer.text)}"):
                return

    def _goes_on(self, status: str) -> bool:
        self.say(REFUSED, status)
        self._refused += 1
        if self._refused == PATIENCE and self._give_room():
            self.say(ROOM)
        return self._refused < 2 * PATIENCE


def do(job: Job) -> None:
    """Does the job, in this process."""
    structlog.configure(logger_factory=structlog.ReturnLoggerFactory())
    with Path(os.devnull).open("wb") as nowhere:
        for _ in range(job.calls_before):
            os.pwrite(nowhere.fileno(), b"", 0)
            for flush in (os.fsync, os.fdatasync):
                with suppress(OSError):
                    flush(nowhere.fileno())
    asker = Asker(job, _filled_up(job))
    for session in count(1):
        with suppress(BadInput, StoreUnavailable):
            world = asker.opened(Path(job.keys))
            if session == 1 and job.pragmas:
                event.listen(Engine, "checkout", _telling(job.pragmas))
            with ThreadPoolExecutor(job.askers) as others:
                asking = [others.submit(asker.ask, world, job.requests) for _ in range(job.askers - 1)]
                # Faults are counted thread by thread: what opened the database asks too.
                asker.ask(world, job.requests)
            for each in asking:
                each.result()
            if session < job.sessions:
                world.service.close()
        if session == job.sessions:
            return


def _telling(pragmas: Mapping[str, str]) -> Callable[..., None]:
    def tell(connection: DBAPIConnection, *_: object) -> None:
        cursor = connection.cursor()
        for name, value in pragmas.items():
            cursor.execute(f"PRAGMA {name}={value}")
        cursor.close()

    return tell


def _filled_up(job: Job) -> Callable[[], bool]:
    """Leaves little room, and gives what makes room again, and says whether there was any to make."""
    if job.largest_file is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (job.largest_file, resource.RLIM_INFINITY))

        def unlimit() -> bool:
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            return True

        return unlimit
    if job.room is None:
        return lambda: False
    ballast = Path(job.data, BALLAST)
    ballast.parent.mkdir(parents=True)
    with ballast.open("wb", buffering=0) as filling, suppress(OSError):
        while True:
            filling.write(bytes(4096))
    os.truncate(ballast, max(0, ballast.stat().st_size - job.room))

    def throw_out() -> bool:
        ballast.unlink(missing_ok=True)
        return True

    return throw_out


def write_jobs(file: Path, jobs: Sequence[Job]) -> None:
    """Writes down what is to be done."""
    file.write_text(json.dumps([asdict(job) for job in jobs]), encoding="utf-8")


def main(file: str) -> None:
    """Does what is written there, one job after the other."""
    for job in (Job(**each) for each in json.loads(Path(file).read_text(encoding="utf-8"))):
        process = os.fork()
        if process == 0:
            status = 1
            try:
                do(job)
                status = 0
            except Exception:
                traceback.print_exc()
            finally:
                os._exit(status)
        _, ended = os.waitpid(process, 0)
        Path(job.data, BALLAST).unlink(missing_ok=True)
        if ended != 0:
            raise SystemExit(f"a job ended with {ended}")


if __name__ == "__main__":
    main(sys.argv[1])
