"""Alerts and registrations: what is open, what gainsays itself, and codes that are easily taken for others."""

from datetime import date
from typing import Any

import pytest

from riskflag.importers.shape import Contradiction, Gap, Imported
from riskflag.records import Alert, Registration
from riskflag.reference.flags import FlagTheme, find_alert, find_register
from tests.importers.payloads import content, of, read, rejected

OPEN_AND_OVER = "says that it is open, and its last day has passed"
CLOSED_AND_OPEN = "says that it is closed, and no last day that has passed is given"
ALERT = {"alertId": 1, "bookingId": 2, "alertCode": "XA", "dateCreated": "2026-01-01"}
ENTRY = {"registrationId": 1, "register": {}, "type": {"code": "WEAP", "description": "Weapons"}}


def alerts(**changes: object) -> Imported:
    return read([{**ALERT, **changes}], "prison-api-alerts")


def entries(**changes: object) -> Imported:
    return read({"registrations": [{**ENTRY, **changes}]}, "probation-registrations")


def whats(imported: Imported) -> list[str]:
    return [each.what for each in imported.contradictions]


def test_a_page_of_alerts() -> None:
    came = read(content("alerts_api"), "alerts-api")
    first, second = of(came, Alert)
    assert (first.code, first.comment, first.active_from) == ("RCS", "Raised after a visit", date(2025, 6, 1))
    assert (second.code, second.active_to, second.active) == ("XA", date(2025, 1, 9), True)
    assert rejected(came) == [("content[2]", False)]
    assert came.contradictions == (Contradiction("content[1].isActive", OPEN_AND_OVER),)
    assert {each.numbers.noms_number for each in came.named} == {"A0001AA"}


@pytest.mark.parametrize(
    ("page", "told"),
    [
        pytest.param(
            {"last": True, "first": True, "totalPages": 1, "totalElements": 3}, (), id="all there is"
        ),
        pytest.param(
            {"last": False}, ("says that this is one page of several",), id="there is a page after it"
        ),
        pytest.param(
            {"first": False}, ("says that this is one page of several",), id="there is one before it"
        ),
        pytest.param({"totalPages": 3}, ("says that this is one page of several",), id="one of three"),
        pytest.param(
            {"totalElements": 4}, ("says that there are more than these",), id="one more alert than came"
        ),
    ],
)
def test_a_page_that_is_not_all_there_is_is_told_of(page: dict[str, Any], told: tuple[str, ...]) -> None:
    held: Any = content("alerts_api")
    came = read({**held, **page}, "alerts-api")
    assert tuple(gap.what for gap in came.gaps) == told


def test_the_code_is_read_and_never_the_type() -> None:
    stalking_type, code = of(read(content("prison_alerts"), "prison-api-alerts"), Alert)[0], "RCS"
    assert stalking_type.code == "OHCO"
    meant = find_alert(code)
    assert meant is not None
    assert FlagTheme.STALKING not in meant.themes
    assert FlagTheme.RISK_TO_CHILDREN in meant.themes


@pytest.mark.parametrize(
    ("changes", "active", "told"),
    [
        pytest.param({"active": True}, True, [], id="open"),
        pytest.param({"active": True, "dateExpires": "2026-11-22"}, True, [], id="open on its last day"),
        pytest.param(
            {"active": True, "dateExpires": "2026-11-21"}, True, [OPEN_AND_OVER], id="open and over"
        ),
        pytest.param({"active": False, "dateExpires": "2026-11-21"}, False, [], id="over"),
        pytest.param({"active": False}, False, [CLOSED_AND_OPEN], id="closed, and nobody knows when"),
        pytest.param(
            {"active": True, "expired": True},
            True,
            ["says that it has expired, and it is called active"],
            id="active and expired",
        ),
        pytest.param(
            {"dateExpires": "2025-01-01"}, None, ["active_to must not be before active_from"], id="ends first"
        ),
    ],
)
def test_an_alert_that_gainsays_itself_is_kept_as_it_came(
    changes: dict[str, object], active: bool | None, told: list[str]
) -> None:
    came = alerts(**changes)
    (alert,) = of(came, Alert)
    assert alert.active is active
    assert whats(came) == told


def test_an_end_that_cannot_be_read_leaves_the_alert_open_and_is_told_of() -> None:
    came = alerts(dateExpires="next year")
    assert of(came, Alert)[0].active_to is None
    assert came.gaps == (Gap("[0].dateExpires", "is not a date that can be read, and was left out"),)


