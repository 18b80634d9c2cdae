"""Which decision governs, and what has to be done before it is safe to rely on."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from riskflag.casebook import (
    OTHER_TOWN,
    PARTNER,
    PROPOSED,
    Case,
    case,
    check,
    conversation,
    decision,
)
from riskflag.enquiry import Occupant
from riskflag.facts.address_decisions import decided_by_senior, decided_with_safeguards, governing_decision
from riskflag.records import Address, AddressDecision, Check, CheckKind, Consent, DecisionKind, Record
from tests.facts.bands import FLAT_IN_IT, NO_NUMBER, NOT_READABLE

DECIDED = date(2026, 11, 15)
APPROVED = replace(
    decision(DecisionKind.APPROVED, "may live there"),
    happened_on=DECIDED,
    victim_contact_plan="a number to ring at night",
)
SINCE = date(2026, 6, 1)
POLICE = check(CheckKind.POLICE_DOMESTIC_ABUSE, returned_on=date(2026, 11, 10))
CHILDREN = check(CheckKind.CHILDRENS_SERVICES, returned_on=date(2026, 11, 10))
AGREED = conversation(PARTNER)
DAY = timedelta(days=1)


def decided(of: Case) -> bool:
    (occupant,) = of.facts.household.occupants
    return decided_with_safeguards(of.facts, occupant, SINCE)


@pytest.mark.parametrize(
    ("place", "governs", "by_senior"),
    [
        pytest.param(None, True, True, id="the address in question"),
        pytest.param(PROPOSED, True, True, id="the address by name"),
        pytest.param(NO_NUMBER, True, False, id="perhaps the address"),
        pytest.param(NOT_READABLE, True, False, id="an address nobody can read"),
        pytest.param(FLAT_IN_IT, False, False, id="a flat in the building"),
        pytest.param(OTHER_TOWN, False, False, id="another address"),
    ],
)
def test_a_decision_governs_the_address_it_is_about(
    place: Address | None, governs: bool, by_senior: bool
) -> None:
    facts = case(replace(APPROVED, address=place)).facts
    assert (governing_decision(facts) is not None, decided_by_senior(facts) is not None) == (
        governs,
        by_senior,
    )


@pytest.mark.parametrize(
    ("other", "governing"),
    [
        pytest.param(DECIDED + DAY, DecisionKind.REFUSED, id="refused a day later"),
        pytest.param(DECIDED - DAY, DecisionKind.APPROVED, id="refused a day earlier"),
    ],
)
def test_the_newest_decision_governs(other: date, governing: DecisionKind) -> None:
    refused = replace(decision(DecisionKind.REFUSED, "no"), happened_on=other)
    found = governing_decision(case(APPROVED, refused).facts)
    assert found is not None
    assert found[0].decision is governing


def test_nothing_governs_where_nothing_was_decided() -> None:
    assert governing_decision(case().facts) is None
    assert decided_by_senior(case().facts) is None


@pytest.mark.parametrize(
    ("changes", "senior"),
    [
        pytest.param({}, True, id="a senior probation officer"),
        pytest.param({"decided_by": "Senior Probation Officer, Fernhill"}, True, id="with capitals"),
        pytest.param({"decided_by": "Head of Fernhill delivery unit"}, True, id="the head of a unit"),
        pytest.param({"decided_by": "probation officer"}, False, id="a probation officer"),
        pytest.param({"decided_by": "overhead team"}, False, id="nothing of the sort"),
        pytest.param({"decided_by": ""}, False, id="nobody is named"),
        pytest.param({"victim_contact_plan": ""}, False, id="no plan for the person at risk"),
        pytest.param({"victim_contact_plan": "  "}, False, id="a blank plan"),
        pytest.param({"decision": DecisionKind.APPROVED_WITH_CONDITIONS}, True, id="with conditions"),
        pytest.param({"decision": DecisionKind.PENDING}, False, id="pending"),
        pytest.param({"decision": DecisionKind.REFUSED}, False, id="refused"),
    ],
)
def test_a_senior_officer_approves_with_a_plan(changes: dict[str, Any], senior: bool) -> None:
    assert (decided_by_senior(case(replace(APPROVED, **changes)).facts) is not None) is senior


@pytest.mark.parametrize(
    ("changes", "safe"),
    [
        pytest.param({"happened_on": SINCE}, False, id="decided on the day of the abuse"),
        pytest.param({"happened_on": date(2026, 11, 10)}, True, id="decided the day the checks came back"),
        pytest.param({"happened_on": date(2026, 11, 9)}, False, id="decided the day before"),
        pytest.param({"happened_on": None, "recorded_on": DECIDED}, True, id="dated by the record"),
        pytest.param({"decided_by": "probation officer"}, False, id="decided by somebody too junior"),
    ],
)
def test_the_decision_follows_the_abuse_and_the_checks(changes: dict[str, Any], safe: bool) -> None:
    chosen: AddressDecision = replace(APPROVED, **changes)
    assert decided(case(chosen, POLICE, CHILDREN, AGREED, lives_with=(PARTNER,))) is safe


@pytest.mark.parametrize(
    ("checks", "safe"),
    [
        pytest.param((POLICE, CHILDREN), True, id="both came back"),
        pytest.param((POLICE,), False, id="only the police answered"),
        pytest.param((CHILDREN,), False, id="only children's services answered"),
        pytest.param((POLICE, check(CheckKind.OTHER)), False, id="another check is not the one"),
        pytest.param((POLICE, replace(CHILDREN, returned_on=None)), False, id="one is outstanding"),
        pytest.param((POLICE, replace(CHILDREN, returned_on=SINCE)), False, id="one from before the abuse"),
        pytest.param((POLICE, replace(CHILDREN, returned_on=SINCE + DAY)), True, id="one from the day after"),
        pytest.param((POLICE, replace(CHILDREN, returned_on=DECIDED)), True, id="one on the day"),
        pytest.param((POLICE, replace(CHILDREN, returned_on=DECIDED + DAY)), False, id="one too late"),
        pytest.param((POLICE, replace(CHILDREN, address=OTHER_TOWN)), False, id="one on another address"),
    ],
)
def test_both_checks_come_back_between_the_abuse_and_the_decision(
    checks: tuple[Check, ...], safe: bool
) -> None:
    assert decided(case(APPROVED, AGREED, *checks, lives_with=(PARTNER,))) is safe


@pytest.mark.parametrize(
    ("changes", "safe"),
    [
        pytest.param({}, True, id="she agreed, alone, knowing of the offences"),
        pytest.param({"consent": Consent.RELUCTANT}, False, id="reluctant"),
        pytest.param({"consent": Consent.REFUSES}, False, id="she refused"),
        pytest.param({"consent": Consent.NOT_ASKED}, False, id="not asked"),
        pytest.param({"spoken_to_alone": False}, False, id="he was in the room"),
        pytest.param({"spoken_to_alone": None}, False, id="nobody says whether she was alone"),
        pytest.param({"told_of_offences": False}, False, id="she did not know"),
        pytest.param({"told_of_offences": None}, False, id="nobody says whether she knew"),
        pytest.param({"through_the_person": True}, False, id="through him"),
        pytest.param({"happened_on": DECIDED}, True, id="on the day of the decision"),
        pytest.param({"happened_on": DECIDED + DAY}, False, id="after the decision"),
        pytest.param({"occupier": replace(PARTNER, name="Zoe Otherwise")}, False, id="perhaps somebody else"),
        pytest.param({"occupier": replace(PARTNER, date_of_birth=date(1950, 1, 1))}, False, id="a namesake"),
    ],
)
def test_the_occupant_agreed_alone_before_it(changes: dict[str, Any], safe: bool) -> None:
    changed = replace(AGREED, **changes)
    assert decided(case(APPROVED, POLICE, CHILDREN, changed, lives_with=(PARTNER,))) is safe


@pytest.mark.parametrize(
    ("said", "safe"),
    [
        pytest.param((), False, id="nobody asked her"),
        pytest.param(
            (AGREED, replace(AGREED, consent=Consent.REFUSES, happened_on=date(2026, 11, 5))),
            False,
            id="she agreed and then refused",
        ),
        pytest.param(
            (AGREED, replace(AGREED, consent=Consent.REFUSES, happened_on=date(2026, 10, 5))),
            True,
            id="she refused and then agreed",
        ),
    ],
)
def test_her_last_word_counts(said: tuple[Record, ...], safe: bool) -> None:
    of = case(APPROVED, POLICE, CHILDREN, *said, lives_with=(Occupant(PARTNER),))
    assert decided(of) is safe
