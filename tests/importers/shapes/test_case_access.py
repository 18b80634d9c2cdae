"""Who may see a case, as probation limits it and as caseloads have it: what is not told is never guessed."""

from datetime import date, timedelta
from typing import Any

import pytest

from riskflag.importers.intake import read_content
from riskflag.records import AccessLimitation, CaseloadLink
from riskflag.vocabulary import Role, Source, Visibility
from tests.importers.payloads import NOW, content, of, read, rejected

SAMPLE = [{"email": "a.sample@probation.example"}]
ONE = ("a.sample@probation.example",)


def changed(**changes: object) -> object:
    """The payload with its parts changed; a part that is None is taken out."""
    payload: Any = content("case_access")
    return {name: value for name, value in {**payload, **changes}.items() if value is not None}


@pytest.mark.parametrize(
    ("limits", "limited", "excluded", "restricted"),
    [
        pytest.param({}, False, (), False, id="nobody is kept out"),
        pytest.param({"excludedFrom": SAMPLE}, True, ONE, False, id="one is kept out"),
        pytest.param({"restrictedTo": SAMPLE}, True, (), True, id="one may see it"),
        pytest.param(
            {"excludedFrom": SAMPLE, "restrictedTo": SAMPLE},
            True,
            ONE,
            True,
            id="one may and the same may not",
        ),
        pytest.param(
            {"restrictionMessage": "Restricted"}, True, (), True, id="restricted, and nobody says to whom"
        ),
        pytest.param(
            {"exclusionMessage": "Excluded"}, True, None, False, id="somebody is excluded, nobody says who"
        ),
        pytest.param({"restrictedTo": None}, True, (), None, id="nobody says whether it is restricted"),
        pytest.param({"excludedFrom": None}, True, None, False, id="nobody says whether anybody is kept out"),
        pytest.param(
            {"excludedFrom": None, "restrictedTo": SAMPLE}, True, None, True, id="half of it is told"
        ),
    ],
)
def test_who_may_see_a_case(
    limits: dict[str, object], limited: bool, excluded: tuple[str, ...] | None, restricted: bool | None
) -> None:
    payload = {"excludedFrom": [], "restrictedTo": [], **limits}
    (found,) = of(read(payload, "access-limitations"), AccessLimitation)
    assert (found.limited, found.excluded, found.restricted) == (limited, excluded, restricted)
    assert found.visibility is Visibility.PROTECTED


@pytest.mark.parametrize("shape", ["access-limitations", "case-access"])
def test_an_entry_that_cannot_be_read_makes_the_whole_of_the_limits_unusable(shape: str) -> None:
    limits = {"excludedFrom": [{"name": "somebody"}], "restrictedTo": []}
    came = read(limits | ({"caseload": []} if shape == "case-access" else {}), shape)
    assert (came.records, came.unreadable) == ((), 1)


def test_limits_and_caseload_in_one_payload_are_all_there_is() -> None:
    came = read(content("case_access"), "case-access")
    (limits,) = of(came, AccessLimitation)
    assert (limits.excluded, limits.restricted_to) == (ONE, ("b.sample@probation.example",))
    assert [(each.account, each.role, each.starts_on, each.ends_on) for each in of(came, CaseloadLink)] == [
        ("B_SAMPLE", Role.RESPONSIBLE_OFFICER, date(2026, 9, 1), None),
        ("C_SAMPLE", Role.RESETTLEMENT_STAFF, date(2026, 9, 1), date(2026, 12, 1)),
    ]
    intake = read_content(content("case_access"), NOW)
    assert intake.answers == {Source.ACCESS_LIMITS}
    assert intake.coverage[Source.ACCESS_LIMITS].gap_within(NOW - intake.taken_at, NOW) is None


def test_it_is_as_old_as_it_says() -> None:
    intake = read_content(changed(asOf="2026-11-22T08:55:00Z"), NOW)
    assert NOW - intake.taken_at == timedelta(minutes=5)


def test_limits_without_the_caseload_are_not_all_there_is() -> None:
    intake = read_content(content("access_limitations"), NOW)
    assert intake.answers == frozenset()
    assert intake.coverage[Source.ACCESS_LIMITS].complete is None


@pytest.mark.parametrize(
    ("link", "rejects"),
    [
        pytest.param({"role": "responsible_officer", "startsOn": "2026-09-01"}, 1, id="whose it is"),
        pytest.param({"account": "B", "startsOn": "2026-09-01"}, 1, id="in what role"),
        pytest.param(
            {"account": "B", "role": "chief", "startsOn": "2026-09-01"}, 1, id="a role we do not know"
        ),
        pytest.param({"account": "B", "role": "auditor"}, 1, id="from when"),
        pytest.param(
            {"account": "B", "role": "auditor", "startsOn": "2026-09-01", "endsOn": "soon"},
            1,
            id="an end unread",
        ),
        pytest.param(
            {"account": "B", "role": "auditor", "startsOn": "2026-09-01", "endsOn": None}, 0, id="no end"
        ),
    ],
)
def test_a_link_that_leaves_something_open_is_no_link(link: dict[str, object], rejects: int) -> None:
    intake = read_content(changed(caseload=[link]), NOW)
    assert [wrong for _, wrong in rejected(intake.imported)] == [False] * rejects
    assert intake.coverage[Source.ACCESS_LIMITS].complete is (rejects == 0)


def test_a_caseload_that_is_no_list_cannot_be_read() -> None:
    assert read_content(changed(caseload={}), NOW).imported.unreadable == 1
