"""What waits in the outbox reaches the officers on whose caseload the person is, and nobody else."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from riskflag.casebook import access_limitation, case, caseload_link
from riskflag.persistence.deliveries import MOST_TRIES, Deliveries
from riskflag.persistence.engine import Database
from riskflag.persistence.store import Store
from riskflag.records import Record
from riskflag.sending.envelope import Channel, Envelope, NotSent
from riskflag.sending.sending import Sending, Sent
from riskflag.vocabulary import Role
from tests.persistence.rows import rows
from tests.service.world import OFFICER, SINCE, Clock, put, service_of

ON_BOTH_DATABASES = True
GIVEN = case()


@dataclass
class Listens:
    """A sender that keeps what it is given, and refuses as often as it is told."""

    refuses: int = 0
    raises: int = 0
    channel: Channel = Channel.WEBHOOK
    got: list[Envelope] = field(default_factory=list)

    def send(self, envelope: Envelope, now: datetime) -> NotSent | None:
        if self.raises:
            raise ValueError("canary")
        if self.refuses:
            self.refuses -= 1
            return NotSent.REFUSED
        self.got.append(envelope)
        return None


def sending(engine: Engine, clock: Clock, *senders: Listens) -> Sending:
    return Sending(Store(Database(engine)), senders, clock)


def answered(engine: Engine, clock: Clock) -> str:
    service = service_of(engine, clock)
    person_id = put(service, GIVEN)
    return service.enquire(person_id, GIVEN.enquiry, OFFICER).id


def test_a_message_is_sent_once_and_names_its_answer(engine: Engine) -> None:
    clock, listens = Clock(), Listens()
    answer = answered(engine, clock)
    doing = sending(engine, clock, listens)
    assert [doing.round(), doing.round()] == [Sent(sent=1), Sent()]
    [got] = listens.got
    assert (got.assessment_id, got.officers, got.kind) == (answer, (OFFICER.name,), "assessed")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param(
            caseload_link("second.officer", Role.RESPONSIBLE_OFFICER, SINCE),
            ("second.officer", OFFICER.name),
            id="another officer",
        ),
        pytest.param(
            caseload_link("second.staff", Role.RESETTLEMENT_STAFF, SINCE),
            (OFFICER.name,),
            id="another of staff",
        ),
        pytest.param(
            replace(caseload_link("gone", Role.RESPONSIBLE_OFFICER, SINCE), ends_on=SINCE),
            (OFFICER.name,),
            id="an officer whose link has ended",
        ),
        pytest.param(access_limitation(OFFICER.name), (), id="an officer who must not see the person"),
    ],
)
def test_it_is_for_officers_who_have_the_person_now_and_may_see_them(
    engine: Engine, change: Record, told: tuple[str, ...]
) -> None:
    clock, listens = Clock(), Listens()
    answered(engine, clock)
    put(service_of(engine, clock), case(change))
    sending(engine, clock, listens).round()
    assert listens.got[0].officers == told


def test_that_limits_are_old_keeps_nobody_from_being_told(engine: Engine) -> None:
    clock, listens = Clock(), Listens()
    answered(engine, clock)
    clock.moment += timedelta(days=5)
    sending(engine, clock, listens).round()
    assert listens.got[0].officers == (OFFICER.name,)


@pytest.mark.parametrize(
    "how", [pytest.param({"refuses": 1}, id="refused"), pytest.param({"raises": 1}, id="broke")]
)
def test_one_channel_that_fails_keeps_no_other_from_sending(engine: Engine, how: Mapping[str, Any]) -> None:
    clock, works, fails = Clock(), Listens(), Listens(**how)
    answered(engine, clock)
    assert sending(engine, clock, fails).round() == Sent(failed=1)
    assert sending(engine, clock, replace(works)).round() == Sent()
    clock.moment += timedelta(minutes=1)
    assert sending(engine, clock, works).round() == Sent(sent=1)
    assert "canary" not in repr(rows(engine, "delivery"))


def test_what_is_refused_for_long_is_set_aside_and_seen(engine: Engine) -> None:
    clock = Clock()
    answered(engine, clock)
    doing = sending(engine, clock, Listens(refuses=99))
    came = []
    for _ in range(MOST_TRIES):
        came.append(doing.round())
        clock.moment += timedelta(hours=2)
    assert came == [Sent(failed=1)] * (MOST_TRIES - 1) + [Sent(set_aside=1)]
    assert doing.round() == Sent()
    assert [each.because for each in Deliveries(Database(engine)).unsent(9)] == ["refused"]


def test_what_was_not_begun_is_put_back_where_it_is_told_to_stop(engine: Engine) -> None:
    clock, listens = Clock(), Listens()
    answered(engine, clock)
    assert sending(engine, clock, listens).round(lambda: True) == Sent()
    assert sending(engine, clock, listens).round() == Sent(sent=1)


def test_no_message_holds_a_name_or_an_address(engine: Engine) -> None:
    clock, listens = Clock(), Listens()
    answered(engine, clock)
    sending(engine, clock, listens).round()
    told = repr((listens.got, rows(engine, "outbox"), rows(engine, "delivery"))).lower()
    person, where = GIVEN.dossier.person, GIVEN.enquiry.where
    assert where is not None
    assert [each for each in (person.name, person.noms_number, where.text) if str(each).lower() in told] == []
