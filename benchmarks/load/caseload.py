"""A caseload to ask about: people with from none to eighteen records each, and a place register of many
invented addresses, one of each person's among them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from string import ascii_uppercase
from time import perf_counter

from benchmarks.enquiry_latency import FEED, held_by
from benchmarks.invented_addresses import invented
from riskflag.casebook import ASKED, HIM, caseload_link, incident
from riskflag.dossier import SourceCoverage
from riskflag.enquiry import AddressEnquiry
from riskflag.persistence.migrations import upgrade
from riskflag.persistence.vault import vault_for
from riskflag.records import PlaceIncidentKind
from riskflag.service import Actor, now, open_service
from riskflag.settings import Environment, Settings
from riskflag.vocabulary import NomsNumber, PersonId, Role, Source

PEOPLE_TO_AN_OFFICER = 50
TELLING_PLACES = 1000
"""One address in so many has something to say of it that is not drug use somewhere in the building."""


@dataclass(frozen=True, slots=True)
class Held:
    """What is held, and who may ask about whom.

    settings: where it is
    people: everybody
    addresses: how many addresses the place register holds
    """

    settings: Settings
    people: Sequence[PersonId]
    addresses: int

    def officer(self, person: int) -> Actor:
        """On whose caseload this person is."""
        return officer_of(person)

    def enquiry(self, person: int) -> AddressEnquiry:
        """What is proposed for this person."""
        home = person * 7919 % max(self.addresses, 1)
        return replace(ASKED, address=invented(home))


def officer_of(person: int) -> Actor:
    """On whose caseload this person is."""
    return Actor(f"officer {person // PEOPLE_TO_AN_OFFICER}", Role.RESPONSIBLE_OFFICER)


def fill(folder: Path, people: int, addresses: int) -> Held:
    """Makes a database in this folder and fills it; prints how long that took."""
    url = f"sqlite:///{folder / 'riskflag.sqlite3'}"
    settings = Settings(folder, url, Environment.DEVELOPMENT, "127.0.0.1", 8000, None)
    upgrade(url, vault_for(settings))
    service = open_service(settings)
    moment = now()
    told = SourceCoverage(moment, answered=True, complete=True, watermark=moment)
    started = perf_counter()
    service.put_place_register(
        [incident(_kind(number), address=invented(number)) for number in range(addresses)], told, FEED
    )
    print(f"{addresses} addresses put into the place register in {perf_counter() - started:.0f} s")
    started = perf_counter()
    coverage = dict.fromkeys(Source, told)
    stored = [
        service.put_person(
            replace(HIM, noms_number=_noms(number)),
            (*held_by(number), caseload_link(officer_of(number).name)),
            coverage,
            FEED,
        )
        for number in range(people)
    ]
    print(f"{people} people stored in {perf_counter() - started:.0f} s")
    service.close()
    return Held(settings, stored, addresses)


def _kind(number: int) -> PlaceIncidentKind:
    return PlaceIncidentKind.CLOSURE if number % TELLING_PLACES == 0 else PlaceIncidentKind.DRUG_USE


def _noms(number: int) -> NomsNumber:
    letters, digits = divmod(number, 10_000)
    first, second = divmod(letters, 26)
    return NomsNumber(f"A{digits:04}{ascii_uppercase[first % 26]}{ascii_uppercase[second]}")
