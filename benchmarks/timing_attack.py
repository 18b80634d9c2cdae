"""Can staff tell by the time an answer takes that something protected is held? A measured attack.

    python benchmarks/timing_attack.py [enquiries]

Two services over a database file each hold the same people. In one of them something protected is held of
everybody. Staff ask both in turn, through the web service as it answers a request, and time each answer. What
an attacker makes of the times is the area under the curve (AUC) that tells the worlds apart: 0.5 is guessing,
and 0.60 is the most that is allowed. The time of the processor is what somebody would see whom nothing else
on the machine disturbs; the same on the beat is what the beat leaves of it. ``--at-once`` lets answers leave
as soon as they are made. RISKFLAG_HOME names the folder to measure in.
"""

import json
import logging
import os
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from math import sqrt
from pathlib import Path
from statistics import fmean, median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time, sleep

import structlog
from flask.testing import FlaskClient

from api.answer_times import Wait, until_beat
from api.app import create_app
from benchmarks.enquiry_latency import INCIDENTS, POSSIBLE
from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    HIM,
    MOTHER,
    NOW,
    OTHER_TOWN,
    PARTNER,
    PROPOSED,
    SAME_STREET,
    abuse,
    case,
    caseload_link,
    conversation,
    incident,
    note,
    order,
    protected_place,
    registration,
    term,
)
from riskflag.importers.plain import plain
from riskflag.persistence.migrations import upgrade
from riskflag.persistence.vault import vault_for
from riskflag.records import Consent, DomesticAbuseKind, PlaceIncident, PlaceIncidentKind, Record
from riskflag.service import Actor, Service, now, open_service, settle
from riskflag.settings import Environment, Settings
from riskflag.tokens import issue_development_token
from riskflag.vocabulary import (
    NomsNumber,
    PersonId,
    ProhibitionKind,
    Role,
    SourceRecordId,
    Visibility,
)

PEOPLE = 50
ENQUIRIES = 1000
TOGETHER = 10
"""How many answers about one world an attacker takes the mean of, who has patience."""
KEEPER = Actor("benchmark", Role.RECORD_FEED)
READER = "a reader"
LINK = caseload_link(READER, Role.RESETTLEMENT_STAFF)
OPEN: tuple[Record, ...] = (
    *(record for record in POSSIBLE if not record.protected),
    order(term(ProhibitionKind.NO_CONTACT)),
)
HOME = (protected_place(EX_PARTNER, PROPOSED),)
MUCH: tuple[Record, ...] = (
    *HOME,
    protected_place(PARTNER, SAME_STREET),
    protected_place(MOTHER, OTHER_TOWN),
    *(
        replace(abuse(kind, EX_PARTNER), visibility=Visibility.PROTECTED)
        for kind in (
            DomesticAbuseKind.STRANGULATION,
            DomesticAbuseKind.THREATS,
            DomesticAbuseKind.PHYSICAL_VIOLENCE,
        )
    ),
    conversation(MOTHER, Consent.REFUSES),
    note("seen at the door with Beth"),
    replace(registration("MARAC", "discussed at a conference"), visibility=Visibility.PROTECTED),
)
REGISTER = (incident(PlaceIncidentKind.DRUG_SUPPLY), incident(PlaceIncidentKind.DOMESTIC_ABUSE_CALL))


@dataclass(frozen=True, slots=True)
class Secret:
    """What one of the two worlds holds besides."""

    name: str
    records: tuple[Record, ...]
    register: tuple[PlaceIncident, ...] = ()


SECRETS = (
    Secret("nothing (the control)", ()),
    Secret("she lives at the address", HOME),
    Secret("nine protected records and the register", MUCH, REGISTER),
)


@dataclass(frozen=True, slots=True)
class World:
    """A service over a file, its people, and a reader."""

    client: FlaskClient
    people: tuple[PersonId, ...]
    headers: Mapping[str, str]

    def ask(self, number: int, body: bytes) -> tuple[float, float]:
        """Asks about one of the people: milliseconds on the clock and of the processor."""
        path = f"/people/{self.people[number % PEOPLE]}/address-enquiries"
        started, worked = perf_counter(), process_time()
        answer = self.client.post(path, data=body, headers=self.headers)
        taken = (perf_counter() - started) * 1000, (process_time() - worked) * 1000
        assert answer.status_code == 201, answer.text
        return taken


@dataclass(frozen=True, slots=True)
class Separation:
    """How well times tell two worlds apart: the area under the curve, and half of its 95% interval."""

    auc: float
    half_width: float

    def __str__(self) -> str:
        low, high = self.auc - self.half_width, min(1.0, self.auc + self.half_width)
        return f"{self.auc:.3f} ({max(low, 0.5):.3f} to {high:.3f})"


