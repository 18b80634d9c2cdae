"""The use cases from end to end: what is asked is answered from what is held, recorded, and then shown."""

import gc
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from riskflag.assessment import assess
from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    FRIEND,
    HIM,
    NOW,
    PROPOSED,
    Case,
    case,
    incident,
    order,
    protected_place,
)
from riskflag.classifier.scorer import NO_MODEL
from riskflag.dossier import MissingReason, PlaceKnowledge
from riskflag.enquiry import Occupant
from riskflag.errors import Conflict, NotFound, StoreUnavailable
from riskflag.persistence.migrations import upgrade
from riskflag.records import PlaceIncidentKind
from riskflag.service import PersonNumbers, Service, open_service, settle
from riskflag.vocabulary import (
    AssessmentId,
    NomsNumber,
    PersonId,
    Source,
    SourceRecordId,
    Verdict,
    Visibility,
)
from tests.keys import VAULT, settings_in
from tests.service.world import (
    FEED,
    LINKS,
    LOOKS,
    OFFICER,
    STAFF,
    Clock,
    ask,
    check,
    held_in,
    put,
    service_of,
)

ON_BOTH_DATABASES = True


def test_the_answer_is_worked_out_from_what_is_held_and_from_what_the_person_may_know(
    engine: Engine, clock: Clock
) -> None:
    held = case(order(), lives_with=[EX_PARTNER], place=[incident(PlaceIncidentKind.CLOSURE)])
    answer = ask(service_of(engine, clock, LOOKS), held)
    known, asked = held.dossier.known_part(), held.enquiry.known_part()
    assert answer.full == assess(held.dossier, held.enquiry, held.place, LOOKS, NO_MODEL)
    assert answer.open == assess(known, asked, PlaceKnowledge(), LOOKS)
    assert (answer.enquiry, answer.asked_by, answer.asked_role) == (held.enquiry, "p.officer", OFFICER.role)


def test_nothing_found_can_be_said_of_somebody_held(engine: Engine, clock: Clock) -> None:
    assert ask(service_of(engine, clock), case()).full.verdict is Verdict.NO_FLAGS_FOUND


PLAIN = case()
HOME = replace(protected_place(EX_PARTNER, PROPOSED), source_id=SourceRecordId("HOME"))
HER_HOME = replace(PLAIN, dossier=replace(PLAIN.dossier, records=(*PLAIN.dossier.records, HOME)))
UNSEEN = Occupant(FRIEND, visibility=Visibility.PROTECTED)


@pytest.mark.parametrize(
    "hidden",
    [
        pytest.param(HER_HOME, id="her home is here"),
        pytest.param(
            case(place=[incident(PlaceIncidentKind.DRUG_SUPPLY)]), id="the register knows the place"
        ),
        pytest.param(case(lives_with=[UNSEEN]), id="somebody lives here, of whom he must not know"),
        pytest.param(case(not_asked=[Source.PLACE_REGISTER]), id="the register was not asked"),
        pytest.param(case(not_asked=[Source.PROTECTED_PLACES]), id="protected places were not asked"),
    ],
)
@pytest.mark.parametrize("stored", [True, False])
def test_what_is_protected_changes_nothing_in_the_open_answer(
    engine: Engine, clock: Clock, hidden: Case, stored: bool
) -> None:
    service = service_of(engine, clock, LOOKS)
    if stored:
        with_it, without = ask(service, hidden), ask(service, case())
    else:
        with_it, without = check(service, hidden), check(service, case())
    assert with_it.open == without.open
    assert with_it.full != without.full


def test_a_case_is_answered_and_the_answer_kept_without_the_person(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock)
    answer = check(service, case())
    assert answer.full.verdict is Verdict.NO_FLAGS_FOUND
    assert service.read_assessment(answer.id, OFFICER) == answer
    with pytest.raises(NotFound):
        service.read_assessment(answer.id, STAFF)
    assert held_in(engine, "person") == 0
    with pytest.raises(NotFound):
        service.find_person(PersonNumbers.of(HIM), OFFICER)


