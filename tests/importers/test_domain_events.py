"""Events are read in whatever envelope they come, know whom they mean, and are never dropped in silence."""

import json
from typing import Any

import pytest

from riskflag.errors import BadInput
from riskflag.importers.domain_events import DomainEvent, read_event, read_events
from riskflag.records import PersonNumbers
from riskflag.rescreening import Because
from riskflag.vocabulary import CaseReferenceNumber, NomsNumber

CRN = PersonNumbers(case_reference_number=CaseReferenceNumber("X000001"))
EVENT: dict[str, Any] = {
    "eventType": "probation-case.registration.added",
    "version": 1,
    "occurredAt": "2026-11-22T09:00:00Z",
    "personReference": {"identifiers": [{"type": "CRN", "value": "X000001"}]},
}


def notified(event: object = EVENT, named: str = "n-1") -> dict[str, Any]:
    """As a topic sends it."""
    return {"Type": "Notification", "MessageId": named, "TopicArn": "arn", "Message": json.dumps(event)}


def queued(named: str = "q-1") -> dict[str, Any]:
    """As a queue gives it out."""
    return {"MessageId": named, "ReceiptHandle": "h", "Body": json.dumps(notified())}


def written(value: object) -> bytes:
    return json.dumps(value).encode()


@pytest.mark.parametrize(
    ("content", "names"),
    [
        pytest.param(written(notified()), ["n-1"], id="a notification"),
        pytest.param(written(queued()), ["n-1"], id="one in a queue's envelope is known by its own name"),
        pytest.param(written({"Messages": [queued(), queued()]}), ["n-1", "n-1"], id="some from a queue"),
        pytest.param(
            written({"Records": [{"messageId": "r-1", "body": json.dumps(EVENT)}]}), ["r-1"], id="a batch"
        ),
        pytest.param(
            written(notified(named="n-1")) + b"\n\n" + written(notified(named="n-2")),
            ["n-1", "n-2"],
            id="one on each line",
        ),
        pytest.param(
            written({**notified(), "MessageAttributes": {"id": {"Type": "String", "Value": "own"}}}),
            ["own"],
            id="a name that its sender gave it",
        ),
    ],
)
def test_whatever_is_around_it_an_event_is_read(content: bytes, names: list[str]) -> None:
    read = read_events(content)
    assert read.unreadable == 0
    assert read.events == tuple(DomainEvent(name, Because.REGISTRATION, True, CRN) for name in names)


def test_a_bare_event_is_known_by_what_it_says() -> None:
    one, same, other = (
        read_events(written(event)).events[0].id
        for event in (EVENT, dict(reversed(EVENT.items())), {**EVENT, "version": 2})
    )
    assert (one == same, one == other) == (True, False)


@pytest.mark.parametrize(
    ("kind", "because", "known"),
    [
        pytest.param("prisoner-offender-search.prisoner.alerts-updated", Because.ALERT, True, id="alerts"),
        pytest.param("probation-case.address.updated", Because.ADDRESS_OR_OCCUPANT, True, id="an address"),
        pytest.param("court.restraining-order.made", Because.ORDER_MADE, True, id="an order"),
        pytest.param("enforcement.breach.concluded", Because.OTHER, True, id="a breach"),
        pytest.param("probation-case.sentence.amended", Because.CONVICTION, True, id="a sentence"),
        pytest.param("probation-case.restriction.created", Because.ACCESS_LIMITS, True, id="a limit"),
        pytest.param("somewhere.something.happened", Because.OTHER, False, id="nobody knows what"),
    ],
)
def test_what_an_event_is_about_shows_from_its_type(kind: str, because: Because, known: bool) -> None:
    [event] = read_events(written(notified({**EVENT, "eventType": kind}))).events
    assert (event.because, event.known) == (because, known)


@pytest.mark.parametrize(
    ("change", "numbers"),
    [
        pytest.param(
            {"personReference": {"identifiers": [{"type": "NOMS", "value": "A1234AA"}]}},
            PersonNumbers(NomsNumber("A1234AA")),
            id="a prison number",
        ),
        pytest.param(
            {"additionalInformation": {"nomsNumber": "A1234AA"}},
            PersonNumbers(NomsNumber("A1234AA"), CaseReferenceNumber("X000001")),
            id="both, in two places",
        ),
        pytest.param({"personReference": None}, None, id="nobody"),
        pytest.param(
            {"personReference": {"identifiers": [{"type": "CRN", "value": "not one"}, "x"]}},
            None,
            id="a number that is none",
        ),
    ],
)
def test_whom_it_means_is_told_by_numbers_alone(
    change: dict[str, Any], numbers: PersonNumbers | None
) -> None:
    [event] = read_events(written(notified({**EVENT, **change}))).events
    assert event.numbers == numbers


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(b"not JSON", id="no JSON"),
        pytest.param(b'{"Message": "not JSON"}', id="no JSON inside"),
        pytest.param(b'{"version": 1}', id="no type"),
        pytest.param(b'"a word"', id="a word"),
    ],
)
def test_what_cannot_be_read_is_counted_and_stops_no_other(wrong: bytes) -> None:
    read = read_events(wrong + b"\n" + written(notified()))
    assert (len(read.events), read.unreadable) == (1, 1)
    assert read_events(wrong).unreadable == 1


@pytest.mark.parametrize(
    ("document", "name"),
    [
        pytest.param(notified(), "n-1", id="a notification"),
        pytest.param(queued(), "n-1", id="one from a queue"),
        pytest.param({"Messages": [queued()]}, "n-1", id="a list of one"),
    ],
)
def test_one_event_by_itself_is_read_in_the_same_envelopes(document: object, name: str) -> None:
    assert read_event(document) == DomainEvent(name, Because.REGISTRATION, True, CRN)


@pytest.mark.parametrize(
    "document",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"Messages": []}, id="a list of none"),
        pytest.param({"Messages": [queued(), queued("q-2")]}, id="two at once"),
        pytest.param({"eventType": ""}, id="of no type"),
        pytest.param({"Message": "not JSON"}, id="an envelope with something else in it"),
        pytest.param({"Message": "[]"}, id="an envelope with nothing in it"),
    ],
)
def test_what_is_not_one_event_is_refused(document: object) -> None:
    with pytest.raises(BadInput):
        read_event(document)