def main() -> None:
    """Attacks once for every secret, and prints what came of it."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    numbers = [int(each) for each in sys.argv[1:] if each.isdecimal()]
    wait = at_once if "--at-once" in sys.argv else sleep
    for secret in SECRETS:
        attack(secret, numbers[0] if numbers else ENQUIRIES, wait)


def at_once(_: float) -> None:
    """Lets no time pass."""


def attack(secret: Secret, enquiries: int, wait: Wait) -> None:
    """Asks two worlds in turn, and tells how far apart their times are."""
    with ExitStack() as open_worlds:
        worlds = [open_worlds.enter_context(world(each, wait)) for each in (SECRETS[0], secret)]
        settle()
        taken = asked_in_turn(worlds, enquiries)
    print(f"\n{secret.name}: {enquiries} enquiries of each world")
    clock, processor = ([[each[which] for each in of_world] for of_world in taken] for which in (0, 1))
    beats = [[each + until_beat(each / 1000) * 1000 for each in of_world] for of_world in processor]
    seen = {"time on the clock": clock, "time of the processor": processor, "the same on the beat": beats}
    for name, times in seen.items():
        means = [[fmean(each[n : n + TOGETHER]) for n in range(0, len(each), TOGETHER)] for each in times]
        print(
            f"  {name:24}AUC {separation(*times)}; of means of {TOGETHER}: {separation(*means)}\n"
            f"  {'':24}p50 {median(times[0]):.2f} and {median(times[1]):.2f} ms,"
            f" p99 {quantiles(times[0], n=100)[-1]:.2f} and {quantiles(times[1], n=100)[-1]:.2f} ms"
        )


def asked_in_turn(worlds: Sequence[World], enquiries: int) -> list[list[tuple[float, float]]]:
    """The times of each world. Which is asked first seems to be up to chance, so that no order tells."""
    body = json.dumps(plain(ASKED)).encode()
    taken: list[list[tuple[float, float]]] = [[] for _ in worlds]
    for number in range(-PEOPLE, enquiries):
        turn = sha256(str(number).encode()).digest()[0] % len(worlds)
        for which in (turn, 1 - turn):
            times = worlds[which].ask(number, body)
            if number >= 0:
                taken[which].append(times)
    return taken


@contextmanager
def world(secret: Secret, wait: Wait) -> Iterator[World]:
    """A service that holds the people, and of each of them the secret."""
    with TemporaryDirectory(dir=os.environ.get("RISKFLAG_HOME")) as folder:
        url = f"sqlite:///{folder}/riskflag.sqlite3"
        settings = Settings(Path(folder), url, Environment.DEVELOPMENT, "127.0.0.1", 8000, None)
        upgrade(url, vault_for(settings))
        service = open_service(settings, lambda: NOW)
        token = issue_development_token(settings, Role.RESETTLEMENT_STAFF, READER, now())
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        app = create_app(settings, service, clock=lambda: NOW, wait=wait)
        yield World(app.test_client(), held(service, secret), headers)
        service.close()


def held(service: Service, secret: Secret) -> tuple[PersonId, ...]:
    """The people, stored: alike in what staff may know of them, and in all of them the secret."""
    records = tuple(
        replace(record, source_id=SourceRecordId(f"RECORD-{number}"))
        for number, record in enumerate((*case().dossier.records, LINK, *OPEN, *secret.records))
    )
    coverage = case().dossier.coverage
    far = [incident(PlaceIncidentKind.DRUG_USE, address=OTHER_TOWN) for _ in range(INCIDENTS)]
    register = [
        replace(each, source_id=SourceRecordId(f"REGISTER-{n}"))
        for n, each in enumerate([*far, *secret.register])
    ]
    service.put_place_register(register, case().place.coverage, KEEPER)
    return tuple(
        service.put_person(replace(HIM, noms_number=NomsNumber(f"A{n:04}BB")), records, coverage, KEEPER)
        for n in range(PEOPLE)
    )


def separation(one: Sequence[float], other: Sequence[float]) -> Separation:
    """The area under the curve of times, whichever world is slower, with its interval (Hanley and McNeil)."""
    ordered = sorted(other)
    ahead = sum(bisect_left(ordered, each) + bisect_right(ordered, each) for each in one) / 2
    auc = ahead / (len(one) * len(other))
    auc = max(auc, 1 - auc)
    first, second = auc / (2 - auc), 2 * auc**2 / (1 + auc)
    spread = (len(one) - 1) * (first - auc**2) + (len(other) - 1) * (second - auc**2)
    error = sqrt((auc * (1 - auc) + spread) / (len(one) * len(other)))
    return Separation(auc, 1.96 * error)


if __name__ == "__main__":
    main()
