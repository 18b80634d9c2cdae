"""How long one enquiry takes, in process, with everything it must do before it may be shown.

    python benchmarks/enquiry_latency.py

An enquiry reads the person, the records, the coverage and the place register, answers twice (in full, and
from what the person may know), and commits the answer with its audit entry. The bare commit of one short row
to SQLite on the same disk, in the same run, is what any durable answer costs here. RISKFLAG_HOME names the
folder, and so the disk, to measure on; without it, it is that of temporary files.

Forty officers ask, each about the people of their own caseload, and each person's address is one of two
hundred: what an account and an address were asked before is read with every enquiry, so that one account that
asked everything about one address would measure that.
"""

import logging
import os
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from statistics import fmean, median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import structlog

from riskflag.assessment import assess
from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    FRIEND,
    HIM,
    MOTHER,
    NEIGHBOUR,
    NOW,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    abuse,
    alert,
    breach,
    case,
    caseload_link,
    contact,
    conviction,
    incident,
    order,
    own_address,
    protected_place,
    registration,
    term,
)
from riskflag.enquiry import AddressEnquiry
from riskflag.persistence.migrations import upgrade
from riskflag.persistence.vault import vault_for
from riskflag.records import AddressUse, DomesticAbuseKind, PlaceIncidentKind, Record
from riskflag.rulebook import load_rulebook
from riskflag.service import Actor, Service, open_service, settle
from riskflag.settings import Environment, Settings
from riskflag.vocabulary import NomsNumber, PersonId, ProhibitionKind, Role, Uprn

PEOPLE = 1000
ENQUIRIES = 2000
INCIDENTS = 2000
OFFICERS = 40
HOMES = 200
FEED = Actor("benchmark", Role.RECORD_FEED)
POSSIBLE: tuple[Record, ...] = (
    order(term(ProhibitionKind.NO_CONTACT), term(ProhibitionKind.NO_ENTER_ADDRESS, place=SAME_STREET)),
    breach(date(2025, 8, 1)),
    breach(date(2026, 2, 1)),
    abuse(DomesticAbuseKind.THREATS, EX_PARTNER),
    abuse(DomesticAbuseKind.PHYSICAL_VIOLENCE, EX_PARTNER),
    abuse(DomesticAbuseKind.STALKING_OR_HARASSMENT, EX_PARTNER),
    *(conviction("10501", "common assault", EX_PARTNER) for _ in range(5)),
    conviction("00831", "breach of a restraining order", EX_PARTNER),
    alert("OHCO"),
    alert("XRF"),
    registration("ADVP", "Domestic Abuse Perpetrator"),
    protected_place(EX_PARTNER, SAME_STREET),
    own_address(SAME_STREET, AddressUse.PREVIOUS),
    own_address(OTHER_TOWN, AddressUse.MAIN),
    contact(EX_PARTNER, SAME_STREET),
    contact(MOTHER, OTHER_TOWN),
    contact(FRIEND),
    contact(NEIGHBOUR),
)