@pytest.mark.parametrize(
    ("later", "verdict"),
    [
        pytest.param(timedelta(0), Verdict.NO_FLAGS_FOUND, id="at once"),
        pytest.param(timedelta(hours=24), Verdict.NO_FLAGS_FOUND, id="on its last moment"),
        pytest.param(timedelta(hours=24, microseconds=1), Verdict.INCOMPLETE, id="a moment later"),
        pytest.param(timedelta(days=400), Verdict.INCOMPLETE, id="a year later"),
    ],
)
def test_an_answer_read_later_is_incomplete_once_it_has_expired(
    engine: Engine, clock: Clock, later: timedelta, verdict: Verdict
) -> None:
    service = service_of(engine, clock)
    answer = check(service, case())
    assert answer.full.valid_until == NOW + timedelta(hours=24)
    clock.moment = NOW + later
    read = service.read_assessment(answer.id, OFFICER)
    assert (read.full.verdict, read.full.complete) == (verdict, verdict is Verdict.NO_FLAGS_FOUND)
    assert not read.open.complete


def test_a_case_is_shown_as_at_the_moment_of_reading(engine: Engine, clock: Clock) -> None:
    service, given, later = service_of(engine, clock), case(), NOW + timedelta(days=2)
    at_once = service.check_case(given.dossier, given.enquiry, given.place, OFFICER, read_at=NOW)
    clock.moment = later
    assert at_once.full.verdict is Verdict.NO_FLAGS_FOUND
    assert check(service, given).full.verdict is Verdict.INCOMPLETE


def test_records_that_have_grown_old_since_they_were_stored_do_not_answer(
    engine: Engine, clock: Clock
) -> None:
    service = service_of(engine, clock)
    person_id = put(service, case())
    clock.moment = NOW + timedelta(hours=25)
    answer = service.enquire(person_id, ASKED, OFFICER).full
    assert answer.verdict is Verdict.INCOMPLETE
    assert {gap.reason for gap in answer.gaps} == {MissingReason.STALE}


def test_somebody_stored_is_found_read_and_replaced(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock)
    person_id = put(service, case())
    assert put(service, case()) == person_id
    assert service.find_person(PersonNumbers.of(HIM), OFFICER) == person_id
    assert service.numbers_of(person_id, FEED) == PersonNumbers.of(HIM)
    service.put_records(person_id, replace(HIM, name="Neil Sample"), LINKS, case().dossier.coverage, FEED)
    with pytest.raises(Conflict):
        service.put_records(person_id, replace(HIM, noms_number=NomsNumber("A0009AA")), (), {}, FEED)


NOBODY = PersonId("nobody")


@pytest.mark.parametrize(
    "doing",
    [
        pytest.param(lambda s: s.enquire(NOBODY, ASKED, OFFICER), id="asking about"),
        pytest.param(lambda s: s.put_records(NOBODY, HIM, (), {}, FEED), id="replacing the records of"),
        pytest.param(lambda s: s.find_person(PersonNumbers.of(HIM), OFFICER), id="looking for"),
        pytest.param(lambda s: s.numbers_of(NOBODY, FEED), id="reading the numbers of"),
        pytest.param(
            lambda s: s.read_assessment(AssessmentId("none"), OFFICER), id="reading the answer about"
        ),
    ],
)
def test_nobody_is_not_found(engine: Engine, clock: Clock, doing: Callable[[Service], object]) -> None:
    with pytest.raises(NotFound):
        doing(service_of(engine, clock))


def test_a_service_opens_over_a_database_of_this_version_only(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/new.sqlite3"
    settings = settings_in(tmp_path, url)
    with pytest.raises(StoreUnavailable, match="upgrade"):
        open_service(settings)
    upgrade(url, VAULT)
    service = open_service(settings)
    answer = check(service, case())
    assert service.read_assessment(answer.id, OFFICER).full.flags == answer.full.flags
    service.close()


def test_what_is_loaded_by_now_is_not_gone_over_again_and_threads_take_short_turns() -> None:
    before, turn = gc.get_threshold(), sys.getswitchinterval()
    usual, usual_turn = 700, 0.005
    gc.unfreeze()
    gc.set_threshold(usual)
    sys.setswitchinterval(usual_turn)
    try:
        settle()
        assert gc.get_freeze_count() > 10_000
        assert gc.get_threshold()[0] > usual
        assert sys.getswitchinterval() < usual_turn / 5
    finally:
        sys.setswitchinterval(turn)
        gc.set_threshold(*before)
