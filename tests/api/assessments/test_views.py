"""Answers read again."""

from datetime import timedelta

import pytest

from riskflag.casebook import EX_PARTNER, case, order, term
from riskflag.vocabulary import ProhibitionKind, Role
from tests.api.world import NOBODY_HELD, OFFICER, STAFF, World, dict_of, enquiry_body, json_of

ORDER = order(term(ProhibitionKind.NO_CONTACT))
FLAGGED = case(ORDER, lives_with=(EX_PARTNER,))


def ask(world: World) -> str:
    person_id = world.hold(FLAGGED)
    answer = world.ask("POST", f"/people/{person_id}/address-enquiries", dict_of(FLAGGED.enquiry))
    return answer.headers["Location"]


@pytest.mark.parametrize("role", [OFFICER, STAFF])
def test_an_expired_answer_says_so_and_is_incomplete(world: World, role: Role) -> None:
    where = ask(world)
    before = json_of(world.ask("GET", where, role=role))
    world.clock.moment += timedelta(hours=25)
    after = json_of(world.ask("GET", where, role=role))
    assert (before["expired"], after["expired"]) == (False, True)
    assert after["complete"] is False
    assert after["flags"] == before["flags"]
    assert "This answer: too old to rely on." in [gap["what"] for gap in after["not_told"]]


def test_nothing_found_is_incomplete_once_it_has_expired(world: World) -> None:
    person_id = world.hold(case())
    answer = world.ask("POST", f"/people/{person_id}/address-enquiries", enquiry_body())
    assert json_of(answer)["verdict"] != "flags_raised"
    world.clock.moment += timedelta(hours=25)
    assert json_of(world.ask("GET", answer.headers["Location"]))["verdict"] == "incomplete"


@pytest.mark.parametrize("role", [OFFICER, STAFF])
def test_the_other_role_reads_its_own_answer(world: World, role: Role) -> None:
    assert json_of(world.ask("GET", ask(world), role=role))["role"] == role


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(f"/assessments/{NOBODY_HELD}", id="no such answer"),
        pytest.param("/assessments/1", id="not a reference"),
        pytest.param(f"/assessments/{NOBODY_HELD}/", id="a stroke too many"),
        pytest.param(f"//assessments/{NOBODY_HELD}", id="a stroke too many in front"),
        pytest.param(f"/assessments/{NOBODY_HELD}%0A", id="a line break behind it"),
    ],
)
@pytest.mark.parametrize("role", [OFFICER, STAFF])
def test_what_is_not_there_is_not_found(world: World, role: Role, path: str) -> None:
    assert world.ask("GET", path, role=role).status_code == 404
