"""What lies in the database as the open answer is what staff are shown, and nothing protected is in it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from riskflag.assessment import Assessment, assess
from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    FRIEND,
    NOW,
    TODAY,
    Case,
    case,
    incident,
    order,
    term,
)
from riskflag.classifier.scorer import NO_MODEL
from riskflag.disclosure import show
from riskflag.dossier import PlaceKnowledge
from riskflag.enquiry import Occupant
from riskflag.persistence.assessments import belongs
from riskflag.persistence.codec import decode
from riskflag.persistence.engine import make_engine
from riskflag.records import NamedPerson, PlaceIncidentKind, Record
from riskflag.rulebook import load_rulebook
from riskflag.service import StoredAssessment
from riskflag.vocabulary import ProhibitionKind, Role, Source, SourceRecordId, Visibility
from tests.keys import VAULT
from tests.service.world import OFFICER, STAFF, Clock, ask, check, put, service_of
from tests.sqlite_copies import make_sqlite
from tests.strategies import EVERY_KIND, whole

ON_BOTH_DATABASES = True

CANARY = "Quuxfield"
RULEBOOK = load_rulebook()
KNOWN = case(order(term(ProhibitionKind.NO_CONTACT)), lives_with=(FRIEND,))
ELSEWHERE = {Source.PLACE_REGISTER, Source.ACCESS_LIMITS}
"""What is nobody's own, and what decides whether anything is answered at all."""
OWN_KINDS = [name for name, kind in EVERY_KIND.items() if kind.source not in ELSEWHERE]
HIDDEN = Occupant(NamedPerson(CANARY), visibility=Visibility.PROTECTED)
REGISTERED = replace(incident(PlaceIncidentKind.DOMESTIC_ABUSE_CALL), words=CANARY)


def secret(name: str, **given: object) -> Record:
    """A protected record of a kind, with the canary wherever words may stand, recorded before the question."""
    return whole(
        EVERY_KIND[name],
        CANARY,
        source_id=SourceRecordId(CANARY),
        recorded_on=TODAY,
        visibility=Visibility.PROTECTED,
        **given,
    )


def with_record(held: Case, record: Record) -> Case:
    return replace(held, dossier=replace(held.dossier, records=(*held.dossier.records, record)))


SECRETS = [
    *(pytest.param(with_record(KNOWN, secret(name)), id=f"protected: {name}") for name in OWN_KINDS),
    pytest.param(
        replace(KNOWN, enquiry=replace(KNOWN.enquiry, occupants=(*KNOWN.enquiry.occupants, HIDDEN))),
        id="an occupant",
    ),
    pytest.param(replace(KNOWN, place=replace(KNOWN.place, incidents=(REGISTERED,))), id="an incident here"),
    pytest.param(replace(KNOWN, place=PlaceKnowledge()), id="a register that was not asked"),
]
BODIES = ("full_body", "open_body")
KEPT = ("open_body", "purpose", "asked_by", "asked_role", "asked_at")


def stored_row(engine: Engine, answer: StoredAssessment) -> dict[str, Any]:
    """The answer as it lies in the database."""
    with engine.connect() as connection:
        found = connection.execute(text("SELECT * FROM assessment WHERE id = :id"), {"id": answer.id})
        row = dict(found.mappings().one())
    opened = {name: VAULT.open(row[name], *belongs(name, answer.id)) for name in BODIES}
    return {**row, **opened}


@pytest.fixture
def engines(tmp_path: Path) -> Iterator[tuple[Engine, Engine]]:
    """Two databases, for two worlds."""
    urls = [f"sqlite:///{tmp_path}/{name}.sqlite3" for name in ("one", "other")]
    for url in urls:
        make_sqlite(url)
    one, other = (make_engine(url, VAULT) for url in urls)
    yield one, other
    one.dispose()
    other.dispose()