def main() -> None:
    """Runs what was asked for and prints the figures."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    time_rules()
    with TemporaryDirectory(dir=os.environ.get("RISKFLAG_HOME")) as folder:
        time_enquiries(Path(folder))


def time_enquiries(folder: Path) -> None:
    """Enquiries one after another, each followed by a bare commit."""
    url = f"sqlite:///{folder}/riskflag.sqlite3"
    settings = Settings(folder, url, Environment.DEVELOPMENT, "127.0.0.1", 8000, None)
    upgrade(url, vault_for(settings))
    service = open_service(settings, lambda: NOW)
    people = fill(service)
    settle()
    bare = bare_commit(folder / "bare.sqlite3")
    enquiries, commits = [], []
    worked = process_time()
    for number in range(ENQUIRIES):
        asked = number * 617 % PEOPLE
        enquiries.append(
            milliseconds(partial(service.enquire, people[asked], enquiry_about(asked), officer_of(asked)))
        )
        commits.append(milliseconds(bare))
    worked = (process_time() - worked) * 1000 / ENQUIRIES
    service.close()
    held = fmean(len(held_by(number)) for number in range(PEOPLE))
    print(f"{ENQUIRIES} enquiries over {PEOPLE} people with {held:.0f} records each, at the mean")
    report("one enquiry, durable", enquiries)
    report("one bare durable commit", commits)
    print(f"{'processor time of both':30}mean{worked:7.3f} ms")
    print(f"{'ratio of the medians':30}{median(enquiries) / median(commits):8.1f}")


def time_rules() -> None:
    """The rules alone, on facts already worked out: of a man about whom there is nothing to flag, and of each
    of the people, whose facts are new, since facts remember what was asked of them."""
    rulebook, given = load_rulebook(), case()
    facts = given.facts
    runs = [milliseconds(lambda: rulebook.run(facts)) for _ in range(1000)]
    whole = [
        milliseconds(lambda: assess(given.dossier, given.enquiry, given.place, rulebook)) for _ in range(1000)
    ]
    asked = len(rulebook.run(facts))
    each = median(runs) / asked * 1000
    print(f"{asked} rules that find nothing: {each:.2f} microseconds a rule, at the median")
    everybody = [case(*held_by(number)).facts for number in range(PEOPLE)]
    report("every rule on one person", [milliseconds(partial(rulebook.run, one)) for one in everybody])
    report("facts, rules and the answer", whole)


def fill(service: Service) -> list[PersonId]:
    """Stores the people, with from none to all of the possible records, and the place register."""
    plain = case()
    elsewhere = [incident(PlaceIncidentKind.DRUG_USE, address=OTHER_TOWN) for _ in range(INCIDENTS)]
    here = [incident(PlaceIncidentKind.DRUG_SUPPLY), incident(PlaceIncidentKind.CLOSURE, address=SAME_STREET)]
    service.put_place_register(here + elsewhere, plain.place.coverage, FEED)
    coverage = plain.dossier.coverage
    return [
        service.put_person(
            replace(HIM, noms_number=NomsNumber(f"A{number:04}BB")),
            (*held_by(number), caseload_link(officer_of(number).name)),
            coverage,
            FEED,
        )
        for number in range(PEOPLE)
    ]


def officer_of(number: int) -> Actor:
    """On whose caseload one of the people is."""
    return Actor(f"officer {number % OFFICERS}", Role.RESPONSIBLE_OFFICER)


def enquiry_about(number: int) -> AddressEnquiry:
    """The proposed address of one of the people: one of many homes in the street."""
    home = number % HOMES + 1
    address = replace(
        PROPOSED,
        text=f"{home} Elder Row, Fernhill, ZZ1 1AA",
        number=str(home),
        uprn=Uprn(f"9900000{home:05}"),
    )
    return replace(ASKED, address=address)


def held_by(number: int) -> tuple[Record, ...]:
    """The records of one of the people."""
    first, many = number % len(POSSIBLE), number * 7 % (len(POSSIBLE) + 1)
    return case(*(POSSIBLE + POSSIBLE)[first : first + many]).dossier.records


def bare_commit(file: Path) -> Callable[[], None]:
    """A commit of one short row, by Python's own driver, with the durability that the service asks for."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE bare (row INTEGER)")

    def commit() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO bare VALUES (1)")
        connection.execute("COMMIT")

    return commit


def milliseconds(work: Callable[[], object]) -> float:
    """How long the work takes."""
    started = perf_counter()
    work()
    return (perf_counter() - started) * 1000


def report(what: str, taken: Sequence[float]) -> None:
    """Prints the median and the 99th percentile."""
    print(f"{what:30}p50 {median(taken):7.3f} ms   p99 {quantiles(taken, n=100)[-1]:7.3f} ms")


if __name__ == "__main__":
    main()
