"""A caseload lets in whoever it names, in the role it names, from its first day to its last."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from riskflag.access import READERS, Access, plain_account
from riskflag.casebook import TODAY
from riskflag.vocabulary import Role
from tests.test_access import LINK, ME, UNLIMITED, decide


@pytest.mark.parametrize("reads_as", sorted(READERS))
@pytest.mark.parametrize("linked_as", sorted(READERS))
def test_a_link_in_one_role_lets_nobody_in_in_another(linked_as: Role, reads_as: Role) -> None:
    found = decide(links=[replace(LINK, role=linked_as)], role=reads_as)
    assert (found is Access.ALLOWED) is (linked_as is reads_as)


@pytest.mark.parametrize(
    ("starts", "ends", "found"),
    [
        pytest.param(0, 0, Access.ALLOWED, id="for today alone"),
        pytest.param(-9, 9, Access.ALLOWED, id="in the middle of it"),
        pytest.param(-9, None, Access.ALLOWED, id="without an end"),
        pytest.param(-9, -1, Access.LINK_ENDED, id="until yesterday"),
        pytest.param(0, -1, Access.LINK_ENDED, id="begun today, and ended before that"),
        pytest.param(1, None, Access.LINK_NOT_STARTED, id="from tomorrow"),
    ],
)
def test_a_link_holds_on_its_first_day_and_on_its_last(starts: int, ends: int | None, found: Access) -> None:
    days: dict[str, Any] = {
        "starts_on": TODAY + timedelta(days=starts),
        "ends_on": None if ends is None else TODAY + timedelta(days=ends),
    }
    assert decide(links=[replace(LINK, **days)]) is found


def test_what_was_recorded_today_is_not_dated_later() -> None:
    assert decide(replace(UNLIMITED, recorded_on=TODAY)) is Access.ALLOWED


@pytest.mark.parametrize(
    ("character", "plain"),
    [
        pytest.param("\x1f", False, id="the last of the control characters"),
        pytest.param("\x7f", False, id="the one that deletes"),
        pytest.param(" ", True, id="a blank between two words"),
        pytest.param("~", True, id="the last that can be seen"),
        pytest.param("\x80", False, id="beyond what everybody writes"),
    ],
)
def test_an_account_is_made_of_what_can_be_seen(character: str, plain: bool) -> None:
    assert (plain_account(f"k{character}{ME}") is not None) is plain
