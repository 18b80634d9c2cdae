"""What the tests of screening share: somebody with an address for their release, and what is found there."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from riskflag import batch
from riskflag.casebook import HIM, NOW, PROPOSED, case, incident, own_address
from riskflag.persistence.codec import decode
from riskflag.persistence.held_people import belongs
from riskflag.records import AddressUse, PlaceIncidentKind
from riskflag.screening import Because, Screened
from riskflag.service import Service, open_service
from riskflag.settings import load_settings
from riskflag.standing import Kept
from riskflag.vocabulary import NomsNumber, PersonId
from tests.keys import VAULT, keys_file
from tests.persistence.rows import rows
from tests.service.world import FEED
from tests.sqlite_copies import make_sqlite

RELEASE_ADDRESS = replace(own_address(PROPOSED, AddressUse.RELEASE), starts_on=None, ends_on=None)
QUIET_THERE = case(RELEASE_ADDRESS)
CRIME_THERE = case(RELEASE_ADDRESS, place=[incident(PlaceIncidentKind.CLOSURE)])


@contextmanager
def service_of_the_batch(monkeypatch: pytest.MonkeyPatch, folder: Path, url: str) -> Iterator[Service]:
    """A service over a new database there, which each process of a batch finds by the environment."""
    monkeypatch.setenv("RISKFLAG_HOME", str(folder / "home"))
    monkeypatch.setenv("RISKFLAG_KEYS_FILE", str(keys_file(folder)))
    monkeypatch.setenv("RISKFLAG_DATABASE_URL", url)
    monkeypatch.delenv("RISKFLAG_ENVIRONMENT", raising=False)
    make_sqlite(url)
    batch._service.cache_clear()
    made = open_service(load_settings())
    yield made
    made.close()
    batch._service.cache_clear()


def screen(service: Service, who: PersonId) -> Screened:
    return service.screening.screen_person(who, NOW, None, Because.NIGHTLY)


def put_many(service: Service, number: int) -> list[PersonId]:
    """Stores so many people, every third of whom has an address for their release."""
    return list(_put_many(service, number))


def kept(engine: Engine) -> dict[str, Kept | None]:
    """What is kept of everybody, opened."""
    return {
        str(row["person_id"]): _opened(row["body"], str(row["person_id"])) for row in rows(engine, "screened")
    }


def _opened(sealed: object, who: str) -> Kept | None:
    said = VAULT.open(sealed, *belongs(who)) if isinstance(sealed, bytes) else None
    return decode(said, Kept) if said is not None else None


def _put_many(service: Service, number: int) -> Iterator[PersonId]:
    for each in range(number):
        given = QUIET_THERE if each % 3 == 0 else case()
        him = replace(
            HIM, noms_number=NomsNumber(f"A{each:04}AA"), case_reference_number=None, pnc_number=None
        )
        yield service.put_person(him, given.dossier.records, given.dossier.coverage, FEED)