def test_registrations() -> None:
    came = read(content("probation_registrations"), "probation-registrations")
    held = of(came, Registration)
    assert [(each.code, each.description) for each in held] == [
        ("RVHR", "Very High RoSH"),
        ("RVRH", "Very High RoSH"),
        ("ZZ01", "Restraining Order"),
        ("WEAP", "Weapons"),
    ]
    assert (held[0].review_due_on, held[2].level) == (date(2026, 7, 5), "Level One")
    assert rejected(came) == [("registrations[4]", False)]
    assert came.contradictions == (Contradiction("registrations[3].active", OPEN_AND_OVER),)


@pytest.mark.parametrize(
    ("entry", "theme"),
    [
        pytest.param(0, FlagTheme.SERIOUS_HARM_VERY_HIGH, id="very high risk"),
        pytest.param(1, FlagTheme.SERIOUS_HARM_VERY_HIGH, id="its letters the other way round"),
        pytest.param(2, FlagTheme.RESTRAINING_ORDER, id="an order by its description, under a made-up code"),
    ],
)
def test_what_an_imported_registration_stands_for(entry: int, theme: FlagTheme) -> None:
    held = of(read(content("probation_registrations"), "probation-registrations"), Registration)[entry]
    meant = find_register(held.code, held.description)
    assert meant is not None
    assert theme in meant.themes


@pytest.mark.parametrize(
    ("changes", "description", "told"),
    [
        pytest.param({"active": True}, "Weapons", [], id="open"),
        pytest.param({"type": {"code": "WEAP"}}, "WEAP", [], id="a code without words"),
        pytest.param({"active": False}, "Weapons", [CLOSED_AND_OPEN], id="closed on no known day"),
        pytest.param(
            {"startDate": "2026-01-01", "endDate": "2025-01-01", "active": False},
            "Weapons",
            ["ended_on must not be before started_on"],
            id="ended before it began",
        ),
    ],
)
def test_a_registration(changes: dict[str, object], description: str, told: list[str]) -> None:
    came = entries(**changes)
    assert [each.description for each in of(came, Registration)] == [description]
    assert whats(came) == told


def test_a_flag_removed_before_it_was_made_is_kept_with_its_description_for_want_of_a_code() -> None:
    came = read(content("probation_risk_flag"), "probation-risk-flag")
    (flag,) = of(came, Registration)
    assert (flag.code, flag.description) == (None, "Restraining Order")
    assert (flag.started_on, flag.ended_on, flag.active) == (date(2026, 2, 1), date(2025, 11, 30), False)
    assert whats(came) == ["ended_on must not be before started_on"]
    assert came.gaps == (Gap("riskFlag.riskNotes[1].note", "was cut short by its source"),)
    assert [each.numbers.case_reference_number for each in came.named] == ["X000001"]


def test_why_a_flag_was_removed_is_told_with_it() -> None:
    held: Any = content("probation_risk_flag")
    noted = [{"note": "The court revoked it", "hasNoteBeenTruncated": True}]
    held["riskFlag"]["removalHistory"] = [{"removalDate": "2026-03-01", "riskRemovalNotes": noted}]
    came = read(held, "probation-risk-flag")
    (flag,) = of(came, Registration)
    assert flag.notes.endswith("The court revoked it")
    assert "riskFlag.removalHistory[0].riskRemovalNotes[0].note" in [gap.path for gap in came.gaps]


@pytest.mark.parametrize(
    ("changes", "ended_on", "active"),
    [
        pytest.param({"removed": False}, None, True, id="not removed, whatever was once taken back"),
        pytest.param({"removalHistory": []}, None, False, id="removed on no known day"),
        pytest.param(
            {"removalHistory": [{"removalDate": "2026-03-01"}, {"removalDate": "2026-05-01"}]},
            date(2026, 5, 1),
            False,
            id="removed twice: the last time counts",
        ),
    ],
)
def test_removals(changes: dict[str, object], ended_on: date | None, active: bool) -> None:
    held: Any = content("probation_risk_flag")
    held["riskFlag"] |= changes
    (flag,) = of(read(held, "probation-risk-flag"), Registration)
    assert (flag.ended_on, flag.active) == (ended_on, active)
