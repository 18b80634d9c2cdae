"""What the tests of the use cases share: who asks, a clock that stands, and ways to put and to ask."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine, text

from riskflag.casebook import ASKED, NOW, Case, caseload_link
from riskflag.dossier import SourceCoverage
from riskflag.enquiry import AddressEnquiry, Purpose
from riskflag.errors import NeedsSecondPerson
from riskflag.facts import Facts
from riskflag.persistence.engine import Database
from riskflag.persistence.store import Store
from riskflag.records import Address, CaseloadLink
from riskflag.rule import Clear, Finding, Outcome, Raised
from riskflag.rulebook import Rulebook, build_rulebook
from riskflag.service import Actor, Service, StoredAssessment
from riskflag.vocabulary import PersonId, Role, Source
from tests.test_rulebook import NOTHING, a_rule, explodes

OFFICER = Actor("p.officer", Role.RESPONSIBLE_OFFICER)
STAFF = Actor("r.staff", Role.RESETTLEMENT_STAFF)
FEED = Actor("a.feed", Role.RECORD_FEED)
SINCE = date(2026, 1, 1)
LINKS = tuple(
    replace(caseload_link(reader.name, reader.role, SINCE), recorded_on=SINCE) for reader in (OFFICER, STAFF)
)
"""The person is on the caseload of both readers, and has long been."""
LIMITS_KNOWN = SourceCoverage(datetime(2026, 1, 1, tzinfo=UTC), answered=True, complete=True)
AT_ANY_AGE = timedelta(days=4000)
"""For tests of something else than who may see whom."""
EVERYTHING = frozenset(Source)


def anything_protected(facts: Facts) -> Outcome:
    """Raised by protected places, incidents of the place register and protected occupants."""
    seen = [*facts.place.protected, *facts.place.incidents, *facts.proposal.occupants]
    return Raised((Finding("something is there"),)) if seen else Clear("nothing is there")


QUIET = build_rulebook([replace(a_rule(lambda _: NOTHING), needs=EVERYTHING)], "quiet")
LOOKS = build_rulebook([a_rule(anything_protected)], "looks")
BROKEN = build_rulebook([a_rule(explodes, "TEST-01"), a_rule(lambda _: NOTHING, "TEST-02")], "broken")


@dataclass
class Clock:
    """A clock that stands until it is put forward."""

    moment: datetime = NOW

    def __call__(self) -> datetime:
        return self.moment


def service_of(engine: Engine, clock: Clock, rulebook: Rulebook = QUIET) -> Service:
    return Service(Store(Database(engine)), rulebook, clock, access_age=AT_ANY_AGE)


def put(service: Service, held: Case, *others: CaseloadLink) -> PersonId:
    service.put_place_register(held.place.incidents, held.place.coverage, FEED)
    dossier = held.dossier
    coverage = {**dossier.coverage, Source.ACCESS_LIMITS: LIMITS_KNOWN}
    return service.put_person(dossier.person, (*dossier.records, *LINKS, *others), coverage, FEED)


def ask(service: Service, held: Case) -> StoredAssessment:
    return service.enquire(put(service, held), held.enquiry, OFFICER)


def check(service: Service, given: Case) -> StoredAssessment:
    return service.check_case(given.dossier, given.enquiry, given.place, OFFICER)


def held_in(engine: Engine, table: str) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text(" ".join(("SELECT count(*) FROM", table)))).scalar_one())


def refused_the_eleventh_place(service: Service, person_id: PersonId, before: Actor, actor: Actor) -> None:
    """Asks about ten places for somebody by one account, and about one more by another."""
    streets = ("Aspen", "Birch", "Cedar", "Damson", "Elder", "Fir", "Gorse", "Hazel", "Ilex", "Juniper")
    for number, street in enumerate(streets, 1):
        there = Address(f"{number} {street} Lane, Testbury, ZZ{number} 1AA", postcode=f"ZZ{number} 1AA")
        service.enquire(person_id, AddressEnquiry(Purpose.RELEASE_PLANNING, there), before)
    with pytest.raises(NeedsSecondPerson):
        service.enquire(person_id, ASKED, actor)
