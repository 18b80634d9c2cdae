"""From an order that arrives later to a message for the officer, at the terminal: `watch`, `outbox`, `events`."""

import json
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from riskflag.casebook import EX_PARTNER, PROPOSED, Case, case, caseload_link, order, own_address
from riskflag.dossier import SourceCoverage
from riskflag.persistence.store import open_store
from riskflag.persistence.vault import vault_for
from riskflag.records import AddressUse, Record
from riskflag.service import Actor, now, open_service
from riskflag.settings import load_settings
from riskflag.vocabulary import Role, Source
from tests.terminal import Run

FEED = Actor("a.feed", Role.RECORD_FEED)
NOMS = case().dossier.person.noms_number


@pytest.fixture
def mail(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RISKFLAG_MAIL_FOLDER", str(tmp_path / "mail"))
    assert run("database", "upgrade")[0] == 0
    return tmp_path / "mail"


def stored(given: Case) -> str:
    """Holds this case, on the caseload of one officer."""
    moment, dossier = now(), given.dossier
    asked = SourceCoverage(moment, answered=True, complete=True)
    link = caseload_link("p.officer", Role.RESPONSIBLE_OFFICER, moment.date() - timedelta(days=9))
    records = (*dossier.records, replace(link, recorded_on=moment.date() - timedelta(days=9)))
    with closing(open_service(load_settings())) as service:
        return service.put_person(dossier.person, records, dict.fromkeys(Source, asked), FEED)


def messages(mail: Path) -> list[str]:
    return [message_from_bytes(each.read_bytes())["X-Riskflag-Account"] for each in mail.glob("*.eml")]


def released(*records: Record) -> Case:
    return case(own_address(PROPOSED, AddressUse.RELEASE), *records, routine=False)


def event(named: str = "n-1", kind: str = "probation-case.registration.added", noms: object = NOMS) -> str:
    inside = {
        "eventType": kind,
        "personReference": {"identifiers": [{"type": "NOMS", "value": noms}]},
    }
    return json.dumps({"Type": "Notification", "MessageId": named, "Message": json.dumps(inside)})


def test_an_order_that_arrives_later_reaches_the_officer_once(run: Run, mail: Path) -> None:
    stored(released())
    assert run("watch", "--once")[0] == 0
    assert run("outbox", "send", "--once")[0] == 0
    before = len(messages(mail))
    stored(released(order()))
    assert "looked at: 1" in run("watch", "--once")[1]
    assert run("outbox", "send", "--once")[1] == "sent: 1; to be tried again: 0; set aside: 0\n"
    assert messages(mail) == ["p.officer"] * (before + 1)
    stored(released(order()))
    assert "looked at: 0" in run("watch", "--once")[1]
    assert run("outbox", "send", "--once")[1] == "sent: 0; to be tried again: 0; set aside: 0\n"


def test_what_is_sent_and_said_names_nobody_and_no_place(run: Run, mail: Path) -> None:
    given = released(order())
    stored(given)
    said = "".join("".join(run(*each)[1:]) for each in (("watch", "--once"), ("outbox", "list")))
    said += "".join(run("outbox", "send", "--once")[1:])
    said += "".join(each.read_text() for each in mail.glob("*.eml")) if mail.exists() else ""
    person = given.dossier.person
    words = (person.name, person.noms_number, EX_PARTNER.name, PROPOSED.text, PROPOSED.postcode)
    assert [word for word in words if word and word.lower() in said.lower()] == []


def test_what_nobody_could_be_told_of_is_listed_and_tried_anew(
    run: Run, mail: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail.touch()
    stored(released())
    run("watch", "--once")
    stored(released(order()))
    run("watch", "--once")
    assert run("outbox", "send", "--once")[0] == 4
    listed = run("outbox", "list")[1].splitlines()
    assert listed[0].startswith("mail: ")
    assert "not_written" in listed[1]
    mail.unlink()
    for line in listed[1:]:
        assert run("outbox", "retry", line.split()[0])[0] == 0
    assert run("outbox", "send", "--once")[0] == 0
    assert run("outbox", "retry", listed[1].split()[0])[0] == 2


def test_without_anywhere_to_send_to_it_says_what_to_set(run: Run) -> None:
    status, _, said = run("outbox", "send", "--once")
    assert (status, "RISKFLAG_MAIL_FOLDER" in said) == (2, True)


@pytest.mark.parametrize(
    ("lines", "status", "waits"),
    [
        pytest.param([event()], 0, 1, id="one event"),
        pytest.param([event(), event()], 0, 1, id="the same twice"),
        pytest.param([event(kind="somewhere.something.happened")], 4, 1, id="of a type that nobody knows"),
        pytest.param([event(noms="Z9999ZZ")], 4, 0, id="about nobody who is held"),
        pytest.param([event(), "not JSON"], 4, 1, id="one that cannot be read beside one that can"),
    ],
)
def test_an_event_lets_somebody_be_looked_at_again(
    run: Run, mail: Path, tmp_path: Path, lines: list[str], status: int, waits: int
) -> None:
    stored(released())
    run("watch", "--once")
    file = tmp_path / "events"
    file.write_text("\n".join(lines))
    assert run("events", "read", file)[0] == status
    assert f"waiting: {waits}" in run("watch", "--status")[1]
    assert f"looked at: {waits}" in run("watch", "--once")[1]
    again = run("events", "read", file)[1]
    assert f"had come before: {len(lines) - ('not JSON' in lines)}" in again or not waits


def test_once_the_licence_has_ended_an_order_is_no_longer_told(run: Run, mail: Path) -> None:
    ended = replace(
        own_address(PROPOSED, AddressUse.LICENCE_RESIDENCE), ends_on=now().date() - timedelta(days=1)
    )
    stored(case(ended, routine=False))
    run("watch", "--once")
    stored(case(ended, order(), routine=False))
    assert "looked at: 1" in run("watch", "--once")[1]
    run("outbox", "send", "--once")
    assert messages(mail) == []


def test_who_was_set_aside_is_named_by_reference_and_comes_back(run: Run, mail: Path) -> None:
    person_id = stored(released())
    settings = load_settings()
    with closing(open_store(settings.database_url, vault_for(settings))) as store, capture_logs():
        moment = now()
        for _ in range(8):
            [turn] = store.rescreening.take(moment, 1)
            store.rescreening.fail(turn, moment, "ValueError")
            moment += timedelta(days=1)
    status, said, _ = run("watch", "--status")
    assert (status, person_id in said) == (4, True)
    assert "put back: 1" in run("watch", "--again", "--once")[1]
    assert run("watch", "--status")[0] == 0
