"""A domain event: something changed, and what it is about must be asked for again."""

import json
from typing import Any

import pytest

from riskflag.vocabulary import Source
from tests.importers.payloads import content, read, rejected


def test_an_event_says_that_something_changed_and_not_to_what() -> None:
    came = read(content("domain_event"), "domain-event")
    assert rejected(came) == [("Message", True)]
    assert [gap.what for gap in came.gaps] == [
        "says that something has changed, which must be asked for again"
    ]
    assert len(came.named) == 2


@pytest.mark.parametrize(
    ("kind", "about"),
    [
        pytest.param("enforcement.breach.concluded", {Source.ORDER_BREACHES, Source.CUSTODY}, id="a breach"),
        pytest.param("probation-case.registration.added", {Source.REGISTRATIONS}, id="a registration"),
        pytest.param("person.alert.created", {Source.ALERTS}, id="an alert"),
        pytest.param("probation-case.address.created", {Source.ADDRESSES}, id="an address"),
        pytest.param("assessment.summary.produced", {Source.RISK_ASSESSMENTS}, id="an assessment"),
        pytest.param(
            "probation-case.allocation.ended", {Source.ALLOCATION, Source.ACCESS_LIMITS}, id="an allocation"
        ),
        pytest.param("probation-case.restriction.created", {Source.ACCESS_LIMITS}, id="a restriction"),
        pytest.param("probation-case.exclusion.deleted", {Source.ACCESS_LIMITS}, id="an exclusion"),
        pytest.param(
            "create-and-vary-a-licence.licence.activated", {Source.LICENCE_CONDITIONS}, id="a licence"
        ),
        pytest.param("something.else", set(Source) - {Source.PLACE_REGISTER}, id="it may be about anything"),
    ],
)
def test_an_event_is_about_what_its_type_says(kind: str, about: set[Source]) -> None:
    payload: Any = content("domain_event")
    message = json.dumps({"eventType": kind, "occurredAt": "2026-10-10T10:00:00Z"})
    came = read({**payload, "Message": message}, "domain-event")
    assert set(came.sources or ()) == about


@pytest.mark.parametrize("message", ["", "{", "[]", None, 7, '{"no": "type"}', '{"eventType": 7}'])
def test_an_event_that_cannot_be_read_is_a_reject(message: object) -> None:
    payload: Any = content("domain_event")
    came = read({**payload, "Message": message}, "domain-event")
    assert (came.elements, came.unreadable) == (1, 1)