@pytest.mark.parametrize("hidden", SECRETS)
def test_two_worlds_leave_the_same_open_answer_behind(
    engines: tuple[Engine, Engine], clock: Clock, hidden: Case
) -> None:
    rows = []
    for engine, held in zip(engines, (KNOWN, hidden), strict=True):
        row = stored_row(engine, ask(service_of(engine, clock, RULEBOOK), held))
        rows.append({name: row[name] for name in KEPT})
    assert rows[0] == rows[1]
    assert CANARY not in str(rows)


@pytest.mark.parametrize("hidden", SECRETS)
def test_a_case_that_is_only_checked_leaves_the_same_open_answer_behind(
    engines: tuple[Engine, Engine], clock: Clock, hidden: Case
) -> None:
    one, other = (
        stored_row(engine, check(service_of(engine, clock, RULEBOOK), held))["open_body"]
        for engine, held in zip(engines, (KNOWN, hidden), strict=True)
    )
    assert one == other


@pytest.mark.parametrize("hidden", SECRETS)
@pytest.mark.parametrize("later", [timedelta(0), timedelta(hours=30)], ids=["at once", "once expired"])
def test_staff_are_shown_the_same_when_they_read_it_again(
    engines: tuple[Engine, Engine], clock: Clock, hidden: Case, later: timedelta
) -> None:
    seen = []
    for engine, held in zip(engines, (KNOWN, hidden), strict=True):
        service = service_of(engine, clock, RULEBOOK)
        clock.moment = NOW
        first = ask(service, held)
        clock.moment = NOW + later
        read = service.read_assessment(first.id, STAFF)
        seen.append(show(read.full, read.open, Role.RESETTLEMENT_STAFF, clock()))
    assert seen[0] == seen[1]
    assert CANARY not in repr(seen)


@pytest.mark.parametrize(
    "held",
    [
        pytest.param(case(), id="nothing to flag"),
        pytest.param(KNOWN, id="an order"),
        pytest.param(case(order(term(ProhibitionKind.NO_CONTACT)), lives_with=(EX_PARTNER,)), id="a flag"),
        pytest.param(case(not_asked=Source), id="nothing asked"),
        *SECRETS[:3],
    ],
)
def test_the_open_answer_in_the_database_is_that_of_the_known_part(
    engine: Engine, clock: Clock, held: Case
) -> None:
    row = stored_row(engine, ask(service_of(engine, clock, RULEBOOK), held))
    known, asked = held.dossier.known_part(), held.enquiry.known_part()
    assert decode(row["open_body"], Assessment) == assess(known, asked, PlaceKnowledge(), RULEBOOK)
    full = assess(held.dossier, held.enquiry, held.place, RULEBOOK, NO_MODEL)
    assert decode(row["full_body"], Assessment) == full


@pytest.mark.parametrize("hidden", SECRETS)
def test_the_log_holds_nothing_of_what_is_protected_or_known(
    engine: Engine, clock: Clock, hidden: Case, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(service_of(engine, clock, RULEBOOK), hidden)
    printed = capsys.readouterr()
    assert "address_assessed" in printed.out + printed.err
    told = (printed.out + printed.err).lower()
    assert [
        word for word in (CANARY, "example", "sample", "elder row", "a0001aa") if word.lower() in told
    ] == []


def test_the_full_answer_differs_where_it_should() -> None:
    """The worlds are not alike for want of a difference."""
    hers = with_record(KNOWN, secret("protected_places", address=ASKED.address, who=EX_PARTNER))
    answers = [assess(each.dossier, each.enquiry, each.place, RULEBOOK) for each in (KNOWN, hers)]
    assert answers[0].flags != answers[1].flags


def test_an_answer_speaks_of_what_was_held_when_it_was_asked(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock, RULEBOOK)
    held = case(order(term(ProhibitionKind.NO_CONTACT)), lives_with=(EX_PARTNER,))
    person_id = put(service, held)
    before = service.enquire(person_id, held.enquiry, OFFICER)
    put(service, case())
    assert service.read_assessment(before.id, OFFICER) == before
    after = service.enquire(person_id, held.enquiry, OFFICER)
    assert {flag.code for flag in after.full.flags} < {flag.code for flag in before.full.flags}
