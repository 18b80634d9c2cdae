"""Bodies that are nearly right, on every route that takes one: refused or taken, and what is taken can be asked
about."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riskflag.vocabulary import Role
from tests.hostile.bodies import NUMBERS, enquiries, events, payloads, people, records
from tests.hostile.calling import CALLS, Target
from tests.hostile.values import as_sent, changed

FEW = settings(
    max_examples=max(min(CALLS // 30, 500), 10),
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)
ROLES = [role.value for role in Role]
MAY_ASK = (201, 404, 423)
"""Answered; not found, where the records no longer say that the officer may know of the person; or held until a
second person agrees, where too many addresses were asked about."""


def ask(target: Target, person_id: str) -> list[str]:
    """What is wrong with the answers about somebody whose records may be odd."""
    found = []
    for referral, path in ((False, "address-enquiries"), (True, "referral-enquiries")):
        answer = target.send("POST", f"/people/{person_id}/{path}", as_sent(enquiries(referral)[-1]))
        found += answer.faults() + ([] if answer.status in MAY_ASK else [f"{path}: {answer.status}"])
    return found


@FEW
@given(st.sampled_from(range(len(records()))).flatmap(lambda place: changed(records()[place])))
def test_records_that_are_nearly_right(target: Target, body: bytes) -> None:
    answer = target.send("PUT", f"/people/{target.person_id}/records", body)
    assert answer.faults() == []
    assert answer.status in (204, 400, 409, 413, 422)
    if answer.status == 204:
        assert ask(target, target.person_id) == []


@FEW
@given(st.sampled_from(range(len(people()))).flatmap(lambda place: changed(people()[place])))
def test_people_who_are_nearly_right(target: Target, body: bytes) -> None:
    answer = target.send("POST", "/people", body)
    assert answer.faults() == []
    assert answer.status in (200, 201, 400, 409, 413, 422)


@pytest.mark.parametrize("referral", [False, True])
@FEW
@given(data=st.data(), role=st.sampled_from(ROLES))
def test_enquiries_that_are_nearly_right(
    target: Target, referral: bool, role: str, data: st.DataObject
) -> None:
    body = data.draw(changed(data.draw(st.sampled_from(enquiries(referral)))))
    path = "referral-enquiries" if referral else "address-enquiries"
    answer = target.send("POST", f"/people/{target.person_id}/{path}", body, role)
    assert answer.faults() == []
    assert answer.status in (201, 400, 403, 404, 413, 422, 423)


@FEW
@given(st.sampled_from(range(len(payloads()))).flatmap(lambda place: changed(payloads()[place])))
def test_payloads_that_are_nearly_right(target: Target, body: bytes) -> None:
    answer = target.send("POST", f"/people/{target.person_id}/payloads", body)
    assert answer.faults() == []
    assert answer.status in (200, 400, 413, 422)
    if answer.status == 200:
        assert ask(target, target.person_id) == []


@FEW
@given(st.sampled_from(events()).flatmap(changed))
def test_events_that_are_nearly_right(target: Target, body: bytes) -> None:
    answer = target.send("POST", "/events", body)
    assert answer.faults() == []
    assert answer.status in (202, 400, 413, 422)


@FEW
@given(st.sampled_from(NUMBERS).flatmap(changed), st.sampled_from(ROLES))
def test_numbers_that_are_nearly_right(target: Target, body: bytes, role: str) -> None:
    answer = target.send("POST", "/people/find", body, role)
    assert answer.faults() == []
    assert answer.status in (200, 400, 403, 404, 409, 413, 422)
