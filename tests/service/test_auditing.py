"""What auditors read of the audit, with which filters, and what is recorded of their reading."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, text

from riskflag import auditing
from riskflag.auditing import MOST_ENTRIES
from riskflag.casebook import ASKED, HIM, NOW, alert, case
from riskflag.errors import NotAllowed, NotFound
from riskflag.persistence.audit import Action
from riskflag.persistence.audit_log import AuditQuery, ReadEntry
from riskflag.service import Actor, Service
from riskflag.vocabulary import PersonId, Role
from tests.service.world import FEED, LINKS, OFFICER, STAFF, Clock, service_of

ON_BOTH_DATABASES = True
AUDITOR = Actor("an auditor", Role.AUDITOR)
STRANGER = Actor("a stranger", Role.RESPONSIBLE_OFFICER)
DAY = timedelta(days=1)
NOBODY = PersonId("0" * 32)


@pytest.fixture
def service(engine: Engine, clock: Clock) -> Service:
    return service_of(engine, clock)


@pytest.fixture
def him(service: Service, clock: Clock) -> PersonId:
    """Stored on one day; asked about on the next by somebody who may, and refused to somebody who may not."""
    given = case(alert("OHCO"))
    found = service.put_person(HIM, (*given.dossier.records, *LINKS), given.dossier.coverage, FEED)
    clock.moment = NOW + DAY
    service.enquire(found, ASKED, OFFICER)
    with pytest.raises(NotFound):
        service.enquire(found, ASKED, STRANGER)
    return found


def actions(entries: tuple[ReadEntry, ...]) -> list[str]:
    return [each.action for each in entries]


def test_entries_are_read_newest_first_and_in_words_of_their_own(service: Service, him: PersonId) -> None:
    page = service.auditing.read(AuditQuery(), AUDITOR)
    assert actions(page.entries) == ["access_refused", "address_assessed", "person_stored"]
    assert not page.more
    refused, asked, stored = page.entries
    assert (refused.actor, refused.person_id, refused.detail) == (STRANGER.name, him, "not_on_their_caseload")
    assert (asked.purpose, asked.role) == (ASKED.purpose.value, Role.RESPONSIBLE_OFFICER.value)
    assert "vouches" not in asked.detail + stored.detail


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param(AuditQuery(account=OFFICER.name), ["address_assessed"], id="of one account"),
        pytest.param(AuditQuery(account="nobody"), [], id="of an account that did nothing"),
        pytest.param(AuditQuery(action=Action.PERSON_STORED), ["person_stored"], id="of one kind"),
        pytest.param(AuditQuery(person_id=NOBODY), [], id="about somebody else"),
        pytest.param(AuditQuery(last=NOW.date()), ["person_stored"], id="up to the first day"),
        pytest.param(
            AuditQuery(first=(NOW + DAY).date()),
            ["access_refused", "address_assessed"],
            id="from the second day",
        ),
        pytest.param(
            AuditQuery(first=NOW.date(), last=date.max),
            ["access_refused", "address_assessed", "person_stored"],
            id="without an end",
        ),
        pytest.param(AuditQuery(before=2), ["person_stored"], id="older than the second"),
        pytest.param(
            AuditQuery(account=OFFICER.name, action=Action.PERSON_STORED), [], id="what two filters leave"
        ),
    ],
)
def test_each_filter_leaves_what_it_names(
    service: Service, him: PersonId, query: AuditQuery, found: list[str]
) -> None:
    assert him
    assert actions(service.auditing.read(query, AUDITOR).entries) == found


def test_entries_about_one_person_are_all_there_are(service: Service, him: PersonId) -> None:
    assert len(service.auditing.read(AuditQuery(person_id=him), AUDITOR).entries) == 3


def test_a_reading_is_recorded_with_what_was_asked_for_and_not_with_what_it_was(
    service: Service, him: PersonId
) -> None:
    service.auditing.read(AuditQuery(account=OFFICER.name, person_id=him), AUDITOR)
    entry = service.auditing.read(AuditQuery(), AUDITOR).entries[0]
    assert (entry.action, entry.actor, entry.person_id) == ("audit_read", AUDITOR.name, him)
    assert entry.detail == "account person_id"


def test_pages_follow_each_other_without_a_gap(service: Service, clock: Clock) -> None:
    for _ in range(2 * MOST_ENTRIES + 1):
        service.auditing.alerts(AUDITOR)
    seen: list[str] = []
    query = AuditQuery(action=Action.ALERTS_READ)
    for last in (False, False, True):
        page = service.auditing.read(query, AUDITOR)
        assert page.more is not last
        seen += [each.sequence for each in page.entries]
        query = replace(query, before=int(seen[-1]))
    assert seen == [str(number) for number in range(2 * MOST_ENTRIES + 1, 0, -1)]


@pytest.mark.parametrize("actor", [OFFICER, STAFF, FEED, Actor("a scientist", Role.DATA_SCIENTIST)])
@pytest.mark.parametrize(
    "doing",
    [
        pytest.param(lambda service, actor: service.auditing.read(AuditQuery(), actor), id="reading"),
        pytest.param(lambda service, actor: service.auditing.check(actor), id="checking"),
    ],
)
def test_nobody_else_reads_the_audit(
    service: Service, actor: Actor, doing: Callable[[Service, Actor], object]
) -> None:
    with pytest.raises(NotAllowed):
        doing(service, actor)


def test_a_check_looks_at_the_chain_what_is_held_and_what_guards_it(
    service: Service, him: PersonId, clock: Clock
) -> None:
    examined = service.auditing.check(AUDITOR)
    assert examined is not None
    assert examined.chain.broken is None
    assert examined.compared is not None
    assert not examined.contradicts
    assert {each.what for each in examined.compared if each.vouched} == {
        "answers",
        "people with their records",
    }
    (entry,) = service.auditing.read(AuditQuery(action=Action.AUDIT_CHECKED), AUDITOR).entries
    assert (entry.actor, him) == (AUDITOR.name, him)


def test_a_check_tells_of_what_is_held_and_no_entry_tells_of(
    service: Service, him: PersonId, engine: Engine
) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE person SET noms_number = 'another' WHERE id = :id"), {"id": him})
    examined = service.auditing.check(AUDITOR)
    assert examined is not None
    assert examined.contradicts


def test_more_than_can_be_looked_at_while_somebody_waits_is_not_looked_at(
    service: Service, him: PersonId, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert him
    monkeypatch.setattr(auditing, "MOST_CHECKED", 3)
    assert service.auditing.check(AUDITOR) is None
