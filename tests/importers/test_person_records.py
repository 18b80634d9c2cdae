"""One person's records, by kind, as files and requests carry them."""

from collections.abc import Callable
from datetime import date

import pytest
from marshmallow import Schema, ValidationError

from riskflag.casebook import HIM, NOW, alert, breach, case, order
from riskflag.casebook.records import RECORDED
from riskflag.dossier import SourceCoverage
from riskflag.errors import BadInput
from riskflag.importers.person_records import (
    PersonRecords,
    address_enquiry_schema,
    by_kind,
    person_records_schema,
    referral_enquiry_schema,
)
from riskflag.schema import load_as
from riskflag.vocabulary import Source

RECORD = {"source_system": "nomis", "source_id": "A-1", "recorded_on": "2026-11-01", "code": "OHCO"}
BREACH = {key: value for key, value in RECORD.items() if key != "code"}
TWICE = "is the same as that of an earlier record of this kind and system"


def problems(records: dict[str, object]) -> dict[str, str]:
    """What is wrong with these records."""
    with pytest.raises(BadInput) as caught:
        load_as(PersonRecords, {"person": {"name": "Ann"}, "records": records, "coverage": {}})
    return caught.value.problems


def test_records_of_every_kind_come_back_as_one_tuple() -> None:
    dossier = case(order(), breach(RECORDED), alert("OHCO")).dossier
    held = PersonRecords(HIM, dossier.records, {Source.ALERTS: SourceCoverage(asked_at=NOW)})
    written = person_records_schema()().dump(held)
    assert isinstance(written, dict)
    read = load_as(PersonRecords, written)
    assert set(read.records) == set(held.records)
    assert (read.person, read.coverage) == (held.person, held.coverage)


def test_kinds_without_records_are_left_out() -> None:
    assert list(by_kind([alert("OHCO"), order()])) == ["protective_orders", "alerts"]


REFUSED = [
    pytest.param({"alerts": [RECORD, RECORD]}, {"records.alerts.1.source_id": TWICE}, id="one alert twice"),
    pytest.param(
        {"alert": [RECORD]},
        {"records": "holds a field that is not known: perhaps alerts was meant"},
        id="a kind misspelt",
    ),
    pytest.param({"alerts": RECORD}, {"records.alerts": "must be a list"}, id="one record, not in a list"),
    pytest.param(
        {"alerts": [{**RECORD, "happened_on": "2026-11-02"}]},
        {"records.alerts.0.recorded_on": "must not be before happened_on"},
        id="written down before it happened",
    ),
    pytest.param(
        {"health_and_care": [{**BREACH, "kind": "handover", "happened_on": "2026-12-08"}]},
        {"records.health_and_care.0.recorded_on": "must not be before happened_on"},
        id="a handover still to come",
    ),
    pytest.param(
        {"alerts": [{**RECORD, "active_from": "2026-11-01", "active_to": "2026-10-01"}]},
        {"records.alerts.0.active_to": "must not be before active_from"},
        id="an alert that ends before it begins",
    ),
    pytest.param(
        {
            "protective_orders": [
                {
                    **BREACH,
                    "order_type": "restraining_order",
                    "made_on": "2026-05-01",
                    "expires_on": "2025-05-01",
                }
            ]
        },
        {"records.protective_orders.0.expires_on": "must not be before made_on"},
        id="an order that ends before it is made",
    ),
    pytest.param(
        {"protective_orders": [{**BREACH, "order_type": "restraining order"}]},
        {"records.protective_orders.0.order_type"},
        id="a kind of order that is not known",
    ),
    pytest.param(
        {"convictions": [{**BREACH, "description": "x"}]},
        {"records.convictions.0.offence_code": "is needed"},
        id="a conviction without its code",
    ),
    pytest.param(
        {"alerts": [{**RECORD, "recorded_on": None}]},
        {"records.alerts.0.recorded_on": "must not be null"},
        id="a record without a date",
    ),
]


@pytest.mark.parametrize(("records", "expected"), REFUSED)
def test_records_that_cannot_be_are_refused(records: dict[str, object], expected: object) -> None:
    found = problems(records)
    assert found == expected or set(found) == expected


@pytest.mark.parametrize(
    "records",
    [
        pytest.param(
            {"alerts": [RECORD, {**RECORD, "source_system": "ndelius"}]}, id="two systems, one number"
        ),
        pytest.param({"alerts": [RECORD], "order_breaches": [BREACH]}, id="two kinds, one number"),
        pytest.param(
            {"alerts": [{**RECORD, "code": "NEVER-SEEN"}]}, id="an unknown code: the rules say so later"
        ),
    ],
)
def test_what_may_be_is_read(records: dict[str, object]) -> None:
    read = load_as(PersonRecords, {"person": {"name": "Ann"}, "records": records, "coverage": {}})
    assert len(read.records) == sum(len(group) for group in by_kind(read.records).values()) > 0


def test_an_appointment_may_lie_ahead() -> None:
    ahead = {**BREACH, "kind": "community_appointment", "happened_on": "2026-12-08"}
    file = {"person": {"name": "Ann"}, "records": {"health_and_care": [ahead]}, "coverage": {}}
    (held,) = load_as(PersonRecords, file, "body").records
    assert held.happened_on == date(2026, 12, 8)


ASKED_FOR = [
    pytest.param(address_enquiry_schema, {"purpose": "bail_address"}, id="about an address"),
    pytest.param(
        referral_enquiry_schema, {"purpose": "bail_address", "recipient": "mentor"}, id="a referral"
    ),
]


@pytest.mark.parametrize("plan", ["2026-12-01", None])
@pytest.mark.parametrize(("schema", "asked"), ASKED_FOR)
def test_an_enquiry_states_its_purpose_and_its_release_plan(
    schema: Callable[[], type[Schema]], asked: dict[str, object], plan: str | None
) -> None:
    enquiry = schema()().load({**asked, "release_date": plan})
    assert enquiry.release_date == (date(2026, 12, 1) if plan else None)


@pytest.mark.parametrize("left_out", ["purpose", "release_date"])
@pytest.mark.parametrize(("schema", "asked"), ASKED_FOR)
def test_an_enquiry_that_leaves_one_of_them_out_is_refused(
    schema: Callable[[], type[Schema]], asked: dict[str, object], left_out: str
) -> None:
    rest = {name: value for name, value in {**asked, "release_date": None}.items() if name != left_out}
    with pytest.raises(ValidationError) as refused:
        schema()().load(rest)
    assert set(refused.value.messages_dict) == {left_out}
