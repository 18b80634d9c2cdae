"""What was screened, checked and allocated, newest first, and which checks are about the address."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from riskflag.casebook import (
    ASKED,
    OTHER_TOWN,
    PROPOSED,
    TODAY,
    allocation,
    case,
    check,
    health,
    referral,
    screening,
)
from riskflag.records import Address, CheckKind, HealthAndCareKind, Record, ScreeningTopic
from tests.facts.bands import AS_WRITTEN, FLAT_IN_IT, NO_NUMBER, NOT_READABLE

POLICE = check(CheckKind.POLICE_DOMESTIC_ABUSE)


@pytest.mark.parametrize(
    ("address", "counts"),
    [
        pytest.param(PROPOSED, True, id="the address"),
        pytest.param(AS_WRITTEN, True, id="the address as somebody wrote it"),
        pytest.param(NO_NUMBER, False, id="perhaps another house"),
        pytest.param(FLAT_IN_IT, False, id="a flat in the building"),
        pytest.param(NOT_READABLE, False, id="an address nobody can read"),
        pytest.param(OTHER_TOWN, False, id="another address"),
        pytest.param(None, False, id="the person only"),
    ],
)
def test_a_check_answers_for_the_address_it_was_made_on(address: Address | None, counts: bool) -> None:
    assert bool(case(replace(POLICE, address=address)).facts.process.checks) is counts


def test_no_check_answers_where_no_address_is_proposed() -> None:
    homeless = replace(ASKED, address=None, no_fixed_abode=True)
    assert case(POLICE, asked=homeless).facts.process.checks == ()


@pytest.mark.parametrize(
    ("ended_on", "officer", "current"),
    [
        pytest.param(None, "Priya Officer", True, id="it runs"),
        pytest.param(TODAY, "Priya Officer", True, id="it ends today"),
        pytest.param(TODAY - timedelta(days=1), "Priya Officer", False, id="it ended yesterday"),
        pytest.param(None, None, False, id="nobody is named"),
        pytest.param(None, "", False, id="a blank is nobody"),
    ],
)
def test_who_is_responsible_today(ended_on: date | None, officer: str | None, current: bool) -> None:
    allocated = replace(allocation(officer), ended_on=ended_on)
    assert (case(allocated).facts.process.allocation is not None) is current


EARLIER, LATER = date(2026, 5, 1), date(2026, 9, 1)


@pytest.mark.parametrize(
    ("older", "newer", "kind"),
    [
        pytest.param(
            replace(screening(ScreeningTopic.HEALTH, None, "older"), happened_on=EARLIER),
            replace(screening(ScreeningTopic.HEALTH, None, "newer"), happened_on=LATER),
            "screening",
            id="answers",
        ),
        pytest.param(
            replace(POLICE, recorded_on=EARLIER, result="older"),
            replace(POLICE, recorded_on=LATER, result="newer"),
            "checks",
            id="checks",
        ),
        pytest.param(
            replace(referral(text="older"), recorded_on=EARLIER),
            replace(referral(text="newer"), recorded_on=LATER),
            "referrals",
            id="referrals",
        ),
        pytest.param(
            health(HealthAndCareKind.MEDICATION, EARLIER, "older"),
            health(HealthAndCareKind.MEDICATION, LATER, "newer"),
            "health_and_care",
            id="health",
        ),
    ],
)
def test_everything_comes_newest_first(older: Record, newer: Record, kind: str) -> None:
    for records in ((older, newer), (newer, older)):
        found = getattr(case(*records).facts.process, kind)
        texts = [
            next(filter(None, (getattr(r, name, "") for name in ("words", "result", "text")))) for r in found
        ]
        assert texts == ["newer", "older"]
