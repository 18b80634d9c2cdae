"""What was known on a morning: of records as they read much later, only what they read then."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.casebook import (
    EX_PARTNER,
    OTHER_TOWN,
    PROPOSED,
    alert,
    allocation,
    check,
    condition,
    conviction,
    order,
    own_address,
    protected_place,
    referral,
    registration,
    term,
)
from riskflag.records import (
    RECORD_KINDS,
    AddressUse,
    CheckKind,
    ConvictionOutcome,
    LicenceConditionStatus,
    ProtectiveOrder,
    Record,
    ReferralStatus,
    Variation,
)
from riskflag.vocabulary import ProhibitionKind
from tests.strategies import only, records
from training.point_in_time import (
    SETTLED_ON,
    as_known,
)

RECORDED, DAY, LATER = date(2026, 11, 1), date(2026, 11, 22), date(2027, 1, 4)
NO_CONTACT = term(ProhibitionKind.NO_CONTACT)
ORDER = order(NO_CONTACT, made_on=RECORDED)
NO_CONTACT_CONDITION = replace(condition(NO_CONTACT), recorded_on=RECORDED, starts_on=DAY)
RESPONSE = check(CheckKind.POLICE_DOMESTIC_ABUSE)
PLANNED = own_address(PROPOSED, AddressUse.CURFEW)
LATER_VERSION = Variation(LATER, sealed_copy_seen=True, prohibitions=(), expires_on=LATER)
EARLIER_VERSION = replace(LATER_VERSION, varied_on=RECORDED)


def read_then(record: Record) -> Record | None:
    """How the record, written down before the day, read on it."""
    known = as_known([replace(record, recorded_on=RECORDED)], DAY)
    return replace(known[0], recorded_on=record.recorded_on) if known else None


SETTLED_LATER = [
    pytest.param(
        replace(conviction("00801", "an assault", custody_months=4), convicted_on=LATER),
        {
            "outcome": ConvictionOutcome.PENDING,
            "convicted_on": None,
            "custody_months": None,
            "domestic_abuse_found": None,
        },
        id="a charge that became a conviction",
    ),
    pytest.param(
        replace(ORDER, discharged_on=LATER, discharge_evidence="sealed order"),
        {"discharged_on": None, "discharge_evidence": None},
        id="an order that was discharged",
    ),
    pytest.param(replace(ORDER, served_on=LATER), {"served_on": None}, id="an order that was served"),
    pytest.param(
        replace(ORDER, hearing_on=LATER), {"hearing_on": None}, id="a hearing that may have been listed since"
    ),
    pytest.param(
        replace(ORDER, variations=(EARLIER_VERSION, LATER_VERSION)),
        {"variations": (EARLIER_VERSION,)},
        id="an order that was varied again",
    ),
    pytest.param(
        replace(alert("OHCO"), active_from=None, active_to=LATER, active=False),
        {"active_to": None, "active": None},
        id="an alert that was closed",
    ),
    pytest.param(
        replace(registration("ADVP", "a register"), started_on=None, ended_on=LATER, active=False),
        {"ended_on": None, "active": None},
        id="a registration that ended",
    ),
    pytest.param(
        replace(
            RESPONSE, requested_on=RECORDED, returned_on=LATER, concerns=True, result="calls to the address"
        ),
        {"returned_on": None, "concerns": None, "result": ""},
        id="a check that was answered",
    ),
    pytest.param(
        replace(RESPONSE, requested_on=LATER, returned_on=LATER, concerns=False),
        {"requested_on": None, "returned_on": None, "concerns": None, "result": ""},
        id="a check that was sent and answered",
    ),
    pytest.param(
        replace(referral(), status=ReferralStatus.ACCEPTED, sent_on=LATER, outcome="a room", suitable=True),
        {"status": ReferralStatus.DRAFTED, "sent_on": None, "outcome": None, "suitable": None},
        id="a referral that was sent and accepted",
    ),
    pytest.param(
        replace(allocation(), met_person_on=LATER, ended_on=LATER),
        {"met_person_on": None, "ended_on": None},
        id="an officer who met the person and was then replaced",
    ),
    pytest.param(replace(PLANNED, ends_on=LATER), {"ends_on": None}, id="an address that the person left"),
    pytest.param(
        replace(protected_place(EX_PARTNER, OTHER_TOWN), verified_on=LATER),
        {"verified_on": None},
        id="a protected place that was confirmed again",
    ),
    pytest.param(
        replace(NO_CONTACT_CONDITION, status=LicenceConditionStatus.REMOVED, ends_on=LATER),
        {"status": LicenceConditionStatus.APPROVED, "ends_on": None},
        id="a licence condition that was removed",
    ),
]


@pytest.mark.parametrize(("record", "before"), SETTLED_LATER)
def test_what_was_settled_later_is_undone(record: Record, before: dict[str, Any]) -> None:
    assert read_then(record) == replace(record, **before)


@pytest.mark.parametrize(("record", "before"), SETTLED_LATER)
def test_once_it_is_settled_it_stays_so(record: Record, before: dict[str, Any]) -> None:
    assert as_known([record := replace(record, recorded_on=RECORDED)], LATER) == (record,)


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(replace(ORDER, expires_on=LATER), id="an order's last day is known from its first"),
        pytest.param(
            replace(registration("ADVP", "a register"), started_on=None, review_due_on=LATER),
            id="so is the day of a review",
        ),
        pytest.param(replace(NO_CONTACT_CONDITION, ends_on=LATER), id="and the end of a licence condition"),
        pytest.param(
            replace(NO_CONTACT_CONDITION, status=LicenceConditionStatus.REMOVED, ends_on=DAY),
            id="a condition whose last day is today was removed by today",
        ),
        pytest.param(
            replace(conviction("00801", "an assault"), convicted_on=None), id="a conviction of no day"
        ),
        pytest.param(
            replace(PLANNED, starts_on=LATER, ends_on=None),
            id="an address from a day to come, recorded before",
        ),
    ],
)
def test_what_could_be_known_stays(record: Record) -> None:
    assert read_then(record) == record


def test_an_order_that_was_still_to_be_made_is_not_there() -> None:
    assert read_then(replace(ORDER, made_on=LATER)) is None


def test_a_record_is_there_from_the_day_it_was_written_down() -> None:
    days = [RECORDED, DAY, LATER]
    held = [replace(alert("OHCO"), recorded_on=day, active_from=None) for day in days]
    assert [len(as_known(held, day)) for day in days] == [1, 2, 3]
    assert as_known(held, DAY) == tuple(held[:2])


AHEAD = {
    "expires_on",
    "review_due_on",
    "starts_on",
    "active_from",
    "started_on",
    "recorded_on",
    "happened_on",
}
"""Days of which a record may speak before they come, or that cannot come after it was written down."""
ELSEWHERE = {
    (ProtectiveOrder, "made_on"),
    (RECORD_KINDS["licence_conditions"], "ends_on"),
}
"""Days that need more than a field put back."""


@pytest.mark.parametrize("kind", [pytest.param(kind, id=name) for name, kind in RECORD_KINDS.items()])
def test_of_every_day_in_a_record_it_is_settled_whether_it_could_be_known(kind: type[Record]) -> None:
    hints = get_type_hints(kind)
    days = {each.name for each in fields(kind) if only(hints[each.name]) is date}
    elsewhere = {name for of, name in ELSEWHERE if of is kind}
    assert days == set(SETTLED_ON.get(kind, ())) | elsewhere | (days & AHEAD)


def test_days_deeper_in_a_record_are_those_that_were_thought_of() -> None:
    parts = {hint for kind in RECORD_KINDS.values() for hint in _parts(kind)}
    found = {
        (part.__name__, each.name)
        for part in parts
        for each in fields(part)
        if only(get_type_hints(part)[each.name]) is date
    }
    assert found == {
        ("NamedPerson", "date_of_birth"),
        ("Prohibition", "ends_on"),
        ("Variation", "varied_on"),
        ("Variation", "expires_on"),
    }


def _parts(cls: type) -> set[Any]:
    hints = [only(hint) for name, hint in get_type_hints(cls).items()]
    inner = [get_args(hint)[0] if get_args(hint) else hint for hint in hints]
    direct = {each for each in inner if isinstance(each, type) and is_dataclass(each)}
    return direct.union(*(_parts(each) for each in direct))


days = st.dates(date(1990, 1, 1), date(2040, 1, 1))


@given(st.lists(records(), max_size=4), days, days)
def test_to_look_back_from_later_is_to_look_back_from_now(held: list[Record], one: date, other: date) -> None:
    earlier, later = sorted((one, other))
    assert as_known(as_known(held, later), earlier) == as_known(held, earlier)
