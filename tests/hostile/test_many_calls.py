"""Request after request, made by chance: no failure, no hang, no trace of how the service is made.

RISKFLAG_FUZZ sets how many calls are made (300 unless it says otherwise).
"""

import os
import sys
from collections import Counter
from datetime import timedelta

from riskflag.reference.thresholds import PROBING_DAYS
from tests.hostile.bodies import enquiries
from tests.hostile.calling import CALLS, Hangs, Target
from tests.hostile.dice import chance_request
from tests.hostile.values import as_sent

FIRST = int(os.environ.get("RISKFLAG_FUZZ_FROM", "0"))
"""The seed of the first call, so that a long run can be gone on with."""
AGAIN = 20
"""Calls after which what is held is put back: of somebody nobody may ask about, little could be tried."""


def test_no_call_of_many_fails_hangs_or_tells_anything(target: Target) -> None:
    wrong: list[tuple[int, list[str]]] = []
    statuses: Counter[int] = Counter()
    for seed in range(FIRST, FIRST + CALLS):
        if seed % AGAIN == 0:
            target.restore()
        try:
            answer = target.call(chance_request(target, seed))
        except Hangs as hangs:
            wrong.append((seed, [str(hangs)]))
            continue
        statuses[answer.status] += 1
        if faults := answer.faults():
            wrong.append((seed, faults))
    assert wrong == []
    sys.stdout.write(f"{CALLS} calls: {dict(statuses)}\n")
    assert {200, 201, 400, 403, 404, 405, 422} <= set(statuses), statuses


def test_after_all_that_somebody_can_still_be_asked_about(target: Target) -> None:
    target.world.clock.moment += timedelta(
        days=PROBING_DAYS.value + 1
    )  # until none of them counts any longer
    target.restore()
    for referral, path in ((False, "address-enquiries"), (True, "referral-enquiries")):
        body = as_sent(enquiries(referral)[-1])
        answer = target.send("POST", f"/people/{target.person_id}/{path}", body)
        assert answer.faults() == []
        assert answer.status == 201
